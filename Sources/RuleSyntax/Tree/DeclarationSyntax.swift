package import SourceText

/// One top-level declaration of a rules or contract file.
package enum DeclarationSyntax: Sendable {
  case record(RecordSyntax)
  case clause(ClauseSyntax)
  /// A line that says what is: a contract, a calendar.
  case line(LineSyntax)
}

/// `evidence capability plural capabilities keyed by subject asserted by buyer or verifier { … }`.
package struct RecordSyntax: Sendable {
  /// `claim`, `evidence`, `register` or `act`: what the record's absence means.
  package let nature: NameSyntax
  package let name: NameSyntax
  package let plural: NameSyntax?
  /// The fields after `keyed by`; the word `subject` stands for what the record is about.
  package let keys: [NameSyntax]
  /// The roles after `asserted by`.
  package let asserters: [NameSyntax]
  /// The subject kinds of the `about` line.
  package let about: [NameSyntax]
  package let fields: [FieldSyntax]
  package let documentation: String?
  package let range: SourceRange

  package init(
    nature: NameSyntax, name: NameSyntax, plural: NameSyntax?, keys: [NameSyntax],
    asserters: [NameSyntax], about: [NameSyntax], fields: [FieldSyntax], documentation: String?,
    range: SourceRange
  ) {
    self.nature = nature
    self.name = name
    self.plural = plural
    self.keys = keys
    self.asserters = asserters
    self.about = about
    self.fields = fields
    self.documentation = documentation
    self.range = range
  }
}

/// `took optional number at least 0` inside a record.
package struct FieldSyntax: Sendable {
  package let name: NameSyntax
  package let isOptional: Bool
  package let type: TypeSyntax
  package let documentation: String?
  package let range: SourceRange

  package init(
    name: NameSyntax, isOptional: Bool, type: TypeSyntax, documentation: String?,
    range: SourceRange
  ) {
    self.name = name
    self.isOptional = isOptional
    self.type = type
    self.documentation = documentation
    self.range = range
  }
}

/// A type as written, with the range its values must lie in.
package struct TypeSyntax: Sendable {
  package enum Form: Sendable {
    /// `money`, `percent`, `date`, `works or degraded or fails`: one word, or words joined by `or`.
    case words([NameSyntax])
    /// `calendar days`, `business days`, `months`, `test-runs`.
    case unit(UnitSyntax)
    /// `money per calendar day`.
    case moneyPer(UnitSyntax)
  }

  package let form: Form
  package let domain: RangeSyntax?
  package let range: SourceRange

  package init(form: Form, domain: RangeSyntax?, range: SourceRange) {
    self.form = form
    self.domain = domain
    self.range = range
  }
}

/// The unit after a number: `calendar days`, `business days`, `started weeks`, `months`, `test-runs`.
package struct UnitSyntax: Hashable, Sendable {
  package let words: [NameSyntax]

  package init(words: [NameSyntax]) { self.words = words }

  package var text: String { words.map(\.text).joined(separator: " ") }
  package var range: SourceRange { words[0].range.through(words[words.count - 1].range) }
}
