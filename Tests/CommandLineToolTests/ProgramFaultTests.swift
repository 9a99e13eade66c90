import CommandLineTool
import ContractCheck
import ContractModel
import Foundation
import Testing

@Suite struct ProgramFaults {
  /// In a process of its own, since no input makes the program break its laws.
  @Test func endTheProcessWithSeventyAndPrintNoReport() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(70), observing: [\.standardErrorContent]
    ) {
      let machine = MemoryMachine.small
      let status = machine.run(
        "check Contracts --as-of 2013-12-26",
        outcome: .deciding(.pay, brokenInvariant: "a line does not add up"))
      FileHandle.standardError.write(Data((machine.errors + machine.output).utf8))
      exit(status.rawValue)
    }
    let errors = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(errors.contains("holdback: the program broke a law of its own: a line does not add up"))
    #expect(!errors.contains("pay"))
  }
}
