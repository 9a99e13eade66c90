import ContractModel

/// Reads days such as `2013-10-01`; the months that came last are known.
package struct PlainDays: Sendable {
  private struct Month: Sendable {
    /// The year and the month as they are written, with the hyphen after each.
    var written: UInt64 = 0
    /// The number of the day before its first.
    var before: Int64 = 0
    var dayCount: Int64 = 0
  }

  /// Each month by the digits of its number.
  private var months = InlineArray<32, Month>(repeating: Month())

  package init() {}

  /// Returns the number of the day that ten bytes from an offset on write; nil where they write none.
  @inline(__always)
  package mutating func day(_ bytes: Span<UInt8>, at start: Int) -> Int64? {
    guard start + Self.monthLength <= bytes.count else { return nil }
    let written = bytes.word(at: start)
    let place = Int(written >> 48 & 0xF | written >> 36 & 0x10)
    if months[place].written != written {
      guard let month = Self.month(bytes, at: start, written) else { return nil }
      months[place] = month
    }
    let (tens, ones) = (
      Int64(bytes.byte(at: start + Self.monthLength)) - Int64(ASCII.zero),
      Int64(bytes.byte(at: start + Self.monthLength + 1)) - Int64(ASCII.zero)
    )
    guard (0...3).contains(tens), (0...9).contains(ones) else { return nil }
    let day = tens * 10 + ones
    return day > 0 && day <= months[place].dayCount ? months[place].before + day : nil
  }

  /// How many bytes are before the digits of the day.
  private static let monthLength = 8

  private static func month(_ bytes: Span<UInt8>, at start: Int, _ written: UInt64) -> Month? {
    let last = start + monthLength - 1
    guard bytes.byte(at: last) == ASCII.minus,
      let month = YearMonth.parsing((start..<last).map { bytes.byte(at: $0) })
    else { return nil }
    return Month(
      written: written, before: Int64(month.firstDay.dayNumber) - 1,
      dayCount: Int64(month.dayCount))
  }
}
