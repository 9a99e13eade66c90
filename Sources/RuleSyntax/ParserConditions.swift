import SourceText

extension Parser {
  /// `condition = predicate { "and" predicate }`
  mutating func parseCondition() throws(StatementFailure) -> ConditionSyntax {
    try parseConjunction(from: try parsePredicate())
  }

  /// Reads on where the first sum of a condition has been read already.
  mutating func parseCondition(
    after sum: ExpressionSyntax
  ) throws(StatementFailure) -> ConditionSyntax {
    try parseConjunction(from: try parseTest(of: sum))
  }

  private mutating func parseConjunction(
    from first: ConditionSyntax
  ) throws(StatementFailure) -> ConditionSyntax {
    var conditions = [first]
    while take(.and) {
      try checkChain(conditions.count + 1)
      conditions.append(try parsePredicate())
    }
    return conditions.count == 1 ? first : .all(conditions)
  }

  /// Whether `some`, `no`, `all` or `any of` comes next, as a word of a condition and not as a name.
  var beginsQuantifier: Bool {
    if areWords(.any, .of) { return true }
    return isAnyWord([.some, .no, .all]) && isKind(.word, ahead: 1)
      && !isAnyWord([.is, .and, .or], ahead: 1)
  }

  private mutating func parsePredicate() throws(StatementFailure) -> ConditionSyntax {
    let start = index
    guard beginsQuantifier else { return try parseTest(of: try parseSum()) }
    try enter(at: range)
    let condition: ConditionSyntax
    if take(.any) {
      condition = try parseAlternatives(from: start)
    } else if take(.some) {
      condition = .some(try parseCollection(), range: range(from: start))
    } else if take(.no) {
      condition = .no(try parseCollection(), range: range(from: start))
    } else {
      advance()
      let collection = try parseCollection()
      try expect(.have)
      let predicate = try parsePredicate()
      condition = .every(collection, have: predicate, range: range(from: start))
    }
    leave()
    return condition.spanning(range(from: start))
  }

  /// `"any" "of" "{" condition { NL condition } "}"`
  private mutating func parseAlternatives(
    from start: Int
  ) throws(StatementFailure) -> ConditionSyntax {
    advance()
    guard isMark("{") else {
      throw failure(.expectedBlock(after: "'any of'", found: spelling, at: range))
    }
    let opener = Opener(range: range, isSupposed: false)
    advance()
    var conditions: [ConditionSyntax] = []
    let before = diagnostics.count
    try parseBlock(opener, until: .neighborOfCondition) { (parser) throws(StatementFailure) in
      parser.layout = .statement
      conditions.append(try parser.parseCondition())
    }
    if conditions.isEmpty, diagnostics.count == before {
      throw failure(.emptyAlternatives(at: opener.range))
    }
    return .any(conditions, range: range(from: start))
  }

  /// `sum "is" ["not"] range`, or the name of a condition.
  private mutating func parseTest(
    of subject: ExpressionSyntax
  ) throws(StatementFailure) -> ConditionSyntax {
    guard take(.is) else {
      if case .name(let name) = subject { return .name(name) }
      throw failure(.expectedWord(["is"], found: spelling, at: range))
    }
    let isNegated = take(.not)
    return .test(subject, isNegated: isNegated, try parseRange())
  }
}

extension ConditionSyntax {
  /// Returns the same condition with the place it takes where it stores one.
  fileprivate func spanning(_ range: SourceRange) -> ConditionSyntax {
    switch self {
    case .any(let conditions, _): .any(conditions, range: range)
    case .some(let collection, _): .some(collection, range: range)
    case .no(let collection, _): .no(collection, range: range)
    case .every(let collection, let predicate, _):
      .every(collection, have: predicate, range: range)
    case .all, .test, .name: self
    }
  }
}
