import Foundation
import Testing

/// One way to spoil the first of two contracts, and the diagnostic that has to say so.
struct Spoiling: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  let find: String
  let replacement: String
  let id: String

  init(_ name: String, _ file: String, _ find: String, _ replacement: String, _ id: String) {
    self.name = name
    self.file = file
    self.find = find
    self.replacement = replacement
    self.id = id
  }

  var testDescription: String { name }
}

/// Wrong input ends with 2 and one clear diagnostic, and what is right is decided all the same.
@Suite struct BadInput {
  static let contract = "Contracts/a/a.contract"
  static let records = "Contracts/a/status/state.ndjson"

  static let spoilings: [Spoiling] = [
    .init(
      "a misspelt word", contract, "milestone launch \"", "mileston launch \"",
      "unknown-contract-word"),
    .init("a misspelt clause", contract, "working-exchange", "working-exchang", "unknown-clause"),
    .init(
      "a misspelt milestone", contract, "for    milestone launch", "for    milestone lunch",
      "unknown-milestone"),
    .init("a text for a day", contract, "due    2013-10-01", "due    \"soon\"", "wrong-value-type"),
    .init(
      "a day for an amount", contract, "amount USD 5,000,000\n    deliverable",
      "amount 2013-10-01\n    deliverable", "wrong-value-type"),
    .init(
      "a milestone twice", contract, "  invoice one {",
      "  milestone launch \"Again\" {\n    due 2013-11-01\n    amount USD 1\n  }\n  invoice one {",
      "duplicate-name"),
    .init(
      "an invoice twice", contract, "  invoice one {",
      "  invoice one {\n    received 2013-11-01\n    line x {\n      amount USD 1\n    }\n  }\n  invoice one {",
      "duplicate-name"),
    .init(
      "a line twice", contract, "due    2013-10-01", "due    2013-10-01\n    due    2013-10-02",
      "stated-twice"),
    .init(
      "too large an amount", contract,
      "line launch {\n      for    milestone launch\n      amount USD 5,000,000",
      "line launch {\n      for    milestone launch\n      amount USD 999,999,999,999,999,999,999",
      "money-out-of-range"),
    .init(
      "two currencies", contract,
      "line launch {\n      for    milestone launch\n      amount USD 5,000,000",
      "line launch {\n      for    milestone launch\n      amount EUR 5,000,000", "second-currency"),
    .init(
      "an unknown currency", contract, "amount USD 5,000,000\n    deliverable",
      "amount USX 5,000,000\n    deliverable", "unknown-currency"),
    .init("a day that is not", contract, "due    2013-10-01", "due    2013-02-30", "bad-date"),
    .init("a brace too few", contract, "\"Accounts\"\n  }", "\"Accounts\"", "unclosed-brace"),
    .init(
      "hidden characters", contract, "\"Enrolment\"", "\"Enrol\u{202E}ment\"", "hidden-character"),
    .init("a misspelt word of a field", records, "works", "wroks", "unknown-record-word"),
    .init("a misspelt field", records, "\"state\"", "\"sate\"", "unknown-record-field"),
    .init("a misspelt kind", records, "\"capability\"", "\"capabilty\"", "unknown-record-kind"),
    .init("an unknown subject", records, "\"accounts\"", "\"acounts\"", "unknown-subject"),
    .init("an unknown role", records, "\"verifier\"", "\"verifyer\"", "unknown-role"),
    .init("a number for a word", records, "\"works\"", "1", "value-of-wrong-type"),
    .init(
      "a day that is not, in a record", records, "2013-11-01", "2013-11-31", "value-of-wrong-type"),
    .init(
      "a key twice", records, "\"state\":", "\"state\": \"fails\", \"state\":", "json-duplicate-key"
    ),
    .init(
      "an id twice", records, "\"state\": \"works\"}",
      "\"state\": \"works\", \"id\": \"r1\"}\n{\"record\": \"capability\", \"about\": \"accounts\", \"by\": \"buyer\", \"dated\": \"2013-12-01\", \"state\": \"works\", \"id\": \"r1\"}",
      "duplicate-record-id"),
    .init("no asserter", records, "\"by\": \"verifier\", ", "", "record-without-asserter"),
    .init(
      "a day to come", records, "\"dated\": \"2013-11-01\"",
      "\"dated\": \"2014-06-01\", \"recorded\": \"2013-11-01\"", "recorded-too-early"),
    .init("no day", records, "\"dated\": \"2013-11-01\", ", "", "record-without-date"),
    .init(
      "a value outside its range", records, "\"state\": \"works\"",
      "\"state\": \"works\", \"share\": \"101%\"", "value-outside-domain"),
    .init("a bare word", records, "\"works\"", "True", "json-bad-word"),
    .init("an open string", records, "\"works\"}", "\"works", "json-unterminated"),
    .init("a record that is none", records, "{\"record\"", "[1]\n{\"record\"", "record-not-object"),
  ]

