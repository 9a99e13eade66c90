import CommandLineTool
import ContractCheck
import Testing

/// What is no whole run is never put together as one.
@Suite struct Merging {
  /// Three contracts, of which one falls to the first of two shards and two to the second.
  private static let files = Dictionary(
    uniqueKeysWithValues: ["a", "b", "vermont"].map {
      ("Contracts/\($0).contract", contract($0, invoiced: 500))
    } + [
      (
        "Rules/r.rules",
        """
        clause c "C" {
          cites "1"
          rule paid-as-billed for each invoice {
            cites "1.1"
            require amount is at most USD 400
            otherwise dispute amount until met
          }
        }

        """
      )
    ])

  private static func contract(_ id: String, invoiced amount: Int) -> String {
    """
    contract \(id) "\(id)" {
      party buyer "B"
      party supplier "S"
      incorporates c
      milestone m "M" {
        due 2013-10-01
        amount USD 900
      }
      invoice i {
        received 2013-11-15
        line l {
          for milestone m
          amount USD \(amount)
        }
      }
    }

    """
  }

  /// Runs a command on these files, and returns them with what it wrote.
  private static func run(
    _ line: String, on files: [String: String] = files
  ) -> (status: CommandLineTool.ExitStatus, machine: MemoryMachine) {
    let machine = MemoryMachine(files)
    let status = machine.run(arguments: line.split(separator: " ").map(String.init))
    return (status, machine)
  }

  private static func shard(
    _ shard: String, _ options: String = "--as-of 2013-12-26",
    on files: [String: String] = files
  ) -> String {
    run("check Contracts \(options) --shard \(shard) --report json=r", on: files)
      .machine.files["r"] ?? "no report"
  }

  private static let parts = ["1.json": shard("1/2"), "2.json": shard("2/2")]

