import CommandLineTool
import ContractCheck
import ContractModel
import SourceText
import Testing

@Suite struct ExitStatuses {
  @Test(arguments: [
    (Decision.pay, "dispute", 0), (.notDue, "any", 0), (.payInPart, "dispute", 0),
    (.payInPart, "any", 1), (.dispute, "dispute", 1), (.dispute, "withhold", 0),
    (.withhold, "withhold", 1), (.withhold, "dispute", 1), (.suspendAll, "withhold", 1),
    (.rejectInvoice, "withhold", 1), (.withhold, "never", 0), (.holdForEvidence, "dispute", 4),
    (.holdForEvidence, "never", 4), (.holdForEvidence, "unproven", 1),
  ])
  func followTheDecision(_ decision: Decision, failOn: String, status: Int) {
    let ended = MemoryMachine.small.run(
      "check Contracts --fail-on \(failOn)", outcome: .deciding(decision))
    #expect(ended.rawValue == Int32(status))
  }

  @Test func disputesFailUnlessToldOtherwise() {
    #expect(MemoryMachine.small.run("check Contracts", outcome: .deciding(.dispute)) == .failed)
  }

  @Test func takeTheGravestOfSeveral() {
    let machine = MemoryMachine.small
    let outcome = CheckOutcome.deciding(.holdForEvidence, .withhold)
    #expect(machine.run("check Contracts", outcome: outcome) == .failed)
    machine.outputFailure = .noSpace
    let broken = CheckOutcome.deciding(.withhold, diagnostics: [.error])
    #expect(machine.run("check Contracts", outcome: broken) == .unwritableReport)
  }

  @Test(arguments: [
    (
      [CommandLineTool.ExitStatus.nothingToCheck, .undecided], CommandLineTool.ExitStatus.undecided
    ),
    ([.undecided, .failed], .failed), ([.failed, .unusableInput], .unusableInput),
    ([.unusableInput, .unwritableReport], .unwritableReport),
    ([.unwritableReport, .programFault], .programFault),
    ([.success, .nothingToCheck], .nothingToCheck),
    ([], .success),
  ])
  func combineByPriority(
    _ statuses: [CommandLineTool.ExitStatus], combined: CommandLineTool.ExitStatus
  ) {
    #expect(CommandLineTool.ExitStatus.combining(statuses) == combined)
    #expect(CommandLineTool.ExitStatus.combining(statuses.reversed()) == combined)
  }

  @Test func errorsInInputEndWithTwoAfterTheReport() {
    let machine = MemoryMachine.small
    let outcome = CheckOutcome.deciding(.pay, diagnostics: [.error])
    #expect(machine.run("check Contracts", outcome: outcome) == .unusableInput)
    #expect(machine.output.contains("1 pay"))
    #expect(machine.errors.contains("error[sample]: odd"))
  }

  @Test func warningsChangeNothing() {
    let outcome = CheckOutcome.deciding(.pay, diagnostics: [.warning])
    #expect(MemoryMachine.small.run("check Contracts", outcome: outcome) == .success)
  }

  @Test func aBrokenLawPrintsNoReport() {
    let machine = MemoryMachine.small
    let outcome = CheckOutcome.deciding(.pay, brokenInvariant: "a line does not add up")
    #expect(machine.run("check Contracts", outcome: outcome) == .programFault)
    #expect(machine.output.isEmpty)
    #expect(machine.errors.contains("holdback: the program broke a law of its own: a line"))
  }

  @Test func undecidedCanBeAllowed() {
    let ended = MemoryMachine.small.run(
      "check Contracts --allow-undecided", outcome: .deciding(.holdForEvidence))
    #expect(ended == .success)
  }

  @Test func nothingCheckedCanBeAllowed() {
    let outcome = CheckOutcome.deciding(checkedNothing: true)
    #expect(MemoryMachine.small.run("check Contracts", outcome: outcome) == .nothingToCheck)
    #expect(MemoryMachine.small.run("check Contracts --allow-empty", outcome: outcome) == .success)
  }
}
