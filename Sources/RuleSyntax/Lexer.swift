import SourceText

/// Cuts a file into tokens, byte by byte; what lies between two tokens is spaces and comments.
///
/// It never gives up on a token that can be understood: what is misspelt is reported, then handed on
/// as what it was meant to be, so that one mistake is one message.
struct Lexer {
  let bytes: [UInt8]
  let file: FileID
  var offset = 0
  var tokens: [Token] = []
  /// For each token the word of the grammar that it is, if it is one.
  var keywords: [Keyword?] = []
  /// Whether there are words that are not spelt as names are.
  var hasOddWords = false
  var documentation = Documentation()
  var diagnostics: [Diagnostic] = []

  private var startsLine = true
  /// The text of the `///` lines above the next token; nil where there are none.
  private var comment: String?

  init(_ source: SourceFile, id: FileID) {
    bytes = source.bytes
    file = id
    let count = min(bytes.count / Self.bytesPerToken, SyntaxLimits.tokens) + 1
    tokens.reserveCapacity(count)
    keywords.reserveCapacity(count)
  }

  /// A little more than most texts have, so that the tokens are seldom moved to where there is room.
  private static let bytesPerToken = 8

  /// Reads the whole file.
  mutating func run() {
    guard bytes.count <= SyntaxLimits.fileBytes else {
      report(.fileTooLarge(at: range(0, 0)))
      return abandon()
    }
    reportForbiddenCharacters()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < bytes.count {
      guard tokens.count < SyntaxLimits.tokens else {
        report(.tooManyTokens(at: range(offset, offset + 1)))
        return abandon()
      }
      step()
    }
    add(.endOfFile, from: bytes.count)
  }

  /// Leaves the rest of the file as one unknown token.
  private mutating func abandon() {
    let start = offset
    offset = bytes.count
    if start < offset { add(.unknown, from: start) }
    add(.endOfFile, from: offset)
  }

  private mutating func step() {
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "\n"): endLine()
    case 0...0x20, 0x7F: offset += 1
    case UInt8(ascii: "/") where peek(1) == byte: skipComment()
    case UInt8(ascii: "\""): readText()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      readWord()
    case 0x80...0xFF: readNonASCII()
    default: readSign()
    }
  }

  func peek(_ distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  func range(_ lower: Int, _ upper: Int) -> SourceRange {
    SourceRange(file: file, lower: lower, upper: upper)
  }

  /// Adds the token that ends at the current offset.
  mutating func add(_ kind: Token.Kind, from lower: Int, keyword: Keyword? = nil) {
    if let text = comment {
      documentation.add(text, above: tokens.count)
      comment = nil
    }
    tokens.append(Token(kind: kind, lower: lower, upper: offset, startsLine: startsLine))
    keywords.append(keyword)
    startsLine = false
  }

  mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count <= SyntaxLimits.diagnostics else { return }
    diagnostics.append(diagnostic)
  }

  func text(_ lower: Int, _ upper: Int) -> String {
    String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  private mutating func endLine() {
    offset += 1
    startsLine = true
    guard comment != nil else { return }
    var next = offset
    while next < bytes.count, bytes[next].isBlank { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: "\n") { comment = nil }
  }

  private mutating func skipComment() {
    let isDocumentation =
      startsLine && peek(2) == UInt8(ascii: "/") && peek(3) != UInt8(ascii: "/")
    var lower = offset + 3
    var upper = offset
    while upper < bytes.count, bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
    offset = upper
    guard isDocumentation else { return }
    if lower < upper, bytes[lower] == UInt8(ascii: " ") { lower += 1 }
    while upper > lower, bytes[upper - 1].isBlank { upper -= 1 }
    let line = text(lower, upper)
    if comment == nil {
      comment = line
    } else {
      comment?.append("\n")
      comment?.append(line)
    }
  }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or a carriage return: what a line may end with unseen.
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

/// The texts of the `///` lines right above tokens.
struct Documentation {
  /// In the order of the tokens.
  private var entries: [(place: Int, text: String)] = []

  /// Adds the text above a token that comes after all others.
  mutating func add(_ text: String, above place: Int) {
    entries.append((place, text))
  }

  /// The text right above the token at a place, if there is one.
  subscript(place: Int) -> String? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].place == place ? entries[low].text : nil
  }
}