  @Test func wholesAreThoseOfOneRun() {
    let whole = Self.run("check Contracts --as-of 2013-12-26 --format json")
    let merged = Self.run("merge 1.json 2.json --format json", on: Self.parts)
    #expect(whole.status == .failed && merged.status == .failed)
    #expect(merged.machine.output == whole.machine.output)
    #expect(merged.machine.errors == "")
    let contracts = Self.parts.mapValues {
      $0.matches(of: /(?m)^    \{\n      "shard": \{\n        "file"[^}]*"known"/).count
    }
    #expect(contracts == ["1.json": 1, "2.json": 2])
  }

  struct Refusal: CustomTestStringConvertible {
    let testDescription: String
    let words: String
    let files: [String: String]
    var line = "merge 1.json 2.json --report json=r --format json"

    init(_ name: String, _ words: String, _ files: [String: String], _ line: String? = nil) {
      testDescription = name
      self.words = words
      self.files = Merging.parts.merging(files) { _, new in new }
      if let line { self.line = "\(line) --report json=r --format json" }
    }
  }

  private static func replacing(_ old: String, with new: String) -> [String: String] {
    let text = parts["2.json", default: ""]
    #expect(text.contains(old), "\(old)")
    return ["2.json": text.replacing(old, with: new)]
  }

  private static func changed(_ path: String, _ text: String) -> [String: String] {
    ["2.json": shard("2/2", on: files.merging([path: text]) { _, new in new })]
  }

  static let refusals: [Refusal] = [
    Refusal("lacking one", "shard 2/2 is not among the reports", [:], "merge 1.json"),
    Refusal(
      "lacking two", "shards 2/4, 3/4 are not among the reports",
      ["1.json": shard("1/4"), "2.json": shard("4/4")]),
    Refusal(
      "one twice", "shard 1/2 is there twice: '1.json' and 'copy.json'",
      ["copy.json": shard("1/2")], "merge 1.json 2.json copy.json"),
    Refusal(
      "another number", "'2.json' has another number of shards than '1.json'",
      ["2.json": shard("2/3")]),
    Refusal(
      "another day", "'2.json' has another as-of date than '1.json': they are not parts of one run",
      ["2.json": shard("2/2", "--as-of 2013-12-27")]),
    Refusal(
      "other paths", "'2.json' has other paths than '1.json'",
      ["2.json": shard("2/2", "Contracts/a.contract --as-of 2013-12-26")]),
    Refusal(
      "other waivers", "'2.json' has another --no-waivers than '1.json'",
      ["2.json": shard("2/2", "--as-of 2013-12-26 --no-waivers")]),
    Refusal(
      "other leave", "'2.json' has another --allow-empty than '1.json'",
      ["2.json": shard("2/2", "--as-of 2013-12-26 --allow-empty")]),
    Refusal(
      "another baseline", "'2.json' has another --baseline than '1.json'",
      ["2.json": shard("2/2", "--as-of 2013-12-26 --baseline b", on: withBaseline(shard("1/1")))]),
    Refusal(
      "another text of the baseline", "'2.json' has another --baseline than '1.json'",
      [
        "1.json": shard("1/2", "--as-of 2013-12-26 --baseline b", on: withBaseline(shard("1/1"))),
        "2.json": shard("2/2", "--as-of 2013-12-26 --baseline b", on: withBaseline(shard("1/3"))),
      ]),
    Refusal(
      "another contract", "'2.json' has another text of 'Contracts/a.contract' than '1.json'",
      changed("Contracts/a.contract", contract("a", invoiced: 501))),
    Refusal(
      "one contract more", "'2.json' has other rules or contracts than '1.json'",
      changed("Contracts/f.contract", contract("f", invoiced: 500))),
    Refusal(
      "other rules", "'2.json' has another text of 'Rules/r.rules' than '1.json'",
      changed("Rules/r.rules", files["Rules/r.rules", default: ""] + "// More.\n")),
    Refusal(
      "a rule that one lacks", "'2.json' has other rules or contracts than '1.json'",
      changed("Rules/more.rules", "// More.\n")),
    Refusal(
      "other mistakes of all", "'2.json' has other errors and warnings of all than '1.json'",
      ["2.json": unreadableBaseline]),
    Refusal(
      "another version of the program", "'2.json' was written by version 0.3.0, and this is ",
      replacing("\"\(HoldbackCommand.version)\"", with: "\"0.3.0\"")),
    Refusal(
      "another version of the shape", "'2.json' is no report of a shard",
      replacing("\"version\": 1,", with: "\"version\": 2,")),
    Refusal(
      "a whole run", "'2.json' is no report of a shard: write one with check --shard I/N",
      ["2.json": run("check Contracts --report json=r").machine.files["r"] ?? ""]),
    Refusal("no report", "'2.json' is no report of a shard", ["2.json": "{}\n"]),
    Refusal("no text", "'2.json' is no report of a shard", ["2.json": ""]),
    Refusal("a report that is not there", "'3.json': no such file", [:], "merge 1.json 3.json"),
    Refusal(
      "an altered amount", "'2.json' is not as 'check' wrote it: what it says of the whole",
      replacing("        \"withheld\": \"500.00\"", with: "        \"withheld\": \"400.00\"")),
    Refusal(
      "an altered decision", "'2.json' is not as 'check' wrote it: what it says of the whole",
      replacing("      \"decision\": \"dispute\"", with: "      \"decision\": \"pay\"")),
    Refusal(
      "an altered summary", "'2.json' is not as 'check' wrote it: what it says of the whole",
      replacing("\"complete\": true", with: "\"complete\": false")),
    Refusal(
      "a decision that is none", "'2.json' is not as 'check' wrote it, from line ",
      replacing("\"decision\": \"dispute\"", with: "\"decision\": \"disputed\"")),
    Refusal(
      "a contract of another shard", "has the contract 'a', which is not in shard 2/2",
      replacing("\"id\": \"b\"", with: "\"id\": \"a\"")),
    Refusal(
      "a contract twice", "'2.json' has a second contract 'b'",
      replacing("\"id\": \"vermont\"", with: "\"id\": \"b\"")),
    Refusal(
      "contracts in another order", "'2.json' is not as 'check' wrote it",
      replacing("\"file\": 1,", with: "\"file\": 7,")),
    Refusal(
      "another layout", "'2.json' is not as 'check' wrote it, from line ",
      replacing("    {\n      \"shard\"", with: "    { \"shard\"")),
  ]

  private static func withBaseline(_ text: String) -> [String: String] {
    files.merging(["b": text]) { _, new in new }
  }

  /// A path of rules that only this shard could not read.
  private static var unreadableBaseline: String {
    let machine = MemoryMachine(files)
    machine.failures["Contracts/x.contract"] = .notPermitted
    _ = machine.run(
      arguments: ["check", "Contracts", "--as-of", "2013-12-26", "--shard", "2/2", "--report"]
        + ["json=r"])
    return machine.files["r"] ?? ""
  }

  @Test(arguments: refusals)
  func isRefused(_ refusal: Refusal) {
    let (status, machine) = Self.run(refusal.line, on: refusal.files)
    #expect(status == .unusableInput)
    #expect(machine.errors.contains(refusal.words), "\(machine.errors)")
    #expect(machine.output.isEmpty && machine.files["r"] == nil && machine.written.isEmpty)
  }

  /// Wherever it is cut off, nothing is decided on what is left.
  @Test func aReportThatIsCutOffIsRefused() {
    let lines = Self.parts["2.json", default: ""].split(
      separator: "\n", omittingEmptySubsequences: false)
    for count in stride(from: 1, to: lines.count - 1, by: 3) {
      let cut = lines[..<count].joined(separator: "\n")
      for text in [cut, cut + "\n"] {
        let (status, machine) = Self.run(
          "merge 1.json 2.json --format json", on: Self.parts.merging(["2.json": text]) { $1 })
        #expect(status == .unusableInput && machine.output.isEmpty, "\(count)")
      }
    }
  }

  @Test(arguments: [FileError.notPermitted, .isDirectory, .notRegular])
  func aReportThatCannotBeReadIsNamed(_ error: FileError) {
    let machine = MemoryMachine(Self.parts)
    machine.failures["2.json"] = error
    #expect(machine.run(arguments: ["merge", "1.json", "2.json"]) == .unusableInput)
    #expect(machine.errors.hasPrefix("holdback: '2.json': "))
  }

  @Test func noReportTakesThePlaceOfWhatIsRead() {
    let (status, machine) = Self.run("merge 1.json 2.json --report json=./1.json", on: Self.parts)
    #expect(status == .unwritableReport)
    #expect(machine.errors.contains("cannot write './1.json': it is read by this run"))
    #expect(machine.files["1.json"] == Self.parts["1.json"])
  }

  @Test func aReportThatCannotBeWrittenEndsWith74() {
    let machine = MemoryMachine(Self.parts)
    machine.writeFailures["r"] = .noSpace
    let arguments = ["merge", "1.json", "2.json", "--report", "json=r"]
    #expect(machine.run(arguments: arguments) == .unwritableReport)
    #expect(machine.errors.contains("cannot write 'r': no space left on the device"))
    #expect(machine.output.hasPrefix("3 contracts: 3 dispute\n"))
  }

  @Test(arguments: [
    ("merge", "'merge' needs a PATH"), ("merge a --format sarif", "is none of text, json"),
    ("merge a --report r", "is no report: write FORMAT=FILE"),
    ("merge a --report json=r --output r", "two reports go to 'r'"),
    ("merge a --shard 1/2", "no option is named '--shard'"),
    ("check a --shard 0/2", "'0/2' after '--shard' is no part: write I/N"),
    ("check a --shard 3/2", "is no part"), ("check a --shard 1/201", "N at most 200"),
    ("check a --shard 1", "is no part"), ("check a --shard 1/2/3", "is no part"),
    ("check a --shard 01/2", "is no part"), ("check a --shard +1/2", "is no part"),
    ("check a --shard 1/", "is no part"),
    ("check a --shard 1/2 --shard 2/2", "'--shard' is given twice"),
    ("check a --shard 1/2 --format attestation", "an attestation speaks of a whole run"),
    ("check a --shard 1/2 --report attestation=r", "an attestation speaks of a whole run"),
  ])
  func mistakesOfUsageAreExplained(_ line: String, _ words: String) {
    let (status, machine) = Self.run(line)
    #expect(status == .unusableInput)
    #expect(machine.errors.contains(words), "\(machine.errors)")
  }
}

/// Which contracts a shard decides, and how it ends.
@Suite struct Sharding {
  /// These never change: a machine with an older program would decide other contracts.
  @Test func followsFromTheIDAlone() {
    let ids = ["", "a", "b", "vermont", "oregon", "c-000001", "c-000002"]
    let shards = [2, 7, 200].map { count in
      ids.map { id in (1...count).filter { Shard($0, of: count)?.contains(id) == true } }
    }
    #expect(
      shards == [
        [[2], [1], [2], [2], [1], [1], [2]],
        [[7], [2], [6], [4], [7], [3], [1]],
        [[146], [25], [82], [200], [189], [35], [32]],
      ])
  }

