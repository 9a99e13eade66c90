internal import RuleSyntax

/// One line of the result.
struct LayoutLine {
  enum Content {
    case code(tokens: Range<Int>)
    /// A comment on a line of its own, as bytes of the file.
    case comment(ArraySlice<UInt8>)
    /// Lines as they stood.
    case kept(ArraySlice<UInt8>, tokens: Range<Int>)
  }

  var content: Content
  let indent: Int
  let hasBlankAbove: Bool
  /// Whether a comment stands right above.
  let hasCommentAbove: Bool
  /// A comment behind the code.
  var comment: ArraySlice<UInt8>?
}

/// Divides a file into the lines of its layout.
struct Layout {
  private let text: TokenText
  private let outline: Outline
  private let kept: KeptLines
  private(set) var lines: [LayoutLine] = []

  private var index = 0
  private var line = 0
  private var isBlankPending = false

  init(_ text: TokenText, outline: Outline, kept: KeptLines) {
    self.text = text
    self.outline = outline
    self.kept = kept
  }

  mutating func read() {
    while line < text.lineStarts.count {
      if kept.contains(line) {
        keepLines()
      } else {
        readLine()
        line += 1
      }
    }
  }

  private mutating func keepLines() {
    let first = line
    let token = index
    while line < text.lineStarts.count, kept.contains(line) { line += 1 }
    while index < text.tokens.count, text.lines[index] < line { index += 1 }
    add(.kept(text.bytes(ofLines: first...(line - 1)), tokens: token..<index), indent: 0)
  }

  private mutating func readLine() {
    var end = text.lineStarts[line]
    let isCode = index < text.tokens.count && text.lines[index] == line
    while index < text.tokens.count, text.lines[index] == line {
      readToken()
      end = text.tokens[index].upper
      index += 1
    }
    let rest = text.bytes(ofLines: line...line).suffix(from: end).trimmed
    if rest.isEmpty {
      if !isCode { isBlankPending = true }
    } else if isCode {
      lines[lines.count - 1].comment = rest
    } else {
      let isInside = index < text.tokens.count
      add(.comment(rest), indent: isInside ? outline.places[index].commentIndent : 0)
    }
  }

  private mutating func readToken() {
    let place = outline.places[index]
    switch place.role {
    case .inline: append()
    case .closing where endsWithOpenBrace && lines[lines.count - 1].comment == nil: append()
    case .closing:
      isBlankPending = false
      add(.code(tokens: index..<(index + 1)), indent: place.indent)
    case .start, .continuation, .row:
      add(.code(tokens: index..<(index + 1)), indent: place.indent)
    }
  }

  /// Adds the token to the line before it.
  private mutating func append() {
    guard case .code(let tokens)? = lines.last?.content, tokens.upperBound == index else {
      return add(.code(tokens: index..<(index + 1)), indent: outline.places[index].indent)
    }
    isBlankPending = false
    lines[lines.count - 1].content = .code(tokens: tokens.lowerBound..<(index + 1))
  }

  private var endsWithOpenBrace: Bool {
    guard case .code(let tokens)? = lines.last?.content else { return false }
    return text.isMark(tokens.upperBound - 1, "{")
  }

  private mutating func add(_ content: LayoutLine.Content, indent: Int) {
    var isBelowComment = false
    if case .comment? = lines.last?.content { isBelowComment = true }
    lines.append(
      LayoutLine(
        content: content, indent: indent,
        hasBlankAbove: isBlankPending && !lines.isEmpty && !endsWithOpenBrace,
        hasCommentAbove: isBelowComment))
    isBlankPending = false
  }
}
