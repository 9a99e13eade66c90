import CommandLineTool
import ContractCheck
import ContractModel
import SourceText
import Testing

/// Contracts are decided and told one by one; nothing waits for the last but what must.
@Suite struct Streaming {
  private static var machine: MemoryMachine {
    MemoryMachine([
      "Contracts/a.contract": "contract a", "Contracts/b.contract": "contract b",
      "Rules/a.rules": "rule",
    ])
  }

  /// Runs a check of two files, and returns how often something was on standard output when each
  /// file was decided.
  private func outputs(_ options: String) -> [Int] {
    let machine = Self.machine
    var seen: [Int] = []
    let checker = Checker(
      begin: { _ in
        Checker.Session(
          rules: .empty, needs: { _ in ContractNeeds(recordPatterns: [], zones: []) },
          decide: { _, take in
            seen.append(machine.output.utf8.count)
            take(.deciding(.pay))
          }, decideAtOnce: { _, _, _ in Issue.record("two files are not many") })
      })
    let arguments = "check Contracts --as-of 2013-12-26 \(options)".split(separator: " ")
    _ = HoldbackCommand.run(
      arguments: arguments.map(String.init), on: machine.host, checker: checker)
    return seen
  }

  @Test func theFirstContractIsOutBeforeTheSecondIsDecided() {
    let seen = outputs("")
    #expect(seen.count == 2 && seen[0] == 0 && seen[1] > 0)
  }

  /// Its summary stands first, and is not known before the last contract.
  @Test func whatBeginsWithTotalsWaits() { #expect(outputs("--format json") == [0, 0]) }

  @Test func whatIsLongIsKeptOutsideOfMemory() {
    let machine = Self.machine
    let long = String(repeating: "long ", count: 1 << 20)
    let outcome = CheckOutcome.deciding(.pay, title: long)
    #expect(machine.run("check Contracts --format json", outcome: outcome) == .success)
    #expect(machine.spoolCount == 1)
    #expect(machine.output.contains(long) && machine.output.hasSuffix("}\n"))
  }

  @Test func aLongReportThatCannotBePutAsideEndsWith74() {
    let machine = Self.machine
    machine.spoolFailure = .noSpace
    let outcome = CheckOutcome.deciding(.pay, title: String(repeating: "long ", count: 1 << 20))
    #expect(
      machine.run("check Contracts --output r.json --format json", outcome: outcome)
        == .unwritableReport)
    #expect(machine.errors.hasSuffix("cannot write 'r.json': no space left on the device\n"))
    #expect(machine.files["r.json"] == nil)
  }

  @Test func twoReportsHaveTwoPlaces() {
    let machine = Self.machine
    #expect(machine.run("check Contracts --report json=a --report text=./a") == .unusableInput)
    #expect(machine.errors.contains("two reports go to 'a'"))
    #expect(machine.files["a"] == nil)
  }

  @Test func aLongRunSaysHowFarItIs() {
    let machine = MemoryMachine(["Rules/a.rules": "rule"])
    for number in 100..<200 { machine.files["Contracts/\(number).contract"] = "contract" }
    machine.isTerminal = true
    _ = machine.run("check Contracts --as-of 2013-12-26 --output r.txt")
    #expect(machine.errors.contains("decided 99 of 100 files of contracts"))
    #expect(machine.errors.hasSuffix("\r\u{1B}[K"))
    machine.environment = ["CI": "true"]
    let before = machine.errors
    _ = machine.run("check Contracts --as-of 2013-12-26 --output r.txt")
    #expect(machine.errors == before)
  }

  @Test func standardInputHasTheNameThatItIsGiven() {
    let machine = MemoryMachine([
      "Rules/a.rules": "rule", "x/status/a.ndjson": "{}", "status/b.ndjson": "{}",
    ])
    _ = machine.run("check - --stdin-filename x/a.contract", patterns: ["status/*"])
    #expect(machine.input?.contractFiles.map(\.path) == ["x/a.contract"])
    #expect(machine.input?.recordFiles["x/a.contract"]?.map(\.path) == ["x/status/a.ndjson"])
    _ = machine.run("check -", patterns: ["status/*"])
    #expect(machine.input?.recordFiles["-"]?.map(\.path) == ["status/b.ndjson"])
  }
}
