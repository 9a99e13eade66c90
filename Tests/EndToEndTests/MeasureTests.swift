import ContractCheck
import ContractModel
import Foundation
import Testing

/// Records that lie in a database are measured there, and decide what they would decide here.
@Suite struct Measures {
  private static let arguments = [
    "--rules", "sample.rules", "--as-of", "2013-12-26", "--format", "json",
  ]

  private static func folder(_ more: [String: String] = [:]) throws -> TemporaryFolder {
    let files = [
      "sample.rules": MeasureWorld.rules, "Contracts/sample.contract": MeasureWorld.contract,
    ]
    return try TemporaryFolder(files.merging(more) { _, new in new })
  }

  private static func digest() throws -> String {
    let query = try #require(MeasureWorld.query(in: .duckdb).text)
    return String(try #require(query.firstMatch(of: /SELECT '([0-9a-f]{64})' AS rules/)).1)
  }

  private static func check(
    _ rows: [String], digest other: String? = nil, _ more: [String: String] = [:]
  ) async throws -> Run {
    var files = more
    files["m.csv"] = MeasureWorld.answer(rows, digest: try other ?? digest())
    return try await Program.run(
      ["check", "Contracts", "--measures", "m.csv"] + arguments, in: try folder(files))
  }

  @Test func decideAsTheRecordsDo() async throws {
    let kept = try await Program.run(
      ["check", "Contracts"] + Self.arguments,
      in: try Self.folder(["Contracts/r.ndjson": MeasureWorld.records]))
    let measured = try await Self.check(MeasureWorld.rows)
    #expect(kept.status == 4 && measured.status == 4, "\(kept.errors)\(measured.errors)")
    let (left, right) = try (
      ReportJSON(kept.output).contract("sample"), ReportJSON(measured.output).contract("sample")
    )
    #expect(left.amounts == right.amounts)
    #expect(left.findings.map(\.told) == right.findings.map(\.told))
    // What no query can tell stays a record, and without one it is not known.
    #expect(right.amounts["pay"] == "0.00")
    #expect(measured.text.contains("\"m.csv\""))
  }

  @Test func anotherAnswerDecidesOtherwise() async throws {
    var rows = MeasureWorld.rows
    rows[0] = rows[0].replacing(",6,4,", with: ",6,2,")
    let run = try await Self.check(rows)
    #expect(run.status == 1, "\(run.errors)")
  }

  /// Ways to spoil one row, and the diagnostic that has to say so.
  static let spoilings: [(row: Int, find: String, replacement: String, id: String)] = [
    (0, ",6,4,", ",-6,4,", "measures-value"), (0, ",6,4,", ",6,7,", "measures-value"),
    (0, ",6,4,", ",6.0,4,", "measures-value"), (0, ",6,4,", ",6,,", "measures-value"),
    (0, ",6,4,,", ",6,4,,1", "measures-value"), (0, ",6,4,", ",06,4,", "measures-value"),
    (1, "60000000", "-1", "measures-value"), (1, "60000000", "6e7", "measures-value"),
    (1, "60000000", "", "measures-value"),
    (2, ",2,3,", ",4,3,", "measures-value"), (2, ",2,3,", ",2,7,", "measures-value"),
    (3, ",1,0", ",7,0", "measures-value"), (4, "fail", "broken", "measures-value"),
    (4, ",0,3,", ",1,3,", "measures-value"), (0, ",,0", ",,2", "measures-faulty"),
    (0, "working/passing", "working/failing", "measures-unasked"),
    (0, "working/passing", "working/slow", "measures-twice"),
    (0, "milestone launch deliverable accounts", "accounts", "measures-missing"),
  ]

  @Test(arguments: spoilings.indices)
  func areRefusedWhereTheyCannotBe(place: Int) async throws {
    let spoiling = Self.spoilings[place]
    var rows = MeasureWorld.rows
    try #require(rows[spoiling.row].contains(spoiling.find))
    rows[spoiling.row] = rows[spoiling.row]
      .replacing(spoiling.find, with: spoiling.replacement)
    let run = try await Self.check(rows)
    #expect(run.status == 2)
    #expect(run.errors.contains("error[\(spoiling.id)]"), "\(run.errors)")
    #expect(run.errors.contains("error[contract-undecided]"))
    #expect(try ReportJSON(run.output).contracts.isEmpty)
  }

  @Test(arguments: ["", "another,column,", "members"])
  func columnsAreThoseOfTheQuery(header: String) async throws {
    let text = MeasureWorld.answer(MeasureWorld.rows, digest: try Self.digest())
    let spoilt =
      header == "members"
      ? text.replacing(",members,", with: ",number,") : "x" + text
    let run = try await Program.run(
      ["check", "Contracts", "--measures", "m.csv"] + Self.arguments,
      in: try Self.folder(["m.csv": spoilt]))
    #expect(run.status == 2)
    #expect(run.errors.contains("error[measures-column]"), "\(run.errors)")
  }

  @Test func areOfTheseTextsAndThisDay() async throws {
    let run = try await Self.check(MeasureWorld.rows, digest: String(repeating: "0", count: 64))
    #expect(run.status == 2)
    #expect(run.errors.contains("error[measures-of-other]"), "\(run.errors)")
    let edited = try await Self.check(
      MeasureWorld.rows, ["sample.rules": MeasureWorld.rules.replacing("50%", with: "49%")])
    #expect(edited.errors.contains("error[measures-of-other]"), "\(edited.errors)")
  }

  @Test func standInThePlaceOfRecords() async throws {
    let run = try await Self.check(
      MeasureWorld.rows, ["Contracts/r.ndjson": MeasureWorld.records])
    #expect(run.status == 2)
    #expect(run.errors.contains("error[measures-and-records]"), "\(run.errors)")
  }

  @Test func aFileThatIsNotThereDecidesNothing() async throws {
    let run = try await Program.run(
      ["check", "Contracts", "--measures", "none.csv"] + Self.arguments, in: try Self.folder())
    #expect(run.status == 2)
    #expect(try ReportJSON(run.output).contracts.isEmpty)
  }

  @Test func documentsHaveTheirOwnRecords() async throws {
    let run = try await Program.run(
      ["check", "x.json", "--measures", "m.csv", "--source", "s"], in: try Self.folder())
    #expect(run.status == 2)
    #expect(run.errors.contains("do not go together"))
  }

  // MARK: The query

  @Test(arguments: SQLDialect.allCases)
  func theQueryIs(in dialect: SQLDialect) throws {
    let query = MeasureWorld.query(in: dialect)
    #expect(query.diagnostics.isEmpty)
    #expect(query.measuredKinds == ["test-runs"])
    let text = try #require(query.text)
    let golden = Program.repository
      .appending(path: "Tests/EndToEndTests/Goldens/\(dialect.rawValue).sql")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data(text.utf8).write(to: golden)
    }
    #expect(text == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test func theCommandWritesIt() async throws {
    let folder = try Self.folder()
    let arguments = [
      "sql", "Contracts", "--rules", "sample.rules", "--as-of", "2013-12-26", "--dialect", "spark",
    ]
    let run = try await Program.run(arguments, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text == MeasureWorld.query(in: .spark).text)
  }

  @Test func ofTwoContractsThereIsNoQuery() async throws {
    let other = MeasureWorld.contract.replacing("contract sample", with: "contract other")
    let run = try await Program.run(
      ["sql", "Contracts", "--rules", "sample.rules"],
      in: try Self.folder(["Contracts/other.contract": other]))
    #expect(run.status == 2)
    #expect(run.errors.contains("that of one contract"))
  }

  @Test func whereNothingIsMeasuredThereIsNoQuery() async throws {
    let rules = MeasureWorld.rules
      .replacing("plural test-runs asserted", with: "plural test-runs keyed by check asserted")
    let run = try await Program.run(
      ["sql", "Contracts", "--rules", "sample.rules"], in: try Self.folder(["sample.rules": rules]))
    #expect(run.status == 3, "\(run.errors)")
    #expect(run.errors.contains("nothing to measure"))
  }
}

extension [String: Any] {
  /// A finding without the records that it cites.
  fileprivate var told: Data? {
    let kept = filter { $0.key != "records" && $0.key != "fingerprint" }
    return try? JSONSerialization.data(withJSONObject: kept, options: .sortedKeys)
  }
}
