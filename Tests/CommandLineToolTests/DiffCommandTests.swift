import CommandLineTool
import Testing

@Suite struct ComparingTests {
  private static let rules = """
    act acceptance asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }

    clause paid "Paid on acceptance" {
      cites "1"
      rounds half up to cent
      rule accepted for each milestone {
        require some acceptances where result is accepted
        otherwise withhold amount until met
      }
    }

    """

  private static let contract = """
    contract a "A" {
      party buyer    "B"
      party supplier "S"
      records "status/*.ndjson"
      incorporates paid
      milestone launch {
        due    2013-10-01
        amount USD 5
      }
      invoice one {
        received 2013-10-02
        line launch {
          for    milestone launch
          amount USD 5
        }
      }
    }

    """

  private static let record = """
    {"record": "acceptance", "about": "milestone launch", "by": "buyer", "dated": "2013-10-05", "result": "accepted"}

    """

  private static let half = rules.replacing("withhold amount", with: "withhold 40% of amount")

  /// Without the only record of an act there is none of it, and the edit that took it out is the cause.
  @Test func theOnlyRecordThatGoesIsTheCause() {
    let rules = Self.rules.replacing("require some acceptances", with: "require no acceptances")
    let machine = MemoryMachine([
      "Rules/a.rules": rules, "Old/a.contract": Self.contract, "New/a.contract": Self.contract,
      "Old/status/a.ndjson": Self.record, "New/status/a.ndjson": "",
    ])
    let status = machine.run("diff Old New --as-of 2013-12-26")
    #expect(status == .failed)
    #expect(
      machine.output.contains("withhold → pay  [1]")
        && machine.output.contains("[1] removed record acceptance about milestone launch"),
      "\(machine.output)")
  }

  /// The working folder, and a revision `main` in which nothing was accepted yet.
  private static var machine: MemoryMachine {
    let machine = MemoryMachine([
      "Rules/a.rules": rules, "New/a.rules": half, "Contracts/a.contract": contract,
      "Contracts/status/a.ndjson": record,
    ])
    machine.revisions["main"] = [
      "Rules/a.rules": half, "Contracts/a.contract": contract, "Contracts/status/a.ndjson": "",
    ]
    return machine
  }

  @Test(arguments: [
    (
      "diff Rules Rules", CommandLineTool.ExitStatus.success, "no decision and no amount moves in 1"
    ),
    ("diff main:Rules main:Rules", .success, "no decision and no amount moves in 1 contract"),
    ("diff main:Contracts Contracts", .failed, "[1] added record acceptance about milestone"),
    ("diff main:Contracts/status Contracts/status", .failed, "USD 5.00 → USD 0.00  [1]"),
    ("diff main:Contracts/status/a.ndjson Contracts/status/a.ndjson", .failed, "[1] added record"),
    ("diff main:. main:./", .success, "no decision and no amount moves in 1 contract"),
    ("diff Contracts/a.contract main:Contracts/a.contract", .failed, "[1] removed record"),
    ("diff Rules New --contracts Contracts --rules Rules", .success, "1 edit moves nothing"),
    ("diff Rules New --quiet", .success, "no decision and no amount moves in 1 contract\n"),
    ("diff Rules New --verbose", .success, "[ ] changed rule accepted of clause paid"),
  ])
  func endsWithWhatMoves(
    _ commandLine: String, status: CommandLineTool.ExitStatus, words: String
  ) {
    let machine = Self.machine
    #expect(machine.run(commandLine + " --as-of 2013-12-26") == status, "\(machine.errors)")
    #expect(machine.output.contains(words), "\(machine.output)")
  }

  @Test(arguments: [
    ("diff Rules", CommandLineTool.ExitStatus.unusableInput, "two versions, OLD and NEW; 1 given"),
    ("diff a b c", .unusableInput, "two versions, OLD and NEW; 3 given"),
    ("diff Rules Rulez", .unusableInput, "'Rulez': no such file or folder"),
    ("diff main:Rulez Rules", .unusableInput, "'main:Rulez': no such file or folder"),
    ("diff mian:Rules Rules", .unusableInput, "'mian:Rules': git knows no such revision"),
    (
      "diff Rules Contracts", .unusableInput,
      "'Rules' holds rules and 'Contracts' contracts: compare versions of the same"
    ),
    ("diff Rules New --contracts None", .unusableInput, "'None': no such file or folder"),
    ("diff Rules New --contracts Rules", .nothingToCheck, "no *.contract in 'Rules'"),
    ("diff Other Other", .nothingToCheck, "no rules, contracts or records in 'Other' and"),
    ("diff Rules Broken", .unusableInput, "holdback: in 'Broken':\nerror["),
    (
      "diff Contracts/status/a.ndjson Loose/b.csv", .unusableInput,
      "'Loose/b.csv': no contract names such records"
    ),
  ])
  func whatCannotBeComparedIsSaid(
    _ commandLine: String, status: CommandLineTool.ExitStatus, message: String
  ) {
    let machine = Self.machine
    machine.files["Other/a.txt"] = ""
    machine.files["Loose/b.csv"] = "record,about\n"
    machine.files["Broken/a.rules"] = Self.rules.replacing("require", with: "requires")
    #expect(machine.run(commandLine + " --as-of 2013-12-26") == status)
    #expect(machine.errors.contains(message), "\(machine.errors)")
  }

  /// A rule that cannot be read may be the one that holds.
  @Test func aVersionWithoutAllItsRulesIsNotDecided() {
    let machine = Self.machine
    machine.failures["New/b.rules"] = .notPermitted
    #expect(machine.run("diff Rules New --as-of 2013-12-26") == .unusableInput)
    #expect(machine.errors == "holdback: 'New/b.rules': permission denied\n")
    #expect(machine.output.contains("decided in Rules only"), "\(machine.output)")
  }

  @Test func jsonNamesTheEdits() {
    let machine = Self.machine
    #expect(
      machine.run("diff main:Contracts Contracts --as-of 2013-12-26 --format json") == .failed)
    for text in [
      "\"version\": 1", "\"moves\": true", "\"name\": \"main:Contracts\"", "\"how\": \"alone\"",
      "\"what\": \"withheld\"", "\"old\": \"5.00\"", "\"kind\": \"added\"", "\"editsTried\": true",
    ] {
      #expect(machine.output.contains(text), "\(text)")
    }
  }
}

