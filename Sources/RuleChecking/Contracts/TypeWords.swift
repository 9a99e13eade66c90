import ContractModel
import RuleSyntax
import SourceText

extension ValueType {
  /// The type as in "'due' wants a date".
  var wanted: String {
    switch self {
    case .money: "an amount of money"
    case .moneyPer(let day): "an amount of money per \(day.singular)"
    case .percent: "a percent"
    case .number: "a number"
    case .count(let plural): "a number of \(plural)"
    case .days(let day): "a number of \(day.plural)"
    case .weeks: "a number of weeks"
    case .months: "a number of months"
    case .date: "a date"
    case .text: "a text in quotes"
    case .words(let words): words.joined(separator: " or ")
    case .party: "a role"
    case .condition: "a condition"
    }
  }

  /// How a value of the type is written, where one can be shown.
  var example: String? {
    switch self {
    case .money: "USD 1,000"
    case .moneyPer(let day): "USD 1,000 per \(day.singular)"
    case .percent: "5%"
    case .number: "5"
    case .count(let plural): "200 \(plural)"
    case .days(let day): "14 \(day.plural)"
    case .weeks: "2 weeks"
    case .months: "3 months"
    case .date: "2013-12-01"
    case .text: "\"…\""
    case .words(let words): words.first
    case .party: "buyer"
    case .condition: nil
    }
  }
}

extension LiteralValue {
  /// What the value is, as in "and this is a date".
  var foundText: String {
    type == .number ? "a number without a unit" : type.wanted
  }
}

extension LineReader.Item {
  /// What the value is, as far as can be told without knowing what it means.
  var unitText: String {
    switch self {
    case .name(let name): "the word '\(name.text)'"
    case .text: ValueType.text.wanted
    case .range(let range): range.checkedLiteral().value?.foundText ?? "a value"
    case .found(let text): text.value.quoted + (text.value.isBelowZero ? ", below zero" : "")
    case .separator: "a comma"
    }
  }
}

extension String {
  /// Whether it is a number with a minus, behind its currency or not.
  fileprivate var isBelowZero: Bool {
    let number = utf8.split(separator: UInt8(ascii: " ")).first { $0.first == UInt8(ascii: "-") }
    return number?.dropFirst().first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false
  }
}

extension SubjectKind {
  /// As in a message: `an invoice`.
  var withArticle: String {
    switch self {
    case .contract: "a contract"
    case .milestone: "a milestone"
    case .deliverable: "a deliverable"
    case .invoice: "an invoice"
    case .line: "a line of an invoice"
    }
  }
}
