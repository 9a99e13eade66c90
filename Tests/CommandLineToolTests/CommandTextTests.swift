import CommandLineTool
import Testing

/// What is printed about the commands is made from the rows that they read themselves.
@Suite struct CommandTexts {
  private static func printed(_ commandLine: String) -> String {
    let machine = MemoryMachine()
    #expect(machine.run(commandLine) == .success, "\(machine.errors)")
    #expect(machine.errors.isEmpty)
    return machine.output
  }

  /// Each command, and its options as its own help lists them.
  private static let commands: [(name: String, options: [String])] = {
    let lines = printed("--help").split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.drop { !$0.hasPrefix("usage") }.dropFirst(2).prefix { !$0.isEmpty }
    return rows.filter { !$0.hasPrefix("   ") }.map { row in
      let name = String(row.split(separator: " ")[0])
      let options = printed("\(name) --help").matches(of: /(?m)^  (--[a-z-]+)/).map { String($0.1) }
      return (name, options)
    }
  }()

  @Test func helpListsEveryCommand() {
    #expect(Self.commands.count == 14)
    #expect(Self.commands.allSatisfy { $0.options.last == "--help" })
  }

  @Test(arguments: commands.map(\.name))
  func helpStaysWithinAHundredColumns(_ command: String) {
    let lines = Self.printed("\(command) --help").split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(lines.filter { $0.count > 100 })")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsNameEveryCommandAndOption(_ shell: String) {
    let text = Self.printed("completions \(shell)")
    for (name, options) in Self.commands {
      #expect(text.contains(name))
      for option in options {
        let word = shell == "fish" ? "-l \(option.dropFirst(2))" : option
        #expect(text.contains(word), "\(name) \(option)")
      }
    }
    for words in ["json", "withhold", "always", ".rules", ".tests", "records"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(Self.printed("completions \(shell)") == text)
  }

  @Test func completionsForZshSayWhatTheyAre() {
    #expect(Self.printed("completions zsh").hasPrefix("#compdef holdback\n"))
  }

  @Test func theManualPageNamesEverythingInItsOrder() {
    let page = Self.printed("man")
    let sections = page.matches(of: /(?m)^\.Sh (.*)$/).map { String($0.1) }
    #expect(
      sections == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "ENVIRONMENT", "FILES", "EXIT STATUS",
        "EXAMPLES", "SEE ALSO",
      ])
    for (name, options) in Self.commands {
      #expect(page.contains("\n.Ss \(name)"))
      for option in options {
        #expect(page.contains("\n.It Fl \(option.dropFirst())"), "\(option)")
      }
    }
    for variable in ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "CI"] {
      #expect(page.contains("\n.It Ev \(variable)\n"))
    }
    #expect(page.contains(HoldbackCommand.version))
    #expect(page == Self.printed("man"))
  }

  @Test func theVersionIsPrintedAsJSON() {
    let text = Self.printed("--version --json")
    #expect(text.contains("\"version\": \"\(HoldbackCommand.version)\""))
    let names = text.matches(of: /"([a-z]+)":/).map { String($0.1) }
    #expect(names == ["name", "version", "swift", "platform", "architecture"])
  }

  @Test(arguments: [
    ("completions", "'completions' needs one of bash, zsh, fish"),
    ("completions bsh", "is none of bash, zsh, fish; did you mean 'bash'?"),
    ("completions bash zsh", "'completions' has no use for 'zsh'"),
    ("man holdback", "'man' has no use for 'holdback'"),
    ("schema", "'schema' needs one of report, contract, records"),
    ("schema record", "did you mean 'records'?"),
    ("schema report x", "'schema' has no use for 'x'"),
    ("schema report --quite", "no option is named '--quite'"),
    ("--version --jsn", "did you mean '--json'?"),
    ("--version x", "'--version' has no use for 'x'"),
    ("complete bash", "no command is named 'complete'"),
  ])
  func mistakesAreExplained(_ commandLine: String, message: String) {
    let machine = MemoryMachine()
    #expect(machine.run(commandLine) == .unusableInput)
    #expect(machine.errors.contains(message), "\(machine.errors)")
    #expect(machine.output.isEmpty)
  }
}
