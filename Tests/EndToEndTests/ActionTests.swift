import Foundation
import Testing

/// The action of this repository gives the program what its inputs say, whatever they are.
@Suite struct Action {
  private static let hasBash = FileManager.default.isExecutableFile(atPath: "/bin/bash")

  private static func text() throws -> String {
    try String(
      contentsOf: Program.repository.appending(path: ".github/actions/check/action.yml"),
      encoding: .utf8)
  }

  /// The scripts of its steps, each as its lines.
  private static func scripts() throws -> [String] {
    var scripts: [[Substring]] = []
    var isOpen = false
    for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains(/^      run: [|>]/) {
        scripts.append([])
        isOpen = true
      } else if isOpen, line.hasPrefix("        ") {
        scripts[scripts.count - 1].append(line.dropFirst(8))
      } else {
        isOpen = false
      }
    }
    return scripts.map { $0.joined(separator: "\n") }
  }

  /// The arguments that the program is given.
  private func arguments(_ inputs: [String: String]) async throws -> [String] {
    let folder = try TemporaryFolder([
      "holdback/release/holdback": "#!/bin/sh\nprintf '%s\\n' \"$@\"\n",
      "script": try #require(try Self.scripts().last),
    ])
    let defaults = [
      "PATHS": "Contracts", "RULES": "", "AS_OF": "", "FAIL_ON": "dispute", "BASELINE": "",
      "REPORTS": "",
    ]
    let variables = defaults.merging(inputs) { $1 }.map { name, value in
      "\(name)='\(value.replacing("'", with: "'\\''"))'"
    }
    let run = try await Program.shell(
      """
      cd '\(folder.path(""))' && chmod +x holdback/release/holdback &&
      env RUNNER_TEMP="$PWD" \(variables.joined(separator: " ")) bash -e script; ls
      """)
    #expect(run.errors == "")
    let lines = run.text.split(separator: "\n").map(String.init)
    #expect(lines.suffix(2) == ["holdback", "script"], "something else was made")
    return Array(lines.dropLast(2))
  }

  @Test(.enabled(if: hasBash, "there is no bash"))
  func asksForLittleByItself() async throws {
    #expect(
      try await arguments([:]) == [
        "check", "--format", "github", "--fail-on=dispute", "--", "Contracts",
      ])
  }

  @Test(.enabled(if: hasBash, "there is no bash"))
  func passesEveryLineAsOneWord() async throws {
    let found = try await arguments([
      "PATHS": "A b\n\n$(touch made)\n--quiet\n*", "RULES": "Rules\nMore rules\n",
      "AS_OF": "2013-12-26", "FAIL_ON": "never; touch made", "BASELINE": "\"old\".json",
      "REPORTS": "sarif=a b.sarif\njunit=`touch made`.xml",
    ])
    #expect(
      found == [
        "check", "--format", "github", "--fail-on=never; touch made", "--rules=Rules",
        "--rules=More rules", "--as-of=2013-12-26", "--baseline=\"old\".json",
        "--report=sarif=a b.sarif", "--report=junit=`touch made`.xml", "--", "A b",
        "$(touch made)", "--quiet", "*",
      ])
  }

  @Test func putsNoInputIntoAScript() throws {
    let scripts = try Self.scripts()
    #expect(scripts.count == 2)
    for script in scripts { #expect(!script.contains("${{")) }
  }

}

/// What a reader looks up is all that there is.
@Suite struct ReadmeTables {
  @Test func listEveryFormat() async throws {
    let help = try await Program.run(["check", "--help"]).text
    let formats = try #require(help.firstMatch(of: /formats:\n((?:  .+\n)+)/)?.1)
    let words = formats.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(words.count == HostileContracts.formats.count)
    let page = try String(
      contentsOf: Program.repository.appending(path: "README.md"), encoding: .utf8)
    for word in words {
      #expect(page.contains("\n| `\(word)` |"), "\(word)")
    }
  }
}
