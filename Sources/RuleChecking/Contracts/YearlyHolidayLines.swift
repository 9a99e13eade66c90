import ContractModel
import RuleSyntax
import SourceText

/// Reads the holidays of a calendar that come back every year, and when they are observed.
struct YearlyHolidayReader {
  var lines = LineChecker(kinds: [])

  /// The most days off that such lines may come to in one calendar.
  static let daysLimit = 10_000

  /// Returns the days off of `yearly` lines within the days that a calendar covers.
  mutating func daysOff(
    of statements: [LineSyntax], in span: ClosedRange<CivilDate>, observed: LineSyntax?
  ) -> [CivilDate] {
    let observance = observed.flatMap { lines.word(of: $0, among: WeekendObservance.words) }
      .flatMap(WeekendObservance.init(rawValue:))
    if let observed, statements.isEmpty, observance != nil {
      lines.report(.observedWithoutYearly(observed.keyword))
    }
    let years = span.upperBound.year - span.lowerBound.year + 1
    guard statements.count * years <= Self.daysLimit else {
      lines.report(.tooManyHolidays(statements[0].keyword, most: Self.daysLimit))
      return []
    }
    return statements.compactMap { holiday($0) }.flatMap {
      $0.daysOff(in: span, observed: observance)
    }
  }

  /// `yearly "Labor Day" first monday of september [since 1894] [until 2099]`, or a day of a month:
  /// `yearly "Christmas Day" december 25`.
  private mutating func holiday(_ statement: LineSyntax) -> YearlyHoliday? {
    var reader = LineReader(statement)
    guard reader.takeText() != nil else {
      lines.reportNext(of: reader, wanted: "the name of a holiday in quotes")
      return nil
    }
    guard let word = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "a month, or 'first' to 'fourth' or 'last'")
      return nil
    }
    let rule =
      if let month = months.firstIndex(of: word.text) {
        day(of: month + 1, named: word.text, &reader)
      } else {
        weekday(word, &reader)
      }
    guard let rule, let years = years(&reader) else { return nil }
    lines.finish(reader)
    return YearlyHoliday(rule, in: years)
  }

  private mutating func day(
    of month: Int, named name: String, _ reader: inout LineReader
  ) -> YearlyHoliday.Rule? {
    let place = reader.next?.range
    guard let day = takeNumber(&reader, wanted: "the day of a month, as 25") else { return nil }
    // A leap year has every day that any year has.
    guard CivilDate(year: 2000, month: month, day: day) != nil else {
      lines.report(.noSuchDay(day, of: name, at: place ?? reader.line.range))
      return nil
    }
    return .day(day, month: month)
  }

  private mutating func weekday(
    _ ordinal: NameSyntax, _ reader: inout LineReader
  ) -> YearlyHoliday.Rule? {
    let ordinals = ["first", "second", "third", "fourth", "last"]
    guard let number = ordinals.firstIndex(of: ordinal.text) else {
      lines.report(.unknownValue(ordinal, of: "yearly", among: ordinals + months))
      return nil
    }
    guard let weekday = takeWord(&reader, among: Weekday.words, wanted: "a day of the week"),
      let day = Weekday(rawValue: weekday + 1)
    else { return nil }
    guard reader.take("of") else {
      lines.reportNext(of: reader, wanted: "'of'")
      return nil
    }
    guard let month = takeWord(&reader, among: months, wanted: "a month") else { return nil }
    return ordinal.text == "last"
      ? .lastWeekday(day, month: month + 1)
      : .weekday(day, number: number + 1, month: month + 1)
  }

  private mutating func years(_ reader: inout LineReader) -> ClosedRange<Int>? {
    let place = reader.rest ?? reader.line.range
    var first = CivilDate.first.year
    var last = CivilDate.last.year
    if reader.take("since") {
      guard let year = takeNumber(&reader, wanted: "a year") else { return nil }
      first = year
    }
    if reader.take("until") {
      guard let year = takeNumber(&reader, wanted: "a year") else { return nil }
      last = year
    }
    guard first <= last else {
      lines.report(.emptyRange(at: place))
      return nil
    }
    return first...last
  }

  /// Takes a whole number without a unit.
  private mutating func takeNumber(_ reader: inout LineReader, wanted: String) -> Int? {
    guard case .range(let range) = reader.next,
      case .exactly(.literal(let literal)) = range.form, case .number(let digits) = literal.form,
      let number = Int(digits)
    else {
      lines.reportNext(of: reader, wanted: wanted)
      return nil
    }
    _ = reader.takeRange()
    return number
  }

  private mutating func takeWord(
    _ reader: inout LineReader, among words: [String], wanted: String
  ) -> Int? {
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: wanted)
      return nil
    }
    guard let place = words.firstIndex(of: name.text) else {
      lines.report(.unknownValue(name, of: "yearly", among: words))
      return nil
    }
    return place
  }

  private let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

extension WeekendObservance {
  fileprivate static let words = allCases.map(\.rawValue)
}

extension Weekday {
  /// The names as the language spells them, in order.
  static let words = allCases.map { $0.name.lowercased() }
}
