/// The user's bytes as a message may quote them: short, on one line, nothing hidden.
enum VisibleText {
  /// The number of scalars after which a quoted text is cut.
  static let scalarLimit = 40

  /// Returns bytes between single quotes, with what cannot be seen spelled out.
  static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    var text = "'"
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while count < scalarLimit {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): append(scalar, to: &text)
      case .error: text += "\u{FFFD}"
      case .emptyInput: return text + "'"
      }
      count += 1
    }
    return iterator.next() == nil ? text + "'" : text + "…'"
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    if isHidden(scalar) {
      text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      text.unicodeScalars.append(scalar)
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }
}
