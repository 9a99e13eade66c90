/// The type of a value of the language; it fixes the unit.
package indirect enum ValueType: Hashable, Sendable {
  /// Minor units of the contract's currency.
  case money
  /// Minor units for each day of a kind.
  case moneyPer(DayKind)
  /// A ratio: 1 is 100%.
  case percent
  case number
  /// How many records of a kind: the plural is the unit.
  case count(String)
  case days(DayKind)
  case weeks
  case months
  /// A day number.
  case date
  case text
  /// One of a closed list.
  case words([String])
  /// A role of the contract.
  case party
  /// Yes, no or unknown.
  case condition

  /// Whether values of the type are ordered, so that ranges and arithmetic apply.
  package var isOrdered: Bool {
    switch self {
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date: true
    case .text, .words, .party, .condition: false
    }
  }

  /// The type as the language spells it.
  package var description: String {
    switch self {
    case .money: "money"
    case .moneyPer(let day): "money per \(day.singular)"
    case .percent: "percent"
    case .number: "number"
    case .count(let plural): plural
    case .days(let day): day.plural
    case .weeks: "weeks"
    case .months: "months"
    case .date: "date"
    case .text: "text"
    case .words(let words): words.joined(separator: " or ")
    case .party: "party"
    case .condition: "condition"
    }
  }
}

extension DayKind {
  package var singular: String {
    switch self {
    case .calendar: "calendar day"
    case .business: "business day"
    }
  }

  package var plural: String { singular + "s" }
}
