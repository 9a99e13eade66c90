import CommandLineTool
import ContractCheck
import ContractModel
import Testing

/// `@FILE` stands for the lines of a file.
@Suite struct ArgumentFiles {
  private func machine(_ lines: String) -> MemoryMachine {
    let machine = MemoryMachine.small
    machine.files["arguments"] = lines
    machine.files["Contracts/b c.contract"] = "contract b"
    return machine
  }

  @Test(arguments: [
    "check\nContracts/b c.contract\n--as-of\n2013-12-26\n",
    "# what is decided\n\ncheck\r\nContracts/b c.contract\r\n--as-of=2013-12-26",
  ])
  func standForTheirLines(_ lines: String) {
    let machine = machine(lines)
    #expect(machine.run("@arguments --rules Rules") == .success, "\(machine.errors)")
    #expect(machine.input?.contractFiles.map(\.path) == ["Contracts/b c.contract"])
    #expect(machine.input?.asOf.text == "2013-12-26")
    #expect(machine.errors.isEmpty)
  }

  @Test func standAmongOtherArguments() {
    let machine = machine("Contracts/b c.contract\n")
    #expect(machine.run("check Contracts/a @arguments --rules Rules --quiet") == .success)
    #expect(
      machine.input?.contractFiles.map(\.path) == [
        "Contracts/a/a.contract", "Contracts/b c.contract",
      ])
  }

  @Test func areTakenAsTheyStand() {
    let machine = machine("@other\n@@one\n")
    machine.files["@other"] = ""
    machine.files["@@one"] = ""
    #expect(machine.run("check @arguments --rules Rules --quiet") == .success)
    #expect(machine.input?.contractFiles.map(\.path) == ["@@one", "@other"])
  }

  @Test func twoSignsStandForOne() {
    let machine = machine("")
    machine.files["@arguments"] = ""
    #expect(machine.run("check @@arguments --rules Rules --quiet") == .success)
    #expect(machine.input?.contractFiles.map(\.path) == ["@arguments"])
  }

  @Test(arguments: [
    "check --rules Rules --quiet -- @arguments", "check --rules Rules @dashes @arguments",
  ])
  func afterTwoDashesNothingStandsForAFile(_ commandLine: String) {
    let machine = machine("")
    machine.files["dashes"] = "--quiet\n--\n"
    machine.files["@arguments"] = ""
    #expect(machine.run(commandLine) == .success, "\(machine.errors)")
    #expect(machine.input?.contractFiles.map(\.path) == ["@arguments"])
  }

  @Test(arguments: [
    ("gone", "no such file or folder"), ("", "no such file or folder"),
    ("Contracts/a", "no such file"),
    ("locked", "permission denied"), ("zero", "it is not a text in UTF-8"),
  ])
  func thatCannotBeReadAreAMistake(_ path: String, reason: String) {
    let machine = machine("")
    machine.failures["locked"] = .notPermitted
    machine.files["zero"] = "a\0b"
    #expect(machine.run("check @\(path)") == .unusableInput)
    #expect(
      machine.errors.hasPrefix("holdback: '@\(path)' stands for a file of arguments: \(reason)"))
    #expect(machine.errors.split(separator: "\n").count == 1 && machine.output.isEmpty)
  }

  @Test func mistakesInThemAreThoseOfTheCommand() {
    let machine = machine("--quite\n")
    #expect(machine.run("check Contracts @arguments") == .unusableInput)
    #expect(machine.errors.contains("did you mean '--quiet'?"))
  }
}
