internal import RuleSyntax
internal import SourceText

/// The physical lines that stay as they are, because what stands on them does not parse.
struct KeptLines {
  private var isKept: [Bool]

  init(of text: TokenText, outline: Outline, chunks: Chunks, diagnostics: [Diagnostic]) {
    isKept = Array(repeating: false, count: text.lineStarts.count)
    for chunk in chunks.broken { keep(chunk, of: text) }
    for diagnostic in diagnostics where diagnostic.isError { keep(diagnostic, of: text) }
    for (index, token) in text.tokens.enumerated() where token.kind == .unknown {
      keep(text.lines[index]...text.line(at: max(token.lower, token.upper - 1)))
    }
    let parts = Self.parts(of: text, outline: outline)
    for part in parts { extend(part) }
    for part in parts.reversed() { extend(part) }
  }

  func contains(_ line: Int) -> Bool { isKept[line] }

  private mutating func keep(_ lines: ClosedRange<Int>) {
    for line in lines { isKept[line] = true }
  }

  private mutating func keep(_ diagnostic: Diagnostic, of text: TokenText) {
    let first = text.line(at: diagnostic.range.lower)
    // What follows these was not read.
    let goesOn = diagnostic.id == .tooDeep || diagnostic.id == .tooManyErrors
    let last = text.line(at: max(diagnostic.range.lower, diagnostic.range.upper - 1))
    keep(first...(goesOn ? isKept.count - 1 : last))
  }

  /// Keeps a piece of the file, with the comments up to the next one.
  private mutating func keep(_ chunk: Range<Int>, of text: TokenText) {
    let first = text.lines[chunk.lowerBound]
    var last =
      chunk.upperBound < text.tokens.count
      ? text.lines[chunk.upperBound] - 1 : text.lineStarts.count - 1
    while last > first, text.isBlank(line: last) { last -= 1 }
    keep(first...max(first, last))
  }

  /// Keeps all lines of a part of a statement if one of them is kept.
  private mutating func extend(_ lines: ClosedRange<Int>) {
    if lines.contains(where: { isKept[$0] }) { keep(lines) }
  }

  /// The lines of each heading, each statement without a block, and each end of a block.
  private static func parts(of text: TokenText, outline: Outline) -> [ClosedRange<Int>] {
    var parts: [ClosedRange<Int>] = []
    var first = 0
    for index in text.tokens.indices {
      let role = outline.places[index].role
      if role == .start || role == .closing { first = text.lines[index] }
      let next = index + 1
      let isLast =
        next == text.tokens.count || text.isMark(index, "{")
        || outline.places[next].role == .start || outline.places[next].role == .closing
      if isLast { parts.append(min(first, text.lines[index])...text.lines[index]) }
    }
    return parts
  }
}
