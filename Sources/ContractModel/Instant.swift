/// A moment, to the second.
package struct Instant: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let secondsSinceEpoch: Int64

  /// Makes the moment so many seconds after 1970-01-01T00:00:00Z.
  package init(secondsSinceEpoch: Int64) { self.secondsSinceEpoch = secondsSinceEpoch }

  /// Reads a whole text as RFC 3339 has it, in a strict form; `nil` for any other text.
  ///
  /// The form is `YYYY-MM-DDTHH:MM`, then `:SS` or not, then `Z` or an offset `±HH:MM` from −23:59
  /// to +23:59. Letters are capitals. Refused: a missing offset, fractions of a second, hour 24,
  /// and second 60, for no time scale here has leap seconds.
  package static func parsing<Bytes: Collection>(_ bytes: Bytes) -> Instant?
  where Bytes.Element == UInt8 {
    parsing(Array(bytes)[...])
  }

  /// Reads the same of the text of most moments, whose bytes are then looked at without a detour.
  package static func parsing(_ bytes: String.UTF8View) -> Instant? { parsing(Array(bytes)[...]) }

  private static func parsing(_ bytes: ArraySlice<UInt8>) -> Instant? {
    var reader = ByteReader(bytes)
    guard let date = reader.date(), reader.take(UInt8(ascii: "T")),
      let minutes = reader.hoursAndMinutes()
    else { return nil }
    var second = 0
    if reader.take(UInt8(ascii: ":")) {
      guard let written = reader.number(digits: 2), written < 60 else { return nil }
      second = written
    }
    guard let offset = reader.offsetMinutes(), reader.isAtEnd else { return nil }
    let days = Int64(date.dayNumber)
    return Instant(secondsSinceEpoch: days * 86_400 + Int64((minutes - offset) * 60 + second))
  }

  /// Returns the date at a place whose clocks are so many seconds ahead of UTC, negative if behind.
  ///
  /// Throws `outOfRange` if it is not within the years 0001 to 9999.
  package func date(offsetSeconds: Int) throws(DateFailure) -> CivilDate {
    let (local, overflows) = secondsSinceEpoch.addingReportingOverflow(Int64(offsetSeconds))
    guard !overflows else { throw .outOfRange }
    let (days, rest) = local.quotientAndRemainder(dividingBy: 86_400)
    return try CivilDate(dayNumber: 0).adding(days: Int(rest < 0 ? days - 1 : days))
  }
}

extension Instant: Comparable {
  /// Orders by time.
  package static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}

extension ByteReader {
  /// Takes `HH:MM`, from 00:00 to 23:59, and returns it in minutes.
  fileprivate mutating func hoursAndMinutes() -> Int? {
    guard let hours = number(digits: 2), hours < 24, take(UInt8(ascii: ":")),
      let minutes = number(digits: 2), minutes < 60
    else { return nil }
    return hours * 60 + minutes
  }

  /// Takes `Z` or `±HH:MM` and returns the offset from UTC in minutes.
  fileprivate mutating func offsetMinutes() -> Int? {
    if take(UInt8(ascii: "Z")) { return 0 }
    if take(UInt8(ascii: "+")) { return hoursAndMinutes() }
    guard take(UInt8(ascii: "-")) else { return nil }
    return hoursAndMinutes().map { -$0 }
  }
}
