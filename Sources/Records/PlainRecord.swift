internal import SourceText

/// One field of a record that is written plainly: no escapes, nothing nested.
struct PlainField {
  enum Form {
    case text
    case number
    case yes
    case no
    case null
  }

  let name: Range<Int>
  /// What stands between the quotes, if there are any.
  let value: Range<Int>
  let form: Form
  let isQuoted: Bool

  /// Where the value stands, with its quotes.
  var written: Range<Int> {
    isQuoted ? value.lowerBound - 1..<value.upperBound + 1 : value
  }
}

/// Reads a record from a line of its own, as nearly all are written: one flat object in ASCII without
/// escapes.
///
/// What is written otherwise, or wrongly, is not read at all: it is for `JSONReader` to understand,
/// or to say what is wrong.
struct PlainRecord {
  private(set) var fields: [PlainField] = []
  /// Where the next line begins.
  private(set) var next = 0

  /// Reads the line that begins at an index; false where it is not plain.
  mutating func read(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    fields.removeAll(keepingCapacity: true)
    let opener = Self.endOfSpace(bytes, from: start)
    guard Self.has(bytes, ASCII.openingBrace, at: opener) else { return false }
    var index = Self.endOfSpace(bytes, from: opener + 1)
    while true {
      guard let field = Self.field(bytes, from: index) else { return false }
      fields.append(field)
      index = Self.endOfSpace(bytes, from: field.written.upperBound)
      guard Self.has(bytes, ASCII.comma, at: index) else { break }
      index = Self.endOfSpace(bytes, from: index + 1)
    }
    guard Self.has(bytes, ASCII.closingBrace, at: index) else { return false }
    let end = Self.endOfSpace(bytes, from: index + 1)
    guard end == bytes.count || bytes[end] == ASCII.lineFeed else { return false }
    next = min(end + 1, bytes.count)
    return true
  }

  private static func field(_ bytes: Span<UInt8>, from start: Int) -> PlainField? {
    guard let name = text(bytes, from: start) else { return nil }
    let colon = endOfSpace(bytes, from: name.upperBound + 1)
    guard has(bytes, ASCII.colon, at: colon) else { return nil }
    let start = endOfSpace(bytes, from: colon + 1)
    if let value = text(bytes, from: start) {
      return PlainField(name: name, value: value, form: .text, isQuoted: true)
    }
    var end = start
    while end < bytes.count, isOfWord(bytes[end]) { end += 1 }
    guard end > start, let form = form(of: bytes, start..<end) else { return nil }
    return PlainField(name: name, value: start..<end, form: form, isQuoted: false)
  }

  /// Returns what stands between quotes that open at an index.
  private static func text(_ bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard has(bytes, ASCII.quote, at: start) else { return nil }
    let end = JSONStrings.endOfPlainText(bytes, from: start + 1, before: bytes.count)
    return has(bytes, ASCII.quote, at: end) ? start + 1..<end : nil
  }

  /// What a word stands for; a number is only known to begin as one.
  private static func form(of bytes: Span<UInt8>, _ word: Range<Int>) -> PlainField.Form? {
    switch bytes[word.lowerBound] {
    case UInt8(ascii: "t"): spells("true", bytes, word) ? .yes : nil
    case UInt8(ascii: "f"): spells("false", bytes, word) ? .no : nil
    case UInt8(ascii: "n"): spells("null", bytes, word) ? .null : nil
    default: .number
    }
  }

  private static func spells(_ name: String, _ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var index = word.lowerBound
    for byte in name.utf8 {
      guard index < word.upperBound, bytes[index] == byte else { return false }
      index += 1
    }
    return index == word.upperBound
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || (byte >= 0x2B && byte <= 0x39 && byte != ASCII.comma)
  }

  private static func has(_ bytes: Span<UInt8>, _ byte: UInt8, at index: Int) -> Bool {
    index < bytes.count && bytes[index] == byte
  }

  private static func endOfSpace(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count,
      bytes[index] == ASCII.space || bytes[index] == ASCII.tab
        || bytes[index] == ASCII.carriageReturn
    {
      index += 1
    }
    return index
  }
}
