import SourceText

extension Parser {
  /// `type = ( "money" "per" unit | unit | WORD {"or" WORD} ) [range]`
  mutating func parseType() throws(StatementFailure) -> TypeSyntax {
    let start = index
    let form = try parseTypeForm()
    var domain: RangeSyntax?
    if isAvailable, !isAnyWord([.by, .default]), !isMark("}"), !isMark(","), !isMark("|") {
      domain = try parseRange()
    }
    return TypeSyntax(form: form, domain: domain, range: range(from: start))
  }

  private mutating func parseTypeForm() throws(StatementFailure) -> TypeSyntax.Form {
    if areWords(.money, .per) {
      advance()
      advance()
      return .moneyPer(try parseUnit())
    }
    if beginsUnitPhrase || isAnyWord([.month, .months, .week, .weeks]) {
      return .unit(try parseUnit())
    }
    return .words(try parseNames("a type") { $0.take(.or) })
  }

  /// Whether two words come next that make one unit, as `calendar days`.
  var beginsUnitPhrase: Bool {
    isAnyWord([.calendar, .business]) && isAnyWord([.day, .days], ahead: 1)
      || isAnyWord([.started, .whole])
        && isAnyWord([.week, .weeks, .month, .months], ahead: 1)
  }

  mutating func parseUnit() throws(StatementFailure) -> UnitSyntax {
    guard isKind(.word) else {
      throw failure(.expectedName("a unit", found: spelling, at: range))
    }
    guard beginsUnitPhrase else {
      if isAnyWord([.calendar, .business]) {
        advance()
        throw failure(.expectedWord(["days"], found: spelling, at: range))
      }
      if isAnyWord([.started, .whole]) {
        advance()
        throw failure(.expectedWord(["weeks", "months"], found: spelling, at: range))
      }
      return UnitSyntax(words: [takeName()])
    }
    let first = takeName()
    return UnitSyntax(words: [first, takeName()])
  }

  var beginsLiteral: Bool { beginsLiteral(ahead: 0) }

  func beginsLiteral(ahead distance: Int) -> Bool {
    guard isAvailable(index + distance) else { return false }
    switch tokens[index + distance].kind {
    case .text, .date, .month, .instant, .percent, .number, .currency: return true
    case .word, .possessive, .mark, .unknown, .endOfFile: return false
    }
  }

  /// `literal = TEXT | DATE | MONTH | INSTANT | PERCENT | NUMBER [unit] | CURRENCY NUMBER […]`
  mutating func parseLiteral() throws(StatementFailure) -> LiteralSyntax {
    let start = index
    guard isAvailable else { throw failure(.expectedValue(found: nil, at: range)) }
    switch tokens[index].kind {
    case .text:
      let text = takeText()
      return LiteralSyntax(.text(text.value), range: text.range)
    case .date: return takeLiteral(.date(text(of: index)))
    case .month: return takeLiteral(.month(text(of: index)))
    case .instant: return takeLiteral(.instant(text(of: index)))
    case .percent: return takeLiteral(.percent(String(text(of: index).dropLast())))
    case .number:
      let spelling = text(of: index)
      advance()
      guard isKind(.word), !isAnyWord(Keyword.afterNumbers) else {
        return LiteralSyntax(.number(spelling), range: range(from: start))
      }
      let unit = try parseUnit()
      return LiteralSyntax(.quantity(spelling, unit), range: range(from: start))
    case .currency:
      let spelling = text(of: index)
      let isBehindNumber = index > 0 && tokens[index - 1].kind == .number
      let before = isBehindNumber ? text(of: index - 1) : nil
      advance()
      guard isKind(.number) else {
        throw failure(
          .expectedAmount(after: spelling, behind: before, found: self.spelling, at: range))
      }
      let digits = text(of: index)
      advance()
      let unit = take(.per) ? try parseUnit() : nil
      return LiteralSyntax(
        .money(currency: spelling, digits: digits, per: unit), range: range(from: start))
    case .word, .possessive, .mark, .unknown, .endOfFile:
      throw failure(.expectedValue(found: spelling, at: range))
    }
  }

  private mutating func takeLiteral(_ form: LiteralSyntax.Form) -> LiteralSyntax {
    let literal = LiteralSyntax(form, range: range(of: index))
    advance()
    return literal
  }

  /// `rounding = ("half" ("up"|"even") | "up" | "down") "to" ("cent" | literal)`
  mutating func parseRounding() throws(StatementFailure) -> RoundingSyntax {
    let start = index
    let mode: RoundingSyntax.Mode
    if take(.half) {
      mode = isWord(.even) ? .halfEven : .halfUp
      try expect(either: .up, or: .even)
    } else {
      mode = isWord(.down) ? .down : .up
      guard isAnyWord([.up, .down]) else {
        throw failure(
          .expectedWord(["half up", "half even", "up", "down"], found: spelling, at: range))
      }
      advance()
    }
    try expect(.to)
    let target: RoundingSyntax.Target
    if take(.cent) {
      target = .cent
    } else if beginsLiteral {
      target = .literal(try parseLiteral())
    } else {
      throw failure(.expectedWord(["cent"], found: spelling, at: range))
    }
    return RoundingSyntax(mode: mode, target: target, range: range(from: start))
  }
}
