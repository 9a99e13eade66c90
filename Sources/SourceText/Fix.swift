/// A change of text: what stands in a range gives way to something else.
package struct Fix: Hashable, Sendable {
  package let range: SourceRange
  /// Empty where the text is taken away.
  package let replacement: String

  package init(_ range: SourceRange, replacement: String = "") {
    self.range = range
    self.replacement = replacement
  }
}
