import Foundation
import SourceText
import Testing

/// Every format over documents of somebody else whose ids and texts are hostile: no rule of the language
/// has kept anything out of them.
@Suite struct HostileDocuments {
  private static let texts =
    HostileWorld.texts + [
      "##[error]paid", "::error file=x::y", "::error", "<script>alert(1)</script>",
      "abc\u{202E}dcba", String(repeating: "x", count: 10_000), "a b  c", " lead", "trail ",
      String(repeating: "é", count: 100), String(repeating: "é", count: 101),
      "::set-output name=x::y",
    ]

  /// Whether a text can be the id of a contract.
  private static func canBeID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && !text.hasPrefix(" ") && !text.hasSuffix(" ")
      && text.unicodeScalars.allSatisfy { !VisibleText.isControl($0) && !VisibleText.isHidden($0) }
  }

  private func check(_ documents: [String]) async throws -> (run: Run, folder: TemporaryFolder) {
    let folder = try DocumentWorld.folder(["data.ndjson": documents.map { $0 + "\n" }.joined()])
    let reports = HostileContracts.formats.map { ["--report", "\($0)=\($1)"] }.joined()
    let run = try await Program.run(["check", "data.ndjson", "--verbose"] + reports, in: folder)
    return (run, folder)
  }

  @Test func idsAreNotObeyed() async throws {
    let texts = Self.texts.reduce(into: [String]()) { kept, text in
      if !kept.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { kept.append(text) }
    }
    let (run, folder) = try await check(
      texts.map { DocumentWorld.document($0, title: "t", isPassed: false) })
    #expect(run.status == 2, "\(run.errors.prefix(2000))")
    try HostileContracts().check(
      run, in: folder, contractCount: texts.count { Self.canBeID($0) })
    // An id that is no name is told, not the whole of it over and over.
    #expect(run.errors.utf8.count < 400_000)
  }

  @Test func textsAreNotObeyed() async throws {
    let (run, folder) = try await check(
      Self.texts.enumerated().map { number, text in
        DocumentWorld.document("c\(number)", title: text, isPassed: false)
          .replacing("\"vendor\":\"V\"", with: "\"vendor\":\(DocumentWorld.json(text))")
          .replacing(
            "\"functions\":[{\"id\":\"f\"",
            with: "\"functions\":[{\"id\":\"f\",\"name\":\(DocumentWorld.json(text))")
      })
    #expect(run.status == 1, "\(run.errors.prefix(2000))")
    try HostileContracts().check(run, in: folder, contractCount: Self.texts.count)
  }

  /// What is said of a mistake is no safer than what is said of a contract.
  @Test func valuesInMistakesAreNotObeyed() async throws {
    let (run, folder) = try await check(
      Self.texts.enumerated().flatMap { number, text in
        let value = DocumentWorld.json(text)
        return [
          DocumentWorld.document("r\(number)").replacing("\"ok\":\"y\"", with: "\"ok\":\(value)"),
          DocumentWorld.document("d\(number)")
            .replacing("\"due\":\"2013-10-01\"", with: "\"due\":\(value)"),
          DocumentWorld.document("n\(number)").replacing("50000", with: value),
          DocumentWorld.document("m\(number)")
            .replacing("\"milestone\":\"m\"", with: "\"milestone\":\(value)"),
        ]
      })
    #expect(run.status == 2)
    let report = try ReportJSON(Data(contentsOf: folder.url.appending(path: "report.json")))
    try HostileContracts().check(run, in: folder, contractCount: report.contracts.count)
    #expect(report.contracts.allSatisfy { $0.amounts["pay"] == "500.00" })
  }
}
