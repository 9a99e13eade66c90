import ContractCheck
import RuleSyntax
import SourceText

/// A text as tokens: what an edit compares, so that comments and layout are no edits.
struct TokenText {
  let file: SourceFile
  let tree: SyntaxTree

  init(_ input: InputFile, id: FileID) {
    file = SourceFile(path: input.path, bytes: input.bytes)
    tree = SyntaxTree.parsing(file, id: id).value
  }

  func text(of token: Token) -> String {
    String(decoding: file.bytes[token.lower..<token.upper], as: UTF8.self)
  }

  /// The tokens that begin in a range of bytes.
  func tokens(in range: Range<Int>) -> ArraySlice<Token> {
    tree.tokens[index(from: range.lowerBound)..<index(from: range.upperBound)]
      .filter { $0.kind != .endOfFile }[...]
  }

  func words(in range: Range<Int>) -> [String] { tokens(in: range).map(text) }

  /// The range of the braces that open at or after an offset, both included.
  func block(from offset: Int) -> Range<Int>? {
    var depth = 0
    var start: Int?
    for token in tree.tokens[index(from: offset)...] {
      switch token.kind {
      case .mark(UInt8(ascii: "{")):
        depth += 1
        start = start ?? token.lower
      case .mark(UInt8(ascii: "}")):
        depth -= 1
        if depth == 0, let start { return start..<token.upper }
      case .word, .currency, .text, .number, .percent, .date, .month, .instant, .possessive, .mark,
        .unknown, .endOfFile:
        break
      }
    }
    return nil
  }

  /// Where the token before an offset begins.
  func startOfTokenBefore(_ offset: Int) -> Int {
    let index = index(from: offset)
    return index > 0 ? tree.tokens[index - 1].lower : offset
  }

  func line(at offset: Int) -> Int { file.position(at: offset).line }

  /// The place of the first token that begins at or after an offset.
  private func index(from offset: Int) -> Int {
    var (low, high) = (0, tree.tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tree.tokens[middle].lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
