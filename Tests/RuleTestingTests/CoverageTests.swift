import ContractCheck
import ContractModel
import RuleTesting
import Testing

/// What a rule can come to, and what of it tests have shown.
@Suite struct Coverage {
  private static let records = """
    act acceptance asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }
    evidence finding asserted by buyer {
      about milestone
      dated date
      state works or fails
    }
    claim statement asserted by supplier {
      about milestone
      dated date
      says  works or fails
    }
    register defect asserted by buyer {
      about milestone
      dated date
      state open or closed
    }

    """

  private func coverage(_ clause: String, _ tests: String = "") throws -> TestCoverage {
    let rules = Self.records + "clause work \"Work\" {\ncites \"1\"\n\(clause)\n}\n"
    let outcome = RuleTesting.run(
      TestInput(
        ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
        testFiles: [InputFile(path: "a.tests", bytes: Array(tests.utf8))],
        measuresCoverage: true))
    try #require(outcome.errorIDs == [], "\(outcome.words)")
    return try #require(outcome.coverage)
  }

  @Test(arguments: [
    (
      "require some acceptances where result is accepted\notherwise report a",
      "met failed waived"
    ),
    ("require some findings\notherwise report a", "met unproven"),
    ("require some findings where state is works\notherwise report a", "met unproven"),
    ("admits statements\nrequire some statements\notherwise report a", "met unproven"),
    ("require some defects\notherwise report a", "met failed unproven waived"),
    ("require no findings\notherwise report a", "met failed unproven waived"),
    ("require was-found\notherwise report a", "met unproven"),
    ("require was-found-or-accepted\notherwise report a", "met unproven"),
    (
      "require some findings\nrequire some acceptances\notherwise report a",
      "met failed unproven waived"
    ),
    ("require no defects where state is open\notherwise report a", "met failed unproven waived"),
    ("require seen is works\notherwise report a", "met failed unproven waived"),
    ("require amount is at least USD 5\notherwise report a", "met failed waived"),
    ("require finished is on or before due\notherwise report a", "met failed unproven waived"),
    (
      "when some acceptances\nrequire finished is on or before due\notherwise report a",
      "met failed waived"
    ),
    (
      "require finished is given\nrequire finished is before due\notherwise report a",
      "met failed waived"
    ),
    ("require finished-or-now is on or before due\notherwise report a", "met failed waived"),
    ("require tried is at least 1 acceptances\notherwise report a", "met failed waived"),
    ("then report a", "met"),
    ("when some acceptances\nthen report a", "met not-applicable"),
    ("when some findings\nthen report a", "met not-applicable unproven"),
    (
      "admits statements\nrequire said is works\notherwise report a",
      "met failed unproven waived"
    ),
  ])
  func asksForWhatTheTextAllows(_ lines: String, expected: String) throws {
    let coverage = try coverage(
      """
      seen            means latest state of findings
      said            means latest says of statements
      tried           means number of acceptances
      finished        means earliest dated of acceptances where result is accepted
      finished-or-now means earliest dated of acceptances where result is accepted, or as-of while none
      was-found       means some findings
      was-found-or-accepted means any of {
        some findings
        some acceptances
      }
      rule tried-rule for each milestone {
      \(lines)
      }
      """)
    let rule = try #require(coverage.clauses.first?.rules.first)
    #expect(rule.reachable.map(\.rawValue).joined(separator: " ") == expected)
    #expect(rule.missing == rule.reachable)
  }

  @Test(arguments: ["work", "tried-rule"])
  func asksForTheExceptionsToARuleOrItsClause(_ target: String) throws {
    let coverage = try coverage(
      """
      rule tried-rule for each milestone {
        require some acceptances
        otherwise report a
      }
      exception let-off to \(target) for each milestone {
        when critical is no
        then excuse
      }
      """)
    #expect(
      coverage.clauses[0].rules[0].reachable == [.met, .failed, .excused, .waived])
  }

  private static let clause = """
    rounds half up to cent
    rule accepted for each milestone {
      require some acceptances where result is accepted
      otherwise withhold held of amount until met
    }
    count means number of acceptances
    held means
      | count                   | held  |
      | at most 0 acceptances   | 50%   |
      | more than 0 acceptances | 10%   |
    """

  private static func test(_ day: String, retained: String) -> String {
    """
    test "\(day)" {
      as-of \(day)
      contract whole "Whole" {
        party buyer    "B"
        party supplier "S"
        incorporates work
        milestone launch {
          amount USD 100
          acceptance {
            dated    2013-10-05
            result   accepted
            asserted by buyer
          }
        }
        waiver slack of accepted for milestone launch {
          from 2013-09-01
          through 2013-09-30
          approved "B"
          because "slack"
        }
        invoice one {
          received 2013-09-01
          line launch {
            for milestone launch
            amount USD 100
          }
        }
      }
      expect contract {
        withheld USD \(retained)
      }
    }

    """
  }

  @Test(arguments: [
    ("2013-10-04", "50", "failed", 1), ("2013-10-05", "0", "met", 0),
    ("2013-09-30", "0", "waived", 0),
    ("2013-10-04", "49", "", 0),
  ])
  func countsWhatPassedTestsShow(day: String, retained: String, shown: String, rows: Int) throws {
    let found = try coverage(Self.clause, Self.test(day, retained: retained)).clauses[0]
    #expect(found.rules[0].covered.map(\.rawValue).joined() == shown)
    #expect(found.rows.count == 2)
    #expect(found.coveredRows == Share(rows, of: 2))
    if rows > 0 { #expect(found.rows[0].isCovered && !found.rows[1].isCovered) }
    #expect(
      found.rows[0].text == "| at most 0 acceptances | 50% |" && found.rows[0].table == "held")
  }

  @Test(arguments: [(0, 0, "100%"), (1, 3, "33.3%"), (999, 1000, "99.9%"), (9999, 10000, "99.9%")])
  func aShareIsRoundedDown(part: Int, whole: Int, text: String) {
    #expect(Share(part, of: whole).percentText == text)
  }
}
