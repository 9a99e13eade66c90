internal import SourceText

extension LiteralSyntax {
  /// Returns the literal that a text of somebody else's document consists of, all of it placed where
  /// that text stands; nil where it is none.
  package static func reading(_ text: TextSyntax) -> LiteralSyntax? {
    if text.value.utf8.isDate { return LiteralSyntax(.date(text.value), range: text.range) }
    let file = SourceFile(path: "", bytes: Array(text.value.utf8))
    var lexer = Lexer(file, id: text.range.file)
    lexer.run()
    var parser = Parser(file, id: text.range.file, tokens: lexer.tokens, documentation: [:])
    parser.layout = .line
    let isWhole =
      lexer.tokens.first?.lower == 0 && lexer.tokens.dropLast().last?.upper == file.bytes.count
    guard isWhole, lexer.diagnostics.isEmpty, let literal = try? parser.parseLiteral(),
      parser.tokens[parser.index].kind == .endOfFile, parser.diagnostics.isEmpty
    else { return nil }
    return literal.placed(at: text.range)
  }

  private func placed(at place: SourceRange) -> LiteralSyntax {
    switch form {
    case .money(let currency, let digits, let unit):
      LiteralSyntax(
        .money(currency: currency, digits: digits, per: unit?.placed(at: place)), range: place)
    case .quantity(let digits, let unit):
      LiteralSyntax(.quantity(digits, unit.placed(at: place)), range: place)
    case .percent, .number, .date, .month, .instant, .text: LiteralSyntax(form, range: place)
    }
  }
}

extension UnitSyntax {
  fileprivate func placed(at place: SourceRange) -> UnitSyntax {
    UnitSyntax(words: words.map { NameSyntax($0.text, range: place) })
  }
}

extension String.UTF8View {
  /// Whether the text looks like `2013-10-01`, which nearly every date in a document does.
  fileprivate var isDate: Bool {
    guard count == 10 else { return false }
    return enumerated().allSatisfy { place, byte in
      place == 4 || place == 7
        ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }
}
