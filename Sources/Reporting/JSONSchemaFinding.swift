internal import ContractModel

extension JSONSchema {
  /// What one rule came to for one part of the contract.
  static var finding: JSONSchema {
    object([
      Property("rule", "The name of the rule.", text),
      Property(
        "fingerprint", "The same as long as contract, part and rule keep their names.",
        pattern("[0-9a-f]{64}")),
      Property(
        "baseline", "Whether the earlier report had it too; null where there was none.",
        oneOf(["known", "new"]).orNull),
      Property("verdict", "What was concluded.", oneOf(Verdict.self)),
      Property("code", "Why, for programs.", oneOf(ReasonCode.self)),
      Property("subject", "The path of the part of the contract.", text),
      Property("clause", "The clause of the rule.", text),
      Property("section", "The section that the rule cites.", text.orNull),
      Property("message", "Why, for people.", text),
      Property("documentation", "What the rules say about the rule.", text.orNull),
      Property("at", "Where the rule stands.", defined("place")),
      Property("records", "The records that it rests on.", list(of: defined("record"))),
      Property(
        "missing", "The evidence that would settle it.",
        list(
          of: object([
            Property("kind", "A kind of record, or a field of the contract.", text),
            Property("field", "The field of the record.", text.orNull),
            Property("subject", "The path of what it would be about.", text),
          ]))),
      Property("releasedBy", "What releases what it holds, any one of them.", list(of: text)),
      Property("defeatedBy", "The exception or waiver that defeats it.", text.orNull),
      Property("effects", "What it does.", list(of: defined("effect"))),
      Property(
        "values", "The values that it rests on.",
        list(
          of: object([
            Property("name", "Its name in the rules.", text),
            Property("value", "Its value in words.", text),
          ]))),
      Property("amount", "What it moved; null where nothing.", amount.orNull),
    ])
  }

  static var effect: JSONSchema {
    object([
      Property("verb", "What it does.", oneOf(EffectVerb.self)),
      Property("amount", "The amount that it asks for.", amount.orNull),
      Property("cap", "The most that it may take.", amount.orNull),
      Property("ground", "What it is for, as damages.", text.orNull),
      Property("object", "Whom or what it is about.", text.orNull),
      Property("deadline", "By when.", days.orNull),
      Property(
        "provisional", "Whether the rule is not decided, so that it only might do so.", yesNo),
    ])
  }

  /// Where a range of a text begins.
  static var place: JSONSchema {
    object([
      Property("file", "The path of the file.", text),
      Property("line", "The line, from 1.", ordinal),
      Property("column", "The column, in bytes of UTF-8, from 1.", ordinal),
    ])
  }

  static var record: JSONSchema {
    object([
      Property("file", "The path of the file.", text),
      Property("line", "The line on which the record begins, from 1.", ordinal),
    ])
  }
}

/// What many objects share.
extension JSONSchema {
  static var decision: JSONSchema { oneOf(Decision.self) }

  static var day: JSONSchema { pattern(dayPattern) }

  /// A day or what is known of it: `2013-10-01`, `2013-12`, `>=2013-10-01`, `2013-10-01..2013-10-15`.
  static var days: JSONSchema {
    pattern("(~|>=|<=)?\(dayPattern)|[0-9]{4}-[0-9]{2}|\(dayPattern)\\.\\.\(dayPattern)")
  }

  /// A decimal text: exact, or with its bound as a sign before it, or between two.
  static var amount: JSONSchema {
    let figure = "-?[0-9]+(\\.[0-9]+)?"
    return pattern("(>=|>|<=|<|~)?\(figure)|\(figure)\\.\\.\(figure)")
  }

  /// What was invoiced and every bucket.
  static var amounts: [Property] {
    [Property("invoiced", "All that was invoiced; the sum of the others.", amount)]
      + Bucket.allCases.map { Property($0.rawValue, $0.meaning, amount) }
  }

  /// There only where something was paid for an invoice.
  static var paidToDate: [Property] {
    [
      Property("paidBefore", "What was paid already.", amount, isRequired: false),
      Property("payNow", "What is payable beyond that.", amount, isRequired: false),
      Property("overpaid", "What was paid beyond what is payable.", amount, isRequired: false),
    ]
  }

  private static let dayPattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
}

extension Bucket {
  fileprivate var meaning: String {
    switch self {
    case .pay: "What is payable."
    case .retained: "Held back of what is earned, until the work is done."
    case .recovered: "Taken back of advances."
    case .deducted: "Taken as damages or set off."
    case .withheld: "Held until what its rule names."
    case .disputed: "Held because the charge is in dispute."
    case .rejected: "On an invoice that is sent back."
    case .notDue: "Not due yet."
    }
  }
}
