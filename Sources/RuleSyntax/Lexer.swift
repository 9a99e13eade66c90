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
  /// The texts of the `///` lines right above tokens, by the places of these.
  var documentation: [Int: String] = [:]
  var diagnostics: [Diagnostic] = []

  private var startsLine = true
  /// The `///` lines above the next token.
  private var comments: [String] = []

  init(_ source: SourceFile, id: FileID) {
    bytes = source.bytes
    file = id
    tokens.reserveCapacity(min(bytes.count / Self.bytesPerToken, SyntaxLimits.tokens) + 1)
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
  mutating func add(_ kind: Token.Kind, from lower: Int) {
    if !comments.isEmpty {
      documentation[tokens.count] = comments.joined(separator: "\n")
      comments = []
    }
    tokens.append(Token(kind: kind, lower: lower, upper: offset, startsLine: startsLine))
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
    var next = offset
    while next < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[next]) { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: "\n") { comments = [] }
  }

  private mutating func skipComment() {
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    let isDocumentation =
      startsLine && bytes[start..<offset].starts(with: "///".utf8)
      && !bytes[start..<offset].starts(with: "////".utf8)
    guard isDocumentation else { return }
    var lower = start + 3
    var upper = offset
    if lower < upper, bytes[lower] == 0x20 { lower += 1 }
    while upper > lower, [0x20, 0x09, 0x0D].contains(bytes[upper - 1]) { upper -= 1 }
    comments.append(text(lower, upper))
  }
}
