import ContractModel
import Records

/// How an engine has a declared field.
struct MeasuredColumn: Sendable {
  enum Content: Sendable {
    /// A number of so many decimal digits, counted in units of the last one, within bounds.
    case number(digits: Int, within: ClosedRange<Int64>)
    case day(within: ClosedRange<Int64>)
    case words([String])
    case text
    case role
  }

  /// The column that tells the order of records.
  static let order = "ordinal"

  let place: Int
  let name: String
  let content: Content

  /// Returns nil where the engine cannot have it exactly.
  init?(_ field: RecordKind.Field, at place: Int, _ currency: Currency?) {
    self.place = place
    name = field.name.sqlName
    let scale = RecordBatch.scale(of: field.type)
    guard let domain = Self.wholeNumbers(of: field.domain, scale: scale) else { return nil }
    switch field.type {
    case .money, .moneyPer:
      guard let currency else { return nil }
      content = .number(digits: currency.minorDigits, within: domain)
    case .percent: content = .number(digits: 7, within: domain)
    case .number: content = .number(digits: 6, within: domain)
    case .count, .days, .weeks, .months: content = .number(digits: 0, within: domain)
    case .date: content = .day(within: domain)
    case .words(let words): content = .words(words)
    case .text: content = .text
    case .party: content = .role
    case .condition: return nil
    }
  }

  private static func wholeNumbers(
    of domain: Interval?, scale: Int64
  ) -> ClosedRange<Int64>? {
    guard let domain else { return .min ... .max }
    guard domain.approximately == nil else { return nil }
    var bounds = (low: Int64.min, high: Int64.max)
    if let lower = domain.lower {
      guard let scaled = try? lower.value.multiplied(by: Rational(Int(scale))),
        let least = Int64(
          exactly: scaled.floor + (lower.isIncluded && scaled.isInteger ? 0 : 1))
      else { return nil }
      bounds.low = least
    }
    if let upper = domain.upper {
      guard let scaled = try? upper.value.multiplied(by: Rational(Int(scale))),
        let most = Int64(
          exactly: scaled.floor - (upper.isIncluded || !scaled.isInteger ? 0 : 1))
      else { return nil }
      bounds.high = most
    }
    return bounds.low <= bounds.high ? bounds.low...bounds.high : nil
  }
}

extension MeasuredColumn {
  var type: SQL {
    switch content {
    case .number(let digits, _): "DECIMAL(19, \(digits))"
    case .day: "DATE"
    case .words, .text, .role: .textType
    }
  }

  private var field: SQL { "r.\(name: name)" }

  /// The field as tests and measures have it: numbers whole, days as numbers.
  var value: SQL {
    switch content {
    case .number(0, _): "CAST(\(field) AS DECIMAL(19, 0))"
    case .number(let digits, _):
      "CAST(CAST(\(field) AS DECIMAL(19, \(digits))) * \(Self.power(of: digits)) AS DECIMAL(19, 0))"
    case .day: .dayNumber(of: field)
    case .words, .text, .role: .byteByByte(field)
    }
  }

  /// What must hold so that the value is the very one that the record states.
  func sound(roles: [String]) -> [SQL] {
    switch content {
    case .number(let digits, let range):
      [
        .isExactNumber(field), "\(field) = CAST(\(field) AS DECIMAL(19, \(digits)))",
        // What is no number, as an engine's NaN, is above all of them and equal to itself.
        SQL(value, isBetween: range.clamped(to: -Int64.max...Int64.max)),
      ]
    case .day(let range):
      ["\(field) IS NOT NULL", SQL(value, isBetween: range.clamped(to: Self.days))]
    case .words(let words): [SQL(value, isOneOf: words)]
    case .text: ["\(field) IS NOT NULL"]
    case .role: [SQL(value, isOneOf: roles)]
    }
  }

  /// The days that a record can state; engines have others.
  static let days = Int64(CivilDate.first.dayNumber)...Int64(CivilDate.last.dayNumber)

  private static func power(of digits: Int) -> Int64 {
    (0..<digits).reduce(1) { power, _ in power * 10 }
  }
}

extension String {
  /// A name of the language as engines have it.
  var sqlName: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }
}
