package import RuleSyntax
package import SourceText

/// Names that nothing has, in rules and in contracts alike.
extension Diagnostic {
  package static func unknownName(
    _ name: NameSyntax, what: NamedThing, among names: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, what.unknown, "there is no \(what.words) '\(name.text)'", at: name.range,
      help: suggestion(for: name.text, among: names))
  }

  /// The nearest name, or all where they are few.
  package static func suggestion(for text: String, among names: [String]) -> String? {
    let names = names.filter { !$0.isEmpty }
    if let nearest = NearestName.of(text, among: names) { return "did you mean '\(nearest)'?" }
    guard let last = names.last, names.count <= 24 else { return nil }
    let others = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    return others.isEmpty ? "write '\(last)'" : "write \(others) or '\(last)'"
  }
}
