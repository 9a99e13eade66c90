import CommandLineTool
import Testing

@Suite struct RunningTests {
  private static let rules = """
    act acceptance asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }

    clause paid "Paid on acceptance" {
      cites "1"
      rule accepted for each milestone {
        require some acceptances where result is accepted
        otherwise withhold amount until met
      }
    }

    """

  private static func tests(_ verdict: String) -> String {
    """
    test "nobody accepted" {
      as-of 2013-12-01
      contract whole "Whole" {
        party buyer    "B"
        party supplier "S"
        incorporates paid
        milestone launch {
          due    2013-10-01
          amount USD 5
        }
      }
      expect milestone launch {
        accepted \(verdict)
      }
    }

    """
  }

  private func machine(_ verdict: String) -> MemoryMachine {
    MemoryMachine(["Rules/a.rules": Self.rules, "Rules/a.tests": Self.tests(verdict)])
  }

  @Test(arguments: [
    ("failed", CommandLineTool.ExitStatus.success), ("met", .failed), ("mett", .unusableInput),
  ])
  func endWithWhatCameOut(_ verdict: String, status: CommandLineTool.ExitStatus) {
    let machine = machine(verdict)
    #expect(machine.run("test Rules") == status, "\(machine.errors)")
    #expect(machine.output.contains(verdict == "failed" ? "1 passed" : "0 passed"))
  }

