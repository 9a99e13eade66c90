import CommandLineTool
import TestSupport
import Testing

/// What many contracts have in common is told once.
@Suite struct WarningsTold {
  private static let rules =
    DocumentInputs.closed + DocumentInputs.paid + """
      source office {
        reads json-lines
        contract from "id" {
          party buyer    "State"
          party supplier "Supplier"
          incorporates closed
          incorporates paid
        }
      }

      """

  private func run(_ count: Int, _ arguments: [String]) -> MemoryMachine {
    let lines = (1...count).map { "{\"id\":\"c\($0)\"}\n" }.joined()
    let machine = MemoryMachine(["Rules/a.rules": Self.rules, "data.ndjson": lines])
    _ = machine.run(arguments: arguments + ["data.ndjson", "--as-of", "2013-12-26"])
    return machine
  }

  @Test(arguments: [["check", "--jobs", "1"], ["check", "--jobs", "2"], ["explain"]])
  func aboutTheRulesWithTheFirstContract(_ command: [String]) {
    let warning = "the rule 'is-small' is about no part of contract 'c1'"
    let one = run(1, command).errors
    #expect(one.contains(warning) && !one.contains("more contract"), "\(one)")
    let two = run(2, command).errors
    #expect(two.contains("holdback: note: 1 more contract has the warning"), "\(two)")
    let many = run(12, command).errors
    #expect(many.contains(warning) && many.split(separator: "about no part").count == 2)
    #expect(
      many.contains(
        "note: 11 more contracts have the warning 'rule-without-subject' at Rules/a.rules:"),
      "\(many)")
  }

  @Test func reportsHaveThemAll() {
    let report = run(3, ["check", "--format", "json"]).output
    for id in ["c1", "c2", "c3"] {
      #expect(report.contains("is about no part of contract '\(id)'"))
    }
  }

  @Test func aQuietRunTellsNone() {
    #expect(run(3, ["check", "--quiet"]).errors.isEmpty)
  }
}
