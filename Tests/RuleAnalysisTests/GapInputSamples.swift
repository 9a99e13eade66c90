/// Tables of several inputs, of words and missing values, of terms and of what cannot be worked out.
enum GapInputSamples {
  static let grade = "grade means latest grade of runs"
  static let share = "passing means \(GapTableSamples.share)"

  static func table(_ meanings: String, _ table: String) -> String {
    GapTableSamples.clause(meanings + "\n" + table)
  }

  static let words: [GapCase] = [
    GapCase(
      "every word",
      table(
        grade, "answer means\n| grade | answer |\n| gold | 1 |\n| silver or bronze | 2 |")),
    GapCase(
      "a word left out", ["table-gap"],
      table(grade, "«answer» means\n| grade | answer |\n| gold | 1 |\n| silver | 2 |")),
    GapCase(
      "a word twice", ["table-overlap"],
      table(
        grade,
        "answer means\n| grade | answer |\n| gold or silver | 1 |\n«| silver or bronze | 2 |»")),
    GapCase(
      "words of a field that a filter leaves",
      table(
        "grade means latest grade of runs where grade is gold or silver",
        "answer means\n| grade | answer |\n| gold | 1 |\n| silver | 2 |")),
    GapCase(
      "a word that a filter leaves out", ["table-row-never-applies"],
      table(
        "grade means latest grade of runs where grade is gold or silver",
        "answer means\n| grade | answer |\n| gold | 1 |\n| silver | 2 |\n«| bronze | 3 |»")),
    GapCase(
      "yes and no",
      table("", "answer means\n| critical | answer |\n| yes | 1 |\n| no | 2 |")),
    GapCase(
      "a role without any other", ["table-gap"],
      table(
        "cause means latest cause of delays",
        "«answer» means\n| cause | answer |\n| buyer | 1 |\n| supplier | 2 |"
      ).replacing("cause buyer or supplier", with: "cause party")),
    GapCase(
      "texts without any other", ["table-gap"],
      table(
        "remark means latest note of runs",
        "«answer» means\n| remark | answer |\n| \"fine\" | 1 |\n| \"poor\" | 2 |")),
  ]

  static let several: [GapCase] = [
    GapCase(
      "a corner of two inputs", ["table-gap"],
      table(
        share + "\n" + grade,
        """
        «answer» means
          | passing      | grade            | answer |
          | at least 90% | any              | 1      |
          | less than 90% | gold or silver  | 2      |
        """)),
    GapCase(
      "two inputs without a corner",
      table(
        share + "\n" + grade,
        """
        answer means
          | passing       | grade            | answer |
          | at least 90%  | any              | 1      |
          | less than 90% | gold or silver   | 2      |
          | less than 90% | bronze           | 3      |
        """)),
    GapCase(
      "two rows that cross", ["table-overlap"],
      table(
        share + "\n" + grade,
        """
        answer means
          | passing       | grade            | answer |
          | at least 90%  | any              | 1      |
          «| any           | gold             | 2      |»
          | less than 90% | silver or bronze | 3      |
        """)),
    GapCase(
      "an input given in two ways hangs together", ["not-analysed-exactly"],
      table(
        "wait means calendar days after due through as-of\nlong means 10 calendar days less wait",
        """
        «answer» means
          | wait                     | long                     | answer |
          | at most 5 calendar days  | at least 5 calendar days | 1      |
          | more than 5 calendar days | less than 5 calendar days | 2    |
        """)),
  ]

  static let missing: [GapCase] = [
    GapCase(
      "none beside every day",
      table(
        "accepted means earliest dated of acceptances",
        """
        answer means
          | accepted             | answer |
          | on or before 2025-01-01 | 1   |
          | after 2025-01-01     | 2      |
          | none                 | 3      |
        """)),
    GapCase(
      "given without none", ["table-gap"],
      table(
        "accepted means earliest dated of acceptances",
        "«answer» means\n| accepted | answer |\n| given | 1 |")),
    GapCase(
      "none of what is never known to be missing", ["table-row-never-applies"],
      table(
        grade, "answer means\n| grade | answer |\n| given | 1 |\n«| none | 2 |»")),
    GapCase(
      "none that a fallback replaces", ["table-row-never-applies"],
      table(
        "accepted means earliest dated of acceptances, or as-of while none",
        "answer means\n| accepted | answer |\n| given | 1 |\n«| none | 2 |»")),
    GapCase(
      "what is missing is unproven and no gap",
      table(
        "accepted means earliest dated of acceptances",
        "answer means\n| accepted | answer |\n| before 2025-01-01 | 1 |\n| on or after 2025-01-01 | 2 |"
      )),
    GapCase(
      "what the contract may leave out", ["table-gap"],
      table(
        "reserve means contract's funds", "«answer» means\n| reserve | answer |\n| given | 1 |")),
    GapCase(
      "none with only one of two words", ["table-gap"],
      table(
        grade + "\naccepted means earliest dated of acceptances",
        """
        «answer» means
          | accepted | grade            | answer |
          | given    | any              | 1      |
          | none     | gold or silver   | 2      |
        """)),
  ]

