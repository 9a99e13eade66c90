package import ContractModel
package import RuleSyntax
package import SourceText

extension LineSyntax {
  /// Returns the calendar that a `calendar` line states; nil where a mistake leaves none.
  ///
  /// `calendar us-federal { weekend saturday, sunday … covers 2013-01-01 through 2014-12-31 }`. A
  /// `working` day is worked even where a yearly holiday falls on it.
  package func checkedCalendar() -> Diagnosed<BusinessCalendar?> {
    guard keyword.text == "calendar" else { return Diagnosed(nil) }
    var checker = CalendarChecker()
    let calendar = checker.check(self)
    return Diagnosed(checker.lines.isSound ? calendar : nil, checker.lines.diagnostics)
  }
}

private struct CalendarChecker {
  var lines = LineChecker(kinds: [])

  mutating func check(_ line: LineSyntax) -> BusinessCalendar? {
    var reader = LineReader(line)
    let name = reader.takeName()
    if name == nil {
      lines.reportNext(of: reader, wanted: "a name")
    } else {
      lines.finish(reader, hasBlock: true)
    }
    let block = lines.sorted(line.block, by: .calendar)
    let weekend = weekend(block.single["weekend"], of: line)
    let covers = covers(block.single["covers"], of: line)
    let holidays = days(block.lines("holidays"))
    let working = days(block.lines("working"))
    reportContradictions(holidays, working)
    guard let covers else { return nil }
    var yearly = YearlyHolidayReader()
    let daysOff = yearly.daysOff(
      of: block.lines("yearly"), in: covers.days, observed: block.single["observed"])
    for diagnostic in yearly.lines.diagnostics { lines.report(diagnostic) }
    for day in holidays + working where !covers.days.contains(day.date) {
      lines.report(.dayOutsideCalendar(day.date, at: day.range, covers: covers.range))
    }
    guard let name, let weekend else { return nil }
    return BusinessCalendar(
      name: name.text, weekend: weekend, holidays: holidays.map(\.date) + daysOff,
      workingDays: working.map(\.date), covers: covers.days)
  }

  /// `weekend saturday, sunday`, or `weekend none`.
  private mutating func weekend(_ statement: LineSyntax?, of line: LineSyntax) -> WeekdaySet? {
    guard let statement else {
      lines.report(.missingLine("weekend", in: line, example: "weekend saturday, sunday"))
      return nil
    }
    var reader = LineReader(statement)
    var weekend: WeekdaySet = []
    if reader.take("none") {
      lines.finish(reader)
      return weekend
    }
    repeat {
      guard let name = reader.takeName() else {
        lines.reportNext(of: reader, wanted: "a day of the week")
        return nil
      }
      guard let place = Weekday.words.firstIndex(of: name.text) else {
        lines.report(.unknownValue(name, of: "weekend", among: Weekday.words))
        return nil
      }
      weekend.insert(WeekdaySet(Weekday.allCases[place]))
    } while reader.takeSeparator()
    lines.finish(reader)
    return weekend
  }

  /// `covers 2013-01-01 through 2014-12-31`.
  private mutating func covers(
    _ statement: LineSyntax?, of line: LineSyntax
  ) -> (days: ClosedRange<CivilDate>, range: SourceRange)? {
    guard let statement else {
      lines.report(
        .missingLine("covers", in: line, example: "covers 2013-01-01 through 2014-12-31"))
      return nil
    }
    var reader = LineReader(statement)
    guard let first = lines.takeDay(&reader) else { return nil }
    guard reader.take("through") else {
      lines.reportNext(of: reader, wanted: "'through'")
      return nil
    }
    guard let last = lines.takeDay(&reader) else { return nil }
    lines.finish(reader)
    guard first <= last else {
      lines.report(.emptyRange(at: statement.range))
      return nil
    }
    return (first...last, statement.range)
  }

  private mutating func days(
    _ statements: [LineSyntax]
  ) -> [(date: CivilDate, range: SourceRange)] {
    var days: [(date: CivilDate, range: SourceRange)] = []
    for statement in statements {
      var reader = LineReader(statement)
      repeat {
        let place = reader.next?.range ?? statement.range
        guard let day = lines.takeDay(&reader) else { break }
        days.append((day, place))
      } while reader.takeSeparator()
      if reader.rest != nil, lines.isSound { lines.finish(reader) }
    }
    return days
  }

  private mutating func reportContradictions(
    _ holidays: [(date: CivilDate, range: SourceRange)],
    _ working: [(date: CivilDate, range: SourceRange)]
  ) {
    for day in working {
      guard let holiday = holidays.first(where: { $0.date == day.date }) else { continue }
      lines.report(.holidayWorked(day.date, at: day.range, holiday: holiday.range))
    }
  }
}
