import CommandLineTool
import Testing

@Suite struct FormatTests {
  private static let odd = "contract a {\nvalue USD 1\n}\n"
  private static let even = "contract a {\n  value USD 1\n}\n"
  private static let broken = "contract a {\nvalue USD = 1\nzone  \"UTC\"\n}\n"
  private static let halfBroken = "contract a {\nvalue USD = 1\n  zone \"UTC\"\n}\n"

  private func machine() -> MemoryMachine {
    MemoryMachine([
      "A/a.contract": Self.odd, "A/b.rules": Self.even, "A/c.tests": Self.odd,
      "A/d.txt": Self.odd, "A/.hidden/e.rules": Self.odd,
    ])
  }

  @Test func changedFilesAreWrittenAndNamed() {
    let machine = machine()
    #expect(machine.run("format A") == .success)
    #expect(machine.output == "A/a.contract\nA/c.tests\n")
    #expect(machine.files["A/a.contract"] == Self.even)
    #expect(machine.files["A/c.tests"] == Self.even)
    #expect(machine.files["A/d.txt"] == Self.odd)
    #expect(machine.files["A/.hidden/e.rules"] == Self.odd)
    #expect(machine.written == ["A/a.contract", "A/c.tests"])
    #expect(machine.run("format A") == .success)
    #expect(machine.output == "A/a.contract\nA/c.tests\n")
  }

  @Test(arguments: ["--check", "--diff", "--check --diff"])
  func whoOnlyAsksChangesNothing(_ option: String) {
    let machine = machine()
    #expect(machine.run("format A \(option)") == .failed)
    #expect(machine.written == [])
    #expect(machine.output.contains("A/a.contract\n") && machine.output.contains("A/c.tests\n"))
    #expect(!machine.output.contains("b.rules"))
    #expect(machine.run("format A/b.rules \(option)") == .success)
  }

  @Test func aDifferenceIsAPatch() {
    let machine = machine()
    #expect(machine.run("format A/a.contract --diff") == .failed)
    #expect(
      machine.output == """
        --- A/a.contract
        +++ A/a.contract
        @@ -1,3 +1,3 @@
         contract a {
        -value USD 1
        +  value USD 1
         }

        """)
  }

  @Test func aQuietRunNamesNothing() {
    let machine = machine()
    #expect(machine.run("format A --quiet") == .success)
    #expect(machine.output == "")
    #expect(machine.files["A/a.contract"] == Self.even)
  }

  @Test func standardInputGoesToStandardOutput() {
    let machine = MemoryMachine()
    machine.standardInput = Self.odd
    #expect(machine.run("format -") == .success)
    #expect(machine.output == Self.even)
    machine.standardInput = Self.even
    #expect(machine.run("format - --check") == .success)
    #expect(machine.output == Self.even)
  }

  @Test func aBrokenTextIsLaidOutAsFarAsItParses() {
    let machine = MemoryMachine(["a.contract": Self.broken])
    #expect(machine.run("format a.contract") == .unusableInput)
    #expect(machine.files["a.contract"] == Self.halfBroken)
    #expect(machine.errors.contains("error[unknown-sign]"))
    machine.standardInput = Self.broken
    #expect(machine.run("format -") == .unusableInput)
    #expect(machine.output == "a.contract\n" + Self.halfBroken)
    #expect(machine.run("format a.contract") == .unusableInput)
    #expect(machine.written == ["a.contract"])
  }

  @Test func whatCannotBeWrittenIsSaid() {
    let machine = machine()
    machine.writeFailures["A/a.contract"] = .notPermitted
    #expect(machine.run("format A") == .unwritableReport)
    #expect(machine.errors == "holdback: cannot write 'A/a.contract': permission denied\n")
    #expect(machine.files["A/c.tests"] == Self.even)
  }

  @Test func whatCannotBeReadIsSaidAndTheRestIsDone() {
    let machine = machine()
    machine.failures["A/x.rules"] = .notPermitted
    #expect(machine.run("format A") == .unusableInput)
    #expect(machine.errors == "holdback: 'A/x.rules': permission denied\n")
    #expect(machine.files["A/a.contract"] == Self.even)
  }

  @Test func linksAreNotFollowed() {
    let machine = machine()
    machine.links = ["A/l.rules"]
    #expect(machine.run("format A") == .success)
    #expect(machine.run("format A/l.rules") == .unusableInput)
    #expect(
      machine.errors
        == "holdback: 'A/l.rules': is a symbolic link; name the file that it leads to\n")
  }

  @Test(arguments: [
    ("format A/d.txt", "'A/d.txt': is none of *.rules, *.contract, *.tests"),
    ("format B", "'B': no such file or folder"),
    ("format - A", "'-' stands alone"),
    ("format", "'format' needs a PATH"),
    ("format A --chek", "did you mean '--check'?"),
  ])
  func mistakesAreExplained(_ commandLine: String, message: String) {
    let machine = machine()
    #expect(machine.run(commandLine) == .unusableInput)
    #expect(machine.errors.contains(message), "\(machine.errors)")
    #expect(machine.written == [])
  }

  @Test func noFileIsNoSuccess() {
    let machine = MemoryMachine(["A/a.txt": ""])
    #expect(machine.run("format A") == .nothingToCheck)
    #expect(
      machine.errors == "holdback: nothing to format: no *.rules, *.contract, *.tests in 'A'\n")
  }
}
