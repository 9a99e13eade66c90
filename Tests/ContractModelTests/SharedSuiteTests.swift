import ContractModel
import Testing

@Suite struct SharedSuiteTests {
  @Test(.enabled(if: SharedSuites.has("own/dates.tsv"), "\(SharedSuites.absence)"))
  func agreesOnDates() throws {
    let rows = try SharedSuites.rows("own/dates.tsv", separator: "\t")
    #expect(rows.count >= 36)
    for row in rows {
      let isDate = CivilDate.parsing(row[0].utf8) != nil
      #expect(isDate == (row[1] == "ACCEPT"), "\(row)")
      #expect(Instant.parsing(row[0].utf8) == nil, "\(row)")
    }
  }

  @Test(.enabled(if: SharedSuites.has("own/date_arith.tsv"), "\(SharedSuites.absence)"))
  func agreesOnCalculatedDates() throws {
    let weekdays = BusinessCalendar(
      name: "weekdays", weekend: .saturdayAndSunday, holidays: [], workingDays: [],
      covers: .first ... .last)
    let rows = try SharedSuites.rows("own/date_arith.tsv", separator: "\t")
    #expect(rows.count >= 20)
    for row in rows {
      let start = date(row[0])
      let count = try #require(Int(row[1].filter { "-0123456789".contains($0) }))
      let end =
        switch row[1].filter(\.isLetter) {
        case "mo": try start.adding(months: count, monthEnd: .clamp)
        case "d": try start.adding(days: count)
        default: try weekdays.date(count, businessDaysAfter: start)
        }
      #expect(end.text == row[2], "\(row)")
    }
  }

  /// The table leaves two things open. Grouping by commas: allowed, by threes and everywhere.
  /// Amounts of more than 18 digits: refused as out of range, never rounded.
  @Test(.enabled(if: SharedSuites.has("own/money.tsv"), "\(SharedSuites.absence)"))
  func agreesOnMoney() throws {
    let rows = try SharedSuites.rows("own/money.tsv", separator: "\t")
    #expect(rows.count >= 24)
    let dollars = currency("USD")
    for row in rows {
      // A locale that a row names after its text has no way to reach the parser.
      let text = row[0].components(upTo: " (LANG=")
      let money = Result { try Money.parsing(text.utf8, in: dollars) }
      if row[1].contains(" or REJECT") {
        #expect(throws: MoneyTextFailure.outOfRange, "\(row)") { try money.get() }
      } else if row[1].contains("or explicit grouping rule") {
        #expect(try money.get().text == "USD " + text, "\(row)")
        #expect(DecimalText.parsing(text.utf8) == nil, "\(row)")
      } else if row[1].hasPrefix("ACCEPT ") {
        let expected = try #require(DecimalText.parsing(row[1].dropFirst(7).utf8))
        #expect(try money.get().amount == expected, "\(row)")
        #expect(DecimalText.parsing(text.utf8) == expected, "\(row)")
      } else {
        #expect(throws: MoneyTextFailure.notANumber, "\(row)") { try money.get() }
        #expect(DecimalText.parsing(text.utf8) == nil, "\(row)")
      }
    }
  }

  @Test(.enabled(if: SharedSuites.has("own/allocate.tsv"), "\(SharedSuites.absence)"))
  func agreesOnAllocation() throws {
    let rows = try SharedSuites.rows("own/allocate.tsv", separator: "\t")
    #expect(rows.count >= 7)
    for row in rows {
      let parts = Allocation.largestRemainder(
        minorUnits: try #require(Int64(row[0])), weights: row[1].integers)
      #expect(parts == row[2].integers, "\(row)")
    }
  }

  @Test(
    .enabled(
      if: SharedSuites.has("dates-calc/ambiguous_computations.csv"), "\(SharedSuites.absence)"))
  func agreesOnAmbiguousMonthEnds() throws {
    let rows = try SharedSuites.rows("dates-calc/ambiguous_computations.csv", separator: ";")
    #expect(rows.count >= 12)
    for row in rows.dropFirst() {
      let start = date(row[0])
      let period = try #require(Period(row[1]))
      #expect(try start.adding(months: period.months, monthEnd: .spill).text == row[2], "\(row)")
      #expect(try start.adding(months: period.months, monthEnd: .clamp).text == row[3], "\(row)")
      #expect(throws: DateFailure.ambiguousMonthEnd(start, months: period.months), "\(row)") {
        try start.adding(months: period.months, monthEnd: .refuse)
      }
    }
  }

  @Test(
    .enabled(if: SharedSuites.has("dates-calc/exact_computations.csv"), "\(SharedSuites.absence)"))
  func agreesOnExactPeriods() throws {
    let rows = try SharedSuites.rows("dates-calc/exact_computations.csv", separator: ";")
    #expect(rows.count >= 20)
    for row in rows.dropFirst() {
      let period = try #require(Period(row[1]))
      for policy in MonthEndPolicy.allCases {
        let month = try date(row[0]).adding(months: period.months, monthEnd: policy)
        #expect(try month.adding(days: period.days).text == row[2], "\(row)")
      }
    }
  }

  @Test(
    .enabled(
      if: SharedSuites.has("dates-calc/first_last_day_of_month.csv"), "\(SharedSuites.absence)"))
  func agreesOnTheEndsOfMonths() throws {
    let rows = try SharedSuites.rows("dates-calc/first_last_day_of_month.csv", separator: ";")
    #expect(rows.count >= 3)
    for row in rows.dropFirst() {
      let month = YearMonth(containing: date(row[0]))
      #expect([month.firstDay.text, month.lastDay.text] == [row[1], row[2]], "\(row)")
    }
  }
}

/// A period as the tables write it, as `[0 years, 1 months, 0 days]`.
private struct Period {
  let months: Int
  let days: Int

  init?(_ text: String) {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    months = numbers[0] * 12 + numbers[1]
    days = numbers[2]
  }
}

extension String {
  /// The numbers between commas.
  fileprivate var integers: [Int64] { split(separator: ",").compactMap { Int64($0) } }

  /// Returns what comes before a mark, or everything if it does not occur.
  fileprivate func components(upTo mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
