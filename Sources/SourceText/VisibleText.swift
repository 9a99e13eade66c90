/// Text of the user made safe to print on one line: nothing in it moves the cursor, turns the reading
/// direction, hides, or speaks to the program that shows the output.
package enum VisibleText {
  /// Returns the text with every control and invisible character written as `\u{1B}`, and with the
  /// beginnings of workflow commands broken by a backslash.
  package static func escaping(_ text: String) -> String {
    // Nearly every text is plain, and a report is made of very many.
    isPlain(text) ? text : escaping(Array(text.utf8))
  }

  /// Whether a text is of visible ASCII characters and spaces, and has no sign twice that begins a
  /// command so.
  ///
  /// Every part of such a text is safe to print, too.
  package static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var last: UInt8 = 0
    for place in bytes.indices {
      let byte = bytes[place]
      guard (0x20...0x7E).contains(byte) else { return false }
      if byte == last, byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":") { return false }
      last = byte
    }
    return true
  }

  /// Returns the bytes as text, escaped in the same way; bytes that are no UTF-8 become `\xFF`.
  package static func escaping(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if isAlwaysPlain(bytes[offset]) {
        result.append(bytes[offset])
        offset += 1
        continue
      }
      let piece = escapingPiece(of: bytes, at: offset)
      result += piece.text.utf8
      offset += piece.length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a byte stands for itself whatever is around it: the others are controls, begin a character
  /// beyond ASCII, or may begin a command.
  static func isAlwaysPlain(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "#") && byte != UInt8(ascii: ":")
  }

  /// Returns what stands for the character at an offset, and how many bytes the character takes.
  static func escapingPiece(of bytes: [UInt8], at offset: Int) -> (text: String, length: Int) {
    guard let (scalar, length) = Unicode.Scalar.decoding(bytes, at: offset) else {
      return ("\\x" + hexadecimal(UInt32(bytes[offset]), digits: 2), 1)
    }
    if isControl(scalar) || isHidden(scalar) {
      return (escape(of: scalar), length)
    }
    if beginsCommand(bytes, at: offset) { return (scalar == "#" ? "#\\" : ":\\", 1) }
    return (String(Character(scalar)), length)
  }

  /// Whether the scalar is a C0 or C1 control, the tab and line ends included.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// Whether the scalar turns the reading direction, has no width, breaks lines unseen, or
  /// is no character at all.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0xAD: false
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }

  /// Returns `\u{202E}`.
  package static func escape(of scalar: Unicode.Scalar) -> String {
    "\\u{" + hexadecimal(scalar.value, digits: 1) + "}"
  }

  /// Returns `U+202E`.
  package static func codePoint(of scalar: Unicode.Scalar) -> String {
    "U+" + hexadecimal(scalar.value, digits: 4)
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// Whether `##[` or `##vso[` begins here, or `::` with nothing but spaces before it.
  private static func beginsCommand(_ bytes: [UInt8], at offset: Int) -> Bool {
    let rest = bytes[offset...]
    if rest.starts(with: "##[".utf8) || rest.starts(with: "##vso[".utf8) { return true }
    return rest.starts(with: "::".utf8)
      && bytes[..<offset].allSatisfy { $0 == UInt8(ascii: " ") }
  }
}
