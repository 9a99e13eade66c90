import ContractModel

/// Returns a ratio that is known to be one.
func ratio(_ dividend: Int128, _ divisor: Int128 = 1) -> Rational {
  guard let ratio = try? Rational(dividend, over: divisor) else {
    preconditionFailure("\(dividend) over \(divisor) is a ratio")
  }
  return ratio
}

/// Returns the date that a text names.
func date(_ text: String) -> CivilDate {
  guard let date = CivilDate.parsing(text.utf8) else {
    preconditionFailure("'\(text)' is a date")
  }
  return date
}

/// Returns the currency with a code.
func currency(_ code: String) -> Currency {
  guard let currency = Currency(code: code) else {
    preconditionFailure("'\(code)' is a currency")
  }
  return currency
}

/// Returns the interval that mathematicians write so, as `[1,3)` or `(,2]`, with whole numbers or
/// fractions as `1/8`; also `5` for one that holds 5 alone, and `~5` for an approximate 5.
func interval(_ text: String) -> Interval {
  if text.hasPrefix("~") { return Interval(approximately: number(text.dropFirst())) }
  guard text.count > 2, let comma = text.firstIndex(of: ",") else {
    return Interval(exactly: number(text[...]))
  }
  let lower = text[..<comma].dropFirst()
  let upper = text[comma...].dropFirst().dropLast()
  return Interval(
    lower: lower.isEmpty ? nil : .init(number(lower), isIncluded: text.hasPrefix("[")),
    upper: upper.isEmpty ? nil : .init(number(upper), isIncluded: text.hasSuffix("]")))
}

private func number(_ text: Substring) -> Rational {
  let parts = text.split(separator: "/").map { Int128($0) ?? 0 }
  return ratio(parts[0], parts.count > 1 ? parts[1] : 1)
}
