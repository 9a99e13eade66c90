package import SourceText

/// A mistake put into a rule on purpose, to see whether a test notices.
package struct Mutant: Hashable, Sendable {
  package enum Change: String, CaseIterable, Hashable, Sendable {
    /// A figure is moved by its smallest step.
    case figure
    /// A value that is just at the bound falls to its other side.
    case bound
    /// A comparison looks the other way.
    case comparison
    /// What must be must not be, and the other way round.
    case negation
    /// One of several words, conditions or ways out is left out.
    case alternative
    case condition
    case requirement
    case exception
    case effect
    /// Money is dealt with by another verb.
    case verb
    case cap
    case rounding
    /// Days of another kind, or periods counted otherwise.
    case unit
    /// The first for the last, the larger for the smaller.
    case choice
    /// A sum for a difference, a product for a quotient.
    case sign
    /// What stands in where there is none, or that superseded records count, is left out.
    case fallback
  }

  package let change: Change
  package let clause: String
  /// The text that is replaced.
  package let range: SourceRange
  package let replacement: String

  package init(change: Change, clause: String, range: SourceRange, replacement: String) {
    self.change = change
    self.clause = clause
    self.range = range
    self.replacement = replacement
  }
}

/// A test that an author can paste, to be looked at before.
package struct SuggestedTest: Hashable, Sendable {
  /// The path of the file it belongs in, beside the contracts and calendars that it names.
  package let path: String
  package let text: String
  /// Whether it was run: it passes by the rules as they are, and fails by the mutant.
  package let isProof: Bool

  package init(path: String, text: String, isProof: Bool) {
    self.path = path
    self.text = text
    self.isProof = isProof
  }
}

/// What became of one mutant.
package struct MutantResult: Hashable, Sendable {
  package enum Fate: Hashable, Sendable {
    /// A test failed, or could not be run any more.
    case killed
    /// No test noticed.
    case survived(SuggestedTest?)
    /// No test noticed, and the author says in the rules why none can.
    case explained(String)
    /// It is no rule at all: it does not count.
    case invalid
  }

  package let mutant: Mutant
  package let fate: Fate
  /// The lines that it changes, as they are and as they became.
  package let before: [String]
  package let after: [String]

  package init(mutant: Mutant, fate: Fate, before: [String], after: [String]) {
    self.mutant = mutant
    self.fate = fate
    self.before = before
    self.after = after
  }
}

/// What became of all mutants of the clauses that tests incorporate.
package struct MutationReport: Sendable {
  /// In the order of the files by path, and of the places in a file.
  package let results: [MutantResult]
  /// Clauses that no test incorporates: no mutant was made of them.
  package let untested: [String]

  package init(results: [MutantResult], untested: [String]) {
    self.results = results
    self.untested = untested
  }

  /// The mutants that are rules.
  package var valid: [MutantResult] { results.filter { $0.fate != .invalid } }

  /// How many were killed; one that is explained was not.
  package var killed: Share {
    Share(results.count { $0.fate == .killed }, of: valid.count)
  }

  package var explainedCount: Int {
    results.count { if case .explained = $0.fate { true } else { false } }
  }

  package var survivors: [MutantResult] {
    results.filter { if case .survived = $0.fate { true } else { false } }
  }
}