  @Test func aFailureSaysWhatAndWhere() {
    let machine = machine("met")
    _ = machine.run("test Rules --color never")
    #expect(machine.output.hasPrefix("✗ nobody accepted\n"))
    #expect(
      machine.output.contains("milestone launch accepted: expected met · found failed\n"))
    #expect(machine.output.contains("Rules/a.tests:13:5\n"), "\(machine.output)")
    #expect(machine.output.hasSuffix("1 test · 0 passed · 1 failed\n"))
  }

  @Test func jsonSaysTheSame() {
    let machine = machine("met")
    #expect(machine.run("test Rules --format json --output r.json") == .failed)
    let report = machine.files["r.json"] ?? ""
    for text in [
      "\"version\": 1", "\"failed\": 1", "\"title\": \"nobody accepted\"", "\"case\": null",
      "\"status\": \"failed\"", "\"what\": \"accepted\"", "\"expected\": \"met\"",
      "\"found\": \"failed\"", "\"line\": 13",
    ] {
      #expect(report.contains(text), "\(text)")
    }
  }

  @Test(arguments: [
    ("test Rules --filter somebody", "nothing to test: no title contains 'somebody'"),
    ("test Empty", "nothing to test: no *.tests in 'Empty'"),
  ])
  func noneIsNoSuccess(_ commandLine: String, message: String) {
    let machine = machine("failed")
    machine.files["Empty/a.txt"] = ""
    #expect(machine.run(commandLine) == .nothingToCheck)
    #expect(machine.errors.contains(message), "\(machine.errors)")
  }

  @Test(arguments: [
    ("33", CommandLineTool.ExitStatus.success), ("33%", .success), ("34", .failed),
    ("100%", .failed), ("101", .unusableInput), ("-1", .unusableInput), ("3.5", .unusableInput),
    ("%", .unusableInput),
  ])
  func asMuchCoverageAsAskedForIsEnough(_ percent: String, status: CommandLineTool.ExitStatus) {
    let machine = machine("failed")
    #expect(machine.run("test Rules --coverage-at-least \(percent)") == status)
    guard status != .unusableInput else { return }
    #expect(machine.output.contains("accepted never met · waived  Rules/a.rules:9\n"))
    #expect(
      machine.output.hasSuffix(
        """
        1 test · 1 passed
        33.3% of the outcomes of rules shown (1 of 3)

        """), "\(machine.output)")
  }

  @Test func coverageStandsInJSON() {
    let machine = machine("failed")
    #expect(machine.run("test Rules --coverage --format json") == .success)
    for text in [
      "\"outcomes\": {\n      \"shown\": 1,\n      \"of\": 3\n    }", "\"rule\": \"accepted\"",
      "\"missing\": [\n              \"met\",\n              \"waived\"\n            ]",
    ] {
      #expect(machine.output.contains(text), "\(machine.output)")
    }
  }

  @Test(arguments: [
    ("--mutate", CommandLineTool.ExitStatus.success), ("--mutate-at-least 25", .success),
    ("--mutate-at-least 26%", .failed), ("--mutate-at-least all", .unusableInput),
  ])
  func asManyMutantsKilledAsAskedForAreEnough(
    _ option: String, status: CommandLineTool.ExitStatus
  ) {
    let machine = machine("failed")
    #expect(machine.run("test Rules \(option)") == status)
    guard status != .unusableInput else { return }
    #expect(machine.output.hasPrefix("✗ paid · "), "\(machine.output)")
    #expect(machine.output.contains("- require some acceptances where result is accepted\n"))
    #expect(machine.output.contains("\ntest \"paid, "))
  }

  @Test func nothingIsMutatedWhereATestFails() {
    let machine = machine("met")
    #expect(machine.run("test Rules --mutate") == .failed)
    #expect(
      machine.errors
        == "holdback: no mutant was made: tests that do not pass would notice nothing\n")
  }

  @Test func mutantsStandInJSON() {
    let machine = machine("failed")
    #expect(machine.run("test Rules --mutate --format json") == .success)
    for text in [
      "\"change\": \"negation\"", "\"fate\": \"killed\"", "\"fate\": \"survived\"",
      "\"before\": [\n          \"    require some acceptances where result is accepted\"",
      "\"untestedClauses\": []",
    ] {
      #expect(machine.output.contains(text), "\(machine.output)")
    }
  }

  @Test func anUpdateWritesWhatCameOutAndShowsIt() {
    let machine = machine("met")
    #expect(machine.run("test Rules --update") == .success)
    #expect(machine.files["Rules/a.tests"] == Self.tests("failed"))
    #expect(machine.output == "1 test · 1 passed\n")
    #expect(
      machine.errors == """
        --- Rules/a.tests
        +++ Rules/a.tests
        @@ -10,6 +10,6 @@
             }
           }
           expect milestone launch {
        -    accepted met
        +    accepted failed
           }
         }

        """)
    #expect(machine.run("test Rules/a.tests - --update") == .unusableInput)
  }

  @Test func anUpdateThatCannotBeWrittenIsNotTakenForOne() {
    let machine = machine("met")
    machine.writeFailure = .noSpace
    #expect(machine.run("test Rules --update") == .unwritableReport)
    #expect(machine.output.contains("1 failed"))
    #expect(machine.files["Rules/a.tests"] == Self.tests("met"))
  }

  @Test func whatIsNoTestIsNotUpdated() {
    let machine = machine("mett")
    #expect(machine.run("test Rules --update") == .unusableInput)
    #expect(machine.files["Rules/a.tests"] == Self.tests("mett"))
  }

  @Test func aFilterThatMatchesRuns() {
    #expect(machine("failed").run("test Rules --filter accepted") == .success)
  }

  /// What a service shows must not pass where the run does not.
  @Test(arguments: [
    ("failed", 0), ("met", 1), ("mett", 1),
  ])
  func otherFormatsAreWritten(_ verdict: String, notPassed: Int) {
    let machine = machine(verdict)
    let status = machine.run("test Rules")
    let formats = ["junit", "tap", "ctrf", "github", "gitlab", "azure", "json", "text"]
    for format in formats {
      #expect(machine.run("test Rules --format \(format) --output one") == status)
      #expect(machine.run("test Rules --report \(format)=other --color never") == status)
      #expect(machine.files["one"] == machine.files["other"], "\(format)")
    }
    _ = machine.run("test Rules --report tap=tap --report junit=junit --report gitlab=gitlab")
    let lines = machine.files["tap"]?.split(separator: "\n") ?? []
    #expect(lines.count { $0.hasPrefix("not ok") } >= notPassed)
    #expect(lines.contains { $0.hasPrefix("not ok") } == (notPassed > 0))
    #expect(machine.files["junit"]?.contains("<failure") == (verdict == "met"))
    #expect(machine.files["junit"]?.contains("<error") == (verdict == "mett"))
    #expect((machine.files["gitlab"] == "[]\n") == (notPassed == 0))
  }

  @Test(arguments: [
    ("test Rules --coverage-at-least 90 --report tap=r", CommandLineTool.ExitStatus.failed),
    ("test Rules --filter nosuch --report tap=r", .nothingToCheck),
    ("test Nowhere --report tap=r", .unusableInput),
  ])
  func whatWasNotReachedIsACaseThatFails(
    _ commandLine: String, status: CommandLineTool.ExitStatus
  ) {
    let machine = machine("failed")
    #expect(machine.run(commandLine) == status)
    #expect(machine.files["r"]?.contains("\nnot ok") == true, "\(machine.errors)")
  }

  @Test func reportsGoToDifferentFiles() {
    let machine = machine("failed")
    #expect(machine.run("test Rules --output a --report tap=./a") == .unusableInput)
    #expect(machine.errors.contains("two reports go to 'a'"), "\(machine.errors)")
    #expect(machine.run("test Rules --report html=a") == .unusableInput)
  }

  @Test func rulesBesideTheTestsAreFound() {
    let machine = MemoryMachine([
      "Mine/a.rules": Self.rules, "Mine/Tests/a.tests": Self.tests("failed"),
    ])
    #expect(machine.run("test Mine") == .success)
    #expect(machine.run("test Mine/Tests/a.tests --rules Mine") == .success)
    #expect(machine.run("test Mine/Tests/a.tests") == .unusableInput)
  }

  @Test func whatCannotBeReadRunsNothing() {
    let machine = machine("failed")
    machine.failures["Rules/b.rules"] = .notPermitted
    #expect(machine.run("test Rules") == .unusableInput)
    #expect(machine.errors == "holdback: 'Rules/b.rules': permission denied\n")
    #expect(machine.run("test Rulez") == .unusableInput)
  }

  @Test(arguments: [
    ("test", "'test' needs a PATH"), ("tset Rules", "did you mean 'test'?"),
    ("test Rules --as-of 2013-12-01", "no option is named '--as-of'"),
  ])
  func mistakesAreExplained(_ commandLine: String, message: String) {
    let machine = machine("failed")
    #expect(machine.run(commandLine) == .unusableInput)
    #expect(machine.errors.contains(message), "\(machine.errors)")
  }

  @Test func helpIsPrinted() {
    let machine = MemoryMachine()
    #expect(machine.run("test --help") == .success)
    #expect(machine.output.hasPrefix("usage: holdback test PATH…"))
    #expect(machine.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
