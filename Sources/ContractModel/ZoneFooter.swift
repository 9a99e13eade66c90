/// The last line of a zone file: what the clocks show after all that the table lists, every year
/// alike. `EST5EDT,M3.2.0,M11.1.0` is one.
struct ZoneFooter: Hashable, Sendable {
  /// Seconds ahead of UTC, outside of summer time.
  private let standard: Int
  private let summer: Summer?

  private struct Summer: Hashable {
    /// Seconds ahead of UTC.
    let offset: Int
    let start: Turn
    let end: Turn
  }

  /// A moment of every year.
  private struct Turn: Hashable {
    enum Day: Hashable {
      /// 1 to 365; 29 February is never counted.
      case numberedWithoutLeapDay(Int)
      /// 0 to 365.
      case numbered(Int)
      /// The first to fourth, or for 5 the last, such weekday of a month; Sunday is 0.
      case weekday(Int, number: Int, month: Int)
    }

    let day: Day
    /// Seconds after the day began, of the clock that shows until then.
    let time: Int
  }

  /// Reads a line as POSIX has it for `TZ`, with the longer times of RFC 9636; `nil` for any other.
  init?(_ line: ArraySlice<UInt8>) {
    var reader = ByteReader(line)
    guard reader.zoneName(), let behind = reader.clockTime(atMostHours: 24) else { return nil }
    standard = -behind
    guard !reader.isAtEnd else {
      summer = nil
      return
    }
    guard reader.zoneName() else { return nil }
    var offset = standard + 3_600
    if !reader.take(UInt8(ascii: ",")) {
      guard let behind = reader.clockTime(atMostHours: 24), reader.take(UInt8(ascii: ",")) else {
        return nil
      }
      offset = -behind
    }
    guard let start = Self.turn(&reader), reader.take(UInt8(ascii: ",")),
      let end = Self.turn(&reader), reader.isAtEnd
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// Returns the seconds that clocks are ahead of UTC at a moment, in seconds since 1970.
  func offsetSeconds(at moment: Int64) -> Int {
    guard let summer else { return standard }
    guard let today = try? Instant(secondsSinceEpoch: moment).date(offsetSeconds: standard) else {
      return standard
    }
    // A turn may lie a week outside its year; where one summer ends as the next begins, it goes on.
    var last: (moment: Int64, isSummer: Bool)?
    for year in today.year - 1...today.year + 1 {
      let turns = [
        (summer.end, summer.offset, false), (summer.start, standard, true),
      ]
      for (turn, clock, isSummer) in turns {
        guard let found = Self.moment(of: turn, in: year, clock: clock), found <= moment else {
          continue
        }
        if last.map({ ($0.moment, $0.isSummer ? 1 : 0) < (found, isSummer ? 1 : 0) }) ?? true {
          last = (found, isSummer)
        }
      }
    }
    return last?.isSummer == true ? summer.offset : standard
  }

  private static func moment(of turn: Turn, in year: Int, clock: Int) -> Int64? {
    guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return nil }
    let isLeapYear = CivilDate(year: year, month: 2, day: 29) != nil
    let day: Int
    switch turn.day {
    case .numbered(let number): day = Int(newYear.dayNumber) + number
    case .numberedWithoutLeapDay(let number):
      day = Int(newYear.dayNumber) + number - (isLeapYear && number >= 60 ? 0 : 1)
    case .weekday(let weekday, let number, let month):
      guard let weekday = Weekday(rawValue: weekday == 0 ? 7 : weekday) else { return nil }
      let rule =
        number == 5
        ? YearlyHoliday.Rule.lastWeekday(weekday, month: month)
        : .weekday(weekday, number: number, month: month)
      guard let found = YearlyHoliday(rule, in: year...year).day(in: year) else { return nil }
      day = Int(found.dayNumber)
    }
    return Int64(day) * 86_400 + Int64(turn.time - clock)
  }

  private static func turn(_ reader: inout ByteReader) -> Turn? {
    guard let day = day(&reader) else { return nil }
    guard reader.take(UInt8(ascii: "/")) else { return Turn(day: day, time: 7_200) }
    return reader.clockTime(atMostHours: 167).map { Turn(day: day, time: $0) }
  }

  private static func day(_ reader: inout ByteReader) -> Turn.Day? {
    if reader.take(UInt8(ascii: "M")) {
      guard let month = reader.number(in: 1...12), reader.take(UInt8(ascii: ".")),
        let number = reader.number(in: 1...5), reader.take(UInt8(ascii: ".")),
        let weekday = reader.number(in: 0...6)
      else { return nil }
      return .weekday(weekday, number: number, month: month)
    }
    if reader.take(UInt8(ascii: "J")) {
      return reader.number(in: 1...365).map { .numberedWithoutLeapDay($0) }
    }
    return reader.number(in: 0...365).map { .numbered($0) }
  }
}

extension ByteReader {
  /// Takes the name of a kind of time, as `EST` or `<+03>`, and says whether there was one.
  fileprivate mutating func zoneName() -> Bool {
    if take(UInt8(ascii: "<")) {
      var count = 0
      while takeLetter() || takeSignOrDigit() { count += 1 }
      return count >= 3 && take(UInt8(ascii: ">"))
    }
    var count = 0
    while takeLetter() { count += 1 }
    return count >= 3
  }

  private mutating func takeLetter() -> Bool {
    take { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      default: false
      }
    }
  }

  private mutating func takeSignOrDigit() -> Bool {
    take { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }

  /// Takes `[+-]H[:MM[:SS]]`, of at most so many hours, and returns it in seconds.
  fileprivate mutating func clockTime(atMostHours limit: Int) -> Int? {
    let isNegative = take(UInt8(ascii: "-"))
    if !isNegative { _ = take(UInt8(ascii: "+")) }
    guard let hours = number(in: 0...limit) else { return nil }
    var seconds = hours * 3_600
    if take(UInt8(ascii: ":")) {
      guard let minutes = number(digits: 2), minutes < 60 else { return nil }
      seconds += minutes * 60
      if take(UInt8(ascii: ":")) {
        guard let rest = number(digits: 2), rest < 60 else { return nil }
        seconds += rest
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// Takes one to three digits that write a number of a range.
  fileprivate mutating func number(in range: ClosedRange<Int>) -> Int? {
    var value: Int128 = 0
    guard let digits = digits(into: &value, atMost: 3), digits.count > 0,
      range.contains(Int(value))
    else { return nil }
    return Int(value)
  }
}
