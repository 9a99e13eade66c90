package import SourceText

/// What files of rules offer: the kinds of records, and the clauses that a contract may incorporate.
///
/// Types, ranges and subjects are in the words of the text.
package struct RuleCatalogue: Sendable {
  /// What every entry has.
  package struct Entry: Sendable {
    package let name: String
    /// The `///` lines above it.
    package let documentation: String?
    package let range: SourceRange

    package init(name: String, documentation: String?, range: SourceRange) {
      self.name = name
      self.documentation = documentation
      self.range = range
    }
  }

  package struct Kind: Sendable {
    package struct Field: Sendable {
      package let name: String
      package let type: String
      package let isOptional: Bool

      package init(name: String, type: String, isOptional: Bool) {
        self.name = name
        self.type = type
        self.isOptional = isOptional
      }
    }

    package let entry: Entry
    package let nature: String
    package let plural: String
    package let about: [String]
    package let asserters: [String]
    package let keys: [String]
    package let fields: [Field]

    package init(
      entry: Entry, nature: String, plural: String, about: [String], asserters: [String],
      keys: [String], fields: [Field]
    ) {
      self.entry = entry
      self.nature = nature
      self.plural = plural
      self.about = about
      self.asserters = asserters
      self.keys = keys
      self.fields = fields
    }
  }

  package struct Term: Sendable {
    package let entry: Entry
    package let type: String
    /// The values that a contract may give; nil where any of the type will do.
    package let allowed: String?
    /// The value where the contract gives none; nil where it has to.
    package let standard: String?

    package init(entry: Entry, type: String, allowed: String?, standard: String?) {
      self.entry = entry
      self.type = type
      self.allowed = allowed
      self.standard = standard
    }
  }

  package struct Rule: Sendable {
    package let entry: Entry
    /// What it is about: `each milestone`; for an exception nil where it follows from its target.
    package let subject: String?
    package let section: String?
    /// The rule or clause that an exception defeats; nil for a rule.
    package let target: String?

    package init(entry: Entry, subject: String?, section: String?, target: String?) {
      self.entry = entry
      self.subject = subject
      self.section = section
      self.target = target
    }
  }

  package struct Clause: Sendable {
    package let entry: Entry
    package let title: String?
    package let section: String?
    package let terms: [Term]
    /// Rules, then exceptions, each in the order of the text.
    package let rules: [Rule]

    package init(
      entry: Entry, title: String?, section: String?, terms: [Term], rules: [Rule]
    ) {
      self.entry = entry
      self.title = title
      self.section = section
      self.terms = terms
      self.rules = rules
    }
  }

  package let kinds: [Kind]
  package let clauses: [Clause]

  package init(kinds: [Kind], clauses: [Clause]) {
    self.kinds = kinds
    self.clauses = clauses
  }

  package var isEmpty: Bool { kinds.isEmpty && clauses.isEmpty }
}
