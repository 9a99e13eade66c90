import SourceText

/// A sign of other languages, and how the same is said here.
private struct Sign {
  let spelling: String
  let help: String

  init(_ spelling: String, _ help: String) {
    self.spelling = spelling
    self.help = help
  }

  private static let subtraction = "subtraction is written 'less', as in 'amount less paid'"

  /// What is said of a minus before a number.
  static let minus = "no number is written with a minus; 'less' subtracts, as in 'amount less paid'"

  /// Longer signs stand before the signs they begin with.
  static let all: [Sign] = [
    Sign("==", "write 'is'"),
    Sign("!=", "write 'is not'"),
    Sign("<>", "write 'is not'"),
    Sign("=>", "write 'then'"),
    Sign("->", "write 'then'"),
    Sign(":=", "write 'means'"),
    Sign(">=", "write 'is at least', or 'is on or after' for a date"),
    Sign("<=", "write 'is at most', or 'is on or before' for a date"),
    Sign("=", "write 'is' to compare, 'means' to name a value"),
    Sign(">", "write 'is more than', or 'is after' for a date"),
    Sign("<", "write 'is less than', or 'is before' for a date"),
    Sign("&&", "write 'and'"),
    Sign("&", "write 'and'"),
    Sign("||", "write 'or' between values; an empty cell of a table says 'any'"),
    Sign("!", "write 'is not'"),
    Sign("/*", "begin each line of a comment with '//'"),
    Sign("-", Self.subtraction),
    Sign("$", "write the currency before the amount, as in 'USD 5,000'"),
    Sign("%", "write the percent sign right after its number, as in '5%'"),
    Sign("#", "a comment begins with '//'"),
    Sign(
      "'", "a text stands in double quotes; a possessive is written as in \"milestone's amount\""),
    Sign("`", "a text stands in double quotes"),
    Sign(":", "no sign stands between a word and its value; remove it"),
    Sign("[", "write '(' around a sum, '{' around a block"),
    Sign("]", "write ')' around a sum, '}' around a block"),
    Sign("^", "write the multiplication out"),
    Sign(".", "a number has digits on both sides of its point; a statement needs no full stop"),
    Sign("\u{2264}", "write 'is at most'"),
    Sign("\u{2265}", "write 'is at least'"),
    Sign("\u{2260}", "write 'is not'"),
    Sign("\u{2212}", Self.subtraction),
    Sign("\u{2013}", "subtraction is written 'less'; a range is written with 'to'"),
    Sign("\u{2014}", "subtraction is written 'less'; a range is written with 'to'"),
    Sign("\u{2010}", "write a plain hyphen, '-'"),
    Sign("\u{2011}", "write a plain hyphen, '-'"),
    Sign("\u{D7}", "write '*'"),
    Sign("\u{F7}", "write '/'"),
    Sign("\u{20AC}", "write the currency before the amount, as in 'EUR 5,000'"),
    Sign("\u{A3}", "write the currency before the amount, as in 'GBP 5,000'"),
    Sign("\u{A5}", "write the currency before the amount, as in 'JPY 5,000'"),
    Sign("\u{A7}", "a citation is a text: write it in double quotes"),
  ]
}

extension Lexer {
  /// Reads one of `{ } ( ) | , + * /` or `'s`; any other sign is reported with the words for it.
  mutating func readSign() {
    let start = offset
    let byte = bytes[offset]
    if byte == UInt8(ascii: ";") {
      offset += 1
      report(.semicolon(at: range(start, offset)))
      return add(.unknown, from: start)
    }
    if byte == UInt8(ascii: "'"), isPossessive(after: 1) {
      offset += 2
      return add(.possessive, from: start)
    }
    let isDouble = byte == UInt8(ascii: "|") && peek(1) == byte
    let isComment = byte == UInt8(ascii: "/") && peek(1) == UInt8(ascii: "*")
    if byte.isMark, !isDouble, !isComment {
      offset += 1
      return add(.mark(byte), from: start)
    }
    readUnknownSign(length: 1)
    if isComment { skipBlockComment() }
    add(.unknown, from: start)
  }

  /// Reads a sign beyond ASCII: quotes and spaces that a word processor made, or some other sign.
  mutating func readForeignSign(_ scalar: Unicode.Scalar, length: Int) {
    let start = offset
    if scalar.properties.generalCategory == .spaceSeparator {
      offset += length
      return report(.foreignSpace(scalar, at: range(start, offset)))
    }
    if scalar == "\u{2019}", isPossessive(after: length) {
      offset += length + 1
      report(.foreignQuote("\u{2019}", at: range(start, start + length)))
      return add(.possessive, from: start)
    }
    if ["\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{2018}", "\u{2019}"]
      .contains(scalar)
    {
      return readForeignText(scalar, length: length)
    }
    readUnknownSign(length: length)
    add(.unknown, from: start)
  }

  /// Reports the sign at the offset and steps over it.
  private mutating func readUnknownSign(length: Int) {
    let start = offset
    let rest = bytes[offset...]
    let sign = Sign.all.first { rest.starts(with: $0.spelling.utf8) }
    offset += sign?.spelling.utf8.count ?? length
    let isMinus = sign?.spelling == "-" && peek(0)?.isDigit == true
    let help = isMinus ? Sign.minus : sign?.help
    report(.unknownSign(text(start, offset), help: help, at: range(start, offset)))
  }

  /// Steps over a text in foreign quotes, up to its closing quote if the line has one.
  private mutating func readForeignText(_ quote: Unicode.Scalar, length: Int) {
    let start = offset
    report(.foreignQuote(quote, at: range(start, start + length)))
    offset += length
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      guard let (scalar, length) = Unicode.Scalar.decoding(bytes, at: end) else { break }
      end += length
      if ["\u{201C}", "\u{201D}", "\u{BB}", "\u{2019}", "\""].contains(scalar) {
        offset = end
        break
      }
    }
    add(.unknown, from: start)
  }

  private mutating func skipBlockComment() {
    var end = offset
    while end + 1 < bytes.count {
      if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") {
        offset = end + 2
        return
      }
      end += 1
    }
    offset = bytes.count
  }

  private func isPossessive(after distance: Int) -> Bool {
    guard peek(distance) == UInt8(ascii: "s") else { return false }
    guard let next = peek(distance + 1) else { return true }
    return !next.isWordByte && next < 0x80
  }
}

extension UInt8 {
  /// Whether the byte is one of `{ } ( ) | , + * /`.
  fileprivate var isMark: Bool {
    switch self {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "*"),
      UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
