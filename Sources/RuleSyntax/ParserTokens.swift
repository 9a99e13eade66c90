import SourceText

/// Looking at tokens and taking them.
extension Parser {
  /// Whether the current token belongs to the statement being read.
  var isAvailable: Bool { isAvailable(index) }

  func isAvailable(_ position: Int) -> Bool {
    let token = tokens[min(position, tokens.count - 1)]
    guard token.kind != .endOfFile else { return false }
    return !token.startsLine || position == statementStart || openBrackets > 0
      || isContinuation(position)
  }

  /// Whether the token, which starts a line, continues the statement before it.
  func isContinuation(_ position: Int) -> Bool {
    switch layout {
    case .statement:
      matches(position, mark: ",") || matches(position, mark: "|")
        || joinsLines[position]
    case .line: matches(position, mark: ",") || matches(position, word: "or")
    case .row: false
    }
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
    return String(decoding: source.bytes[token.lower..<token.upper], as: UTF8.self)
  }

  private func matches(_ position: Int, word: String) -> Bool { words[position] == word }

  private func matches(_ position: Int, mark: Unicode.Scalar) -> Bool {
    guard case .mark(let byte) = tokens[position].kind else { return false }
    return UInt32(byte) == mark.value
  }

  func isWord(_ word: String, ahead distance: Int = 0) -> Bool {
    isAvailable(index + distance) && matches(index + distance, word: word)
  }

  /// Whether these words come next, one after the other.
  func areWords(_ words: String...) -> Bool {
    for (distance, word) in words.enumerated() where !isWord(word, ahead: distance) {
      return false
    }
    return true
  }

  func isAnyWord(_ words: [String], ahead distance: Int = 0) -> Bool {
    isAvailable(index + distance) && words.contains(self.words[index + distance])
  }

  func isMark(_ mark: Unicode.Scalar, ahead distance: Int = 0) -> Bool {
    isAvailable(index + distance) && matches(index + distance, mark: mark)
  }

  func isKind(_ kind: Token.Kind, ahead distance: Int = 0) -> Bool {
    isAvailable(index + distance) && tokens[index + distance].kind == kind
  }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  mutating func take(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func take(mark: Unicode.Scalar) -> Bool {
    guard isMark(mark) else { return false }
    advance()
    return true
  }

  mutating func expect(_ words: String...) throws(StatementFailure) {
    guard !words.contains(where: { isWord($0) }) else { return advance() }
    throw failure(.expectedWord(words, found: spelling, at: range))
  }

  /// Takes a word as a name; `role` says in the message what it would name.
  mutating func parseName(_ role: String) throws(StatementFailure) -> NameSyntax {
    guard isKind(.word) else {
      throw failure(.expectedName(role, found: spelling, at: range))
    }
    return takeName()
  }

  /// Takes the current word.
  mutating func takeName() -> NameSyntax {
    let name = NameSyntax(words[index].asName, range: range(of: index))
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
    let value = Lexer.value(ofText: source.bytes[token.lower..<token.upper])
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

/// Words that mean something where the grammar looks for them.
package enum Vocabulary {
  package static let connectives = [
    "and", "or", "where", "until", "capped", "as", "by", "have", "through", "within",
  ]
  /// Words that may follow a number and so are never its unit.
  static let afterNumbers =
    connectives + [
      "to", "less", "of", "is", "after", "before", "below", "above", "rounded", "while", "without",
      "default", "illustrative", "reported", "per", "for", "on", "from", "showing", "in", "at",
      "since", "with", "when",
    ]
  /// Words that may begin a phrase in the place of a name.
  static let phrases: Set = [
    "lesser", "greater", "earlier", "later", "first", "last", "calendar", "business", "interest",
    "whole", "started",
  ]
  /// Words that may begin an aggregate.
  static let aggregates: Set = [
    "number", "share", "sum", "longest", "worst", "earliest", "latest", "largest", "smallest",
  ]
  /// Words that may begin a range with one bound, or about a value.
  static let bounds = [
    "above", "approximately", "before", "after", "within", "at", "more", "less", "on",
  ]
  package static let natures = ["claim", "evidence", "register", "act"]
  static let clauseStatements = ["cites", "rounds", "term", "rule", "exception"]
  static let ruleStatements = [
    "cites", "reason", "admits", "when", "require", "then", "otherwise",
  ]
  static let exceptionStatements = ["cites", "reason", "when", "then"]
  static let effects = [
    "withhold", "defer", "suspend", "reject", "retain", "release", "recover", "deduct", "dispute",
    "set", "pay", "owe", "notify", "report", "refer", "excuse",
  ]
}
