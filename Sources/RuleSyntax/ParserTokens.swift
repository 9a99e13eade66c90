import SourceText

/// Looking at tokens and taking them.
extension Parser {
  /// Whether the current token belongs to the statement being read.
  @inline(__always)
  var isAvailable: Bool { isAvailable(index) }

  @inline(__always)
  func isAvailable(_ position: Int) -> Bool {
    let token = tokens[min(position, tokens.count - 1)]
    guard token.kind != .endOfFile else { return false }
    return !token.startsLine || position == statementStart || openBrackets > 0
      || isContinuation(position)
  }

  /// Whether the token, which starts a line, continues the statement before it.
  @inline(__always)
  func isContinuation(_ position: Int) -> Bool {
    layout.isContinued(by: tokens[position].kind, keywords[position])
  }

  /// The place of the current token, or of the end of the line where the statement has ended.
  var range: SourceRange {
    if isAvailable || index == 0 { return range(of: index) }
    let end = tokens[index - 1].upper
    return SourceRange(file: file, lower: end, upper: end)
  }

  func range(of position: Int) -> SourceRange {
    SourceRange(file: file, lower: tokens[position].lower, upper: tokens[position].upper)
  }

  func range(from start: Int) -> SourceRange {
    range(of: start).through(range(of: max(start, index - 1)))
  }

  /// The current token as the user wrote it, nil where the statement has ended.
  var spelling: String? { isAvailable ? text(of: index) : nil }

  func text(of position: Int) -> String {
    let token = tokens[position]
    return String(decoding: bytes[token.lower..<token.upper], as: UTF8.self)
  }

  @inline(__always)
  private func matches(_ position: Int, mark: Unicode.Scalar) -> Bool {
    guard case .mark(let byte) = tokens[position].kind else { return false }
    return UInt32(byte) == mark.value
  }

  /// The current token where it is a word of the grammar.
  @inline(__always)
  var keyword: Keyword? { isAvailable ? keywords[index] : nil }

  @inline(__always)
  func isWord(_ word: Keyword, ahead distance: Int = 0) -> Bool {
    let position = min(index + distance, keywords.count - 1)
    return keywords[position] == word && isAvailable(position)
  }

  /// Whether these words come next, one after the other.
  @inline(__always)
  func areWords(_ first: Keyword, _ second: Keyword) -> Bool {
    isWord(first) && isWord(second, ahead: 1)
  }

  @inline(__always)
  func areWords(_ first: Keyword, _ second: Keyword, _ third: Keyword) -> Bool {
    areWords(first, second) && isWord(third, ahead: 2)
  }

  @inline(__always)
  func isAnyWord(_ words: [Keyword], ahead distance: Int = 0) -> Bool {
    let position = min(index + distance, keywords.count - 1)
    return isKeyword(position, among: words) && isAvailable(position)
  }

  /// Whether a token is one of these words, be it of this statement or of another one.
  @inline(__always)
  func isKeyword(_ position: Int, among words: [Keyword]) -> Bool {
    guard let word = keywords[position] else { return false }
    return words.contains(word)
  }

  @inline(__always)
  func isMark(_ mark: Unicode.Scalar, ahead distance: Int = 0) -> Bool {
    let position = min(index + distance, tokens.count - 1)
    return matches(position, mark: mark) && isAvailable(position)
  }

  @inline(__always)
  func isKind(_ kind: Token.Kind, ahead distance: Int = 0) -> Bool {
    let position = min(index + distance, tokens.count - 1)
    return tokens[position].kind == kind && isAvailable(position)
  }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  mutating func take(_ word: Keyword) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func take(mark: Unicode.Scalar) -> Bool {
    guard isMark(mark) else { return false }
    advance()
    return true
  }

  mutating func expect(_ word: Keyword) throws(StatementFailure) {
    guard take(word) else {
      throw failure(.expectedWord([word.rawValue], found: spelling, at: range))
    }
  }

  mutating func expect(either one: Keyword, or other: Keyword) throws(StatementFailure) {
    guard take(one) || take(other) else {
      throw failure(.expectedWord([one, other].spellings, found: spelling, at: range))
    }
  }

  /// Takes a word as a name; `role` says in the message what it would name.
  mutating func parseName(_ role: String) throws(StatementFailure) -> NameSyntax {
    guard isKind(.word) else {
      throw failure(.expectedName(role, found: spelling, at: range))
    }
    return takeName()
  }

  /// Takes the current word; what is none, before a `means`, is taken as a name without letters.
  mutating func takeName() -> NameSyntax {
    let text = tokens[index].kind == .word ? text(of: index) : ""
    let name = NameSyntax(hasOddWords ? text.asName : text, range: range(of: index))
    advance()
    return name
  }

  mutating func parseText(_ role: String) throws(StatementFailure) -> TextSyntax {
    guard isKind(.text) else {
      throw failure(.expectedText(role, found: spelling, at: range))
    }
    return takeText()
  }

  mutating func takeText() -> TextSyntax {
    let token = tokens[index]
    let value = Lexer.value(ofText: bytes[token.lower..<token.upper])
    let text = TextSyntax(value, range: range(of: index))
    advance()
    return text
  }

  /// Takes names joined by a word or a comma.
  mutating func parseNames(
    _ role: String, joinedBy isJoined: (inout Parser) -> Bool
  ) throws(StatementFailure) -> [NameSyntax] {
    var names = [try parseName(role)]
    while isJoined(&self) { names.append(try parseName(role)) }
    return names
  }

  /// Refuses one operand more than a chain may have.
  mutating func checkChain(_ count: Int) throws(StatementFailure) {
    guard count > SyntaxLimits.chain else { return }
    throw failure(.chainTooLong(at: range))
  }
}
