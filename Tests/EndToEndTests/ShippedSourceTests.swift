import Foundation
import Testing

/// The sources of the library, on their examples and on what others publish.
@Suite struct ShippedSources {
  private func check(_ path: String, _ arguments: [String] = []) async throws -> Run {
    try await Program.run(
      ["check", path, "--rules", "Rules", "--format", "json", "--quiet"] + arguments)
  }

  @Test func aReleasePackageIsReviewed() async throws {
    let run = try await check("Rules/sources/examples/ocds-releases.json")
    #expect(run.status == 1, "\(run.errors)")
    let report = try ReportJSON(run.output)
    #expect(
      report.contracts.map(\.id) == ["ocds-illustrative-1/1", "ocds-illustrative-1/2"])
    let first = report.contracts[0]
    #expect(first.object.text("asOf") == "2013-11-30")
    #expect(first.object.text("supplier") == "Illustrative Supplier")
    #expect(first.decision == "suspend-all", "\(first.decision)")
    #expect(report.contracts[1].object.text("supplier") == "several suppliers, by the award")
    // What the standard does not say is not made up.
    for contract in report.contracts {
      #expect(Set(contract.amounts.values) == ["0.00"], "\(contract.amounts)")
    }
  }

  @Test func aRecordPackageIsReviewed() async throws {
    let run = try await check("Rules/sources/examples/ocds-records.json")
    #expect(run.status == 4, "the due day of one milestone is missing: \(run.errors)")
    let report = try ReportJSON(run.output)
    #expect(report.contracts.map(\.id) == ["ocds-illustrative-3/3"])
    #expect(run.text.contains("\"met-in-time\""))
  }

  /// Changes of the package that leave it, or a contract of it, undecided.
  @Test(arguments: [
    (
      "\"currency\": \"USD\" },\n                \"payer\"",
      "\"x\": \"USD\" },\n                \"payer\"", "amount-without-currency"
    ),
    ("\"status\": \"partiallyMet\"", "\"status\": \"nearlyMet\"", "unmapped-text"),
    ("\"dueDate\": \"2013-10-01T00:00:00-04:00\"", "\"dueDate\": \"autumn\"", "not-a-day"),
    ("\"id\": 2,", "\"id\": 1,", "contract-twice"),
    ("\"date\": \"2013-09-30T00:00:00-04:00\",", "", "missing-line"),
    ("\"contracts\": [", "\"contracts\": {}, \"others\": [", "not-an-array"),
  ])
  func aPackageThatIsNotUnderstoodWaits(_ old: String, _ new: String, _ id: String) async throws {
    let example = Program.repository.appending(path: "Rules/sources/examples/ocds-releases.json")
    let text = try String(contentsOf: example, encoding: .utf8)
    try #require(text.contains(old))
    let folder = try TemporaryFolder(["package.json": text.replacing(old, with: new)])
    let path = folder.url.appending(path: "package.json").path(percentEncoded: false)
    let run = try await Program.run(["check", path, "--rules", "Rules", "--format", "json"])
    #expect(run.status == 2)
    #expect(run.errors.contains("error[\(id)]"), "\(run.errors)")
    #expect(try ReportJSON(run.output).contracts.count < 2)
  }

  @Test func aRecordThatIsNotCompiledIsNotPassed() async throws {
    let folder = try TemporaryFolder([
      "package.json": """
      {"publisher":{"name":"P"},"records":[{"ocid":"ocds-x-1","releases":[{"url":"https://x.example"}]}]}
      """
    ])
    let path = folder.url.appending(path: "package.json").path(percentEncoded: false)
    let run = try await Program.run(["check", path, "--rules", "Rules"])
    #expect(run.status == 2 && run.errors.contains("'ocds-x-1' was not decided"), "\(run.errors)")
  }

  @Test func aPortfolioIsDecided() async throws {
    let run = try await check("Rules/sources/examples/portfolio.ndjson")
    #expect(run.status == 1, "\(run.errors)")
    let contracts = try ReportJSON(run.output).contracts
    #expect(contracts.map(\.id) == ["illustrative-1", "illustrative-2"])
    #expect(contracts[0].amounts["pay"] == "40000.00")
    #expect(contracts[0].amounts["retained"] == "4500.00")
    #expect(contracts[0].amounts["deducted"] == "500.00")
    #expect(contracts[1].amounts["withheld"] == "10000.00")
  }

  /// Examples of the standard itself, where they lie beside the checkout.
  @Test func readsTheExamplesOfTheStandard() async throws {
    let folder = Program.repository.appending(path: "../shared/data")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
      .filter { $0.hasPrefix("ocds-") && $0.hasSuffix(".json") }.sorted()
    guard !names.isEmpty else {
      print("skipped: no examples of the standard beside the checkout")
      return
    }
    for name in names {
      let run = try await check(folder.appending(path: name).path(percentEncoded: false))
      #expect(run.status == 0, "\(name): \(run.errors)")
      let contracts = try ReportJSON(run.output).contracts
      #expect(contracts.count == 1, "\(name)")
      for contract in contracts {
        #expect(contract.id.hasPrefix("ocds-"), "\(name)")
        #expect(Set(contract.amounts.values).isSubset(of: ["0.00"]), "\(name)")
      }
    }
  }
}
