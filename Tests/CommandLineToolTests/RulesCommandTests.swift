import CommandLineTool
import Testing

@Suite struct RulesTests {
  private static let rules = """
    /// A decision of the buyer. It stands.
    act acceptance asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }

    /// What is accepted is paid.
    clause paid "Paid on acceptance" {
      cites "1"
      rounds half up to cent
      /// How much waits.
      term held-share percent 0%  to 100% default 10%
      term by-days money per calendar day by late
      late means calendar days after due through as-of

      rule accepted for each milestone {
        cites "1.1"
        require some acceptances where result is accepted
        otherwise withhold held-share of amount until met
      }

      exception never to accepted {
        when late is less than 0 calendar days
        then excuse
      }
    }

    """

  private static let others = """
    act notice asserted by buyer {
      about milestone
      dated date
    }

    """

  private func machine() -> MemoryMachine {
    MemoryMachine(["Rules/a.rules": Self.rules, "Other/b.rules": Self.others])
  }

  @Test func theRulesOfTheWorkingFolderAreListed() {
    let machine = machine()
    #expect(machine.run("rules --color never") == .success, "\(machine.errors)")
    for line in [
      "act acceptance (acceptances)", "A decision of the buyer.\n",
      "about milestone asserted by buyer",
      "clause paid \"Paid on acceptance\"  §1", "What is accepted is paid.",
      "term held-share  percent 0% to 100% · default 10%", "How much waits.",
      "term by-days  money per calendar day by late · to be given",
      "rule accepted for each milestone  §1.1  :17", "exception never to accepted  :23",
      "1 kind of record · 1 clause · 1 rule · 1 exception",
    ] {
      #expect(machine.output.contains(line), "\(line)\n\(machine.output)")
    }
    #expect(!machine.output.contains("It stands"))
  }

  @Test func jsonSaysTheSame() {
    let machine = machine()
    #expect(machine.run("rules Rules --format json --output r.json") == .success)
    let report = machine.files["r.json"] ?? ""
    for text in [
      "\"plural\": \"acceptances\"", "\"type\": \"accepted or rejected\"",
      "\"allowed\": \"0% to 100%\"",
      "\"default\": null", "\"to\": \"accepted\"", "\"line\": 17",
    ] {
      #expect(report.contains(text), "\(text)\n\(report)")
    }
  }

  @Test func aFilterKeepsWhatSpeaksOfIt() {
    let machine = machine()
    #expect(machine.run("rules --filter never --quiet") == .success)
    #expect(machine.output.contains("1 clause · 1 exception\n"))
    #expect(machine.run("rules --filter someone") == .nothingToCheck)
    #expect(machine.errors.hasSuffix("holdback: nothing to list: nothing speaks of 'someone'\n"))
  }

  @Test(arguments: [
    ("rules Gone", "'Gone': no such file or folder", CommandLineTool.ExitStatus.unusableInput),
    ("rules Empty", "nothing to list: no rules in 'Empty'", .nothingToCheck),
    ("rules Broken", "error[", .unusableInput),
    ("rules --fliter a", "did you mean '--filter'?", .unusableInput),
  ])
  func mistakesAreExplained(
    _ commandLine: String, message: String, status: CommandLineTool.ExitStatus
  ) {
    let machine = machine()
    machine.files["Empty/a.txt"] = ""
    machine.files["Broken/a.rules"] = "clause a {\n  rule\n}\n"
    #expect(machine.run(commandLine) == status)
    #expect(machine.errors.contains(message), "\(machine.errors)")
  }

  @Test func operandsAndOptionsAreOneList() {
    let machine = machine()
    #expect(machine.run("rules Rules --rules Other --quiet") == .success, "\(machine.errors)")
    #expect(machine.output.contains("2 kinds of records"))
  }
}
