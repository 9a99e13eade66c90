import SourceText

extension Parser {
  /// `range = "any" | "given" | "none" | bound | item {"or" item}`
  mutating func parseRange() throws(StatementFailure) -> RangeSyntax {
    let start = index
    if take(.any) { return RangeSyntax(.any, range: range(from: start)) }
    if take(.given) { return RangeSyntax(.given, range: range(from: start)) }
    if take(.none) { return RangeSyntax(.none, range: range(from: start)) }
    if let bound = try parseBound() { return RangeSyntax(bound, range: range(from: start)) }
    return try parseItems { (parser) throws(StatementFailure) in try parser.parseSum() }
  }

  /// `item {"or" item}`, with what the items are made of.
  mutating func parseItems(
    _ parse: (inout Parser) throws(StatementFailure) -> ExpressionSyntax
  ) throws(StatementFailure) -> RangeSyntax {
    let start = index
    var items = [try parseItem(parse)]
    while isWord(.or) {
      try checkChain(items.count + 1)
      advance()
      items.append(try parseItem(parse))
    }
    return items.count == 1 ? items[0] : RangeSyntax(.either(items), range: range(from: start))
  }

  /// `item = ["above"] sum ["to" ["below"] sum]`
  private mutating func parseItem(
    _ parse: (inout Parser) throws(StatementFailure) -> ExpressionSyntax
  ) throws(StatementFailure) -> RangeSyntax {
    let start = index
    let isAbove = isWord(.above) && isAvailable(index + 1) && !isWord(.or, ahead: 1)
    if isAbove { advance() }
    let lower = try parse(&self)
    guard isWord(.to) else {
      if isAbove { throw failure(.expectedWord(["to"], found: spelling, at: range)) }
      return RangeSyntax(.exactly(lower), range: range(from: start))
    }
    advance()
    let isBelow = take(.below)
    let upper = try parse(&self)
    return RangeSyntax(
      .between(lower, isLowerIncluded: !isAbove, upper, isUpperIncluded: !isBelow),
      range: range(from: start))
  }

  private mutating func parseBound() throws(StatementFailure) -> RangeSyntax.Form? {
    if take(.at) {
      let isLeast = isWord(.least)
      try expect(either: .least, or: .most)
      let limit = try parseSum()
      return isLeast ? .atLeast(limit) : .atMost(limit)
    }
    if areWords(.more, .than) { return .moreThan(try parseSum(skipping: 2)) }
    if areWords(.less, .than) { return .lessThan(try parseSum(skipping: 2)) }
    if areWords(.on, .or) {
      advance()
      advance()
      let isBefore = isWord(.before)
      try expect(either: .before, or: .after)
      let date = try parseSum()
      return isBefore ? .onOrBefore(date) : .onOrAfter(date)
    }
    if take(.before) { return .before(try parseSum()) }
    if take(.after) { return .after(try parseSum()) }
    if take(.approximately) { return .approximately(try parseSum()) }
    if take(.within) {
      let length = try parseSum(allowingShift: false)
      let isBefore = isWord(.before)
      try expect(either: .before, or: .after)
      return .within(length, isBefore: isBefore, try parseSum())
    }
    return nil
  }

  private mutating func parseSum(
    skipping count: Int
  ) throws(StatementFailure) -> ExpressionSyntax {
    for _ in 0..<count { advance() }
    return try parseSum()
  }
}
