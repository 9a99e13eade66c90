import CommandLineTool
import Testing

@Suite struct LintCommands {
  private static let records = """
    act acceptance plural acceptances asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }

    """

  private static func clause(_ lines: String) -> String {
    """
    clause paid "Paid on acceptance" {
      cites "1"
      count means number of acceptances where result is accepted
      rule accepted for each milestone {
    \(lines)
        otherwise withhold amount until met
      }
    }

    """
  }

  private static let sound = "    require count is at least 1 acceptances"
  private static let odd = "    require count is at least count"
  private static let twice = sound + " and count is at least 1 acceptances"
  private static let broken = "    require cuont is at least 1 acceptances"

  private func machine(_ lines: String) -> MemoryMachine {
    MemoryMachine(["Rules/a.rules": Self.clause(lines), "Rules/records.rules": Self.records])
  }

  /// Each remark stands at its line, for whatever service shows it.
  @Test func otherFormatsAreWritten() {
    let machine = machine(Self.odd)
    let reports = ["github", "azure", "gitlab", "json"].map { "--report \($0)=\($0)" }
    #expect(machine.run("lint Rules Nowhere \(reports.joined(separator: " "))") == .unusableInput)
    let gitHub = (machine.files["github"] ?? "").split(separator: "\n")
    #expect(gitHub.count == 3, "\(gitHub)")
    #expect(gitHub[0].hasPrefix("::warning file=Rules/a.rules,line=5,col=13,"))
    #expect(gitHub[1] == "::error title=unreadable::'Nowhere': no such file or folder")
    #expect(gitHub[2] == "holdback lint: 1 finding, 2 files, 1 could not be read")
    #expect(machine.files["azure"]?.contains("sourcepath=Rules/a.rules;linenumber=5;") == true)
    let issues = machine.files["gitlab"] ?? ""
    #expect(issues.contains("\"severity\": \"major\"") && issues.contains("\"blocker\""))
    #expect(machine.files["json"]?.contains("no such file or folder") == true)
  }

  @Test(arguments: [
    (sound, CommandLineTool.ExitStatus.success, "nothing found · 2 files\n"),
    (odd, .failed, "1 finding · 2 files\n"),
    (twice, .failed, "1 finding · 1 can be mended by --fix · 2 files\n"),
    (broken, .unusableInput, "1 mistake · 1 finding · 2 files\n"),
  ])
  func endWithWhatWasFound(
    _ lines: String, status: CommandLineTool.ExitStatus, summary: String
  ) {
    let machine = machine(lines)
    #expect(machine.run("lint Rules") == status)
    #expect(machine.output.hasSuffix(summary), "\(machine.output)")
    #expect(machine.errors == "")
  }

