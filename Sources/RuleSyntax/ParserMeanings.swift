import SourceText

extension Parser {
  /// `meaning = [doc] WORD "means" ( … ) [ "," "or" sum "while" "none" ]`
  mutating func parseMeaning() throws(StatementFailure) -> MeaningSyntax {
    let start = index
    let name = takeName()
    advance()
    let form = try parseMeaningForm()
    var fallback: ExpressionSyntax?
    if take(mark: ",") {
      try expect(.or)
      fallback = try parseSum()
      try expect(.while)
      try expect(.none)
    }
    return MeaningSyntax(
      name: name, form: form, fallback: fallback, documentation: documentation[start],
      range: range(from: start))
  }

  private mutating func parseMeaningForm() throws(StatementFailure) -> MeaningSyntax.Form {
    if beginsTable { return .table(try parseTable()) }
    if let aggregate = try parseAggregate() { return aggregate }
    if beginsQuantifier { return .condition(try parseCondition()) }
    if beginsFilteredCollection { return .collection(try parseCollection()) }
    let sum = try parseSum()
    if isWord(.is) || isWord(.and) { return .condition(try parseCondition(after: sum)) }
    if take(.rounded) { return .quantity(.rounded(sum, try parseRounding())) }
    return .quantity(sum)
  }

  /// Whether a collection comes next that cannot be taken for a quantity.
  private var beginsFilteredCollection: Bool {
    guard isKind(.word) else { return false }
    let distance = isKind(.possessive, ahead: 1) && isKind(.word, ahead: 2) ? 3 : 1
    return isAnyWord([.where, .ever], ahead: distance)
  }

  private mutating func parseAggregate() throws(StatementFailure) -> MeaningSyntax.Form? {
    if areWords(.number, .of) { return .number(of: try parseCollection(skipping: 2)) }
    if areWords(.share, .of) { return .share(of: try parseCollection(skipping: 2)) }
    if areWords(.longest, .run, .of) { return .longestRun(of: try parseCollection(skipping: 3)) }
    if areWords(.worst, .day, .of) { return .worstDay(of: try parseCollection(skipping: 3)) }
    if areWords(.sum, .of) {
      skip(2)
      let field = try parseField(before: .of)
      return .sum(field, of: try parseCollection())
    }
    if isAnyWord([.earliest, .latest, .largest, .smallest]), isKind(.word, ahead: 1),
      let extreme = MeaningSyntax.Extreme(rawValue: text(of: index))
    {
      advance()
      let field = try parseField(before: .of)
      return .extreme(extreme, field, of: try parseCollection())
    }
    if isKind(.percent), isWord(.percentile, ahead: 1) {
      let share = try parseLiteral()
      advance()
      try expect(.of)
      let field = try parseField(before: .of)
      return .percentile(share, field, of: try parseCollection())
    }
    if isAnyWord([.calendar, .business]), isWord(.days, ahead: 1), isWord(.covered, ahead: 2) {
      let unit = try parseUnit()
      advance()
      try expect(.by)
      return .daysCovered(unit, by: try parseCollection())
    }
    return nil
  }

  private mutating func parseField(before word: Keyword) throws(StatementFailure) -> NameSyntax {
    let field = try parseName("a field")
    try expect(word)
    return field
  }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count { advance() }
  }

  private mutating func parseCollection(
    skipping count: Int
  ) throws(StatementFailure) -> CollectionSyntax {
    skip(count)
    return try parseCollection()
  }

  /// `collection = [WORD "'s"] WORD ["ever"] ["where" condition]`
  mutating func parseCollection() throws(StatementFailure) -> CollectionSyntax {
    let start = index
    var name = try parseName("a collection")
    var owner: NameSyntax?
    if isKind(.possessive) {
      advance()
      owner = name
      name = try parseName("a collection")
    }
    let isEver = take(.ever)
    var filter: ConditionSyntax?
    if isWord(.where) {
      try enter(at: range)
      advance()
      filter = try parseCondition()
      leave()
    }
    return CollectionSyntax(
      name: name, owner: owner, isEver: isEver, filter: filter, range: range(from: start))
  }
}