@Suite struct FollowingTests {
  private static var machine: MemoryMachine {
    MemoryMachine([
      "Rules/a.rules": "clause a \"A\" {\n  cites \"1\"\n}\n",
      "a.contract": """
      contract a "A" {
        party buyer    "B"
        party supplier "S"
        incorporates a
        milestone launch {
          due    2013-10-01
          amount USD 5
        }
      }

      """,
      "b.contract": "contract b \"B\" {\n  party buyer \"B\"\n  party supplier \"S\"\n}\n",
    ])
  }

  @Test(arguments: [
    ("timeline a.contract", CommandLineTool.ExitStatus.success, "2013-10-01 to 2013-10-02"),
    ("timeline a.contract --to 2013-10-05", .success, "2013-10-01 to 2013-10-05"),
    ("timeline a.contract --from 2013-09-05", .success, "2013-09-05 to 2013-10-02"),
    ("timeline a.contract --format json", .success, "\"from\": \"2013-10-01\""),
    ("timeline b.contract --from 2013-09-05", .success, "2013-09-05 to 2013-09-05"),
    ("timeline a.contract --to 2093-10-05", .success, "not looked at: 2013-10-03 to 2093-10-04"),
  ])
  func followsTheDays(
    _ commandLine: String, status: CommandLineTool.ExitStatus, words: String
  ) {
    let machine = Self.machine
    #expect(machine.run(commandLine) == status, "\(machine.errors)")
    #expect(machine.output.contains(words), "\(machine.output)")
  }

  @Test(arguments: [
    ("timeline", CommandLineTool.ExitStatus.unusableInput, "'timeline' needs a PATH"),
    (
      "timeline a.contract --from 2013-10-02 --to 2013-10-01", .unusableInput,
      "'--from 2013-10-02' is after '--to 2013-10-01'"
    ),
    ("timeline a.contract --from soon", .unusableInput, "'soon' after '--from' is no day"),
    ("timeline Rules", .nothingToCheck, "nothing to follow: no *.contract in 'Rules'"),
    ("timeline a.contract --rules x", .unusableInput, "'x': no such file or folder"),
    ("timeline b.contract", .unusableInput, "'b' names no day: --from DATE says where to begin"),
  ])
  func whatCannotBeFollowedIsSaid(
    _ commandLine: String, status: CommandLineTool.ExitStatus, message: String
  ) {
    let machine = Self.machine
    #expect(machine.run(commandLine) == status)
    #expect(machine.errors.contains(message), "\(machine.errors)")
  }
}
