import ContractCheck
import ContractModel

/// A contract whose records lie in a database: the query for them, and what it answered.
enum MeasureWorld {
  static let rules = #"""
    /// A run of a check.
    evidence run plural test-runs asserted by buyer or verifier {
      about deliverable
      dated date
      check text
      result pass or fail
      took  number at least 0
    }

    /// What is wrong and not yet mended.
    register defect plural defects keyed by key asserted by buyer {
      about deliverable
      dated date
      key   text
      state open or closed
    }

    clause working "Each part works" {
      cites "3"
      passing means share of test-runs where result is pass
      slow    means 95% percentile of took of test-runs where check is "O'Neill \\ \"x\" ${y}"
      worst   means worst day of test-runs where result is pass
      streak  means longest run of test-runs where result is fail
      newest  means latest result of test-runs

      rule works for each deliverable {
        require passing is at least 50%
        otherwise withhold milestone's amount until met
      }

      rule told for each deliverable {
        then report evidence showing passing, slow, worst, streak, newest
      }

      rule no-defects for each deliverable {
        require no defects where state is open
        otherwise withhold milestone's amount until met
      }
    }

    """#

  static let contract = """
    contract sample "Sample" {
      party buyer    "State"
      party supplier "Supplier"
      party verifier "Verifier"
      records "*.ndjson"
      incorporates working
      milestone launch {
        due    2013-10-01
        amount USD 5,000,000
        deliverable accounts
      }
      invoice one {
        received 2013-11-15
        line launch {
          for    milestone launch
          amount USD 5,000,000
        }
      }
    }

    """

  /// Of six runs on two days: `pass`, `fail`, `pass`; `fail`, `pass`, `pass`.
  static let records =
    [
      ("2013-11-01", "pass", "10"), ("2013-11-01", "fail", "20.5"), ("2013-11-01", "pass", "30"),
      ("2013-11-02", "fail", "40"), ("2013-11-02", "pass", "50"), ("2013-11-02", "pass", "60"),
    ].map { day, result, took in
      #"{"record": "run", "about": "accounts", "by": "verifier", "dated": "\#(day)", "check": "O'Neill \\ \"x\" ${y}", "result": "\#(result)", "took": \#(took)}"#
    }.joined(separator: "\n") + "\n"

  static func query(in dialect: SQLDialect) -> MeasureQuery {
    ContractCheck.measureQuery(
      of: CheckInput(
        ruleFiles: [InputFile(path: "sample.rules", bytes: Array(rules.utf8))],
        contractFiles: [InputFile(path: "sample.contract", bytes: Array(contract.utf8))],
        recordFiles: [:], asOf: CivilDate(year: 2013, month: 12, day: 26)!), in: dialect)
  }

  /// The rows of the answer, without the digest, as the query answers them of the records.
  static let rows = [
    "working/passing,milestone launch deliverable accounts,6,4,,,0",
    "working/slow,milestone launch deliverable accounts,6,,,60000000,0",
    "working/worst,milestone launch deliverable accounts,6,2,3,,0",
    "working/streak,milestone launch deliverable accounts,6,,,1,0",
    "working/newest,milestone launch deliverable accounts,6,0,3,fail,0",
  ]

  static func answer(_ rows: [String], digest: String) -> String {
    ("rules,measure,about,members,passed,total,value,faults\n"
      + rows.map { "\(digest),\($0)\n" }.joined())
  }
}