  /// An id is one in every spelling of its signs, and so is its shard.
  @Test func isOneForEverySpelling() {
    for count in 2...50 {
      let shards = ["caf\u{E9}", "cafe\u{301}"].map { id in
        (1...count).first { Shard($0, of: count)?.contains(id) == true }
      }
      #expect(shards[0] == shards[1] && shards[0] != nil)
    }
  }

  @Test func spreadsEvenly() {
    for count in [2, 3, 4, 8, 10] {
      let sizes = (1...count).map { index in
        (0..<4000).count { Shard(index, of: count)?.contains("contract-\($0)") == true }
      }
      #expect(sizes.allSatisfy { abs($0 * count - 4000) < 800 }, "\(sizes)")
    }
  }

  @Test func aShardWithoutAContractEndsWith0AndSaysSo() {
    let machine = MemoryMachine([
      "Contracts/a.contract":
        "contract a \"A\" {\n  party buyer \"B\"\n  party supplier \"S\"\n}\n",
      "Rules/r.rules": "// None.\n",
    ])
    let statuses = (1...2).map { index in
      machine.run(
        arguments: ["check", "Contracts", "--as-of", "2013-12-26", "--shard", "\(index)/2"]
          + ["--report", "json=\(index)"])
    }
    #expect(Set(statuses) == [.success, .nothingToCheck])
    let idle = statuses[0] == .success ? 1 : 2
    #expect(machine.errors.contains("note: no contract falls to shard \(idle)/2\n"))
    #expect(machine.output.contains("shard \(idle)/2: "))
    #expect(machine.run(arguments: ["merge", "1", "2"]) == .nothingToCheck)
    #expect(
      machine.errors.hasSuffix("nothing to check: no rule applied to what is in 'Contracts'\n"))
  }

  @Test func nothingAtAllIsNothingInEveryShard() {
    let machine = MemoryMachine(["Rules/r.rules": "// None.\n"])
    machine.folders = ["Contracts"]
    for index in 1...2 {
      let arguments = ["check", "Contracts", "--as-of", "2013-12-26", "--report", "json=\(index)"]
      #expect(
        machine.run(arguments: arguments + ["--shard", "\(index)/2"]) == .nothingToCheck)
    }
    #expect(machine.run(arguments: ["merge", "1", "2"]) == .nothingToCheck)
  }
}

