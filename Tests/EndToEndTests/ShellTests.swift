import Foundation
import Testing

/// What is printed for shells and for the reader of manual pages is taken by them.
@Suite struct ShellTexts {
  private static func has(_ program: String) -> Bool {
    ["/usr/bin", "/bin", "/usr/local/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
  private static let hasBash = has("bash")
  private static let hasZsh = has("zsh")
  private static let hasFish = has("fish")
  private static let hasMandoc = has("mandoc")

  /// The words that bash offers for the last one of a line, which is split as bash does it.
  private func offers(_ words: [String]) async throws -> [String] {
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let run = try await Program.shell(
      """
      "$HOLDBACK" completions bash > "${TMPDIR:-/tmp}/holdback-$$" &&
      bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _holdback;
      printf "%s\\n" "${COMPREPLY[@]}"' bash "${TMPDIR:-/tmp}/holdback-$$" \(line)
      rm -f "${TMPDIR:-/tmp}/holdback-$$"
      """)
    #expect(run.errors == "")
    return run.text.split(separator: "\n").map(String.init).sorted()
  }

  @Test(
    .enabled(if: hasBash, "there is no bash"),
    arguments: [
      (["ch"], ["check"]), (["--v"], ["--version"]),
      (["check", "--f"], ["--fail-on", "--format"]),
      (["check", "--format", "js"], ["json"]), (["check", "--format", "=", "js"], ["json"]),
      (["check", "--format", "="], ["json", "text"]),
      (["check", "--report", "js"], ["json="]),
      (["check", "--report", "json", "=", "Pack"], ["Package.swift"]),
      (["check", "--report", "=", "json", "=", "Pack"], ["Package.swift"]),
      (["check", "--rules", "Rules/da"], ["Rules/damages.rules"]),
      (["test", "Rules/da"], ["Rules/damages.tests"]),
      (["check", "@", "Pack"], ["@Package.swift"]),
      (["check", "--as-of", ""], []), (["check", "--", "--"], []),
      (["check", "--as-of", "2013-12-26", "--output", "Pack"], ["Package.swift"]),
      (["completions", ""], ["bash", "fish", "zsh"]),
      (["schema", "r"], ["records", "report"]), (["man", ""], []), (["odd", "--"], []),
    ] as [([String], [String])])
  func bashCompletes(_ words: [String], offered: [String]) async throws {
    // What formats there are is not for this to say.
    let found = try await offers(["holdback"] + words)
    let isList = words.last == "="
    #expect(isList ? Set(found).isSuperset(of: offered) : found == offered, "\(found)")
  }

  @Test(
    .enabled(if: hasFish, "there is no fish"),
    arguments: [
      ("ch", ["check"]), ("check --fo", ["--format"]), ("check --format js", ["json"]),
      ("check --format=js", ["--format=json"]),
      ("check --report json=Pack", ["json=Package.swift"]),
      ("completions ", ["bash", "fish", "zsh"]), ("check @Pack", ["@Package.swift"]),
      ("check --as-of ", []),
    ] as [(String, [String])])
  func fishCompletes(_ line: String, offered: [String]) async throws {
    let run = try await Program.shell(
      """
      "$HOLDBACK" completions fish | HOME=/nonexistent fish --no-config -c \
      'source; complete -C "holdback \(line)"'
      """)
    let found = run.text.split(separator: "\n")
      .map { $0.split(separator: "\t").first.map(String.init) ?? "" }
    #expect(Set(found).isSuperset(of: offered) && found.isEmpty == offered.isEmpty, "\(found)")
  }

  @Test(.enabled(if: hasBash, "there is no bash"))
  func bashReadsThem() async throws { try await expectRead(by: "bash") }

  @Test(.enabled(if: hasZsh, "there is no zsh"))
  func zshReadsThem() async throws { try await expectRead(by: "zsh") }

  @Test(.enabled(if: hasFish, "there is no fish"))
  func fishReadsThem() async throws { try await expectRead(by: "fish") }

  private func expectRead(by shell: String) async throws {
    let run = try await Program.shell(
      """
      "$HOLDBACK" completions \(shell) > "${TMPDIR:-/tmp}/holdback-$$" &&
      \(shell) -n "${TMPDIR:-/tmp}/holdback-$$"; echo $?; rm -f "${TMPDIR:-/tmp}/holdback-$$"
      """)
    #expect(run.text == "0\n" && run.errors == "")
  }

  @Test(.enabled(if: hasMandoc, "there is no mandoc"))
  func mandocHasNothingAgainstTheManualPage() async throws {
    let run = try await Program.shell("\"$HOLDBACK\" man | mandoc -T lint -W warning; echo $?")
    #expect(run.text == "0\n", "\(run.text)")
  }
}
