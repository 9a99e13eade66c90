import ContractCheck
import ContractModel
import Foundation
import Reporting
import SourceText
import TestSupport
import Testing

/// The schemas that the program prints take what it writes and what it reads.
@Suite struct PrintedSchemas {
  private static func validator(_ subject: String) async throws -> JSONSchemaValidator {
    let run = try await Program.run(["schema", subject])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONSchemaValidator(run.output)
  }

  @Test func takeTheReportOfTheSamples() async throws {
    let report = try JSONTree(try await Program.run(ReportedContracts.arguments).output)
    #expect(try await Self.validator("report").problems(of: report) == [])
    let contracts = report["contracts"]?.elements ?? []
    let validator = try await Self.validator("contract")
    #expect(contracts.count == SampleReports.names.count)
    for contract in contracts { #expect(try validator.problems(of: contract) == []) }
  }

  /// As the program gives it where something is wrong.
  @Test func takeAReportThatIsNotComplete() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    try folder.write("contract broken {\n", to: "Contracts/broken/broken.contract")
    let run = try await Program.run(ReportedContracts.arguments, in: folder)
    #expect(run.status == 2)
    let report = try JSONTree(run.output)
    #expect(report["complete"] == .bool(false))
    #expect(try await Self.validator("report").problems(of: report) == [])
  }

  @Test(arguments: ["report", "contract", "records"])
  func describeEveryMemberAndLeaveNothingOpen(_ subject: String) async throws {
    #expect(try await Self.validator(subject).weaknesses == [])
  }

  /// The records of the samples, each with its place.
  private static func records() throws -> [(place: String, record: JSONTree)] {
    var records: [(String, JSONTree)] = []
    for name in SampleReports.names {
      let folder = Program.repository.appending(path: "Contracts/\(name)/status")
      let files =
        (try? FileManager.default.contentsOfDirectory(
          at: folder, includingPropertiesForKeys: nil)) ?? []
      for file in files.sorted(by: { $0.path() < $1.path() }) where file.pathExtension != "csv" {
        let data = try Data(contentsOf: file)
        let place = "\(name)/\(file.lastPathComponent)"
        if file.pathExtension == "json" {
          records += try JSONTree(data).elements.map { (place, $0) }
        } else {
          records += try data.split(separator: UInt8(ascii: "\n")).map {
            (place, try JSONTree(Data($0)))
          }
        }
      }
    }
    return records
  }

  @Test func takeTheRecordsOfTheSamples() async throws {
    let validator = try await Self.validator("records")
    let records = try Self.records()
    #expect(records.count > 30)
    for (place, record) in records {
      #expect(try validator.problems(of: record) == [], "\(place): \(record)")
    }
  }

  @Test func refuseRecordsThatAreNot() async throws {
    let validator = try await Self.validator("records")
    for (place, record) in try Self.records() {
      guard case .object(let members) = record else {
        Issue.record("\(place): no object")
        continue
      }
      for name in ["by", "dated"] {
        let less = JSONTree.object(members.filter { $0.key != name })
        #expect(try validator.problems(of: less) != [], "\(place) without \(name)")
      }
      for (name, value) in [("odd", "x"), ("record", "odd"), ("dated", "soon"), ("about", "A b")] {
        let mutant = JSONTree.object(members.merging([name: .string(value)]) { $1 })
        #expect(try validator.problems(of: mutant) != [], "\(place) with \(name) \(value)")
      }
    }
  }
}

/// What the program takes of a record, the schema takes; what it refuses by its spelling, the schema
/// refuses too.
@Suite struct RecordSpellings {
  private static let rules = """
    /// Every type there is.
    evidence sample asserted by buyer {
      about  contract or milestone
      dated  date
      cost   optional money
      rate   optional money per calendar day
      share  optional percent 0% to 100%
      tries  optional number at least 0
      runs   optional samples
      took   optional calendar days
      busy   optional business days
      wait   optional months
      seen   optional date
      note   optional text
      open   optional yes or no
      state  optional works or not-at-all or fails
    }

    clause some "Some" {
      cites "1"
      rule any for contract {
        require some samples
        otherwise report sample
      }
    }

    """

  private static func contract(_ record: String) -> CheckInput {
    CheckInput(
      ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
      contractFiles: [
        InputFile(
          path: "a.contract",
          bytes: Array(
            """
            contract sample-contract "Sample" {
              party buyer    "Buyer"
              party supplier "Supplier"
              zone "Etc/UTC"
              records "*.json"
              incorporates some
              milestone launch "Launch" {
                due    2013-10-01
                amount USD 1,000,000
              }
              invoice one {
                received 2013-11-15
                line launch {
                  for    milestone launch
                  amount USD 1,000,000
                }
              }
            }

            """.utf8))
      ],
      recordFiles: ["a.contract": [InputFile(path: "a.json", bytes: Array(record.utf8))]],
      zoneFiles: ["Etc/UTC": .noFiles], asOf: CivilDate.parsing("2014-01-01".utf8) ?? .last)
  }

