import ContractModel
import Foundation
import Reporting
import SourceText
import TestSupport
import Testing

/// The schema of the report says what the report is, and nothing less.
@Suite struct Schemas {
  private static let report = Data(JSONReport().rendering(SampleContract().report).utf8)

  private func validator(_ schema: JSONSchema = .report) throws -> JSONSchemaValidator {
    try JSONSchemaValidator(Data(schema.rendering.utf8))
  }

  @Test func describeEveryMemberAndLeaveNothingOpen() throws {
    #expect(try validator(.report).weaknesses == [])
    #expect(try validator(.contract).weaknesses == [])
  }

  @Test func takeTheReportOfEveryVerdict() throws {
    let report = try JSONTree(Self.report)
    #expect(try validator().problems(of: report) == [])
    for contract in report["contracts"]?.elements ?? [] {
      #expect(try validator(.contract).problems(of: contract) == [])
    }
  }

  @Test func takeAReportOfNothing() throws {
    let report = Report(
      ReportHead(
        asOf: SampleContract.asOf, asOfIsToday: true, toolVersion: "1.2.3", honoursWaivers: false,
        baseline: "earlier.json"))
    let text = JSONReport().rendering(report)
    #expect(try validator().problems(of: JSONTree(Data(text.utf8))) == [])
  }

  @Test func takeAReportThatIsHeldAgainstAnEarlierOne() throws {
    let sample = SampleContract().report
    let contract = ReportedContract(
      SampleContract().decision, files: sample.contracts[0].files,
      comparison: BaselineComparison(knownFindings: [0], isKnown: false))
    var totals = ReportTotals(sample.totals.head)
    totals.add(contract)
    totals.add(ReportedDiagnostic(error: DiagnosticID("unreadable"), "'a' cannot be read"))
    for role in ReportedInput.Role.allCases {
      totals.add(ReportedInput(path: "a", role: role, bytes: [1]))
    }
    var writer = JSONReport()
    let text = writer.opening(totals) + writer.contract(contract) + writer.closing(totals)
    #expect(text.contains("\"known\"") && text.contains("\"new\""))
    #expect(try validator().problems(of: JSONTree(Data(text.utf8))) == [])
  }

  /// What may be left out: what was paid, where nothing was, and a currency that nobody uses.
  private static let optional: Set = ["paidBefore", "payNow", "overpaid", "USD"]
  /// Members whose words are of a closed list.
  private static let closed: Set = [
    "decision", "verdict", "code", "bucket", "reason", "verb", "severity", "role", "asOf",
    "fingerprint", "invoiced",
  ]

  @Test func refuseAReportWithAMemberMoreOrLessOrAnUnknownWord() throws {
    let report = try JSONTree(Self.report)
    let validator = try validator()
    var seen: Set<[String]> = []
    for (path, members) in report.objects {
      // Of the elements of a list the first of each shape will do.
      let shape = path.map { Int($0) == nil ? $0 : "[]" }
      func expectRefusal(_ changed: [String: JSONTree], _ what: String) throws {
        let mutant = report.replacing(path[...], by: .object(changed))
        #expect(try validator.problems(of: mutant) != [], "\(what) of \(path)")
      }
      if seen.insert(shape).inserted {
        try expectRefusal(members.merging(["odd": .null]) { $1 }, "a member more")
      }
      for (name, member) in members where seen.insert(shape + [name, ""]).inserted {
        if !Self.optional.contains(name) {
          try expectRefusal(members.filter { $0.key != name }, "\(name) taken out")
        }
        if Self.closed.contains(name), member.text != nil, !path.contains("waivers") {
          try expectRefusal(members.merging([name: .string("odd")]) { $1 }, "an odd \(name)")
        }
        // Where no contract has a currency there are no sums.
        if !(path == ["summary"] && name == "amounts") {
          try expectRefusal(members.merging([name: .object([:])]) { $1 }, "\(name) as an object")
        }
      }
    }
    #expect(seen.count > 150)
  }

  @Test(arguments: [
    "0.00", "5100000.00", ">1000000.00", ">=1.00", "<1.00", "<=1.00", "~20000000.00",
    "10.00..20.00",
    "-0.05", "-5.00..-1.00", "100",
  ])
  func takeAmountsWithTheirBounds(_ text: String) throws {
    let report = try JSONTree(Self.report)
    let changed = report.replacing(["contracts", "0", "blocked"], by: .string(text))
    #expect(try validator().problems(of: changed) == [])
  }

  @Test(arguments: ["", "1.", "1,000.00", "USD 1.00", "=>1.00", "1.00..", "1e3", " 1.00", ">~1.00"])
  func refuseWhatIsNoAmount(_ text: String) throws {
    let report = try JSONTree(Self.report)
    let changed = report.replacing(["contracts", "0", "blocked"], by: .string(text))
    #expect(try validator().problems(of: changed) != [])
  }

  /// Every amount is written as the schema of amounts has it.
  @Test func takeWhatAmountsAreWrittenAs() throws {
    let bounds: [Amount.Bound] = [
      .exact, .atLeast, .moreThan, .atMost, .lessThan, .approximately, .to(900),
    ]
    let report = try JSONTree(Self.report)
    let validator = try validator()
    for currency in ["USD", "JPY", "KWD"].compactMap({ Currency(code: $0.utf8) }) {
      for bound in bounds {
        for nominal in [Int64(0), 5, -5, 123_456_789] {
          let text = Amount(nominal: nominal, bound: bound).decimalText(in: currency)
          let changed = report.replacing(["contracts", "0", "blocked"], by: .string(text))
          #expect(try validator.problems(of: changed) == [], "\(text)")
        }
      }
    }
  }
}
