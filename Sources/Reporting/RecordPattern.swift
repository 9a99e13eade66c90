internal import ContractModel

/// How values are spelled in records, as patterns that any reader of JSON Schema knows.
///
/// They let no good value be refused; what they cannot tell, as whether a day exists, only a run can.
enum RecordPattern {
  /// What names a part of a contract.
  static let name = "[a-z][a-z0-9]*(-[a-z0-9]+)*"

  private static let number = "-?(0|[1-9][0-9]{0,2}(,[0-9]{3})+|[1-9][0-9]*)(\\.[0-9]+)?"
  private static let count = "-?(0|[1-9][0-9]{0,2}(,[0-9]{3})+|[1-9][0-9]*)(\\.0+)?"
  private static let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
  private static let instant =
    "\(day)T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
  private static let date = "(\(day)|\(instant)|[0-9]{4}-[0-9]{2})"

  static let oneDay = JSONSchema.pattern("\(day)|\(instant)")
  static let boundedDays = JSONSchema.pattern("\(date)((/| to )\(date))?")
  static let plainNumber = JSONSchema([("type", .string("number"))])

  /// Returns what a value of a type may be in JSON.
  static func schema(of type: ValueType) -> JSONSchema {
    switch type {
    case .money: bounded("[A-Z]{3} \(number)")
    case .moneyPer(let day): bounded("[A-Z]{3} \(number) per \(day.singular)")
    case .percent: bounded("\(number)%")
    case .number: .any(of: [plainNumber, bounded(number)])
    case .count(let plural):
      .any(of: [JSONSchema([("type", .string("integer"))]), bounded("\(count) \(plural)")])
    case .days(let day): bounded("\(count) \(day.singular)s?")
    case .weeks: bounded("\(count) weeks?")
    case .months: bounded("\(count) months?")
    case .date: .pattern("((on or )?(after|before) )?\(date)|\(date)(/| to )\(date)")
    case .text, .party, .condition: .text
    case .words(let words): choice(of: words)
    }
  }

  private static func bounded(_ value: String) -> JSONSchema {
    let bound = "(more than|at least|less than|at most|approximately) "
    return .pattern("(\(bound))?\(value)|\(value) to \(value)")
  }

  /// One of the words, or several joined by `or`: one of them, and nobody said which.
  private static func choice(of words: [String]) -> JSONSchema {
    let word = "(\(words.joined(separator: "|")))"
    let several = JSONSchema.pattern("\(word)( or \(word))+")
    let answers = words.filter { ["yes", "no"].contains($0) }.map { JSONValue.bool($0 == "yes") }
    let asAnswers = answers.isEmpty ? [] : [JSONSchema([("enum", .array(answers))])]
    return .any(of: [.oneOf(words)] + asAnswers + [several])
  }
}