  static let terms: [GapCase] = [
    GapCase(
      "above and below a term",
      table(
        "term floor percent 50% to 100%\n" + share,
        "answer means\n| passing | answer |\n| at least floor | 1 |\n| less than floor | 0 |")),
    GapCase(
      "a term that may leave a gap", ["table-gap"],
      table(
        "term floor percent 50% to 90%\n" + share,
        "«answer» means\n| passing | answer |\n| at least 90% | 1 |\n| less than floor | 0 |")),
    GapCase(
      "a term that its domain keeps from leaving a gap", ["table-overlap"],
      table(
        "term floor percent 90% to 100%\n" + share,
        "answer means\n| passing | answer |\n| at least 90% | 1 |\n«| less than floor | 0 |»")),
    GapCase(
      "two terms that may cross", ["table-gap", "table-overlap"],
      table(
        "term low percent 0% to 100%\nterm high percent 0% to 100%\n" + share,
        "«answer» means\n| passing | answer |\n| at least high | 1 |\n«| less than low | 0 |»")),
    GapCase(
      "a term and its own double",
      table(
        "term days calendar days at least 1 calendar days\nwait means \(GapTableSamples.days)",
        """
        answer means
          | wait                 | answer |
          | at most days         | 1      |
          | more than days       | 2      |
        """)),
    GapCase(
      "a term by cases with a gap", ["table-gap"],
      GapTableSamples.records
        + """
        clause sample "Sample" {
          cites "1"
          rounds half up to cent
          term «credit» percent by passing default
            | passing       | credit |
            | at least 95%  | 0%     |
            | 80% to below 90% | 5%  |
            | less than 80% | 10%    |
          passing means share of runs where result is passed
          rule kept for each milestone {
            require credit is 0%
            otherwise deduct credit of amount as credit without limit
          }
        }
        """),
    GapCase(
      "days charged one by one begin with the first",
      GapTableSamples.records
        + """
        clause sample "Sample" {
          cites "1"
          rounds half up to cent
          term rate money per calendar day by late default
            | late                         | rate                    |
            | 1 calendar day to 30 calendar days | USD 1 per calendar day |
            | more than 30 calendar days   | USD 2 per calendar day  |
          late means calendar days after due through as-of
          rule in-time for each milestone {
            require late is 0 calendar days
            otherwise deduct rate for each day of late as delay without limit
          }
        }
        """),
    GapCase(
      "a day without a rate", ["table-gap"],
      GapTableSamples.records
        + """
        clause sample "Sample" {
          cites "1"
          rounds half up to cent
          term «rate» money per calendar day by late default
            | late                         | rate                    |
            | 1 calendar day to 30 calendar days | USD 1 per calendar day |
            | more than 31 calendar days   | USD 2 per calendar day  |
          late means calendar days after due through as-of
          rule in-time for each milestone {
            require late is 0 calendar days
            otherwise deduct rate for each day of late as delay without limit
          }
        }
        """),
  ]

  static let opaque: [GapCase] = [
    GapCase(
      "a call above and below",
      table(
        "accepted means earliest dated of acceptances, or as-of while none",
        """
        answer means
          | accepted                                            | answer |
          | on or before first business day from 3 business days after due | 1 |
          | after first business day from 3 business days after due | 2   |
        """)),
    GapCase(
      "the very day of a call left out", ["table-gap"],
      table(
        "accepted means earliest dated of acceptances",
        """
        «answer» means
          | accepted                                           | answer |
          | before 3 business days after due  | 1 |
          | after 3 business days after due   | 2 |
        """)),
    GapCase(
      "the very day of a call twice", ["table-overlap"],
      table(
        "accepted means earliest dated of acceptances",
        """
        answer means
          | accepted                                           | answer |
          | on or before 3 business days after due  | 1 |
          «| on or after 3 business days after due   | 2 |»
        """)),
    GapCase(
      "interest between two rows", ["table-gap"], tests: 0,
      table(
        "owed means interest on amount at 6% for calendar days after due through as-of",
        "«answer» means\n| owed | answer |\n| less than USD 5 | 1 |\n| more than USD 5 | 2 |")),
    GapCase(
      "whole months that follow one another",
      table(
        "months-late means whole months after due through as-of",
        """
        answer means
          | months-late          | answer |
          | 0 months to 2 months | 1      |
          | at least 3 months    | 2      |
        """)),
  ]
}
