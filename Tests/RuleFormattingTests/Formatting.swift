import RuleFormatting
import SourceText
import Testing

/// Returns the layout of a text.
func formatted(_ text: String) -> String {
  String(decoding: formatted(Array(text.utf8)).bytes, as: UTF8.self)
}

func formatted(_ bytes: [UInt8]) -> FormattedText {
  SourceFile(path: "test.rules", bytes: bytes).formatted(id: FileID(0))
}

/// A text, and what it is laid out as.
struct LayoutCase: CustomTestStringConvertible {
  let name: String
  let before: String
  let after: String

  init(_ name: String, _ before: String, _ after: String) {
    self.name = name
    self.before = before
    self.after = after
  }

  var testDescription: String { name }
}
