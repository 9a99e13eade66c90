import ContractModel
import Records

/// What the values of one measure are.
enum ValueContent {
  case number
  case day
  case words([String])
  case roles([String])

  /// The whole number that stands for a value; nil where it can be none.
  func number(of text: String) -> Int128? {
    switch self {
    case .number: Int128(wholeNumber: text)
    case .day:
      Int128(wholeNumber: text).flatMap { number in
        let days = Int128(CivilDate.first.dayNumber)...Int128(CivilDate.last.dayNumber)
        return days.contains(number) ? number : nil
      }
    case .words(let words):
      words.firstIndex { $0.utf8.elementsEqual(text.utf8) }.map {
        Int128(Int64(bitPattern: 1 << UInt64($0)))
      }
    case .roles(let roles):
      roles.firstIndex { $0.utf8.elementsEqual(text.utf8) }.map { Int128($0) }
    }
  }
}

extension RecordKind {
  func content(of measure: FoldSlot.Measure, roles: [String]) -> ValueContent {
    switch measure.column {
    case nil: return .number
    case .by: return .roles(roles)
    case .dated: return .day
    case .declared(let place):
      switch fields[place].type {
      case .words(let words): return .words(words)
      case .date: return .day
      case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .text, .party,
        .condition:
        return .number
      }
    }
  }
}

extension Int128 {
  /// The number that digits spell, with a minus or without; nil for any other text.
  fileprivate init?(wholeNumber text: String) {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    self.init(text)
  }
}
