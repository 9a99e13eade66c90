package import SourceText

/// One word of the text, as a name or a keyword.
package struct NameSyntax: Hashable, Sendable {
  package let text: String
  package let range: SourceRange

  package init(_ text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A quoted text with its escapes resolved.
package struct TextSyntax: Hashable, Sendable {
  package let value: String
  package let range: SourceRange

  package init(_ value: String, range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension String {
  /// The text as the language writes it: in double quotes, with its escapes.
  package var quoted: String {
    let escaped = flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"\(String(escaped))\""
  }
}
