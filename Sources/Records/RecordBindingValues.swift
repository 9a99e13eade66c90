import ContractModel

/// What the values of one contract's records are understood with.
struct ValueBinder {
  let roles: Set<String>
  /// The currency of the contract, else of the first amount that a record states.
  var currency: Currency?

  private let zone: RecordZone

  init(_ contract: Contract, zone: RecordZone) {
    self.zone = zone
    roles = Set(contract.parties.map(\.role))
    currency = contract.currency
  }

  /// Returns the cell that a value fills in the column of a field.
  mutating func cell(
    of value: RawValue, for field: RecordKind.Field, in set: inout RecordSet
  ) throws(ValueFault) -> RecordTable.Cell {
    switch value {
    case .null: .missing
    case .nested: throw .notOfType
    case .text(let text): try cell(ofText: text, for: field, in: &set)
    case .yesNo(let isYes): try cell(ofWords: isYes ? "yes" : "no", for: field)
    case .number(let bytes): try cell(ofNumber: bytes, for: field)
    }
  }

  private mutating func cell(
    ofText text: String, for field: RecordKind.Field, in set: inout RecordSet
  ) throws(ValueFault) -> RecordTable.Cell {
    switch field.type {
    case .words: return try cell(ofWords: text, for: field)
    case .text: return .text(set.place(of: text))
    case .party: return .text(set.place(of: try role(text)))
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date, .condition:
      let interval = try interval(of: text, type: field.type, currency: currency)
      if currency == nil { currency = statedCurrency(in: text, type: field.type) }
      return try cell(of: interval, for: field)
    }
  }

  /// A word of the field's list, or several joined by `or`: one of them, and nobody said which.
  private func cell(
    ofWords text: String, for field: RecordKind.Field
  ) throws(ValueFault) -> RecordTable.Cell {
    guard case .words(let words) = field.type else { throw .notOfType }
    if let place = words.firstIndex(of: text), place < UInt64.bitWidth {
      return .words(1 << UInt64(place))
    }
    var mask: UInt64 = 0
    var rest = text.split(separator: " ", omittingEmptySubsequences: false)[...]
    while let word = rest.popFirst() {
      guard let place = words.firstIndex(of: String(word)), place < UInt64.bitWidth else {
        throw .unknownWord(text)
      }
      mask |= 1 << UInt64(place)
      if let connective = rest.popFirst(), connective != "or" || rest.isEmpty {
        throw .unknownWord(text)
      }
    }
    return .words(mask)
  }

  /// A number stands for a quantity only where the field is a number, or counts records.
  private func cell(
    ofNumber bytes: [UInt8], for field: RecordKind.Field
  ) throws(ValueFault) -> RecordTable.Cell {
    guard let number = DecimalText.parsing(bytes) else { throw .notOfType }
    switch field.type {
    case .number: break
    case .count: guard number.isInteger else { throw .notOfType }
    default: throw .notOfType
    }
    return try cell(of: Interval(exactly: number), for: field)
  }

  private func cell(
    of interval: Interval, for field: RecordKind.Field
  ) throws(ValueFault) -> RecordTable.Cell {
    guard let domain = field.domain else { return .quantity(interval) }
    if interval.isWithin(domain) == .no { throw .outsideDomain }
    // What is known only as `less than X` still lies in the domain; an approximate value has no bounds.
    guard interval.approximately == nil else { return .quantity(interval) }
    return .quantity(interval.intersection(with: domain) ?? interval)
  }

  func role(_ text: String) throws(ValueFault) -> String {
    guard roles.contains(text) else { throw .unknownRole(text) }
    return text
  }

  /// The day or days that a text allows.
  func days(of text: String) throws(ValueFault) -> Interval {
    try interval(of: text, type: .date, currency: nil)
  }

  /// The values that a text allows.
  private func interval(
    of text: String, type: ValueType, currency: Currency?
  ) throws(ValueFault) -> Interval {
    // Most dates are one day, written as one.
    if case .date = type, let day = CivilDate.parsing(text.utf8) {
      return Interval(exactly: Rational(Int(day.dayNumber)))
    }
    return try QuantityText(type: type, currency: currency, zone: zone).interval(of: text)
  }

  private func statedCurrency(in text: String, type: ValueType) -> Currency? {
    switch type {
    case .money, .moneyPer:
      text.split(separator: " ").lazy.compactMap { Currency(code: $0.utf8) }.first
    default: nil
    }
  }
}
