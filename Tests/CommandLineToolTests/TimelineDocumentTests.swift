import ContractModel
import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// `timeline` of contracts that documents state.
@Suite struct TimelineDocuments {
  private static let broken =
    #"{"day":"2013-12-01","contracts":[{"id":"broken","value":"much"}]}"#

  private static func machine(_ lines: [String]) -> MemoryMachine {
    MemoryMachine([
      "Rules/a.rules": ExplainDocuments.rules, "data.ndjson": lines.map { "\($0)\n" }.joined(),
    ])
  }

  /// Follows lines of `data.ndjson`.
  private func follow(
    _ lines: [String], _ arguments: [String] = []
  ) -> (status: CommandLineTool.ExitStatus, output: String, errors: String) {
    let machine = Self.machine(lines)
    let status = machine.run(arguments: ["timeline", "data.ndjson"] + arguments)
    return (status, machine.output, machine.errors)
  }

  @Test func followsFromTheFirstDayToTheLast() {
    let run = follow([ExplainDocuments.closed])
    #expect(run.status == .success && run.errors.isEmpty, "\(run.errors)")
    #expect(
      run.output == """
        closed · Supplier                                               2013-11-05 to 2013-12-02
          2013-11-05  ✗ suspend all
                      nothing invoiced

        """)
  }

  @Test func looksAsFarAsItIsAsked() {
    let run = follow([ExplainDocuments.closed], ["--from", "2013-11-01"])
    #expect(run.output.contains("  2013-11-01  ✓ pay"), "\(run.output)")
    #expect(
      run.output.contains("✗ contract is-open: met → failed data.ndjson:1\n"), "\(run.output)")
  }

  @Test func saysOfWhichThereIsNothingToFollow() {
    let run = follow([#"{"contracts":[{"id":"open","value":1}]}"#])
    #expect(run.status == .unusableInput && run.output.isEmpty)
    #expect(run.errors.contains("'open' names no day: --from DATE says where to begin"))
  }

  @Test func tellsWhatIsWrongWithADocument() {
    let run = follow([Self.broken, ExplainDocuments.closed])
    #expect(run.status == .unusableInput && run.output.contains("closed · Supplier"))
    #expect(run.errors.contains("contract-undecided") && run.errors.contains("data.ndjson:1"))
    let twice = follow([ExplainDocuments.closed, ExplainDocuments.open, ExplainDocuments.closed])
    #expect(twice.status == .unusableInput && twice.errors.contains("contract-twice"))
  }

  @Test(arguments: [
    (["--contract", "close"], "there is no contract named 'close'; did you mean 'closed'?"),
    (["--source", "ofice"], "no source of the rules is named 'ofice'; did you mean 'office'?"),
  ])
  func refusesWhatIsNotThere(_ arguments: [String], _ message: String) {
    let run = follow([ExplainDocuments.closed], arguments)
    #expect(run.status == .unusableInput && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func refusesMoreThanAnybodyReads() {
    let machine = Self.machine([ExplainDocuments.open, ExplainDocuments.closed])
    var options = TimelineOptions()
    options.paths = ["data.ndjson"]
    options.from = .first
    options.to = .first
    var run = RunOfTimeline(options, on: machine.host, mostContracts: 1)
    #expect(run.follow() == .unusableInput && machine.output.isEmpty)
    #expect(
      machine.errors.contains("more than 1 contracts to follow; name one with --contract ID"))
  }

  /// Whatever is in the documents and files beside each other: on the first day of each step and on the
  /// last one, `check` decides what the timeline says, and each contract alone comes out as among all.
  @Test(arguments: ShardedDocuments.seeds)
  func saysWhatIsDecided(_ seed: UInt64) throws {
    let world = ShardedDocuments.run(seed)
    let paths = world.paths.split(separator: " ").map(String.init)
    func contracts(_ arguments: [String]) throws -> [JSONTree] {
      let machine = MemoryMachine(world.files)
      _ = machine.run(arguments: arguments + paths + ["--format", "json"])
      return machine.output.isEmpty
        ? [] : try JSONTree(Data(machine.output.utf8))["contracts"]?.elements ?? []
    }
    let span = ["--from", "2013-10-01", "--to", "2013-12-26"]
    let followed = try contracts(["timeline"] + span)
    var decided: [String: [JSONTree]] = [:]
    for contract in followed {
      let id = try #require(contract["id"]?.text)
      #expect(try contracts(["timeline", "--contract", id] + span) == [contract])
      for step in try #require(contract["steps"]?.elements) {
        let day = try #require(step["through"]?.text)
        let all = try decided[day] ?? contracts(["check", "--as-of", day])
        decided[day] = all
        let checked = try #require(all.first { $0["id"]?.text == id }, "seed \(seed), \(id)")
        #expect(step["decision"] == checked["decision"], "seed \(seed), \(id) on \(day)")
      }
    }
    let checked = try contracts(["check", "--as-of", "2013-12-26"]).map { $0["id"]?.text ?? "" }
    #expect(followed.map { $0["id"]?.text ?? "" } == checked.sorted())
  }
}
