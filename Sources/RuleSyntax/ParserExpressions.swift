import SourceText

extension Parser {
  /// `sum = product { ("+" | "less") product }`
  ///
  /// Without `allowingShift` the sum ends before `after` and `before`, as the length in
  /// `within 14 calendar days before as-of` does.
  mutating func parseSum(
    allowingShift: Bool = true
  ) throws(StatementFailure) -> ExpressionSyntax {
    var last = try parseProduct(allowingShift: allowingShift)
    var sum = last
    var count = 1
    while let sign = additiveOperator {
      if case .share = last { throw failure(.shareNeedsBrackets(last.range, at: range)) }
      count += 1
      try checkChain(count)
      advance()
      last = try parseProduct(allowingShift: allowingShift)
      sum = .binary(sign, sum, last)
    }
    return sum
  }

  private var additiveOperator: ExpressionSyntax.BinaryOperator? {
    if isMark("+") { return .plus }
    return isWord(.less) && !isWord(.than, ahead: 1) ? .less : nil
  }

  private var multiplicativeOperator: ExpressionSyntax.BinaryOperator? {
    if isMark("*") { return .times }
    return isMark("/") ? .dividedBy : nil
  }

  /// `product = shift { ("*" | "/") shift } | shift "of" shift`
  private mutating func parseProduct(
    allowingShift: Bool
  ) throws(StatementFailure) -> ExpressionSyntax {
    var product = try parseShift(isAllowed: allowingShift)
    if take(.of) {
      let whole = try parseShift(isAllowed: allowingShift)
      let share = ExpressionSyntax.share(product, of: whole)
      guard multiplicativeOperator == nil, !isWord(.of) else {
        throw failure(.shareNeedsBrackets(share.range, at: range))
      }
      return share
    }
    var count = 1
    while let sign = multiplicativeOperator {
      count += 1
      try checkChain(count)
      advance()
      product = .binary(sign, product, try parseShift(isAllowed: allowingShift))
    }
    if isWord(.of), count > 1 {
      throw failure(.shareNeedsBrackets(product.range, at: range))
    }
    return product
  }

  /// `shift = primary [ ("after"|"before") shift ]`
  private mutating func parseShift(
    isAllowed: Bool = true
  ) throws(StatementFailure) -> ExpressionSyntax {
    let length = try parsePrimary()
    guard isAllowed, isAnyWord([.after, .before]) else { return length }
    try enter(at: range)
    let isBefore = isWord(.before)
    advance()
    let date = try parseShift()
    leave()
    return .shift(length, isBefore: isBefore, date)
  }

  private mutating func parsePrimary() throws(StatementFailure) -> ExpressionSyntax {
    if beginsLiteral { return .literal(try parseLiteral()) }
    if isMark("(") { return try parseBrackets() }
    guard isKind(.word) else { throw failure(.expectedValue(found: spelling, at: range)) }
    if let phrase = try parsePhrase() { return phrase }
    if beginsAggregate { throw failure(.aggregateInPlace(text(of: index), at: range)) }
    let name = takeName()
    if isKind(.possessive) {
      advance()
      return .field(try parseName("a field"), of: name)
    }
    guard areWords(.for, .each) else { return .name(name) }
    return try parseForEach(name)
  }

  private mutating func parseBrackets() throws(StatementFailure) -> ExpressionSyntax {
    let start = index
    let opener = range
    try enter(at: opener)
    advance()
    openBrackets += 1
    let sum = try parseSum()
    guard isMark(")") else { throw failure(.unclosedBracket(opener, found: spelling, at: range)) }
    advance()
    openBrackets -= 1
    leave()
    return .parenthesized(sum, range: range(from: start))
  }

  /// Reads what begins with words of the grammar and not with a name.
  private mutating func parsePhrase() throws(StatementFailure) -> ExpressionSyntax? {
    guard isKeyword(index, among: Keyword.phrases) else { return nil }
    if isAnyWord([.lesser, .greater, .earlier, .later]), isWord(.of, ahead: 1) {
      return try parseExtreme()
    }
    if isAnyWord([.first, .last]), isWord(.business, ahead: 1), isWord(.day, ahead: 2) {
      return try parseBusinessDay()
    }
    if areWords(.first, .day, .of) || areWords(.last, .day, .of) {
      return try parseMonthDay()
    }
    if isAnyWord([.calendar, .business]), isWord(.days, ahead: 1) { return try parseSpan() }
    if areWords(.interest, .on) { return try parseInterest() }
    if areWords(.whole, .months, .after) { return try parseMonthSpan() }
    if isAnyWord([.started, .whole]), isAnyWord([.weeks, .months], ahead: 1) {
      let unit = try parseUnit()
      try expect(.of)
      return .counted(unit, of: try parseNestedShift())
    }
    return nil
  }

