/// Groups of rules that stand beside one another, and exceptions to one rule.
enum GapRuleSamples {
  static func clause(_ lines: String) -> String {
    GapTableSamples.records
      + """
      clause sample "Sample" {
        cites "1"
        rounds half up to cent
        wait means calendar days after due through as-of
        \(lines)
      }
      """
  }

  /// Rules that deduct a percent each, by how long the wait was.
  static func waits(_ rules: [(name: String, when: String)]) -> String {
    clause(
      rules.enumerated().map { place, rule in
        """
        rule \(rule.name) for each milestone {
          when \(rule.when)
          then deduct \(place + 1)% of amount as delay without limit
        }
        """
      }.joined(separator: "\n"))
  }

  static let cases: [GapCase] = [
    GapCase(
      "one case begins where the other ends",
      waits([
        ("soon", "wait is at most 10 calendar days"),
        ("later", "wait is more than 10 calendar days"),
      ])),
    GapCase(
      "days that follow one another, by rules",
      waits([
        ("soon", "wait is at most 10 calendar days"),
        ("later", "wait is at least 11 calendar days"),
      ])),
    GapCase(
      "a day between two rules", ["rules-leave-gap"],
      waits([
        ("soon", "wait is at most 10 calendar days"),
        ("«later»", "wait is at least 12 calendar days"),
      ])),
    GapCase(
      "a day that two rules share", ["rules-overlap"],
      waits([
        ("soon", "wait is at most 10 calendar days"),
        ("«later»", "wait is at least 10 calendar days"),
      ])),
    GapCase(
      "a rule that adds to another",
      waits([
        ("long", "wait is more than 10 calendar days"),
        ("longer", "wait is more than 20 calendar days"),
      ])),
    GapCase(
      "three cases with a gap in the middle", ["rules-leave-gap"],
      waits([
        ("soon", "wait is at most 10 calendar days"),
        ("later", "wait is 15 calendar days to 20 calendar days"),
        ("«latest»", "wait is more than 20 calendar days"),
      ])),
    GapCase(
      "before and after one day",
      clause(
        """
        answer-by means 10 calendar days after due
        rule awaited for each milestone {
          when as-of is on or before answer-by
          then notify supplier of answer by answer-by
        }
        rule overdue for each milestone {
          when as-of is after answer-by
          then notify supplier of answer
        }
        """)),
    GapCase(
      "the very day left out", ["rules-leave-gap"],
      clause(
        """
        answer-by means 10 calendar days after due
        rule awaited for each milestone {
          when as-of is before answer-by
          then notify supplier of answer by answer-by
        }
        rule «overdue» for each milestone {
          when as-of is after answer-by
          then notify supplier of answer
        }
        """)),
    GapCase(
      "other rules do other things",
      clause(
        """
        rule soon for each milestone {
          when wait is at most 10 calendar days
          then notify supplier of delay
        }
        rule later for each milestone {
          when wait is more than 20 calendar days
          then deduct 5% of amount as delay without limit
        }
        """)),
    GapCase(
      "cases of different parts of the work",
      clause(
        """
        rule soon for each milestone where critical is yes {
          when wait is at most 10 calendar days
          then deduct 1% of amount as delay without limit
        }
        rule later for each milestone where critical is no {
          when wait is more than 20 calendar days
          then deduct 5% of amount as delay without limit
        }
        """)),
    GapCase(
      "a third word", ["rules-leave-gap"],
      clause(
        """
        grade means latest grade of runs
        rule gold for each milestone {
          when grade is gold
          then deduct 1% of amount as grade without limit
        }
        rule «silver» for each milestone {
          when grade is silver
          then deduct 2% of amount as grade without limit
        }
        """)),
  ]

  static func exceptions(_ lines: String) -> String {
    clause(
      """
      rule in-time for each milestone {
        require wait is 0 calendar days
        otherwise deduct 5% of amount as delay without limit
      }
      \(lines)
      """)
  }

  static let defeats: [GapCase] = [
    GapCase(
      "two exceptions that say the same",
      exceptions(
        """
        exception accepted to in-time {
          when some acceptances where result is accepted
          then excuse
        }
        exception delayed to in-time {
          when some delays where cause is buyer
          then excuse
        }
        """)),
    GapCase(
      "two exceptions that say different things", ["exceptions-overlap"],
      exceptions(
        """
        exception accepted to in-time {
          when some acceptances where result is accepted
          then excuse
        }
        exception «delayed» to in-time {
          when some delays where cause is buyer
          then excuse
          then refer to buyer
        }
        """)),
    GapCase(
      "two exceptions that exclude one another",
      exceptions(
        """
        exception accepted to in-time {
          when some acceptances where result is accepted
          then excuse
        }
        exception delayed to in-time {
          when some delays where cause is buyer
          when no acceptances where result is accepted
          then excuse
          then refer to buyer
        }
        """)),
    GapCase(
      "an exception to the rule and one to the clause",
      exceptions(
        """
        exception accepted to in-time {
          when some acceptances where result is accepted
          then excuse
        }
        exception delayed to sample {
          when some delays where cause is buyer
          then excuse
          then refer to buyer
        }
        """)),
  ]
}
