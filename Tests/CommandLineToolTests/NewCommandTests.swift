import CommandLineTool
import Testing

@Suite struct NewTests {
  private func machine() -> MemoryMachine { MemoryMachine(["here": "", "a b/here": ""]) }

  @Test(arguments: ["demo", "a b/demo", "demo/", "./demo"])
  func theFolderIsMade(_ path: String) {
    let machine = machine()
    #expect(machine.run(arguments: ["new", path]) == .success, "\(machine.errors)")
    let folder = path.hasPrefix("a b") ? "a b/demo" : "demo"
    #expect(machine.written.first == folder)
    #expect(machine.written.count == 8)
    #expect(machine.files["\(folder)/demo.contract"]?.contains("contract demo \"Demo\"") == true)
    let word = folder == "demo" ? folder : "'\(folder)'"
    #expect(machine.output.contains("holdback check \(word) --as-of 2026-04-01  "))
  }

  @Test(arguments: [
    ("Demo", "'Demo' cannot name a contract: a name is small letters"),
    ("2demo", "'2demo' cannot name a contract"), ("de--mo", "'de--mo' cannot name a contract"),
    ("démo", "cannot name a contract"), ("..", "'..' cannot name a contract"),
    ("above", "'above' means something in a contract"),
    ("reported", "'reported' means something in a contract"),
    ("gone/demo", "'gone' is no folder that is there"),
    ("here", "'here' is there already"),
  ])
  func whatCannotBeIsSaidAndNothingIsWritten(_ path: String, message: String) {
    let machine = machine()
    #expect(machine.run(arguments: ["new", path]) == .unusableInput)
    #expect(machine.errors.contains(message), "\(machine.errors)")
    #expect(machine.written == [])
  }

  @Test(arguments: [
    (["new"], "'new' needs a PATH"), (["new", "a", "b"], "'new' takes one PATH; 'b' is a second"),
    (["new", "--name", "a"], "no option is named '--name'"),
  ])
  func mistakesAreExplained(_ arguments: [String], message: String) {
    let machine = machine()
    #expect(machine.run(arguments: arguments) == .unusableInput)
    #expect(machine.errors.contains(message), "\(machine.errors)")
  }

  @Test func aFailureSaysWhatWasWritten() {
    let machine = machine()
    machine.writeFailures["demo"] = .notPermitted
    #expect(machine.run(arguments: ["new", "demo"]) == .unwritableReport)
    #expect(
      machine.errors == """
        holdback: cannot write 'demo': permission denied
        holdback: nothing was written

        """)
    machine.writeFailures = ["demo/Rules/payment.tests": .noSpace]
    #expect(machine.run(arguments: ["new", "demo"]) == .unwritableReport)
    #expect(
      machine.errors.contains(
        "only this was written: 'demo', 'demo/Rules', 'demo/status', 'demo/demo.contract', "
          + "'demo/Rules/payment.rules'"))
  }
}
