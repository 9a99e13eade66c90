import ContractModel
import RuleSyntax
import SourceText

extension Diagnostic {
  static func badMoney(
    _ failure: MoneyTextFailure, _ digits: String, _ currency: Currency, at range: SourceRange
  ) -> Diagnostic {
    switch failure {
    case .tooManyFractionDigits: tooManyFractionDigits(digits, currency, at: range)
    case .notANumber, .badGrouping, .outOfRange: badNumber(digits, at: range)
    }
  }

  static func badNumber(_ digits: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("bad-number"), "'\(digits)' is too large, or not written as a number",
      at: range,
      help: "group digits by threes or not at all, and put no zero in front")
  }

  static func boundsDiffer(
    _ first: LiteralValue, _ last: LiteralValue, _ lower: SourceRange, _ upper: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("bounds-differ"),
      "a range from \(first.unitText) cannot end with \(last.unitText)", at: upper,
      notes: [.init("it begins here", at: lower)], help: "give both ends in one unit")
  }

  static func dayOfNoKind(_ unit: UnitSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("day-of-no-kind"), "'\(unit.text)' does not say which days count",
      at: unit.range, help: "write 'calendar \(unit.text)' or 'business \(unit.text)'")
  }

  static func emptyRange(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("empty-range"), "no value lies in this range", at: range,
      help: "put the lower end first")
  }

  static func impossibleDate(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, DiagnosticID("impossible-date"), "there is no '\(text)'", at: range)
  }

  static func momentForADay(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("moment-for-a-day"), "'\(text)' is a moment, and a day is wanted",
      at: range,
      help: "write '\(text.prefix(10))'")
  }

  static func notAValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("not-a-value"), "this is not a plain value", at: range,
      help: "write a value, or 'at least', 'more than', 'approximately' and a value")
  }

  static func rateNotPerDay(_ unit: UnitSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("rate-not-per-day"), "money cannot be per '\(unit.text)'",
      at: unit.range,
      help: "write 'per calendar day' or 'per business day'")
  }

  static func tooManyFractionDigits(
    _ digits: String, _ currency: Currency, at range: SourceRange
  ) -> Diagnostic {
    let allowed =
      switch currency.minorDigits {
      case 0: "no digits"
      case 1: "1 digit"
      default: "\(currency.minorDigits) digits"
      }
    return Diagnostic(
      .error, DiagnosticID("too-many-fraction-digits"),
      "'\(digits)' is finer than \(currency.code), which has \(allowed) after the point", at: range)
  }

  static func unitOfNoNumber(_ unit: UnitSyntax) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unit-of-no-number"), "a number cannot be in '\(unit.text)'",
      at: unit.range,
      help: unit.words.last.map { "write '\($0.text)'" })
  }

  static func unknownCurrency(_ code: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unknown-currency"), "no currency has the code '\(code)'", at: range,
      help: Currency.nearestCode(to: code).map { "did you mean '\($0)'?" })
  }

  static func unorderedBound(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, DiagnosticID("unordered-bound"), "a text is neither more nor less than another",
      at: range,
      help: "write the text alone")
  }
}

extension LiteralValue {
  /// The unit as the language spells it, with the currency of money.
  var unitText: String {
    switch self {
    case .money(_, let currency): currency.code
    case .moneyPer(_, let currency, let day): "\(currency.code) per \(day.singular)"
    case .quantity(_, let type): type.description
    case .text: "text"
    }
  }
}

extension Currency {
  /// Returns the code of the known currency that someone who mistyped one probably meant.
  fileprivate static func nearestCode(to code: String) -> String? {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    var nearby: [String] = []
    let letters = Array(code.utf8)
    for place in letters.indices {
      for capital in capitals {
        var candidate = letters
        candidate[place] = capital
        if let currency = Currency(code: candidate) { nearby.append(currency.code) }
      }
      if place > 0 {
        var candidate = letters
        candidate.swapAt(place, place - 1)
        if let currency = Currency(code: candidate) { nearby.append(currency.code) }
      }
    }
    return NearestName.of(code, among: nearby)
  }
}
