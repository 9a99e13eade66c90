internal import SourceText

/// Text in a SARIF message, where braces would be placeholders and brackets links (§3.11.5, §3.11.6).
enum SARIFText {
  /// The longest description that is shown.
  static let mostScalars = 1024

  /// Returns a message whose text says this and nothing else; one beyond a limit ends in an ellipsis.
  static func message(_ text: String, limit: Int = .max) -> JSONValue {
    .object([("text", .string(escaping(text, limit: limit)))])
  }

  /// Returns the text made visible, with what has a meaning in a message taken literally.
  private static func escaping(_ text: String, limit: Int) -> String {
    let visible = VisibleText.escaping(text)
    let whole = visible.replacingScalars(literal)
    guard whole.utf8.count > limit, whole.unicodeScalars.count > limit else { return whole }
    // A sign is there with its escape or left out: half an escape would be another text.
    var left = limit - 1
    let shown = visible.unicodeScalars.prefix { scalar in
      left -= literal(scalar)?.unicodeScalars.count ?? 1
      return left >= 0
    }
    return String(shown).replacingScalars(literal) + "…"
  }

  /// Returns what a message says a sign with that has a meaning there; nil for any other.
  private static func literal(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "{", "}": "\(scalar)\(scalar)"
    case "[", "]", "\\": "\\\(scalar)"
    default: nil
    }
  }
}

extension JSONValue {
  static func sarifArtifact(_ path: String) -> JSONValue {
    .object([("uri", .string(path.uriReference))])
  }

  /// A place in a file; what it is said to be makes it one that messages can refer to by its number.
  static func sarifLocation(
    _ path: String, _ region: [(name: String, value: JSONValue)], as note: (Int, String)? = nil
  ) -> JSONValue {
    let place = JSONValue.object([
      ("artifactLocation", .sarifArtifact(path)), ("region", .object(region)),
    ])
    guard let (id, text) = note else { return .object([("physicalLocation", place)]) }
    return .object([
      ("id", .number(id)), ("physicalLocation", place), ("message", SARIFText.message(text)),
    ])
  }
}

extension ReportedPlace {
  func sarifLocation(as note: (Int, String)? = nil) -> JSONValue {
    .sarifLocation(
      path,
      [
        ("startLine", .number(line)), ("startColumn", .number(column)),
        ("endLine", .number(endLine)), ("endColumn", .number(endColumn)),
      ], as: note)
  }
}
