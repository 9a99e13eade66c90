import SourceText

/// Braces: opening them after a heading, closing them, and finding the one that is missing.
extension Parser {
  /// The `{` of a block, and whether it is only supposed, its absence being reported.
  struct Opener {
    let range: SourceRange
    let isSupposed: Bool
  }

  /// What a line may begin, as far as it says where a block ends whose `}` was forgotten, or that
  /// there is a block whose `{` was.
  enum Beginning {
    case declaration
    case clause
    case clauseStatement
    case ruleStatement
    case exceptionStatement
    case field
    /// What is around a rule or an exception: another one, a meaning, a declaration.
    case neighborOfRule
    /// What is around the conditions of a rule: another statement of the rule, and what is around it.
    case neighborOfCondition
  }

  /// Whether the line that begins here begins something of a sort.
  private func begins(_ beginning: Beginning) -> Bool {
    switch beginning {
    case .declaration: beginsDeclaration
    case .clause: opensDeclaration([.clause])
    case .clauseStatement: isKeyword(index, among: Keyword.clauseStatements) || beginsMeaning
    case .ruleStatement: isKeyword(index, among: Keyword.ruleStatements)
    case .exceptionStatement: isKeyword(index, among: Keyword.exceptionStatements)
    case .field: tokens[index].kind == .word && !beginsDeclaration
    case .neighborOfRule: beginsNeighborOfRule
    case .neighborOfCondition: beginsNeighborOfCondition
    }
  }

  /// Reads a heading, then its `{`. After a mistake in the heading the block is still read.
  ///
  /// Returns nil where there is no block to read, by what its lines begin.
  mutating func parseHeading(
    _ subject: String, before member: Beginning,
    _ parse: (inout Parser) throws(StatementFailure) -> Void
  ) -> Opener? {
    let outerDepth = depth
    do {
      try parse(&self)
      guard isMark("{") else {
        throw failure(.expectedBlock(after: subject, found: spelling, at: range))
      }
    } catch {
      depth = outerDepth
      openBrackets = 0
      skipToBrace()
    }
    let place = range(of: max(index - 1, 0))
    if tokens[index].kind == .mark(UInt8(ascii: "{")) {
      let opener = Opener(range: range(of: index), isSupposed: false)
      advance()
      return opener
    }
    // The lost end of an unterminated text may hold the brace.
    return begins(member) ? Opener(range: place, isSupposed: true) : nil
  }

  /// Skips the rest of the line, and stops at a `{` on it or at the start of the next line.
  private mutating func skipToBrace() {
    while tokens[index].kind != .endOfFile, tokens[index].kind != .mark(UInt8(ascii: "{")) {
      let startsNext = tokens[index].startsLine && index > statementStart && !isContinuation(index)
      if startsNext || tokens[index].kind == .mark(UInt8(ascii: "}")) { return }
      index += 1
    }
  }

  /// Reads statements up to the `}` of the opener, or up to a line that begins what can only be
  /// around the block: then the `}` was forgotten.
  mutating func parseBlock(
    _ opener: Opener, until outer: Beginning,
    _ parse: (inout Parser) throws(StatementFailure) -> Void
  ) throws(StatementFailure) {
    try enter(at: opener.range)
    let outerBrackets = openBrackets
    let outerLayout = layout
    let outerStart = statementStart
    openBrackets = 0
    while true {
      statementStart = index
      if take(mark: "}") { break }
      if tokens[index].kind == .endOfFile {
        if !opener.isSupposed { unclosed.append(opener.range) }
        break
      }
      if tokens[index].startsLine, begins(outer) {
        if !opener.isSupposed {
          report(.unclosedBrace(opener.range, before: text(of: index), at: range(of: index)))
        }
        break
      }
      parseStatement(parse)
    }
    openBrackets = outerBrackets
    layout = outerLayout
    statementStart = outerStart
    leave()
  }

  /// Reports the openers that nothing closed: one message, at the innermost.
  mutating func reportUnclosed() {
    guard let innermost = unclosed.first else { return }
    let end = SourceRange(file: file, lower: bytes.count, upper: bytes.count)
    statementStart = index
    report(.unclosedBraces(innermost, others: Array(unclosed.dropFirst()), end: end))
  }

  /// Whether the line that begins here opens a declaration: a word of those, then a `{` on the line.
  func opensDeclaration(_ words: [Keyword]) -> Bool {
    guard isKeyword(index, among: words), tokens[index + 1].kind == .word,
      keywords[index + 1] != .means
    else { return false }
    var position = index + 1
    while tokens[position].kind != .endOfFile, !tokens[position].startsLine {
      if tokens[position].kind == .mark(UInt8(ascii: "{")) { return true }
      position += 1
    }
    return false
  }

  private var beginsDeclaration: Bool { opensDeclaration(Keyword.declarations) }

  /// Whether the line that begins here is `WORD means`.
  var beginsMeaning: Bool {
    tokens[index].kind == .word && tokens[index + 1].kind == .word
      && !tokens[index + 1].startsLine && keywords[index + 1] == .means
  }

  private var beginsNeighborOfRule: Bool {
    opensDeclaration([.rule, .exception]) || beginsMeaning || beginsDeclaration
  }

  private var beginsNeighborOfCondition: Bool {
    isKeyword(index, among: Keyword.ruleStatements)
      && tokens[index + 1].kind == .word && keywords[index + 1] != .is
      || opensDeclaration([.rule, .exception]) || beginsDeclaration
  }
}
