import Reporting
import Testing

@Suite struct Annotations {
  /// Reads a command as the runner of GitHub does.
  private struct Command {
    let level: Substring
    let properties: [String: String]
    let message: String

    init?(_ line: Substring) {
      guard line.hasPrefix("::") else { return nil }
      let body = line.dropFirst(2)
      guard let end = body.firstRange(of: "::") else { return nil }
      let words = body[..<end.lowerBound].split(separator: " ", maxSplits: 1)
      level = words[0]
      let pairs = words[1].split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
      properties = Dictionary(
        uniqueKeysWithValues: pairs.map {
          (
            String($0[0]),
            Self.unescaped(
              $0[1].replacing("%3A", with: ":").replacing("%2C", with: ","))
          )
        })
      message = Self.unescaped(body[end.upperBound...])
    }

    private static func unescaped(_ text: Substring) -> String {
      text.replacing("%0D", with: "\r").replacing("%0A", with: "\n")
        .replacing("%25", with: "%").description
    }
  }

  private func commands(_ report: Report) -> [Command] {
    AnnotationReport(.gitHub).rendering(report).lines.compactMap(Command.init)
  }

  @Test(arguments: [
    "100%25 done", "a,line=9::b", "x::y", "50%, and more", "late: by 3 days", "%0A", "%3A",
  ])
  func textsComeBackFromGitHub(_ text: String) throws {
    let report = SampleContract(title: text, message: text, contractPath: text).report
    let commands = commands(report)
    #expect(commands[0].properties["title"] == text)
    #expect(commands[0].properties["file"] == text)
    #expect(commands.contains { $0.message.hasPrefix("failed: \(text)\n") })
    let names = Set(commands.flatMap(\.properties.keys))
    #expect(names.isSubset(of: ["file", "line", "col", "endLine", "endColumn", "title"]))
  }

  @Test func theDecisionComesFirstAndEveryVerdictHasItsLevel() {
    let commands = commands(SampleContract().report)
    #expect(commands[0].message.hasPrefix("withhold: pay USD 0.00 of more than USD 6,100,000.00"))
    #expect(
      commands.map(\.level)
        == ["error", "error", "warning", "warning", "error", "notice", "warning"])
  }

  /// A rule that takes no money is only a warning, for whoever shows it.
  @Test(arguments: [Report.sample(), .costingNothing])
  func allServicesTellAlike(_ report: Report) throws {
    let gitHub = commands(report).filter { $0.properties["file"]?.hasSuffix(".contract") == true }
      .map { String($0.level) }.filter { $0 != "notice" }
    let azure = AnnotationReport(.azure).rendering(report).lines.compactMap {
      $0.firstMatch(of: /type=([a-z]+);sourcepath=[^;]+\.contract;.*code=(?!waiver;)/)
    }.map { String($0.1) }
    let runs = try json(FormatCase.sarif.text(report))["runs"] as? [JSONObject]
    let results = try #require(runs?.first?["results"] as? [JSONObject])
    #expect(gitHub == results.compactMap { $0["level"] as? String })
    #expect(azure == gitHub)
    let issues = try json(FormatCase.gitlab.text(report), as: [JSONObject].self)
    let isGrave = issues.map { ["critical", "blocker"].contains($0["severity"] as? String) }
    #expect(isGrave == gitHub.map { $0 == "error" })
  }

  @Test func whatWasKnownIsCountedOnly() {
    let text = AnnotationReport(.gitHub).rendering(.mixed)
    #expect(text.count(of: "::error ") == 4)
    #expect(text.hasSuffix("; incomplete: not everything could be decided; 5 known before\n"))
  }

  @Test func azureIsTriedWithItsOwnSigns() throws {
    let text = "a; b] c%\u{2028}"
    let report = SampleContract(title: text, message: text, contractPath: text).report
    let lines = AnnotationReport(.azure).rendering(report).lines
    let path = "sourcepath=a%3B b%5D c%AZP25\\u{2028};linenumber="
    #expect(lines[0].contains(path))
    let message = try #require(lines[0].split(separator: "]", maxSplits: 1).last)
    #expect(message.hasPrefix("a; b] c%AZP25\\u{2028}: withhold: "))
    #expect(lines.dropLast(2).allSatisfy { $0.hasPrefix("##vso[task.logissue type=") })
  }
}
