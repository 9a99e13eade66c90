import ContractModel
import RuleSyntax
import SourceText

extension Diagnostic {
  static func boundsDiffer(
    _ first: LiteralValue, _ last: LiteralValue, _ lower: SourceRange, _ upper: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .boundsDiffer,
      "a range from \(first.unitText) cannot end with \(last.unitText)", at: upper,
      notes: [.init("it begins here", at: lower)], help: "give both ends in one unit")
  }

  static func dayOfNoKind(_ unit: UnitSyntax) -> Diagnostic {
    Diagnostic(
      .error, .dayOfNoKind, "'\(unit.text)' does not say which days count",
      at: unit.range, help: "write 'calendar \(unit.text)' or 'business \(unit.text)'")
  }

  static func emptyRange(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .emptyRange, "no value lies in this range", at: range,
      help: "put the lower end first")
  }

  static func momentForADay(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .momentForADay, "'\(text)' is a moment, and a day is wanted",
      at: range,
      help: "write '\(text.prefix(10))'")
  }

  static func moneyOutOfRange(
    _ digits: String, _ currency: Currency, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .moneyOutOfRange, "'\(currency.code) \(digits)' is more than can be counted",
      at: range, help: "write a smaller amount")
  }

  static func notAValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .notAValue, "this is not a plain value", at: range,
      help: "write a value, or 'at least', 'more than', 'approximately' and a value")
  }

  static func rateNotPerDay(_ unit: UnitSyntax) -> Diagnostic {
    Diagnostic(
      .error, .rateNotPerDay, "money cannot be per '\(unit.text)'",
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
      .error, .tooManyFractionDigits,
      "'\(digits)' is finer than \(currency.code), which has \(allowed) after the point", at: range,
      help: digits.groupedByPoint.map {
        "a point stands before a fraction: if these are thousands, write '\($0)'"
      } ?? "state the amount itself: nothing is rounded here")
  }

  static func unitOfNoNumber(_ unit: UnitSyntax) -> Diagnostic {
    Diagnostic(
      .error, .unitOfNoNumber, "a number cannot be in '\(unit.text)'",
      at: unit.range,
      help: unit.words.last.map { "write '\($0.text)'" })
  }

  static func unknownCurrency(_ code: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownCurrency, "no currency has the code '\(code)'", at: range,
      help: Currency.nearestCode(to: code).map { "did you mean '\($0)'?" })
  }

  static func unorderedBound(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unorderedBound, "a text is neither more nor less than another",
      at: range,
      help: "write the text alone")
  }

  static func zeroInFront(_ digits: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .zeroInFront, "'\(digits)' has a zero in front", at: range,
      help: "write the number without it")
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
    // The first two letters are the country's: who has those right meant its own currency.
    let domestic = nearby.filter { $0.utf8.prefix(2).elementsEqual(letters.prefix(2)) }
    return NearestName.of(code, among: domestic.isEmpty ? nearby : domestic)
  }
}

extension String {
  /// `80.000` with a comma in the place of the point; nil where that would not group thousands.
  fileprivate var groupedByPoint: String? {
    let parts = split(separator: ".")
    guard parts.count == 2, parts[0].count <= 3, parts[1].count == 3 else { return nil }
    return "\(parts[0]),\(parts[1])"
  }
}
