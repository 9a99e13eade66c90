internal import SourceText

/// A JSON text as a value, its members in the order they are to be written.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// The text without a line end; on one line where the value has no parts.
  var line: String { text(at: 0) }

  /// Returns the text without a line end, as it stands so many levels deep.
  func text(at level: Int) -> String {
    var writer = JSONWriter()
    writer.write(self, level: level)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The text, indented by two spaces a level, with a line end.
  var text: String {
    line + "\n"
  }
}

private struct JSONWriter {
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .number(let number): bytes += String(number).utf8
    case .string(let text): write(text)
    case .array(let elements): write(elements, level: level)
    case .object(let members): write(members, level: level)
    }
  }

  private mutating func write(_ elements: [JSONValue], level: Int) {
    bytes.append(UInt8(ascii: "["))
    for index in elements.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine(level + 1)
      write(elements[index], level: level + 1)
    }
    if !elements.isEmpty { startLine(level) }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ members: [(name: String, value: JSONValue)], level: Int) {
    bytes.append(UInt8(ascii: "{"))
    for index in members.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine(level + 1)
      write(members[index].name)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(UInt8(ascii: " "))
      write(members[index].value, level: level + 1)
    }
    if !members.isEmpty { startLine(level) }
    bytes.append(UInt8(ascii: "}"))
  }

  // Byte by byte: to append a text of one or two takes ten times as long.
  private mutating func startLine(_ level: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * level { bytes.append(UInt8(ascii: " ")) }
  }

  /// Writes a string; what a terminal or the reader of a log might obey is escaped, though JSON
  /// would allow it.
  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Nearly every text is plain, and most of a report is text.
    if Self.isPlain(text.utf8.span) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let repeats = scalar == last && (scalar == "#" || scalar == ":")
      if repeats || scalar.isEscaped { writeEscaped(scalar) } else { write(scalar) }
      last = repeats ? nil : scalar
    }
  }

  /// Whether a text is of visible ASCII characters and spaces that JSON takes as they are, and has no
  /// sign twice that a log may obey.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var last: UInt8 = 0
    for place in bytes.indices {
      let byte = bytes[place]
      guard byte.isPlain else { return false }
      if byte == last, byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":") { return false }
      last = byte
    }
    return true
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    if scalar == "\"" || scalar == "\\" { bytes.append(UInt8(ascii: "\\")) }
    if let encoded = UTF8.encode(scalar) { bytes += encoded }
  }

  private mutating func writeEscaped(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
      let digits = String(unit, radix: 16)
      bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
    }
  }
}

extension UInt8 {
  /// Whether it is a visible ASCII character or a space that JSON takes as it is.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
    default: (0x20...0x7E).contains(self)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a control or format character, ends a line, or is not seen.
  fileprivate var isEscaped: Bool {
    if isASCII { return VisibleText.isControl(self) }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: VisibleText.isHidden(self)
    }
  }
}
