import ContractModel

/// A number, a day or words as they are reckoned with in brief: a ratio of whole numbers, or why there
/// is none.
struct BriefValue {
  enum Form: UInt8 {
    case exact
    /// So much or more.
    case atLeast
    /// There is certainly none.
    case none
    /// Not known, as nothing on file says it.
    case missing
    /// What takes a closer look than this one.
    case odd
  }

  let form: Form
  let number: Int64
  /// Above zero.
  let divisor: Int64

  init(_ number: Int64, over divisor: Int64 = 1, _ form: Form = .exact) {
    self.form = form
    self.number = number
    self.divisor = divisor
  }

  init(_ quantity: PlainQuantity) { self.init(quantity.number, over: quantity.divisor) }

  private init(_ form: Form) { self.init(0, over: 1, form) }

  static let none = BriefValue(.none)
  static let missing = BriefValue(.missing)
  static let odd = BriefValue(.odd)

  /// What a contract or a record states; `absent` where it states nothing.
  init(stated: Int64, over divisor: Int64 = 1, absent: BriefValue) {
    self = stated == PlainContract.unstated ? absent : BriefValue(stated, over: divisor)
  }

  /// Returns a value computed from two, of which both must be known: exact ones are reckoned with.
  @inline(__always)
  static func combining(
    _ left: BriefValue, _ right: BriefValue, _ body: (BriefValue, BriefValue) -> BriefValue
  ) -> BriefValue {
    if left.form == .exact, right.form == .exact { return body(left, right) }
    // What is missing in one makes nothing known of both, whatever the other is, unless that is odd.
    let isOpen = left.isOpen || right.isOpen
    let isOdd = left.form == .odd || right.form == .odd
    return isOpen && !isOdd ? .missing : .odd
  }

  private var isOpen: Bool { form == .missing || form == .none }

  func adding(_ other: BriefValue, isNegative: Bool = false) -> BriefValue {
    .combining(self, other) { left, right in
      guard left.divisor == right.divisor else {
        return left.spread(over: right.divisor).adding(
          right.spread(over: left.divisor), isNegative: isNegative)
      }
      let (sum, overflows) =
        isNegative
        ? left.number.subtractingReportingOverflow(right.number)
        : left.number.addingReportingOverflow(right.number)
      return overflows || sum == .min ? .odd : BriefValue(sum, over: left.divisor)
    }
  }

  /// The same value over so many times its divisor.
  private func spread(over times: Int64) -> BriefValue {
    multiplied(by: BriefValue(times, over: times))
  }

  func multiplied(by other: BriefValue) -> BriefValue {
    .combining(self, other) { left, right in
      let (number, overflows) = left.number.multipliedReportingOverflow(by: right.number)
      let (divisor, isTooFine) = left.divisor.multipliedReportingOverflow(by: right.divisor)
      return overflows || isTooFine || number == .min ? .odd : BriefValue(number, over: divisor)
    }
  }

  func divided(by other: BriefValue) -> BriefValue {
    guard other.form != .exact || other.number > 0 else { return .odd }
    return .combining(self, other) { left, right in
      left.multiplied(by: BriefValue(right.divisor, over: right.number))
    }
  }

  /// The lesser or greater of two.
  func picking(_ other: BriefValue, isGreater: Bool) -> BriefValue {
    .combining(self, other) { left, right in
      (left < right) == isGreater ? right : left
    }
  }

  /// Whole units, as a rule makes them of fractions.
  func rounded(_ rule: RoundingRule) -> BriefValue {
    guard form == .exact else { return form == .atLeast ? .odd : self }
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    if remainder == 0 { return BriefValue(quotient) }
    guard let exact = try? Rational(Int128(number), over: Int128(divisor)),
      let whole = try? exact.rounded(rule, toMultipleOf: .one),
      let number = Int64(exactly: whole.numerator)
    else { return .odd }
    return BriefValue(number)
  }

  /// Compares the numbers alone.
  @inline(__always)
  static func < (left: BriefValue, right: BriefValue) -> Bool {
    if left.divisor == right.divisor { return left.number < right.number }
    let (first, second) = (
      left.number.multipliedFullWidth(by: right.divisor),
      right.number.multipliedFullWidth(by: left.divisor)
    )
    return (first.high, first.low) < (second.high, second.low)
  }

  /// Calendar days since a day, never fewer than none.
  func days(since start: BriefValue, isStartIncluded: Bool) -> BriefValue {
    .combining(self, start) { end, start in
      BriefValue(max(0, end.number - start.number + (isStartIncluded ? 1 : 0)))
    }
  }

  /// The day so many calendar days later or earlier.
  func moved(by length: BriefValue, isBefore: Bool) -> BriefValue {
    .combining(self, length) { day, length in
      guard length.divisor == 1 else { return .odd }
      let moved = day.adding(length, isNegative: isBefore)
      let isADay = (Int64(CivilDate.first.dayNumber)...Int64(CivilDate.last.dayNumber))
        .contains(moved.number)
      return isADay ? moved : .odd
    }
  }

  /// A rate for each of so many days.
  func forEach(of days: BriefValue) -> BriefValue {
    .combining(self, days) { rate, days in
      let isUsual = days.divisor == 1 && (0...Self.longest).contains(days.number)
      return isUsual ? rate.multiplied(by: days) : .odd
    }
  }

  /// More days are for a closer look.
  private static let longest: Int64 = 1_000_000

  /// Whether it is known to be there; nil where there is a value to look at.
  var isThere: BriefTruth? {
    switch form {
    case .exact, .atLeast: nil
    case .none, .missing: .unknown
    case .odd: .odd
    }
  }

  /// Whether there is a value, as `is given` asks.
  var isGiven: BriefTruth {
    switch form {
    case .exact, .atLeast: .yes
    case .none: .no
    case .missing: .unknown
    case .odd: .odd
    }
  }

  /// Whether a value that is there is above a bound, or equal to it.
  func isAbove(_ bound: BriefValue, orEqual: Bool) -> BriefTruth {
    guard bound.form == .exact else { return bound.isThere ?? .odd }
    let isSo = orEqual ? !(self < bound) : bound < self
    return isSo ? .yes : form == .exact ? .no : .unknown
  }

  /// Whether it is not below one bound nor above another.
  @inline(__always)
  func isWithin(
    _ lower: (value: BriefValue, isIncluded: Bool)?, _ upper: (value: BriefValue, isIncluded: Bool)?
  ) -> BriefTruth {
    if let open = isThere { return open }
    var truth = BriefTruth.yes
    if let lower { truth = truth.and(isAbove(lower.value, orEqual: lower.isIncluded)) }
    if let upper { truth = truth.and(isAbove(upper.value, orEqual: !upper.isIncluded).not) }
    return truth
  }
}
