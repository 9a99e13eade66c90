import ContractCheck
import ContractModel
import Foundation
import RuleTesting
import SourceText

/// Tests of rules that stand in memory.
enum Trial {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A clause for each sort of thing that can be expected.
  static let rules = """
    act acceptance asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }

    evidence finding plural findings asserted by buyer {
      about milestone
      dated date
      state works or degraded or fails
      cost  optional money
    }

    clause work "Work" {
      cites "1; cf. 2"
      rounds half up to cent
      finished means earliest dated of acceptances where result is accepted, or as-of while none
      late     means calendar days after due through finished
      answer   means first business day from 5 calendar days after due
      seen     means latest state of findings
      tries    means number of findings
      working  means share of findings where state is works

      rule on-time for each milestone {
        cites "1.1"
        require late is 0 calendar days
        otherwise deduct 10% of amount as delay without limit
        otherwise notify supplier of delay by answer
        otherwise report delay
        otherwise refer to buyer
      }

      rule works for each milestone {
        cites "1.2"
        require seen is works
        otherwise withhold amount until met
      }

      rule shown for each milestone {
        require tries is at least 0 findings
        require working is at least 0%
        otherwise report oddity showing working
      }
    }
    """

  /// The contract that the tests of this folder begin with.
  static let base = """
    calendar days {
      weekend saturday, sunday
      covers  2013-01-01 through 2014-12-31
    }

    contract base "Base" {
      party buyer    "Buyer"
      party supplier "Supplier"
      calendar days
      incorporates work
      milestone launch "Launch" {
        due    2013-10-01
        amount USD 100,000
        finding {
          dated    2013-10-01
          state    works
          asserted by buyer
        }
      }
      invoice one {
        received 2013-11-01
        line launch {
          for    milestone launch
          amount USD 100,000
        }
      }
    }

    """

  static func run(_ tests: String, filter: String? = nil) -> TestOutcome {
    RuleTesting.run(
      TestInput(
        ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
        testFiles: [InputFile(path: "a.tests", bytes: Array(tests.utf8))], filter: filter))
  }

  /// Returns the outcome of one test of the base, accepted three days late.
  static func late(
    expecting lines: String, of part: String = "milestone launch", adding contract: String = "",
    recording records: String = ""
  ) -> TestOutcome {
    run(
      base + """
        test "late" {
          as-of 2013-12-01
          contract base {
            milestone launch {
              acceptance {
                dated    2013-10-04
                result   accepted
                asserted by buyer
              }
              \(records)
            }
            \(contract)
          }
          expect \(part) {
            \(lines)
          }
        }

        """)
  }
}

extension TestOutcome {
  var words: String {
    let failures = results.flatMap(\.failures)
      .map { "\($0.subject) \($0.what): \($0.expected), found \($0.found)" }
    return (diagnostics.map { $0.rendered(in: files) } + failures).joined(separator: "\n")
  }

  var statuses: [TestResult.Status] { results.map(\.status) }
  var errorIDs: [String] { diagnostics.filter(\.isError).map(\.id.rawValue) }
}
