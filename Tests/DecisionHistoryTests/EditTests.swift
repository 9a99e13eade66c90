import ContractCheck
import ContractModel
import Foundation
import Testing

@testable import DecisionHistory

@Suite struct Edits {
  private static let rules = SampleWorld().rules
  private static let contract = SampleWorld().contract

  private func edits(_ old: CheckInput, _ new: CheckInput) -> [String] {
    EditPlan(from: old, to: new).edits.map { "\($0.text.kind.rawValue) \($0.text.what)" }
  }

  @Test(arguments: [
    (
      "require finding is works", "require finding is works or degraded",
      "changed rule deliverable-works of clause working"
    ),
    ("default 20%", "default 30%", "changed term cap of clause late"),
    ("up to cent\n  term", "even to cent\n  term", "changed rounds of clause late"),
    ("rounds half up to cent\n  term", "term", "removed rounds of clause late"),
    ("cites \"5\"", "cites \"6\"", "changed cites of clause late"),
    ("\"Damages for delay\"", "\"Damages\"", "changed clause late"),
    ("works or degraded or fails", "works or fails", "changed record capability"),
    ("days-late means", "days-late     means", ""),
    ("/// What does not work is not paid.", "/// Another comment.", ""),
  ])
  func ofRulesAreFound(_ text: String, _ other: String, _ edit: String) {
    let old = SampleWorld().input()
    var new = old
    let changed = Self.rules.replacing(text, with: other)
    #expect(changed != Self.rules)
    new.ruleFiles = [InputFile(path: "b.rules", bytes: Array(changed.utf8))]
    #expect(edits(old, new) == (edit.isEmpty ? [] : [edit]))
  }

  @Test(arguments: [
    (
      "due    2013-10-01", "due 2013-11-01",
      ["changed due of milestone launch of contract sample"]
    ),
    (
      "party verifier \"Verifier\"", "",
      ["removed party verifier of contract sample"]
    ),
    ("\"Enrolment\"", "\"Open enrolment\"", ["changed milestone launch of contract sample"]),
    ("  incorporates working\n", "", ["removed incorporates working of contract sample"]),
    (
      "received 2013-10-25", "received 2013-10-26\n    number \"1\"",
      [
        "changed received of invoice one of contract sample",
        "added number of invoice one of contract sample",
      ]
    ),
    (
      "USD 1000 per", "USD 2000 per",
      ["changed rate of incorporates late of contract sample"]
    ),
  ])
  func ofContractsAreFound(_ text: String, _ other: String, _ wanted: [String]) {
    let old = SampleWorld().input()
    var new = old
    let changed = Self.contract.replacing(text, with: other)
    #expect(changed != Self.contract)
    new.contractFiles = [InputFile(path: "a.contract", bytes: Array(changed.utf8))]
    #expect(edits(old, new) == wanted)
  }

  @Test func ofRecordsAreFoundInAnyFormatAndOrder() {
    let old = SampleWorld().input()
    var new = old
    let json = "[\(SampleWorld().records.reversed().joined(separator: ",\n"))]"
    new.recordFiles["a.contract"] = [InputFile(path: "x/state.json", bytes: Array(json.utf8))]
    #expect(edits(old, new) == [])
    new.recordFiles["a.contract"] = []
    #expect(
      edits(old, new) == [
        "removed record capability about accounts", "removed record capability about accounts",
        "removed record acceptance about milestone launch",
      ])
  }

  /// So many records are not told one by one, but those of each file are.
  @Test func ofManyRecordsAreTakenTogether() {
    let old = SampleWorld().input()
    var world = SampleWorld()
    world.records += (1...60).map { SampleWorld.capability("2013-12-\(10 + $0 % 10)", "works") }
    #expect(edits(old, world.input()) == ["added 60 records of status/state.ndjson"])
    #expect(!DecisionDiff.comparing(old, to: world.input()).diff.moves)
  }

  @Test func declarationsThatMoveToAnotherFileAreNone() {
    let old = SampleWorld().input()
    var new = old
    let cut = Self.rules.range(of: "clause late")!.lowerBound
    new.ruleFiles = [
      InputFile(path: "a.rules", bytes: Array(Self.rules[..<cut].utf8)),
      InputFile(path: "z.rules", bytes: Array(Self.rules[cut...].utf8)),
    ]
    #expect(edits(old, new) == [])
  }
}
