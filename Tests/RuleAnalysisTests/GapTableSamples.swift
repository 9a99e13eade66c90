/// Small tables with what is wrong in them; the good ones are as near to the bad ones as can be.
enum GapTableSamples {
  static let records = """
    evidence run plural runs asserted by buyer {
      about milestone
      dated date
      result passed or failed
      took number at least 0
      score percent 0% to 100%
      price money at least USD 0
      grade gold or silver or bronze
      note text
    }
    act acceptance plural acceptances asserted by buyer {
      about milestone
      dated date
      result accepted or rejected
    }
    act delay plural delays asserted by buyer {
      about milestone
      dated date
      begins date
      ends date
      cause buyer or supplier
    }
    register defect plural defects keyed by number asserted by buyer {
      about milestone
      dated date
      number text
      severity critical or minor
    }

    """

  /// A clause whose one rule shows the meaning `answer`.
  static func clause(_ meanings: String) -> String {
    records
      + """
      clause sample "Sample" {
        cites "1"
        rounds half up to cent
        \(meanings)
        rule shown for each milestone {
          then report answer showing answer
        }
      }
      """
  }

  /// A table of one input.
  static func table(
    _ input: String, _ rows: String, name: String = "«answer»", with meanings: String = ""
  ) -> String {
    clause("\(meanings)\nx means \(input)\n\(name) means\n| x | answer |\n\(rows)")
  }

  static let accepted =
    "first-accepted means earliest dated of acceptances, or as-of while none"
  static let share = "share of runs where result is passed"
  static let days = "calendar days after due through as-of"

  static let percents: [GapCase] = [
    GapCase(
      "shares from nothing to all",
      table(share, "| at least 90% | 1 |\n| less than 90% | 0 |", name: "answer")),
    GapCase(
      "a share between two rows", ["table-gap"],
      table(share, "| at least 90% | 1 |\n| at most 80% | 0 |")),
    GapCase(
      "a share that whole percents forget", ["table-gap"],
      table(share, "| 90% to 100% | 2 |\n| 50% to 89% | 1 |\n| 0% to below 50% | 0 |")),
    GapCase(
      "an end that neither row takes", ["table-gap"],
      table(share, "| more than 90% | 1 |\n| less than 90% | 0 |")),
    GapCase(
      "an end that both rows take", ["table-overlap"],
      table(share, "| at least 90% | 1 |\n«| at most 90% | 0 |»", name: "answer")),
    GapCase(
      "shares never go beyond all",
      table(share, "| 50% to 100% | 1 |\n| 0% to below 50% | 0 |", name: "answer")),
    GapCase(
      "a row beyond all", ["table-row-never-applies"],
      table(
        share, "| 50% to 100% | 1 |\n| 0% to below 50% | 0 |\n«| more than 100% | 2 |»",
        name: "answer")),
    GapCase(
      "a row within another", ["table-row-subsumed"],
      table(
        share, "| at least 50% | 1 |\n«| 60% to 70% | 2 |»\n| less than 50% | 0 |",
        name: "answer")),
    GapCase(
      "a row wider than the one before", ["table-row-subsumed"],
      table(share, "«| 60% to 70% | 2 |»\n| any | 1 |", name: "answer")),
    GapCase(
      "the same row twice", ["table-row-subsumed"],
      table(
        share, "| at least 50% | 1 |\n«| at least 50% | 1 |»\n| less than 50% | 0 |",
        name: "answer")),
    GapCase(
      "two gaps in one table", ["table-gap", "table-gap"],
      table(share, "| 10% to 40% | 1 |\n| 50% to 100% | 0 |", name: "««answer»»")),
  ]

  static let numbers: [GapCase] = [
    GapCase(
      "whole days that follow one another",
      table(
        days, "| 0 calendar days to 10 calendar days | 1 |\n| at least 11 calendar days | 2 |",
        name: "answer")),
    GapCase(
      "a day between two rows", ["table-gap"],
      table(days, "| at most 10 calendar days | 1 |\n| at least 12 calendar days | 2 |")),
    GapCase(
      "no day is before the first",
      table(days, "| 0 calendar days | 1 |\n| more than 0 calendar days | 2 |", name: "answer")),
    GapCase(
      "a day of none forgotten", ["table-gap"],
      table(days, "| 1 calendar day to 10 calendar days | 1 |\n| more than 10 calendar days | 2 |")),
    GapCase(
      "weeks that have begun are whole",
      table(
        "started weeks of calendar days after due through as-of",
        "| 0 weeks | 0 |\n| 1 week to 4 weeks | 1 |\n| at least 5 weeks | 2 |", name: "answer")),
    GapCase(
      "seconds are no whole numbers", ["table-gap"],
      table("largest took of runs", "| at most 10 | 1 |\n| at least 11 | 2 |")),
    GapCase(
      "seconds are never below nothing",
      table("largest took of runs", "| 0 to 10 | 1 |\n| more than 10 | 2 |", name: "answer")),
    GapCase(
      "cents that follow one another",
      table(
        "latest price of runs", "| USD 0 to USD 9.99 | 1 |\n| at least USD 10 | 2 |",
        name: "answer")),
    GapCase(
      "an amount with fractions of a cent", ["table-gap"],
      table(
        "latest-price / 3", "| at most USD 9.99 | 1 |\n| at least USD 10 | 2 |",
        with: "latest-price means latest price of runs")),
    GapCase(
      "an amount below nothing", ["table-gap"],
      table(
        "amount less latest-price", "| USD 0 to USD 5 | 1 |\n| more than USD 5 | 2 |",
        with: "latest-price means latest price of runs")),
    GapCase(
      "counted defects",
      table(
        "number of defects",
        "| 0 defects | 0 |\n| 1 defects to 3 defects | 1 |\n| at least 4 defects | 2 |",
        name: "answer")),
    GapCase(
      "a count between two rows", ["table-gap"],
      table(
        "number of defects",
        "| 0 defects | 0 |\n| 1 defects to 3 defects | 1 |\n| at least 5 defects | 2 |")),
  ]

  static let dates: [GapCase] = [
    GapCase(
      "days that follow one another",
      table(
        "due", "| on or before 2013-12-31 | 1 |\n| on or after 2014-01-01 | 2 |", name: "answer")),
    GapCase(
      "a day of the year between", ["table-gap"],
      table("due", "| before 2013-12-31 | 1 |\n| on or after 2014-01-01 | 2 |")),
    GapCase(
      "a day in both years", ["table-overlap"],
      table(
        "due", "| on or before 2014-01-01 | 1 |\n«| on or after 2014-01-01 | 2 |»", name: "answer")),
    GapCase(
      "before, on and after another day",
      table(
        "first-accepted", "| on or before due | 1 |\n| after due | 2 |", name: "answer",
        with: accepted)),
    GapCase(
      "the due day itself", ["table-gap"],
      table("first-accepted", "| before due | 1 |\n| after due | 2 |", with: accepted)),
    GapCase(
      "days after another day", ["table-gap"],
      table(
        "first-accepted", "| on or before due | 1 |\n| on or after 3 calendar days after due | 2 |",
        with: accepted)),
    GapCase(
      "the first day of the next month",
      table("as-of", "| on or before due | 1 |\n| after due | 2 |", name: "answer")),
  ]
}
