/// A day of the week; raw values are those of ISO 8601, 1 for Monday to 7 for Sunday.
package enum Weekday: Int, Hashable, Sendable, CaseIterable {
  /// The first day of the week.
  case monday = 1
  /// The days after, in order.
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The English name, as `Monday`.
  package var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

/// Some of the seven days of the week.
package struct WeekdaySet: OptionSet, Hashable, Sendable {
  /// Bit 0 is Monday, bit 6 is Sunday.
  package let rawValue: UInt8

  /// Makes the set with these bits; the eighth is ignored.
  package init(rawValue: UInt8) { self.rawValue = rawValue & 0x7f }

  /// Makes the set of one day.
  package init(_ day: Weekday) { self.init(rawValue: 1 << UInt8(day.rawValue - 1)) }

  /// The usual weekend.
  package static let saturdayAndSunday = WeekdaySet([.init(.saturday), .init(.sunday)])

  /// Returns whether a day is in the set.
  package func contains(_ day: Weekday) -> Bool { contains(WeekdaySet(day)) }
}
