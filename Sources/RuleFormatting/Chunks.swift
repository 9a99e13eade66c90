internal import RuleSyntax
internal import SourceText

/// The pieces of a file that stand for themselves: after a brace that is missing or too many, nothing
/// is known of the depth of what follows, up to where a declaration certainly begins.
struct Chunks {
  /// The first token of each piece.
  private(set) var starts: Set<Int> = []
  /// The pieces whose braces do not match, as ranges of tokens.
  private(set) var broken: [Range<Int>] = []

  private static let braceMistakes: Set<DiagnosticID> = [
    .unclosedBrace, .unexpectedBrace,
  ]
  /// Words that at the left edge begin a declaration, whatever is still open.
  private static let declarations =
    Vocabulary.natures + ["clause", "contract", "calendar", "source", "test"]

  init(of text: TokenText, despite diagnostics: [Diagnostic]) {
    let mistakes = diagnostics.filter { Self.braceMistakes.contains($0.id) }
    guard !mistakes.isEmpty || Self.depth(of: text, in: text.tokens.indices) != 0 else { return }
    let bounds = Self.bounds(of: text)
    starts = Set(bounds)
    for (place, start) in bounds.enumerated() {
      let end = place + 1 < bounds.count ? bounds[place + 1] : text.tokens.count
      let isFaulty = mistakes.contains { mistake in
        mistake.range.lower >= text.tokens[start].lower
          && mistake.range.lower < text.tokens[end - 1].upper
      }
      if isFaulty || Self.depth(of: text, in: start..<end) != 0 { broken.append(start..<end) }
    }
  }

  /// Where pieces begin: at the lines outside of all braces, and at declarations on the left edge.
  private static func bounds(of text: TokenText) -> [Int] {
    var bounds: [Int] = []
    var depth = 0
    for index in text.tokens.indices {
      let token = text.tokens[index]
      let isAtEdge = token.lower == text.lineStarts[text.lines[index]]
      let isDeclaration = isAtEdge && declarations.contains(text.words[index])
      let mayBegin = token.kind == .word || text.isMark(index, "}")
      if bounds.isEmpty || token.startsLine && mayBegin && (depth == 0 || isDeclaration) {
        bounds.append(index)
        depth = 0
      }
      if text.isMark(index, "{") { depth += 1 }
      if text.isMark(index, "}") { depth = max(0, depth - 1) }
    }
    return bounds
  }

  /// Returns how many braces stay open, nil where one closes nothing.
  private static func depth(of text: TokenText, in tokens: Range<Int>) -> Int? {
    var depth = 0
    for index in tokens {
      if text.isMark(index, "{") { depth += 1 }
      if text.isMark(index, "}") { depth -= 1 }
      if depth < 0 { return nil }
    }
    return depth
  }
}
