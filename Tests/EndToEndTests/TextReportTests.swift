import Foundation
import Testing

@Suite struct TextReports {
  static let arguments = ["check", "Contracts", "--as-of", "2013-12-26"]
  static let escape = "\u{1B}"

  private func text(_ environment: [String: String] = [:], _ options: String...) async throws
    -> String
  {
    try await Program.run(Self.arguments + options, environment: environment).text
  }

  @Test func haveNoColourInAPipe() async throws {
    #expect(try await !text().contains(Self.escape))
    #expect(try await !text(["TERM": "xterm-256color"]).contains(Self.escape))
  }

  @Test func areColouredOnDemand() async throws {
    #expect(try await text(["FORCE_COLOR": "1"]).contains(Self.escape))
    #expect(try await text(["CLICOLOR_FORCE": "1"]).contains(Self.escape))
    #expect(try await text([:], "--color", "always").contains(Self.escape))
  }

  @Test func haveNoColourWhereNoneIsWanted() async throws {
    #expect(try await !text(["NO_COLOR": "1", "FORCE_COLOR": "1"]).contains(Self.escape))
    #expect(try await !text(["FORCE_COLOR": "1"], "--color", "never").contains(Self.escape))
  }

  @Test func sayTheSameInColour() async throws {
    let coloured = try await text(["FORCE_COLOR": "1"])
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == (try await text()))
  }

  @Test func areColouredOnATerminalUnlessItIsDumb() async throws {
    let shown = try await Program.onTerminal(
      columns: 100, Self.arguments, environment: ["TERM": "xterm"])
    #expect(shown.text.contains(Self.escape))
    for environment in [["TERM": "dumb"], ["TERM": "xterm", "NO_COLOR": "1"]] {
      let plain = try await Program.onTerminal(
        columns: 100, Self.arguments, environment: environment)
      #expect(!plain.text.contains(Self.escape))
    }
  }

  /// However narrow the page, no figure is cut in two or lost.
  @Test(arguments: [20, 40, 60, 200] as [UInt16])
  func loseNoAmountOnANarrowPage(_ columns: UInt16) async throws {
    let wide = try await text()
    let narrow = try await Program.onTerminal(
      columns: columns, Self.arguments, environment: ["NO_COLOR": "1"])
    #expect(narrow.status == 1)
    let figure = /[0-9][0-9,]*\.[0-9]{2}/
    func figures(_ text: String) -> [String] { text.matches(of: figure).map { String($0.0) } }
    #expect(figures(wide).count > 50)
    #expect(figures(narrow.text) == figures(wide))
  }

  @Test func endQuietlyWhereNobodyReads() async throws {
    let closed = try await Program.run(Self.arguments, output: .closedPipe)
    #expect(closed.status == 1 && closed.errors.isEmpty, "\(closed.errors)")
    let head = try await Program.shell(
      "{ \"$HOLDBACK\" check Contracts --as-of 2013-12-26; echo \"ended $?\" >&2; } | head -1")
    #expect(head.text.split(separator: "\n").count == 1)
    #expect(head.errors == "ended 1\n")
  }

  /// A log reads lines that begin with `::` or `##[` as commands; a title must not begin one.
  @Test(arguments: [
    "::error file=x::pwned", "##[error]pwned", "##vso[task.complete]pwned", "pwned\\\" \\\\n::x",
    "\u{1F4A9}::set-output name=x::pwned",
  ])
  func beginNoLineWithTheUsersText(_ title: String) async throws {
    var files = SmallWorld.files
    for (path, text) in files where path.hasSuffix(".contract") {
      files[path] = text.replacing("\"Sample Exchange\"", with: "\"\(title)\"")
        .replacing("\"Enrolment\"", with: "\"\(title)\"")
        .replacing("\"State of Sample\"", with: "\"\(title)\"")
        .replacing("\"Supplier\"", with: "\"\(title)\"")
    }
    files["Contracts/a/status/state.ndjson"] = SmallWorld.records
      .replacing("}", with: ", \"source\": \"\(title)\", \"::error\": \"\(title)\"}")
    let folder = try TemporaryFolder(files)
    for options in [[], ["--verbose"]] {
      let run = try await Program.run(Self.arguments + options, in: folder)
      for line in (run.text + run.errors).split(separator: "\n") {
        let start = line.drop { $0 == " " }
        #expect(!start.hasPrefix("::") && !start.hasPrefix("##"), "\(line)")
        #expect(!start.hasPrefix("pwned") && !start.hasPrefix("\u{1F4A9}"), "\(line)")
      }
      #expect(!run.text.contains(Self.escape))
    }
  }

  @Test(arguments: ["\u{1B}[2J", "\u{7}", "\u{9B}31m", "\u{202E}", "\u{200B}"])
  func showWhatCannotBeSeen(_ hidden: String) async throws {
    var files = SmallWorld.files
    let phrase = "\"works\", \"phrase\": \"\(hidden)\", \"sate\(hidden)\": 1"
    files["Contracts/a/status/state.ndjson"] = SmallWorld.records
      .replacing("\"works\"", with: phrase)
    files["Contracts/b/b.contract"] = SmallWorld.contract(named: "b")
      .replacing("Enrolment", with: "Enrol\(hidden)ment")
    let run = try await Program.run(Self.arguments, in: try TemporaryFolder(files))
    #expect(run.status == 2)
    #expect(!run.text.contains(hidden) && !run.errors.contains(hidden))
  }
}
