/// The stable name of a mistake, in kebab-case; never reused for another mistake.
package struct DiagnosticID: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What is wrong with a text that the user gave, where, and what to do about it.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: Hashable, Sendable { case error, warning }

  /// A second place that explains the first, as where a name was declared.
  package struct Note: Hashable, Sendable {
    package let message: String
    package let range: SourceRange

    package init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  package let severity: Severity
  package let id: DiagnosticID
  /// Lower case, no full stop, the user's words in quotes.
  package let message: String
  package let range: SourceRange
  package let notes: [Note]
  /// What to write instead, or what to do.
  package let help: String?
  /// A change that mends it and changes no decision, where there is one that is certain.
  package let fix: Fix?
  /// A test of rules, in several lines, that shows what is wrong: it runs and fails.
  package let counterExample: String?

  package init(
    _ severity: Severity = .error, _ id: DiagnosticID, _ message: String, at range: SourceRange,
    notes: [Note] = [], help: String? = nil, fix: Fix? = nil, counterExample: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.range = range
    self.notes = notes
    self.help = help
    self.fix = fix
    self.counterExample = counterExample
  }

  package var isError: Bool { severity == .error }

  /// Returns the same with a change that mends it.
  package func mended(by fix: Fix?) -> Diagnostic {
    Diagnostic(severity, id, message, at: range, notes: notes, help: help, fix: fix)
  }
}

/// A value, and what was found wrong while it was made: passes never fail, they explain.
package struct Diagnosed<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
