import CommandLineTool
import ContractModel
import Foundation
import TestSupport
import Testing

/// Two versions of rules over contracts that documents state.
@Suite struct DiffDocuments {
  private static let rules =
    DocumentInputs.closed + DocumentInputs.paid + """
      source office {
        reads json-lines
        contract from "id" {
          as-of from "day"
          party buyer    "State"
          party supplier "Supplier"
          incorporates closed
          incorporates paid
          invoice one {
            received from "day"
            line only {
              amount from "amount" in USD 1
            }
          }
        }
      }

      """

  private static let stricter = rules.replacing("at most USD 50", with: "at most USD 40")

  private static func document(_ id: String, _ amount: Int) -> String {
    #"{"id":"\#(id)","day":"2013-12-01","amount":\#(amount)}"# + "\n"
  }

  /// Compares the folders `Old` and `New` over `data.ndjson`.
  private func diff(
    _ documents: String, to new: String = stricter, _ arguments: [String] = []
  ) -> (status: CommandLineTool.ExitStatus, output: String, errors: String) {
    let machine = MemoryMachine([
      "Old/a.rules": Self.rules, "New/a.rules": new, "data.ndjson": documents,
    ])
    let status = machine.run(
      arguments: ["diff", "Old", "New", "--contracts", "data.ndjson"] + arguments)
    return (status, machine.output, machine.errors)
  }

  private static let three = document("big", 90) + document("middling", 45) + document("small", 9)

  @Test func saysWhatMovesAndByWhichEdit() {
    let run = diff(Self.three)
    #expect(run.status == .failed)
    let middling = """
      middling · Supplier                                                     as of 2013-12-01
        contract  decision         pay → withhold  [1]
        contract  pay              USD 45.00 → USD 0.00  [1]
        contract  withheld         USD 0.00 → USD 45.00  [1]
        one       decision         pay → withhold  [1]
        one       pay              USD 45.00 → USD 0.00  [1]
        one       withheld         USD 0.00 → USD 45.00  [1]
          ✗ one.only  is-small  met → failed  [1]

      """
    #expect(run.output.contains(middling), "\(run.output)")
    #expect(run.output.hasSuffix("\n1 of 3 contracts moves\n"))
    // What says other words and decides the same is left out where few are wanted.
    let quiet = diff(Self.three, to: Self.stricter, ["--quiet"]).output
    #expect(quiet.hasPrefix("middling · ") && !quiet.contains("big · "), "\(quiet)")
  }

  @Test func anEditOfASourceIsOne() {
    let doubled = Self.rules.replacing("in USD 1\n", with: "in USD 2\n")
    let run = diff(Self.document("small", 9), to: doubled)
    #expect(run.status == .failed)
    #expect(run.output.contains("contract  pay              USD 9.00 → USD 18.00  [1]"))
    #expect(
      run.output.contains("[1] changed amount of line only of invoice one of contract of source"),
      "\(run.output)")
  }

  @Test func theDayThatIsAskedForHolds() {
    let stated = diff(Self.three, ["--format", "json"]).output
    #expect(stated.contains(#""asOf": "2013-12-01""#))
    let asked = diff(Self.three, ["--format", "json", "--as-of", "2013-12-26"]).output
    #expect(asked.contains(#""asOf": "2013-12-26""#) && !asked.contains("2013-12-01"))
  }

  @Test func whatCannotBeDecidedIsTold() {
    let run = diff(Self.three + #"{"id":"#)
    #expect(run.status == .unusableInput && run.output.contains("middling"))
    #expect(run.errors.contains("json-unterminated") && run.errors.contains("data.ndjson:4"))
    let twice = diff(Self.three + Self.document("small", 8), ["--quiet"])
    #expect(twice.status == .unusableInput && twice.errors.contains("contract-twice"))
  }

  @Test(arguments: [
    (["--source", "ofice"], "no source of the rules is named 'ofice'; did you mean 'office'?"),
    (["--contracts", "none.ndjson"], "'none.ndjson': no such file or folder"),
  ])
  func refusesWhatIsNotThere(_ arguments: [String], _ message: String) {
    let run = diff(Self.three, arguments)
    #expect(run.status == .unusableInput && run.errors.contains(message), "\(run.errors)")
  }

  @Test func ofMoreThanAThousandNoneIsCompared() {
    let most = (1...1_000).map { Self.document("c\($0)", 1) }.joined()
    let run = diff(most)
    #expect(run.status == .success, "\(run.errors)")
    #expect(
      run.output.hasSuffix("no decision and no amount moves in 1000 contracts\n"), "\(run.output)")
    let more = diff(most + Self.document("more", 45))
    #expect(more.status == .unusableInput && more.errors.contains("too-many-contracts"))
    #expect(!more.output.contains("more"), "\(more.output)")
  }

  @Test func whatIsReadFromStandardInputIsReadForBoth() {
    let machine = MemoryMachine(["Old/a.rules": Self.rules, "New/a.rules": Self.stricter])
    machine.standardInput = Self.three
    let status = machine.run(
      arguments: ["diff", "Old", "New", "--contracts", "-", "--source", "office"])
    #expect(status == .failed && machine.output.contains("1 of 3 contracts moves"))
  }

  /// Whatever is in the documents and files beside each other, the versions differ in what two checks
  /// differ in.
  @Test(arguments: ShardedDocuments.seeds)
  func movesWhatChecksDecideOtherwise(_ seed: UInt64) throws {
    let world = ShardedDocuments.run(seed)
    let paths = world.paths.split(separator: " ").map(String.init)
    let old = try #require(world.files["Rules/a.rules"])
    let new = old.replacing("at most USD 50", with: "at most USD 30")
    func contracts(_ files: [String: String], _ arguments: [String]) throws -> [JSONTree] {
      let machine = MemoryMachine(files)
      _ = machine.run(arguments: arguments + ["--as-of", "2013-12-26", "--format", "json"])
      return machine.output.isEmpty
        ? [] : try JSONTree(Data(machine.output.utf8))["contracts"]?.elements ?? []
    }
    func decided(_ rules: String) throws -> [String: [JSONTree?]] {
      var files = world.files
      files["Rules/a.rules"] = rules
      let found = try contracts(files, ["check"] + paths)
      return Dictionary(
        uniqueKeysWithValues: found.map { ($0["id"]?.text ?? "", [$0["decision"], $0["amounts"]]) })
    }
    let (before, after) = (try decided(old), try decided(new))
    var files = world.files
    files["Rules/a.rules"] = nil
    files["Old/a.rules"] = old
    files["New/a.rules"] = new
    let compared = try contracts(
      files, ["diff", "Old", "New"] + paths.flatMap { ["--contracts", $0] })
    #expect(compared.count == before.count)
    for contract in compared {
      let id = try #require(contract["id"]?.text)
      let moves = contract["moves"] == JSONTree.bool(true)
      #expect(moves == (before[id] != after[id]), "seed \(seed), \(id)")
    }
  }
}
