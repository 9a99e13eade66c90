import CommandLineTool
import ContractModel
import SourceText
import Testing

@Suite struct Output {
  @Test func theDateOfTheRunIsSaid() {
    let machine = MemoryMachine.small
    _ = machine.run("check Contracts")
    #expect(machine.errors.hasPrefix("holdback: note: as of 2011-01-26, today in UTC"))
    #expect(machine.output.contains("as of 2011-01-26, today\n"))
  }

  @Test func theDateOfTheRunIsAWarningUnderContinuousIntegration() {
    let machine = MemoryMachine.small
    machine.environment = ["CI": "true"]
    _ = machine.run("check Contracts --quiet")
    #expect(machine.errors.hasPrefix("holdback: warning: as of 2011-01-26, today in UTC"))
  }

  @Test func quietSaysErrorsOnly() {
    let machine = MemoryMachine.small
    _ = machine.run("check Contracts --quiet", outcome: .deciding(.pay, diagnostics: [.warning]))
    #expect(machine.errors.isEmpty)
  }

  @Test func goesToAFileWhenAsked() {
    let machine = MemoryMachine.small
    #expect(machine.run("check Contracts --output r.json --format json") == .success)
    #expect(machine.output.isEmpty)
    #expect(machine.files["r.json"]?.hasPrefix("{\n") == true)
  }

  @Test func goesToSeveralFilesWhenAsked() {
    let machine = MemoryMachine.small
    #expect(machine.run("check Contracts --report json=a --report text=b=c") == .success)
    #expect(machine.files["a"]?.hasPrefix("{\n") == true)
    #expect(machine.files["b=c"] == machine.output)
  }

  @Test(arguments: ["--output full", "--report json=full"])
  func aFileThatCannotBeWrittenEndsWith74(_ option: String) {
    let machine = MemoryMachine.small
    machine.failures["full"] = .noSpace
    #expect(machine.run("check Contracts --as-of 2013-12-26 \(option)") == .unwritableReport)
    #expect(machine.errors == "holdback: cannot write 'full': no space left on the device\n")
  }

  @Test func fullStandardOutputEndsWith74() {
    let machine = MemoryMachine.small
    machine.outputFailure = .noSpace
    #expect(machine.run("check Contracts --as-of 2013-12-26") == .unwritableReport)
    #expect(
      machine.errors
        == "holdback: cannot write to standard output: no space left on the device\n")
    #expect(machine.run("--help") == .unwritableReport)
  }

  @Test func aReaderWhoStopsIsNoFailure() {
    let machine = MemoryMachine.small
    machine.outputFailure = .closedPipe
    #expect(machine.run("check Contracts --as-of 2013-12-26") == .success)
    #expect(machine.errors.isEmpty)
  }

  @Test(arguments: [
    (true, "", [:], true), (false, "", [:], false),
    (false, "--color always", ["NO_COLOR": "1"], true),
    (true, "--color never", ["FORCE_COLOR": "1"], false),
    (true, "", ["NO_COLOR": "1"], false), (true, "", ["NO_COLOR": ""], true),
    (true, "", ["NO_COLOR": "1", "FORCE_COLOR": "1"], false),
    (false, "", ["FORCE_COLOR": "1"], true), (true, "", ["FORCE_COLOR": "0"], false),
    (false, "", ["FORCE_COLOR": "1", "TERM": "dumb"], true),
    (false, "", ["CLICOLOR_FORCE": "1"], true), (false, "", ["CLICOLOR_FORCE": "0"], false),
    (true, "", ["TERM": "dumb"], false), (true, "", ["CLICOLOR": "0"], false),
    (true, "", ["TERM": "xterm"], true), (true, "--output r", [:], false),
  ])
  func isColouredInTheUsualCases(
    _ isTerminal: Bool, option: String, environment: [String: String], isColoured: Bool
  ) {
    let machine = MemoryMachine.small
    machine.isTerminal = isTerminal
    machine.environment = environment
    _ = machine.run("check Contracts \(option)")
    let report = machine.files["r"] ?? machine.output
    #expect(report.contains("\u{1B}[") == isColoured)
  }

  @Test(arguments: [(40, 40), (72, 72), (100, 100), (500, 120)])
  func fitsTheTerminal(columns: Int, widest: Int) {
    let machine = MemoryMachine.small
    machine.isTerminal = true
    machine.width = columns
    _ = machine.run("check Contracts --color never")
    let widths = machine.output.split(separator: "\n").map(\.count)
    #expect(widths.allSatisfy { $0 <= widest })
    #expect(columns < 72 || widths.first == widest)
  }
}