  private func run(_ files: [String: String]) async throws -> Run {
    try await Program.run(ReportedContracts.arguments, in: try TemporaryFolder(files))
  }

  @Test(arguments: spoilings)
  func isSaidWhereItStandsAndTheRestDecided(_ spoiling: Spoiling) async throws {
    var files = SmallWorld.files
    let text = try #require(files[spoiling.file])
    let spoilt = text.replacing(spoiling.find, with: spoiling.replacement, maxReplacements: 1)
    try #require(spoilt != text)
    files[spoiling.file] = spoilt
    let run = try await run(files)
    #expect(run.status == 2)
    let said = run.errors.split(separator: "\n\n").filter {
      $0.hasPrefix("error[\(spoiling.id)]: ")
    }
    #expect(said.count == 1, "\(run.errors)")
    let place = try Regex("--> \(spoiling.file):[0-9]+:[0-9]+\n")
    #expect(said.allSatisfy { $0.contains(place) && $0.contains("= help: ") }, "\(run.errors)")
    let report = try ReportJSON(run.output)
    #expect(try report.contract("b").amounts["pay"] == "5000000.00")
    #expect(report.contracts.allSatisfy { $0.id == "b" })
  }

  @Test(arguments: [
    ("a misspelt word", "require finding", "requre finding", "unknown-statement"),
    ("a misspelt name", "require finding is works", "require findng is works", "unknown-name"),
    ("a misspelt value", "is works", "is wroks", "unknown-word"),
    (
      "a rule twice", "  rule deliverable",
      "  rule deliverable-works for contract {\n    then notify buyer of \"x\"\n  }\n  rule deliverable",
      "declared-twice"
    ),
    ("nothing that releases", " until met", "", "expected-word"),
  ])
  func inRulesLeavesNothingDecidedByThem(
    _ name: String, find: String, replacement: String, id: String
  ) async throws {
    var files = SmallWorld.files
    files["Rules/exchange.rules"] = SmallWorld.rules.replacing(find, with: replacement)
    let run = try await run(files)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[\(id)]: "), "\(run.errors)")
    #expect(try ReportJSON(run.output).contracts.isEmpty)
  }

  /// A record without its key could hide another one, as a closed defect an open one.
  @Test func aRecordWithoutItsKeyLeavesTheContractUndecided() async throws {
    var files = SmallWorld.files
    files["Rules/exchange.rules"] = SmallWorld.rules.replacing(
      "evidence capability plural capabilities asserted",
      with: "evidence capability plural capabilities keyed by number asserted"
    ).replacing("  dated date\n", with: "  dated date\n  number text\n")
    let keyed = SmallWorld.records.replacing("\"about\"", with: "\"number\": \"1\", \"about\"")
    files["Contracts/b/status/state.ndjson"] = keyed
    let run = try await run(files)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[record-without-key]: "), "\(run.errors)")
    #expect(try ReportJSON(run.output).contracts.map(\.id) == ["b"])
  }

  @Test func twoContractsOfOneNameAreNotBothDecided() async throws {
    var files = SmallWorld.files
    files["Contracts/c/c.contract"] = SmallWorld.contract(named: "b")
    files["Contracts/c/status/state.ndjson"] = ""
    let run = try await run(files)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[contract-twice]"))
    #expect(try ReportJSON(run.output).contracts.map(\.id) == ["a", "b"])
  }

  @Test func aCalendarOfANameThatIsTakenLeavesTheContractUndecided() async throws {
    let calendar = "calendar office {\n  weekend none\n  covers 2013-01-01 through 2013-12-31\n}\n"
    var files = SmallWorld.files
    files["Rules/calendars/office.rules"] = calendar
    files[Self.contract] = calendar + SmallWorld.contract(named: "a")
    let run = try await run(files)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[calendar-twice]"), "\(run.errors)")
    #expect(try ReportJSON(run.output).contracts.map(\.id) == ["b"])
  }

  @Test(arguments: ["../b/status/*", "status/", "./status/*", "status\\\\*"])
  func aPatternThatNamesNoFilesLeavesTheContractUndecided(_ pattern: String) async throws {
    var files = SmallWorld.files
    files[Self.contract] = files[Self.contract]?.replacing("status/*", with: pattern)
    let run = try await run(files)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[pattern-outside-folder]"), "\(run.errors)")
    #expect(try ReportJSON(run.output).contracts.map(\.id) == ["b"])
  }
}
