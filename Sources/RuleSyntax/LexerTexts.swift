import SourceText

extension Lexer {
  /// Reads a text in double quotes, on one line.
  mutating func readText() {
    let start = offset
    offset += 1
    while let byte = peek(0), byte != UInt8(ascii: "\n") {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return add(.text, from: start)
      case UInt8(ascii: "\\"): readEscape()
      case UInt8(ascii: "\t"):
        offset += 1
        report(.controlCharacter("\t", at: range(offset - 1, offset)))
      default: offset += 1
      }
    }
    if bytes[offset - 1] == UInt8(ascii: "\r") { offset -= 1 }
    report(.unterminatedText(at: range(start, offset)))
    add(.unknown, from: start)
  }

  private mutating func readEscape() {
    let start = offset
    offset += 1
    guard let next = peek(0), next != UInt8(ascii: "\n") else { return }
    let length = Unicode.Scalar.decoding(bytes, at: offset)?.length ?? 1
    offset += length
    guard next != UInt8(ascii: "\""), next != UInt8(ascii: "\\") else { return }
    report(.badEscape(text(start, offset), at: range(start, offset)))
  }

  /// Returns the value of a text token: what is between the quotes, with its escapes resolved.
  static func value(ofText bytes: ArraySlice<UInt8>) -> String {
    let bytes = bytes.dropFirst().dropLast()
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        result.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
