import ContractModel
import Records

/// What the values of one measure are, and how far they go.
enum ValueContent {
  case number(within: ClosedRange<Int128>)
  case day(within: ClosedRange<Int128>)
  case words([String])
  case roles([String])

  /// The whole number that stands for a value; nil where it can be none.
  func number(of text: String) -> Int128? {
    switch self {
    case .number(let range), .day(let range):
      Int128(wholeNumber: text).flatMap { range.contains($0) ? $0 : nil }
    case .words(let words):
      words.firstIndex { $0.utf8.elementsEqual(text.utf8) }.map {
        Int128(Int64(bitPattern: 1 << UInt64($0)))
      }
    case .roles(let roles):
      roles.firstIndex { $0.utf8.elementsEqual(text.utf8) }.map { Int128($0) }
    }
  }
}

extension MeasurePlan {
  /// What the values of a measure of so many records can be: no measure leaves the domain of the field
  /// that it is drawn from, and no record is on file before its day.
  func content(of measure: FoldSlot.Measure, of kind: Int, members: Int) -> ValueContent {
    switch measure.column {
    case nil: return .number(within: .min ... .max)
    case .by: return .roles(fold.roles)
    case .dated: return .day(within: Self.days.lowerBound...Int128(asOf.dayNumber))
    case .declared(let place):
      switch MeasuredColumn(kinds[kind].fields[place], at: place, contract.currency)?.content {
      case .words(let words): return .words(words)
      case .day(let range): return .day(within: Self.days.clamped(to: range.wide))
      case .number(_, let range):
        guard case .sum = measure else { return .number(within: range.wide) }
        let count = Int128(max(0, members))
        return .number(within: Int128(range.lowerBound) * count...Int128(range.upperBound) * count)
      case .text, .role, nil: return .number(within: .min ... .max)
      }
    }
  }

  private static var days: ClosedRange<Int128> {
    Int128(CivilDate.first.dayNumber)...Int128(CivilDate.last.dayNumber)
  }
}

extension ClosedRange<Int64> {
  fileprivate var wide: ClosedRange<Int128> { Int128(lowerBound)...Int128(upperBound) }
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
