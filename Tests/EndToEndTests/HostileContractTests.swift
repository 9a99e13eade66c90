import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every format over contracts whose texts, records and file names are hostile.
///
/// `KEEP_REPORTS=FOLDER` leaves the reports there under the names that their consumers look for, to be
/// given to the real ones.
@Suite struct HostileContracts {
  /// The formats with the names of their files.
  static let formats = [
    ("text", "report.txt"), ("json", "report.json"), ("junit", "junit.xml"),
    ("sarif", "report.sarif"), ("tap", "report.tap"), ("ctrf", "report.ctrf.json"),
    ("github", "github.txt"), ("gitlab", "codequality.json"), ("azure", "azure.txt"),
    ("markdown", "report.md"), ("html", "report.html"), ("csv", "report.csv"),
    ("attestation", "statement.json"),
  ]

  private func run(over folder: TemporaryFolder, keptAs name: String) async throws -> Run {
    let reports = Self.formats.map { ["--report", "\($0)=\($1)"] }.joined()
    let run = try await Program.run(
      ["check", "Contracts", "--as-of", "2013-12-26", "--verbose"] + reports, in: folder)
    if let kept = ProcessInfo.processInfo.environment["KEEP_REPORTS"] {
      let target = URL(filePath: kept).appending(path: name)
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
      for (_, file) in Self.formats {
        try Data(contentsOf: folder.url.appending(path: file)).write(
          to: target.appending(path: file))
      }
      try Data((run.text + run.errors).utf8).write(to: target.appending(path: "terminal.txt"))
    }
    return run
  }

  @Test func saysNothingThatIsObeyed() async throws {
    let folder = try HostileWorld.folder(of: HostileWorld.texts.map { [$0] })
    let run = try await run(over: folder, keptAs: "hostile")
    #expect(run.status == 1, "\(run.errors)")
    try check(run, in: folder, contractCount: HostileWorld.texts.count)
  }

  /// The same with files that cannot be used: what is said of them is no safer.
  @Test func saysNothingThatIsObeyedOfBrokenFiles() async throws {
    let folder = try HostileWorld.folder(of: HostileWorld.texts.map { [$0] })
    let contracts = folder.url.appending(path: "Contracts")
    for name in try FileManager.default.contentsOfDirectory(
      atPath: contracts.path(percentEncoded: false))
    {
      let place = contracts.appending(path: name)
      try FileManager.default.createDirectory(
        at: place.appending(path: "status"), withIntermediateDirectories: true)
      try Data("{\"record\": \"\(name)\"}\n{".utf8)
        .write(to: place.appending(path: "status/\(name).ndjson"))
    }
    let run = try await run(over: folder, keptAs: "broken")
    #expect(run.status == 2)
    try check(run, in: folder, contractCount: 0)
  }

  @Test func saysNothingThatIsObeyedOfNaughtyStrings() async throws {
    let shared = Program.repository.appending(path: "../shared/suites")
    guard
      let strings = try? Data(contentsOf: shared.appending(path: "blns/blns.json")),
      let rows = try? String(
        contentsOf: shared.appending(path: "own/injection.tsv"), encoding: .utf8)
    else {
      print("skipped: no suites of naughty strings beside the checkout")
      return
    }
    var texts = try #require(try JSONSerialization.jsonObject(with: strings) as? [String])
    for row in rows.split(separator: "\n") where !row.hasPrefix("#") {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      let quoted = Data(
        "\"\(cells[1].replacing("\"", with: "\\\"").replacing("\\\\x", with: "\\\\x"))\"".utf8)
      texts.append(
        (try? JSONSerialization.jsonObject(with: quoted, options: .fragmentsAllowed)) as? String
          ?? String(cells[1]))
    }
    // Enough contracts for every text to stand in a field three times, each time in another one.
    let shift = texts.count / 60
    let lists = (0..<180).map { number in
      (0..<30).map { texts[(number * shift + $0 * 7 + number / 60) % texts.count] }
    }
    #expect(Set(lists.joined()).count == Set(texts).count)
    let folder = try HostileWorld.folder(of: lists)
    let run = try await run(over: folder, keptAs: "naughty")
    #expect(run.status == 1, "\(run.errors.suffix(2000))")
    try check(run, in: folder, contractCount: lists.count)
  }

  func check(_ run: Run, in folder: TemporaryFolder, contractCount: Int) throws {
    var files = ["standard output": run.text, "standard error": run.errors]
    for (_, file) in Self.formats { files[file] = try folder.text(file) }
    for (file, text) in files { expectHarmless(text, in: file) }
    try expectCounts(in: folder, contractCount: contractCount)
  }

  /// What a runner of workflows or a terminal would obey; the commands of two formats are our own.
  private func expectHarmless(_ text: String, in file: String) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let isCommand = file == "azure.txt" && line.hasPrefix("##vso[task.logissue type=")
      let rest = isCommand ? line.dropFirst(5) : line
      #expect(!rest.contains("##[") && !rest.contains("##vso["), "\(file):\(number + 1): \(line)")
      let isAnnotation =
        file == "github.txt"
        && ["::error ", "::warning ", "::notice "].contains(where: line.hasPrefix)
      let trimmed = line.drop { $0.isWhitespace }
      #expect(isAnnotation || !trimmed.hasPrefix("::"), "\(file):\(number + 1): \(line)")
    }
    let obeyed = text.unicodeScalars.first { scalar in
      scalar != "\n"
        && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          || (0x200B...0x200F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value))
    }
    #expect(obeyed == nil, "\(file) holds U+\(String(obeyed?.value ?? 0, radix: 16))")
  }

  /// Every format of tests counts what the JSON report counts.
  private func expectCounts(in folder: TemporaryFolder, contractCount: Int) throws {
    let report = try ReportJSON(Data(contentsOf: folder.url.appending(path: "report.json")))
    #expect(report.contracts.count == contractCount)
    let summary = try #require(report.top["summary"] as? [String: Any])
    let cases = try #require(summary["cases"] as? [String: Int])
    let all = cases.values.reduce(0, +)

    let junit = JUnitCounts()
    let parser = XMLParser(data: try Data(contentsOf: folder.url.appending(path: "junit.xml")))
    parser.delegate = junit
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(junit.counts["testcase"] == all)
    #expect(junit.counts["failure", default: 0] == cases["failed"])
    #expect(junit.counts["error", default: 0] == cases["undecided"])
    #expect(junit.counts["skipped", default: 0] == cases["skipped"])

    let tap = try folder.text("report.tap").split(separator: "\n")
    #expect(tap.prefix(2) == ["TAP version 13", "1..\(all)"])
    #expect(
      tap.count { $0.hasPrefix("not ok ") } == cases["failed", default: 0]
        + cases["undecided", default: 0])
    #expect(
      tap.count { $0.hasPrefix("ok ") } == cases["passed", default: 0]
        + cases["skipped", default: 0])

    for file in ["report.sarif", "report.ctrf.json", "codequality.json", "statement.json"] {
      let data = try Data(contentsOf: folder.url.appending(path: file))
      #expect((try? JSONSerialization.jsonObject(with: data)) != nil, "\(file)")
    }
    let markdown = try folder.text("report.md").split(separator: "\n")
    #expect(!markdown.contains { $0.hasSuffix(" ") })
    let html = try folder.text("report.html").lowercased()
    for element in ["<script", "<img", "<svg/", "<details><summary>x", "<iframe", "<a href=\"http"]
    {
      #expect(!html.contains(element), "report.html holds \(element)")
    }
  }
}

/// Counts the elements of a report in XML.
private final class JUnitCounts: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
  }
}