  @Test func aFindingSaysWhatAndWhere() {
    let machine = machine(Self.odd)
    _ = machine.run("lint Rules")
    #expect(
      machine.output.hasPrefix(
        """
        warning[compared-with-itself]: this compares something with itself
          --> Rules/a.rules:5:13
        5 |     require count is at least count
          |             ^^^^^^^^^^^^^^^^^^^^^^^
        """), "\(machine.output)")
  }

  @Test func quietSaysOnlyHowMuch() {
    let machine = machine(Self.odd)
    #expect(machine.run("lint Rules --quiet") == .failed)
    #expect(machine.output == "1 finding · 2 files\n")
  }

  @Test func jsonSaysTheSame() {
    let machine = machine(Self.twice)
    #expect(machine.run("lint Rules --format json --output r.json") == .failed)
    #expect(machine.output == "")
    let report = machine.files["r.json"] ?? ""
    for text in [
      "\"version\": 1", "\"files\": 2", "\"mistakes\": 0", "\"findings\": 1", "\"fixable\": 1",
      "\"fixed\": 0", "\"id\": \"condition-repeated\"", "\"severity\": \"warning\"", "\"line\": 5",
    ] {
      #expect(report.contains(text), "\(text)")
    }
  }

  // MARK: What is read

  /// One file of a library is looked at, the others are known.
  @Test func oneFileIsLookedAtBesideOthers() {
    let machine = machine(Self.odd)
    machine.files["Rules/z.rules"] = "clause idle {\n  cites \"2\"\n}\n"
    #expect(machine.run("lint Rules/a.rules") == .failed)
    #expect(machine.output.hasSuffix("1 finding · 1 file\n"), "\(machine.output)")
    #expect(machine.run("lint Rules/records.rules") == .success)
  }

  @Test func rulesElsewhereAreNamed() {
    let machine = MemoryMachine([
      "Mine/a.rules": Self.clause(Self.odd), "Other/r.rules": Self.records,
    ])
    #expect(machine.run("lint Mine") == .unusableInput)
    #expect(machine.run("lint Mine --rules Other") == .failed)
    #expect(machine.run("lint Mine/a.rules --rules Other/r.rules") == .failed)
  }

  @Test func contractsAreLookedAtUnderTheRules() {
    let machine = machine(Self.sound)
    machine.files["Contracts/a.contract"] = """
      contract a "A" {
        party buyer    "B"
        party supplier "S"
        incorporates paid
        milestone m {
          due    2013-10-01 illustrative
          amount USD 5
        }
      }
      """
    #expect(machine.run("lint Contracts") == .failed)
    #expect(machine.output.contains("warning[figure-unmarked]"), "\(machine.output)")
    #expect(machine.output.hasSuffix("1 finding · 1 file\n"), "\(machine.output)")
  }

  @Test func mistakesOfContractsAndTestsAreSaid() {
    let machine = machine(Self.sound)
    machine.files["Empty/a.contract"] = "// nothing\n"
    #expect(machine.run("lint Empty") == .unusableInput)
    #expect(machine.output.contains("error[no-contract]"))
    machine.files["Tests/a.tests"] = "test \"a\" {\n  as-of 2013-01-01\n  contract base {\n  }\n}\n"
    #expect(machine.run("lint Tests --rules Rules") == .unusableInput)
    #expect(machine.output.contains("error[unknown-base]"), "\(machine.output)")
  }

  @Test(arguments: [
    ("lint Nowhere", CommandLineTool.ExitStatus.unusableInput, "'Nowhere': no such file or folder"),
    ("lint notes.md", .unusableInput, "'notes.md': lint reads *.rules, *.contract and *.tests"),
    (
      "lint Empty", .nothingToCheck, "nothing to lint: no *.rules, *.contract or *.tests in 'Empty'"
    ),
    ("lint", .unusableInput, "'lint' needs a PATH"),
    ("lint Rules --fx", .unusableInput, "did you mean '--fix'?"),
    ("lint Rules --format xml", .unusableInput, "text"),
  ])
  func mistakesAreExplained(
    _ commandLine: String, status: CommandLineTool.ExitStatus, message: String
  ) {
    let machine = machine(Self.sound)
    machine.files["notes.md"] = "notes"
    machine.files["Empty/a.txt"] = ""
    #expect(machine.run(commandLine) == status)
    #expect(machine.errors.contains(message), "\(machine.errors)")
  }

  @Test func helpIsPrinted() {
    let machine = MemoryMachine()
    #expect(machine.run("lint --help") == .success)
    #expect(machine.output.hasPrefix("usage: holdback lint PATH…"))
    #expect(machine.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  // MARK: Mending

  @Test func fixMendsInPlace() {
    let machine = machine(Self.twice)
    #expect(machine.run("lint Rules --fix") == .success)
    #expect(machine.output == "nothing found · 1 was mended · 2 files\n")
    #expect(machine.files["Rules/a.rules"] == Self.clause(Self.sound))
    #expect(machine.run("lint Rules --fix") == .success)
    #expect(machine.output.hasSuffix("nothing found · 2 files\n"))
  }

  @Test func fixLeavesWhatItCannotMend() {
    let machine = machine(Self.odd)
    #expect(machine.run("lint Rules --fix") == .failed)
    #expect(machine.files["Rules/a.rules"] == Self.clause(Self.odd))
  }

  /// What a mistake stands in is not touched, nor what is only known.
  @Test func fixTouchesNoFileWithAMistakeAndNoOther() {
    let text = Self.clause(Self.twice) + "clause other {\n  cites \"2\"\n  rule r {\n  }\n}\n"
    let machine = MemoryMachine(["Rules/a.rules": text, "Rules/records.rules": Self.records])
    #expect(machine.run("lint Rules --fix") == .unusableInput)
    #expect(machine.files["Rules/a.rules"] == text)
    let known = self.machine(Self.twice)
    known.files["b.contract"] = "contract b \"B\" {\n}\n"
    _ = known.run("lint b.contract --rules Rules --fix")
    #expect(known.files["Rules/a.rules"] == Self.clause(Self.twice))
  }

  @Test func aFileThatCannotBeWrittenIsSaid() {
    let machine = machine(Self.odd)
    machine.failures["r.txt"] = .noSpace
    #expect(machine.run("lint Rules --output r.txt") == .unwritableReport)
    #expect(machine.errors.contains("cannot write 'r.txt': no space left on the device"))
  }
}
