import SourceText

extension Parser {
  /// `WORD "for" "each" (unit | period) "of" shift`, after the word.
  mutating func parseForEach(_ rate: NameSyntax) throws(StatementFailure) -> ExpressionSyntax {
    advance()
    advance()
    if let period = try parsePeriod() {
      try expect(.of)
      return .forEachPeriod(rate, period, of: try parseNestedShift())
    }
    let unit = try parseUnit()
    try expect(.of)
    return .forEach(rate, unit: unit, of: try parseNestedShift())
  }

  /// `period = ["started"|"whole"] (literal | WORD)`; nil where a unit comes next. A word alone is
  /// read as a unit, too.
  private mutating func parsePeriod() throws(StatementFailure) -> PeriodSyntax? {
    guard !beginsUnitPhrase else { return nil }
    var counting = PeriodSyntax.Counting.exact
    if isAnyWord([.started, .whole]) {
      counting = isWord(.started) ? .started : .whole
      advance()
    }
    if beginsLiteral { return PeriodSyntax(counting, .literal(try parseLiteral())) }
    guard counting != .exact else { return nil }
    guard !isWord(.of) else {
      throw failure(.expectedName("a length of time", found: spelling, at: range))
    }
    return PeriodSyntax(counting, .name(try parseName("a length of time")))
  }

  /// `"interest" "on" sum "at" sum "for" sum ["compounded" "every" sum]`
  mutating func parseInterest() throws(StatementFailure) -> ExpressionSyntax {
    let start = index
    try enter(at: range)
    advance()
    advance()
    let sum = try parseSum()
    try expect(.at)
    let rate = try parseSum()
    try expect(.for)
    let length = try parseSum()
    var period: ExpressionSyntax?
    if take(.compounded) {
      try expect(.every)
      period = try parseSum()
    }
    leave()
    return .interest(
      InterestSyntax(
        sum: sum, rate: rate, length: length, period: period, range: range(from: start)))
  }
}
