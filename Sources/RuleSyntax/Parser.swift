package import SourceText

extension SyntaxTree {
  /// Returns the declarations of a file and everything that is wrong with how it is written.
  package static func parsing(_ file: SourceFile, id: FileID) -> Diagnosed<SyntaxTree> {
    var lexer = Lexer(file, id: id)
    lexer.run()
    var parser = Parser(lexer)
    let isTooLarge = lexer.tokens.dropLast().last.map { parser.isRest($0) } ?? false
    let declarations = isTooLarge ? [] : parser.parseFile()
    let tree = SyntaxTree(file: id, tokens: lexer.tokens, declarations: declarations)
    return Diagnosed(tree, inOrder(lexer.diagnostics + parser.diagnostics))
  }

  /// Returns the mistakes in the order of the text, and no more than anybody will read.
  private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let sorted = diagnostics.enumerated().sorted {
      ($0.element.range.lower, $0.offset) < ($1.element.range.lower, $1.offset)
    }.map(\.element)
    guard sorted.count > SyntaxLimits.diagnostics else { return sorted }
    let kept = sorted.prefix(SyntaxLimits.diagnostics)
    return kept + [.tooManyErrors(at: kept[kept.count - 1].range)]
  }
}

/// Thrown once a mistake has been reported, to leave the statement it stands in.
struct StatementFailure: Error {}

/// Reads declarations from tokens by recursive descent; one rule of the grammar is one method.
///
/// A mistake ends its statement, and reading goes on with the next one: what depends on no mistake is
/// still read, so that every independent mistake is reported once. A parser is never copied: there is
/// one place in a text, and asking what stands there is most of the work.
struct Parser: ~Copyable {
  /// What may continue a statement on the next line.
  enum Layout {
    /// The connectives of the grammar.
    case statement
    /// `,` and `or`: in lines and fields, where `through` and `by` may begin a line of their own.
    case line
    /// Nothing: a row of a table.
    case row

    /// Whether a token that starts a line continues the statement before it.
    func isContinued(by token: Token.Kind, _ keyword: Keyword?) -> Bool {
      switch self {
      case .statement:
        token == .mark(UInt8(ascii: ",")) || token == .mark(UInt8(ascii: "|"))
          || keyword?.isConnective ?? false
      case .line: token == .mark(UInt8(ascii: ",")) || keyword == .or
      case .row: false
      }
    }
  }

  let bytes: [UInt8]
  let file: FileID
  let tokens: [Token]
  /// For each token the word of the grammar that it is, if it is one.
  let keywords: [Keyword?]
  /// Whether there are words that are not spelt as names are.
  let hasOddWords: Bool
  let documentation: Documentation
  var index = 0
  var statementStart = 0
  var openBrackets = 0
  var layout = Layout.statement
  var depth = 0
  var diagnostics: [Diagnostic] = []
  /// Openers that the file's end left open, the innermost first.
  var unclosed: [SourceRange] = []
  private var isStopped = false

  /// Makes a parser of what a lexer has read.
  init(_ lexer: Lexer) {
    bytes = lexer.bytes
    file = lexer.file
    tokens = lexer.tokens
    documentation = lexer.documentation
    keywords = lexer.keywords
    hasOddWords = lexer.hasOddWords
  }

  /// Whether the token is the rest of a file that is too large to read.
  func isRest(_ token: Token) -> Bool {
    token.kind == .unknown && tokens.count > SyntaxLimits.tokens
      || bytes.count > SyntaxLimits.fileBytes
  }

  // MARK: Mistakes

  /// Reports a mistake and returns what leaves the statement.
  mutating func failure(_ diagnostic: Diagnostic) -> StatementFailure {
    report(diagnostic)
    return StatementFailure()
  }

  /// Reports a mistake, unless it follows from a token that was reported already.
  mutating func report(_ diagnostic: Diagnostic) {
    guard !isStopped, diagnostics.count <= SyntaxLimits.diagnostics else { return }
    let read = tokens[statementStart...max(statementStart, index)]
    guard !read.contains(where: { $0.kind == .unknown }) else { return }
    diagnostics.append(diagnostic)
  }

  /// Enters brackets, a block or a chain; beyond the limit the rest of the file is not read.
  mutating func enter(at range: SourceRange) throws(StatementFailure) {
    depth += 1
    guard depth > SyntaxLimits.depth else { return }
    depth -= 1
    report(.tooDeep(at: range))
    stop()
    throw StatementFailure()
  }

  mutating func leave() { depth -= 1 }

  /// Reads no further: what follows would be reported for no fault of its own.
  private mutating func stop() {
    isStopped = true
    index = tokens.count - 1
  }

  // MARK: Statements

  /// Reads one statement; after a mistake goes on where the next one begins.
  mutating func parseStatement(
    _ parse: (inout Parser) throws(StatementFailure) -> Void
  ) {
    let start = index
    let outerLayout = layout
    let outerStart = statementStart
    let outerDepth = depth
    statementStart = index
    openBrackets = 0
    do {
      try parse(&self)
      try expectEndOfStatement()
    } catch {
      depth = outerDepth
      layout = outerLayout
      openBrackets = 0
      skipStatement()
    }
    layout = outerLayout
    statementStart = outerStart
    if index == start, tokens[index].kind != .endOfFile { index += 1 }
  }

  /// Skips to the next line that begins a statement of this block, or to the block's end.
  private mutating func skipStatement() {
    var braces = 0
    while tokens[index].kind != .endOfFile {
      switch tokens[index].kind {
      case .mark(UInt8(ascii: "{")): braces += 1
      case .mark(UInt8(ascii: "}")):
        if braces == 0 { return }
        braces -= 1
      case .word, .currency, .text, .number, .percent, .date, .month, .instant, .possessive, .mark,
        .unknown, .endOfFile:
        if braces == 0, tokens[index].startsLine, index > statementStart, !isContinuation(index),
          tokens[index].kind != .mark(UInt8(ascii: "|"))
        {
          return
        }
      }
      index += 1
    }
  }

  private mutating func expectEndOfStatement() throws(StatementFailure) {
    guard isAvailable, !isMark("}") else { return }
    if isWord(.is) { throw failure(.orBetweenConditions(at: range)) }
    throw failure(.expectedEnd(found: spelling, at: range))
  }
}
