internal import RuleSyntax

/// Where every token belongs: its statement, its block, and whether a line begins with it.
struct Outline {
  /// What a block holds, by what its heading says.
  enum BlockKind {
    case file
    case record
    case clause
    /// Rules, exceptions, alternatives.
    case conditions
    /// What is in contracts, calendars and tests.
    case lines
  }

  enum Role {
    /// The first token of a statement.
    case start
    /// Begins another line of its statement.
    case continuation
    /// The first bar of a row of a table.
    case row
    /// The brace that ends a block.
    case closing
    /// Stands on the line of the token before it.
    case inline
  }

  struct Place {
    let role: Role
    /// Spaces before it, where it begins a line.
    let indent: Int
    /// Spaces before a comment on a line of its own that stands above it.
    let commentIndent: Int
    let block: Int
    let statement: Int
  }

  private(set) var places: [Place] = []
  private(set) var blockKinds: [BlockKind] = [.file]

  private struct Statement {
    var number = 0
    var indent = 0
    /// Whether a word such as `and` may begin another line of it, or only `or`.
    var takesConnectives = false
    var blockKind = BlockKind.lines
    var hasRows = false
    var brackets = 0
  }

  private struct Frame {
    let statement: Statement
    let lineIndent: Int
    let block: Int
  }

  private var frames: [Frame] = []
  private var statement = Statement()
  private var statementCount = 0
  private var lineIndent = 0
  private var block = 0

  init(of text: TokenText, chunks: Chunks) {
    places.reserveCapacity(text.tokens.count)
    for index in text.tokens.indices {
      let startsChunk = chunks.starts.contains(index)
      if startsChunk { restart() }
      add(index, of: text, isFirst: startsChunk || index == 0 || text.isMark(index - 1, "{"))
    }
  }

  private mutating func restart() {
    frames = []
    statement = Statement()
    lineIndent = 0
    block = 0
  }

  private mutating func add(_ index: Int, of text: TokenText, isFirst: Bool) {
    if text.isMark(index, "}") {
      close()
    } else if isFirst || text.tokens[index].startsLine && !isContinuation(index, of: text) {
      start(index, of: text)
    } else {
      goOn(index, of: text)
    }
    if text.isMark(index, "(") { statement.brackets += 1 }
    if text.isMark(index, ")") { statement.brackets = max(0, statement.brackets - 1) }
    if text.isMark(index, "{") { open() }
  }

  private mutating func start(_ index: Int, of text: TokenText) {
    statementCount += 1
    statement = Statement(number: statementCount, indent: frames.isEmpty ? 0 : lineIndentInside)
    lineIndent = statement.indent
    statement.hasRows = text.isMark(index, "|")
    switch blockKinds[block] {
    case .file: readDeclaration(index, of: text)
    case .record, .lines: statement.blockKind = .lines
    case .clause, .conditions:
      statement.takesConnectives = true
      statement.blockKind = .conditions
    }
    place(.start, indent: lineIndent)
  }

  private mutating func readDeclaration(_ index: Int, of text: TokenText) {
    guard !text.isWord(index + 1, "means") else { return }
    if Vocabulary.natures.contains(text.words[index]) {
      statement.takesConnectives = true
      statement.blockKind = .record
    } else if text.words[index] == "clause" {
      statement.takesConnectives = true
      statement.blockKind = .clause
    }
  }

  private mutating func goOn(_ index: Int, of text: TokenText) {
    let isBar = text.isMark(index, "|")
    if isBar, text.tokens[index].startsLine || !statement.hasRows {
      statement.hasRows = true
      lineIndent = statement.indent + 2
      place(.row, indent: lineIndent)
    } else if text.isMark(index, "{"), text.tokens[index].startsLine {
      lineIndent = statement.indent
      place(.continuation, indent: lineIndent)
    } else if text.tokens[index].startsLine {
      lineIndent = statement.indent + 2
      place(.continuation, indent: lineIndent)
    } else {
      place(.inline, indent: lineIndent)
    }
  }

  private mutating func open() {
    blockKinds.append(statement.blockKind)
    frames.append(Frame(statement: statement, lineIndent: lineIndent, block: block))
    block = blockKinds.count - 1
  }

  private mutating func close() {
    let inside = frames.isEmpty ? 0 : lineIndentInside
    if let frame = frames.popLast() {
      statement = frame.statement
      lineIndent = frame.lineIndent
      block = frame.block
    }
    place(.closing, indent: lineIndent, commentIndent: inside)
  }

  private var lineIndentInside: Int { (frames.last?.lineIndent ?? -2) + 2 }

  private mutating func place(_ role: Role, indent: Int, commentIndent: Int? = nil) {
    places.append(
      Place(
        role: role, indent: indent, commentIndent: commentIndent ?? indent, block: block,
        statement: statement.number))
  }

  /// Whether a token that begins a line goes on with the statement above it.
  private func isContinuation(_ index: Int, of text: TokenText) -> Bool {
    if statement.brackets > 0 || text.isMark(index, ",") || text.isMark(index, "|") { return true }
    if text.isMark(index, "{") { return true }
    if statement.takesConnectives { return Vocabulary.connectives.contains(text.words[index]) }
    return text.isWord(index, "or")
  }
}
