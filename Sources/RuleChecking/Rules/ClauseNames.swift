import RuleSyntax
import SourceText

/// The names that a clause declares, each with what it stands for.
struct ClauseNames {
  struct Declared {
    /// The place of the name among the names of the clause.
    let number: Int
    /// Where it stands first.
    let range: SourceRange
    /// The first term and the first meaning of the name, by their places in the text.
    fileprivate(set) var term: Int?
    fileprivate(set) var meaning: Int?
  }

  private var declared: [String: Declared] = [:]
  /// The names of the terms, then those of the meanings, in the order of the text.
  private(set) var ofValues: [(name: NameSyntax, number: Int)] = []
  /// Names declared before, with the place where they were.
  private(set) var repeated: [(name: NameSyntax, first: SourceRange)] = []

  init(of clause: ClauseSyntax) {
    let count = clause.terms.count + clause.meanings.count
    declared.reserveCapacity(count + clause.rules.count + clause.exceptions.count)
    ofValues.reserveCapacity(count)
    for (place, term) in clause.terms.enumerated() {
      let number = declare(term.name) { $0.term = $0.term ?? place }
      ofValues.append((term.name, number))
    }
    for (place, meaning) in clause.meanings.enumerated() {
      let number = declare(meaning.name) { $0.meaning = $0.meaning ?? place }
      ofValues.append((meaning.name, number))
    }
    for rule in clause.rules { _ = declare(rule.name) { _ in } }
    for exception in clause.exceptions { _ = declare(exception.name) { _ in } }
  }

  /// How many names there are, each counted once.
  var count: Int { declared.count }

  /// What a name stands for; nil where the clause declares no such name.
  subscript(name: String) -> Declared? { declared[name] }

  /// Notes a name with what it stands for, and returns its number.
  private mutating func declare(_ name: NameSyntax, _ note: (inout Declared) -> Void) -> Int {
    let next = declared.count
    let known = Self.noted(
      &declared[name.text, default: Declared(number: next, range: name.range)], note)
    if known.number < next { repeated.append((name, known.range)) }
    return known.number
  }

  private static func noted(
    _ declared: inout Declared, _ note: (inout Declared) -> Void
  ) -> Declared {
    note(&declared)
    return declared
  }
}