/// A record that cannot be read holds every contract that asks for it.
@Suite struct SharedRecords {
  @Test func noContractIsDecidedWithoutThem() {
    let contract = #"contract ID "T" {\n records "status/*"\n}\n"#
      .replacing("\\n", with: "\n")
    let machine = MemoryMachine([
      "Contracts/a.contract": contract.replacing("ID", with: "a"),
      "Contracts/b.contract": contract.replacing("ID", with: "b"), "Rules/r.rules": "// None.\n",
    ])
    machine.links = ["Contracts/status/a.ndjson"]
    #expect(
      machine.run(arguments: ["check", "Contracts", "--as-of", "2013-12-26"]) == .unusableInput)
    #expect(machine.output.hasPrefix("no contract was decided\n"), "\(machine.output)")
    #expect(machine.errors.ranges(of: "is a symbolic link").count == 1)
  }

  @Test func aSecondContractOfANameNamesTheFileOfTheFirst() {
    let machine = MemoryMachine([
      "Contracts/a.contract": "contract same \"T\" {\n}\n",
      "Contracts/b.contract": "\ncontract same \"T\" {\n}\n", "Rules/r.rules": "// None.\n",
    ])
    _ = machine.run(arguments: ["check", "Contracts", "--as-of", "2013-12-26"])
    #expect(
      machine.errors.contains(
        "there are two contracts named 'same', the first of them in 'Contracts/a.contract'"))
  }
}
