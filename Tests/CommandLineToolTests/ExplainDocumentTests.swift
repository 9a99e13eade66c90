import ContractModel
import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// `explain` of contracts that documents state.
@Suite struct ExplainDocuments {
  static let rules =
    DocumentInputs.closed + """
      source office {
        reads json-lines
        each "contracts" {
          contract from "id" {
            as-of from "/day"
            party buyer    "State"
            party supplier "Supplier"
            value from "value" in USD 1
            incorporates closed
            each optional "closings" {
              closing {
                dated       from "on"
                asserted by buyer
              }
            }
          }
        }
      }

      """

  static let open = #"{"day":"2013-12-01","contracts":[{"id":"open","value":1}]}"#
  static let closed =
    #"{"day":"2013-12-01","contracts":[{"id":"closed","value":1,"closings":[{"on":"2013-11-05"}]}]}"#
  private static let broken =
    #"{"day":"2013-12-01","contracts":[{"id":"broken","value":"much"},{"id":"whole","value":1}]}"#

  /// Explains lines of `data.ndjson`.
  private func explain(
    _ lines: [String], _ arguments: [String] = [], asOf: String? = "2013-12-26"
  ) -> (status: CommandLineTool.ExitStatus, output: String, errors: String) {
    let machine = MemoryMachine([
      "Rules/a.rules": Self.rules, "data.ndjson": lines.map { "\($0)\n" }.joined(),
    ])
    let day = asOf.map { ["--as-of", $0] } ?? []
    let status = machine.run(arguments: ["explain", "data.ndjson"] + day + arguments)
    return (status, machine.output, machine.errors)
  }

  @Test func saysWhyAndWhere() {
    let run = explain([Self.open, Self.closed], asOf: nil)
    #expect(run.status == .success)
    #expect(run.output.contains("✗ closed · Supplier"), "\(run.output)")
    #expect(run.output.contains("suspend all · as of 2013-12-01\n"))
    #expect(run.output.contains("requires no closings: no"))
    #expect(run.output.contains("          data.ndjson:2\n"))
    #expect(run.output.contains("✓ open · Supplier"))
  }

  @Test func theDayThatIsAskedForHolds() {
    let run = explain([Self.closed], ["--format", "json"])
    #expect(run.output.contains(#""asOf": "2013-12-26""#) && !run.output.contains("2013-12-01"))
    let stated = explain([Self.closed], ["--format", "json"], asOf: nil)
    #expect(stated.output.contains(#""asOf": "2013-12-01""#))
  }

  @Test func explainsTheOneThatIsAskedFor() {
    let run = explain([Self.open, Self.closed, Self.broken], ["--contract", "open"])
    #expect(run.status == .success && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("✓ open") && !run.output.contains("closed ·"))
  }

  /// What is wrong with a document is told for each of its contracts, and with a line that may be of any.
  @Test func tellsWhatIsWrongWithTheOneThatIsAskedFor() {
    let run = explain([Self.broken, Self.closed], ["--contract", "whole"])
    #expect(run.status == .unusableInput && run.output.isEmpty)
    #expect(run.errors.contains("contract-undecided") && run.errors.contains("\"much\""))
    let cut = explain([Self.open, #"{"contracts":"#], ["--contract", "open"])
    #expect(cut.status == .unusableInput && cut.output.contains("✓ open"))
    #expect(cut.errors.contains("json-unterminated"))
    let twice = explain([Self.open, Self.closed, Self.open], ["--contract", "open"])
    #expect(twice.status == .unusableInput && twice.errors.contains("contract-twice"))
  }

  @Test(arguments: [
    (["--contract", "close"], "there is no contract named 'close'; did you mean 'closed'?"),
    (["--rule", "is-opn"], "not judged by a rule named 'is-opn'; did you mean 'is-open'?"),
    (["--source", "ofice"], "no source of the rules is named 'ofice'; did you mean 'office'?"),
  ])
  func refusesWhatIsNotThere(_ arguments: [String], _ message: String) {
    let run = explain([Self.open, Self.closed], arguments)
    #expect(run.status == .unusableInput && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func saysNothingThatIsObeyed() {
    let run = explain(
      [#"{"day":"2013-12-01","contracts":[{"id":"op\u001ben"}]}"#], ["--contract", "open"])
    #expect(run.errors.contains(#"named 'open'; did you mean 'op\u{1B}en'?"#), "\(run.errors)")
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test func refusesMoreThanAnybodyReads() {
    let machine = MemoryMachine([
      "Rules/a.rules": Self.rules, "data.ndjson": "\(Self.open)\n\(Self.closed)\n",
    ])
    var options = ExplainOptions()
    options.paths = ["data.ndjson"]
    options.asOf = .first
    var run = RunOfExplain(options, on: machine.host, mostContracts: 1)
    #expect(run.explain() == .unusableInput && machine.output.isEmpty)
    #expect(
      machine.errors.contains("more than 1 contracts to explain; name one with --contract ID"))
  }

  /// Whatever is in the documents and files beside each other: what `check` decides is explained, and
  /// each contract alone as among all.
  @Test(arguments: ShardedDocuments.seeds)
  func explainsWhatIsDecided(_ seed: UInt64) throws {
    let world = ShardedDocuments.run(seed)
    let paths = world.paths.split(separator: " ").map(String.init)
    func contracts(_ arguments: [String]) throws -> [JSONTree] {
      let machine = MemoryMachine(world.files)
      _ = machine.run(
        arguments: arguments + paths + ["--as-of", "2013-12-26", "--format", "json"])
      return machine.output.isEmpty
        ? [] : try JSONTree(Data(machine.output.utf8))["contracts"]?.elements ?? []
    }
    func decisions(_ contracts: [JSONTree]) -> [[JSONTree?]] {
      contracts.map { [$0["id"], $0["decision"]] }
    }
    let explained = try contracts(["explain"])
    let checked = decisions(try contracts(["check"]))
    #expect(decisions(explained) == checked.sorted { ($0[0]?.text ?? "") < ($1[0]?.text ?? "") })
    for contract in explained {
      let id = try #require(contract["id"]?.text)
      #expect(try contracts(["explain", "--contract", id]) == [contract], "seed \(seed), \(id)")
    }
  }
}
