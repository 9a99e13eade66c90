import SourceText

extension VisibleText {
  /// The number of scalars after which a quoted text is cut.
  private static let scalarLimit = 40

  /// Returns the user's bytes as a message may quote them: between single quotes, short, on one line,
  /// nothing hidden.
  static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let shown = escaping(String(String.UnicodeScalarView(text.prefix(scalarLimit))))
    return text.count > scalarLimit ? "'\(shown)…'" : "'\(shown)'"
  }
}
