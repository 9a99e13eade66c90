import CommandLineTool
import ContractCheck
import Testing

@Suite struct Usage {
  @Test(arguments: [
    ("chekc x", "no command is named 'chekc'; did you mean 'check'?"),
    ("frobnicate", "no command is named 'frobnicate'"),
    ("check x --quite", "no option is named '--quite'; did you mean '--quiet'?"),
    ("check x --rule=a", "no option is named '--rule'; did you mean '--rules'?"),
    ("check x --format jsn", "; did you mean 'json'?"),
    ("check x --fail-on=witholds", "never; did you mean 'withhold'?"),
    ("check x --color sometimes", "'sometimes' after '--color' is none of auto, always, never"),
    ("check x --as-of 2013-02-30", "'2013-02-30' after '--as-of' is no day: write YYYY-MM-DD"),
    ("check x --as-of", "'--as-of' needs a value: --as-of DATE"),
    ("check x --report json", "'json' after '--report' is no report: write FORMAT=FILE"),
    ("check x --quiet=yes", "'--quiet' takes no value"),
    ("check", "'check' needs a PATH"),
    ("check --quiet", "'check' needs a PATH"),
  ])
  func mistakesAreExplained(_ commandLine: String, message: String) {
    let machine = MemoryMachine.small
    #expect(machine.run(commandLine) == .unusableInput)
    #expect(machine.errors.contains(message), "\(machine.errors)")
    #expect(machine.errors.hasPrefix("holdback: ") && machine.output.isEmpty)
    #expect(machine.errors.split(separator: "\n").count == 1)
  }

  /// A variable that is not set must not be the working folder.
  @Test(arguments: [
    ["check", ""], ["check", "x", ""], ["check", "--", ""], ["check", "x", "--rules", ""],
    ["check", "x", "--rules="], ["check", "x", "--output", ""], ["explain", ""], ["lint", ""],
    ["format", "--check", ""], ["test", ""],
  ])
  func anEmptyArgumentIsRefused(_ arguments: [String]) {
    let machine = MemoryMachine.small
    #expect(machine.run(arguments: arguments) == .unusableInput)
    #expect(machine.errors.contains("empty, as a variable is that is not set"), "\(machine.errors)")
    #expect(machine.input == nil && machine.output.isEmpty)
  }

  @Test func noArgumentsPrintHelpOnStandardError() {
    let machine = MemoryMachine()
    #expect(machine.run("") == .unusableInput)
    #expect(machine.errors.contains("usage: holdback COMMAND") && machine.output.isEmpty)
  }

  @Test func afterTwoDashesNothingIsAnOption() {
    let machine = MemoryMachine(["--quiet": "", "Rules/a.rules": ""])
    #expect(machine.run("check -- --quiet") == .success)
    #expect(machine.input?.contractFiles.map(\.path) == ["--quiet"])
  }

  @Test func valuesMayFollowAnEqualsSign() {
    let machine = MemoryMachine.small
    #expect(machine.run("check --as-of=2013-12-26 Contracts --format=json") == .success)
    #expect(machine.output.hasPrefix("{\n  \"version\": 1,\n  \"asOf\": \"2013-12-26\""))
  }

  @Test func helpOfACommandIsItsHelp() {
    let (machine, other) = (MemoryMachine([:]), MemoryMachine([:]))
    #expect(machine.run(arguments: ["help", "merge"]) == .success)
    #expect(other.run(arguments: ["merge", "--help"]) == .success)
    #expect(machine.output == other.output && !machine.output.isEmpty)
    #expect(machine.run(arguments: ["help", "chekc"]) == .unusableInput)
    #expect(machine.errors.contains("'check'"))
  }

  @Test(arguments: ["--help", "-h", "help", "check --help", "check x --help"])
  func helpIsPrintedOnStandardOutput(_ commandLine: String) {
    let machine = MemoryMachine()
    #expect(machine.run(commandLine) == .success)
    #expect(machine.output.hasPrefix(commandLine.hasPrefix("check") ? "usage:" : "Recommends"))
    #expect(machine.errors.isEmpty)
    #expect(machine.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func everyCommandOfTheHelpPrintsItsOwn() {
    let machine = MemoryMachine()
    #expect(machine.run("--help") == .success)
    let list = machine.output.split(separator: "\n\n")[2].split(separator: "\n")
    let commands = list.compactMap { line in
      line.hasPrefix("   ") ? nil : line.split(separator: " ").first.map(String.init)
    }
    #expect(commands.count > 10)
    for command in commands {
      let machine = MemoryMachine()
      #expect(machine.run("\(command) --help") == .success)
      #expect(machine.output.hasPrefix("usage: holdback \(command)"), "\(machine.output)")
    }
  }

  @Test(arguments: [
    "--rules PATH", "--as-of DATE", "--format FORMAT", "--output FILE", "--report FORMAT=FILE",
    "--fail-on LEVEL", "--color WHEN", "--quiet", "--verbose", "--allow-empty",
    "--allow-undecided", "withhold|dispute|unproven|any|never", "  74  ",
  ])
  func helpNames(_ words: String) {
    let machine = MemoryMachine()
    _ = machine.run("check --help")
    #expect(machine.output.contains(words))
  }

  @Test func theVersionIsPrinted() {
    let machine = MemoryMachine()
    #expect(machine.run("--version") == .success)
    #expect(machine.output == "holdback \(HoldbackCommand.version)\n")
  }
}
