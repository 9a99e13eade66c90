import SourceText

extension Parser {
  /// `line = [doc] WORD { value } [provenance] [NL table] ["{" { line } "}"]`
  mutating func parseLine() throws(StatementFailure) -> LineSyntax {
    let start = index
    layout = .line
    var keyword: NameSyntax?
    var values: [LineSyntax.Value] = []
    var provenance: ProvenanceSyntax?
    var failed = false
    do {
      keyword = try parseName("a line")
      while isAvailable, !isMark("{"), !isMark("}"), provenance == nil {
        provenance = try parseProvenance()
        if provenance == nil { values.append(try parseValue()) }
      }
      if isAvailable, !isMark("{"), !isMark("}") {
        throw failure(.expectedEnd(found: spelling, at: range))
      }
    } catch {
      failed = true
      openBrackets = 0
      skipToBlock()
    }
    let place = range(from: start)
    var table: TableSyntax?
    if !failed, tokens[index].startsLine, beginsTable { table = try parseTable() }
    let block = try parseLineBlock(isBelow: table != nil)
    guard let keyword else { throw StatementFailure() }
    return LineSyntax(
      keyword: keyword, values: values, provenance: provenance, table: table, block: block,
      documentation: documentation[start], range: place)
  }

  /// Skips what is wrong in a line; its block is still read.
  private mutating func skipToBlock() {
    while tokens[index].kind != .endOfFile {
      let isNext = tokens[index].startsLine && index > statementStart
      if isNext, !beginsTable, !isContinuation(index) { return }
      if isMark("{") || isMark("}") { return }
      index += 1
    }
  }

  private mutating func parseLineBlock(
    isBelow: Bool
  ) throws(StatementFailure) -> [LineSyntax]? {
    guard tokens[index].kind == .mark(UInt8(ascii: "{")) else { return nil }
    if !isAvailable, !isBelow { report(.braceOnNextLine(at: range(of: index))) }
    let opener = Opener(range: range(of: index), isSupposed: false)
    advance()
    var lines: [LineSyntax] = []
    try parseBlock(opener, until: .clause) {
      (parser) throws(StatementFailure) in
      lines.append(try parser.parseLine())
    }
    return lines
  }

  /// `provenance = "illustrative" | "reported" TEXT "in" TEXT`
  private mutating func parseProvenance() throws(StatementFailure) -> ProvenanceSyntax? {
    if isWord(.illustrative),
      !isAvailable(index + 1) || isMark("{", ahead: 1) || isMark("}", ahead: 1)
    {
      let place = range
      advance()
      return .illustrative(place)
    }
    guard isWord(.reported), isKind(.text, ahead: 1) else { return nil }
    advance()
    let phrase = takeText()
    try expect(.in)
    return .reported(phrase: phrase, source: try parseText("the source"))
  }

  /// `value = WORD | TEXT | "," | range-of-literals`
  private mutating func parseValue() throws(StatementFailure) -> LineSyntax.Value {
    if isMark(",") {
      let place = range
      advance()
      return .comma(place)
    }
    if let bound = try parseLiteralBound() { return .range(bound) }
    if isKind(.word), !isWord(.or, ahead: 1) { return .name(takeName()) }
    if isKind(.text), !isWord(.or, ahead: 1) { return .text(takeText()) }
    guard isKind(.word) || beginsLiteral else {
      throw failure(.unexpectedInLine(spelling, at: range))
    }
    return .range(
      try parseItems { (parser) throws(StatementFailure) in
        if parser.isKind(.word) { return .name(parser.takeName()) }
        return .literal(try parser.parseLiteral())
      })
  }

  /// Reads a value known only within bounds; the words are names unless a literal follows them.
  private mutating func parseLiteralBound() throws(StatementFailure) -> RangeSyntax? {
    guard isKind(.word), isKeyword(index, among: Keyword.bounds) else { return nil }
    let isShort = isAnyWord([.above, .approximately, .before, .after, .within])
    if isShort, beginsLiteral(ahead: 1) { return try parseRangeOfLiterals() }
    let isPair =
      isWord(.at) && isAnyWord([.least, .most], ahead: 1)
      || isAnyWord([.more, .less]) && isWord(.than, ahead: 1)
    if isPair, beginsLiteral(ahead: 2) { return try parseRangeOfLiterals() }
    let isDated = areWords(.on, .or) && isAnyWord([.before, .after], ahead: 2)
    if isDated, beginsLiteral(ahead: 3) { return try parseRangeOfLiterals() }
    return nil
  }

  /// Reads a bound whose sums are single literals: a line says what is and calculates nothing.
  private mutating func parseRangeOfLiterals() throws(StatementFailure) -> RangeSyntax {
    let range = try parseRange()
    if let place = range.form.placeOfCalculation {
      throw failure(.unexpectedInLine("a calculation", at: place))
    }
    return range
  }
}

extension RangeSyntax.Form {
  /// Where a part of the range is more than a literal, nil where none is.
  fileprivate var placeOfCalculation: SourceRange? {
    parts.first { if case .literal = $0 { false } else { true } }?.range
  }

  private var parts: [ExpressionSyntax] {
    switch self {
    case .any, .given, .none: []
    case .atLeast(let sum), .atMost(let sum), .moreThan(let sum), .lessThan(let sum),
      .before(let sum), .after(let sum), .onOrBefore(let sum), .onOrAfter(let sum),
      .approximately(let sum), .exactly(let sum):
      [sum]
    case .between(let lower, _, let upper, _): [lower, upper]
    case .within(let length, _, let date): [length, date]
    case .either(let ranges): ranges.flatMap(\.form.parts)
    }
  }
}
