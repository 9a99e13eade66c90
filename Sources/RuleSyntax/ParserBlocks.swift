import SourceText

/// Braces: opening them after a heading, closing them, and finding the one that is missing.
extension Parser {
  /// The `{` of a block, and whether it is only supposed, its absence being reported.
  struct Opener {
    let range: SourceRange
    let isSupposed: Bool
  }

  /// Reads a heading, then its `{`. After a mistake in the heading the block is still read.
  ///
  /// Returns nil where there is no block to read: `isMember` says whether the next line would belong
  /// to one.
  mutating func parseHeading(
    _ subject: String, isMember: (Parser) -> Bool,
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
    return isMember(self) ? Opener(range: place, isSupposed: true) : nil
  }

  /// Skips the rest of the line, and stops at a `{` on it or at the start of the next line.
  private mutating func skipToBrace() {
    while tokens[index].kind != .endOfFile, tokens[index].kind != .mark(UInt8(ascii: "{")) {
      let startsNext = tokens[index].startsLine && index > statementStart && !isContinuation(index)
      if startsNext || tokens[index].kind == .mark(UInt8(ascii: "}")) { return }
      index += 1
    }
  }

  /// Reads statements up to the `}` of the opener. `isOuter` says whether the line belongs to what
  /// is around the block: then the `}` was forgotten.
  mutating func parseBlock(
    _ opener: Opener, isOuter: (Parser) -> Bool = { _ in false },
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
      if tokens[index].startsLine, isOuter(self) {
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
    let end = SourceRange(file: file, lower: source.bytes.count, upper: source.bytes.count)
    statementStart = index
    report(.unclosedBraces(innermost, others: Array(unclosed.dropFirst()), end: end))
  }

  /// Whether the line that begins here opens a declaration: a word of those, then a `{` on the line.
  func opensDeclaration(_ words: [String]) -> Bool {
    guard words.contains(self.words[index]), tokens[index + 1].kind == .word,
      self.words[index + 1] != "means"
    else { return false }
    var position = index + 1
    while tokens[position].kind != .endOfFile, !tokens[position].startsLine {
      if tokens[position].kind == .mark(UInt8(ascii: "{")) { return true }
      position += 1
    }
    return false
  }

  var beginsDeclaration: Bool {
    opensDeclaration(Vocabulary.natures + ["clause", "contract"])
  }
}