  private static func isTaken(_ record: String) -> Bool {
    !ContractCheck.run(contract(record)).diagnostics.contains(where: \.isError)
  }

  private static func validator() throws -> JSONSchemaValidator {
    var files = SourceFiles()
    let kinds = ContractCheck.recordKinds(reading: contract("{}").ruleFiles, into: &files)
    #expect(kinds.diagnostics.isEmpty && kinds.value.count == 1)
    return try JSONSchemaValidator(Data(JSONSchema.records(kinds.value).rendering.utf8))
  }

  private static func record(_ name: String, _ value: String) -> String {
    let about = name == "about" ? "" : #", "about": "contract""#
    return
      #"{"record": "sample", "by": "buyer", "dated": "2013-12-01"\#(about), "\#(name)": \#(value)}"#
  }

  @Test(arguments: [
    ("cost", #""USD 5,100,000.00""#), ("cost", #""USD 12""#), ("cost", #""USD -1""#),
    ("cost", #""more than USD 1,000""#), ("cost", #""approximately USD 1""#),
    ("cost", #""USD 10.00 to USD 20.00""#), ("cost", "null"),
    ("rate", #""USD 5,000 per calendar day""#), ("share", #""99.5%""#),
    ("share", #""at least 10%""#), ("share", #""10% to 12%""#), ("tries", "12"),
    ("tries", "3.50"), ("tries", #""1,200.5""#), ("tries", #""less than 5""#), ("runs", "3"),
    ("runs", #""200 samples""#), ("took", #""14 calendar days""#), ("took", #""1 calendar day""#),
    ("busy", #""more than 2 business days""#), ("wait", #""2 months""#), ("seen", #""2013-12""#),
    ("seen", #""2013-12-01/2013-12-05""#), ("seen", #""on or after 2013-12-01""#),
    ("seen", #""before 2013-12""#), ("seen", #""2013-10 to 2013-11""#), ("note", #""x""#),
    ("note", #""""#), ("open", "true"), ("open", #""no""#), ("open", #""yes or no""#),
    ("state", #""works""#), ("state", #""works or not-at-all""#), ("about", #""launch""#),
    ("about", #""milestone launch""#), ("about", #""contract""#), ("about", #""sample-contract""#),
    ("recorded", #""2013-12-05""#), ("recorded", "null"),
    ("illustrative", "true"), ("illustrative", #""no""#), ("id", "7"), ("id", #""A 7""#),
    ("source", #""a""#), ("phrase", "null"),
  ])
  func areTaken(_ name: String, _ value: String) throws {
    let text = Self.record(name, value)
    #expect(Self.isTaken(text), "the program: \(text)")
    #expect(try Self.validator().problems(of: JSONTree(Data(text.utf8))) == [], "\(text)")
  }

  @Test(arguments: [
    ("cost", "12"), ("cost", #""5,100.00""#), ("cost", #""USD 1,00""#), ("cost", #""USD 007""#),
    ("cost", #""over USD 1""#), ("rate", #""USD 5,000""#), ("share", "99"), ("share", #""99""#),
    ("tries", "true"), ("tries", #""1e3""#), ("runs", #""3""#), ("runs", "1.5"),
    ("took", #""14 days""#), ("took", "14"), ("took", #""2 business days""#),
    ("seen", #""soon""#), ("seen", #""2013-1-1""#), ("seen", #""more than 2013-12-01""#),
    ("note", "1"), ("open", #""maybe""#), ("state", "true"), ("state", #""works and fails""#),
    ("state", #""Works""#), ("about", #""line launch""#), ("about", #""a b c""#), ("about", "1"),
    ("about", "null"),
    ("recorded", #""2013-12""#), ("illustrative", #""perhaps""#), ("source", "1"),
    ("odd", "1"), ("note", "[]"), ("note", "{}"),
  ])
  func areRefused(_ name: String, _ value: String) throws {
    let text = Self.record(name, value)
    #expect(!Self.isTaken(text), "the program: \(text)")
    #expect(try Self.validator().problems(of: JSONTree(Data(text.utf8))) != [], "\(text)")
  }

  @Test(arguments: ["after 2013-12-01", "soon", "2013", ""])
  func needADay(_ day: String) throws {
    let text = #"{"record": "sample", "about": "contract", "by": "buyer", "dated": "\#(day)"}"#
    #expect(!Self.isTaken(text))
    #expect(try Self.validator().problems(of: JSONTree(Data(text.utf8))) != [])
  }
}
