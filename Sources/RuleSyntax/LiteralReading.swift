internal import SourceText

extension LiteralSyntax {
  /// Returns the literal that a text of somebody else's document consists of, all of it placed where
  /// that text stands; nil where it is none.
  package static func reading(_ text: TextSyntax) -> LiteralSyntax? {
    if text.value.utf8.isDate { return LiteralSyntax(.date(text.value), range: text.range) }
    if let plain = plain(text.value.utf8) { return LiteralSyntax(plain, range: text.range) }
    let file = SourceFile(path: "", bytes: Array(text.value.utf8))
    var lexer = Lexer(file, id: text.range.file)
    lexer.run()
    var parser = Parser(lexer)
    parser.layout = .line
    let isWhole =
      lexer.tokens.first?.lower == 0 && lexer.tokens.dropLast().last?.upper == file.bytes.count
    guard isWhole, lexer.diagnostics.isEmpty, let literal = try? parser.parseLiteral(),
      parser.tokens[parser.index].kind == .endOfFile, parser.diagnostics.isEmpty
    else { return nil }
    return literal.placed(at: text.range)
  }

  /// Returns the amount or the percentage that nearly all figures of documents come to, which take no
  /// lexer: `USD 1740000`, `97.5%`.
  private static func plain(_ text: String.UTF8View) -> Form? {
    guard let last = text.last else { return nil }
    if last == UInt8(ascii: "%") {
      let digits = text.dropLast()
      return digits.arePlainDigits ? .percent(String(Substring(digits))) : nil
    }
    let (code, digits) = (text.prefix(3), text.dropFirst(4))
    guard text.dropFirst(3).first == UInt8(ascii: " "), digits.arePlainDigits,
      code.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return nil }
    return .money(
      currency: String(Substring(code)), digits: String(Substring(digits)), per: nil)
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

extension Substring.UTF8View {
  /// Whether they are up to 15 digits, perhaps with a point, and no more zeros before them than needed.
  fileprivate var arePlainDigits: Bool {
    let point = firstIndex(of: UInt8(ascii: ".")) ?? endIndex
    let (whole, fraction) = (self[..<point], self[point...].dropFirst())
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    return !whole.isEmpty && count <= 15 && (point == endIndex || !fraction.isEmpty)
      && (whole.first != UInt8(ascii: "0") || whole.count == 1)
      && whole.allSatisfy(isDigit) && fraction.allSatisfy(isDigit)
  }
}
