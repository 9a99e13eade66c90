import ContractCheck
import RuleTesting

/// A clause in memory whose mutants are made.
enum MutationTrial {
  private static let records = """
    act acceptance asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }
    evidence finding asserted by buyer {
      about milestone
      dated date
      state works or degraded or fails
    }

    """

  /// Runs tests of a clause and of its mutants; tries a few contracts only, if any.
  static func run(
    _ clause: String, _ tests: String, adding rules: String = "", mostExperiments: Int = 0
  ) -> TestOutcome {
    let rules = records + "clause work \"Work\" {\ncites \"1\"\n\(clause)\n}\n" + rules
    var input = TestInput(
      ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
      testFiles: [InputFile(path: "a.tests", bytes: Array(tests.utf8))], mutates: true)
    input.mostExperiments = mostExperiments
    return RuleTesting.run(input)
  }

  static func clause(
    requiring condition: String, otherwise effect: String = "report oddity",
    adding meaning: String = ""
  ) -> String {
    """
    rounds half up to cent
    seen     means latest state of findings
    tried    means number of findings
    working  means share of findings where state is works
    finished means earliest dated of acceptances where result is accepted
    \(meaning)
    rule tried-rule for each milestone {
      require \(condition)
      otherwise \(effect)
    }
    """
  }

  static let base = """
    calendar weekdays {
      weekend saturday, sunday
      covers  2013-01-01 through 2014-12-31
    }
    contract base "Base" {
      party buyer    "B"
      party supplier "S"
      month-end clamp
      calendar weekdays
      incorporates work
      milestone launch {
        due    2013-10-01
        amount USD 100
        critical yes
      }
      invoice one {
        received 2013-09-01
        line launch {
          for    milestone launch
          amount USD 100
        }
      }
    }

    """

  /// A test of the base, with records for its milestone.
  static func test(
    _ title: String = "a", recording records: String = "", expecting line: String,
    of part: String = "contract"
  ) -> String {
    base + oneMore(title, recording: records, expecting: line, of: part)
  }

  static func oneMore(
    _ title: String, recording records: String, expecting line: String, of part: String
  ) -> String {
    """
    test "\(title)" {
      as-of 2013-12-01
      contract base {
        milestone launch {
          \(records)
        }
      }
      expect \(part) {
        \(line)
      }
    }

    """
  }

  static func finding(_ day: String, _ state: String) -> String {
    "finding {\ndated \(day)\nstate \(state)\nasserted by buyer\n}"
  }
}