  private var beginsAggregate: Bool {
    guard isKeyword(index, among: Keyword.aggregates) else { return false }
    if isAnyWord([.number, .share, .sum]) { return isWord(.of, ahead: 1) }
    if areWords(.longest, .run, .of) || areWords(.worst, .day, .of) { return true }
    return isAnyWord([.earliest, .latest, .largest, .smallest]) && isKind(.word, ahead: 1)
      && isWord(.of, ahead: 2)
  }

  mutating func parseNestedShift() throws(StatementFailure) -> ExpressionSyntax {
    try enter(at: range)
    let shift = try parseShift()
    leave()
    return shift
  }

  /// `("lesser"|"greater"|"earlier"|"later") "of" sum {"," sum} "and" sum`
  private mutating func parseExtreme() throws(StatementFailure) -> ExpressionSyntax {
    let start = index
    try enter(at: range)
    let extreme = ExpressionSyntax.Extreme(rawValue: text(of: index)) ?? .lesser
    advance()
    advance()
    var sums = [try parseSum()]
    while take(mark: ",") {
      try checkChain(sums.count + 1)
      sums.append(try parseSum())
    }
    try expect(.and)
    sums.append(try parseSum())
    leave()
    return .extreme(extreme, sums, range: range(from: start))
  }

  /// `"first" "business" "day" "from" shift ["within" "month"]`,
  /// `"last" "business" "day" "through" shift`
  private mutating func parseBusinessDay() throws(StatementFailure) -> ExpressionSyntax {
    let start = index
    let isFirst = isWord(.first)
    for _ in 0..<3 { advance() }
    try expect(isFirst ? .from : .through)
    let date = try parseNestedShift()
    let isWithinMonth = isFirst && areWords(.within, .month)
    if isWithinMonth {
      advance()
      advance()
    }
    return .businessDay(
      isFirst: isFirst, date, isWithinMonth: isWithinMonth, range: range(from: start))
  }

  /// `("first"|"last") "day" "of" "month" ["from" NUMBER] "with" shift`
  private mutating func parseMonthDay() throws(StatementFailure) -> ExpressionSyntax {
    let start = index
    let isFirst = isWord(.first)
    for _ in 0..<3 { advance() }
    try expect(.month)
    var anchor: LiteralSyntax?
    if take(.from) {
      guard isKind(.number) else { throw failure(.expectedValue(found: spelling, at: range)) }
      anchor = try parseLiteral()
    }
    try expect(.with)
    let date = try parseNestedShift()
    return .monthDay(isFirst: isFirst, from: anchor, date, range: range(from: start))
  }

  /// `"whole" "months" "after" shift "through" shift`
  private mutating func parseMonthSpan() throws(StatementFailure) -> ExpressionSyntax {
    let unit = try parseUnit()
    try expect(.after)
    let start = try parseNestedShift()
    try expect(.through)
    return .span(unit, isStartIncluded: false, from: start, through: try parseNestedShift())
  }

  /// `span = ("calendar"|"business") "days" ( ("after"|"from") shift | "late" ) "through" shift`
  private mutating func parseSpan() throws(StatementFailure) -> ExpressionSyntax {
    let unit = try parseUnit()
    if isWord(.covered) {
      throw failure(.aggregateInPlace("\(unit.text) covered by", at: range))
    }
    if take(.late) {
      try expect(.through)
      return .lateness(unit, through: try parseNestedShift())
    }
    let isStartIncluded = isWord(.from)
    try expect(either: .after, or: .from)
    let start = try parseNestedShift()
    try expect(.through)
    let end = try parseNestedShift()
    return .span(unit, isStartIncluded: isStartIncluded, from: start, through: end)
  }
}
