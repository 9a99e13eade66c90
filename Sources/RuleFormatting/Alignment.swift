internal import RuleSyntax

/// Which statements of a block stand in columns below one another.
enum Alignment: Hashable {
  /// `name means …`.
  case meaning
  /// `term name type default value`; a comment in between begins new columns.
  case term
  /// `name type` in a record.
  case field
  /// `word value provenance` in contracts, calendars and tests; `no word value` in tests.
  case setting
  /// `word name …`: a line that gives a part its name stands with those of its own word only.
  case naming(String)

  private static let namingWords: Set<String> = [
    "adds", "amendment", "deliverable", "expect", "incorporates", "invoice", "line", "milestone",
    "party", "payment", "removes", "waiver", "yearly",
  ]

  /// Returns how the first line of a statement is aligned, and the tokens at which its second and
  /// later columns begin.
  static func of(
    _ tokens: Range<Int>, in kind: Outline.BlockKind, of text: TokenText
  ) -> (alignment: Alignment, columns: [Int])? {
    let first = tokens.lowerBound
    guard tokens.count > 1 else { return nil }
    switch kind {
    case .file, .conditions: return nil
    case .record: return (.field, [first + 1])
    case .clause:
      if text.isWord(first + 1, "means") { return (.meaning, [first + 1]) }
      guard text.isWord(first, "term"), tokens.count > 2 else { return nil }
      let standard = tokens.dropFirst(3).dropLast().first { text.isWord($0, "default") }
      return (.term, [first + 2] + (standard.map { [$0] } ?? []))
    case .lines:
      guard !tokens.contains(where: { text.isMark($0, "{") }) else { return nil }
      let isNaming = namingWords.contains(text.words[first])
      let value = first + (isNaming || text.isWord(first, "no") ? 2 : 1)
      guard value < tokens.upperBound else { return nil }
      let alignment = isNaming ? naming(text.words[first]) : .setting
      return (alignment, [value, provenance(in: value..<tokens.upperBound, of: text)])
    }
  }

  /// Returns where the words on the source of a value begin, or the end of the line.
  private static func provenance(in tokens: Range<Int>, of text: TokenText) -> Int {
    let last = tokens.upperBound - 1
    if text.isWord(last, "illustrative") { return last }
    let reported = tokens.first {
      text.isWord($0, "reported") && $0 + 1 < tokens.upperBound && text.tokens[$0 + 1].kind == .text
    }
    return reported ?? tokens.upperBound
  }
}
