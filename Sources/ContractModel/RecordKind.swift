package import SourceText

/// What the absence of a record means.
package enum RecordNature: String, CaseIterable, Hashable, Sendable {
  /// What an interested party says: never proof unless a rule admits it.
  case claim
  /// Missing evidence is unknown.
  case evidence
  /// Silence counts up to the day the contract declares the register complete.
  case register
  /// Exists only if recorded: absence means there was none.
  case act
}

/// A kind of record, as a rules file declares it; nothing changes it, so that it is shared and never
/// copied.
package final class RecordKind: Sendable {
  package struct Field: Sendable {
    package let name: String
    package let isOptional: Bool
    package let type: ValueType
    /// The values allowed; nil where any is.
    package let domain: Interval?
    package let documentation: String?
    package let range: SourceRange

    package init(
      name: String, isOptional: Bool, type: ValueType, domain: Interval?,
      documentation: String? = nil, range: SourceRange
    ) {
      self.name = name
      self.isOptional = isOptional
      self.type = type
      self.domain = domain
      self.documentation = documentation
      self.range = range
    }
  }

  package let nature: RecordNature
  package let name: String
  package let plural: String
  /// Whether a later record on one point supersedes an earlier one (`keyed by …`).
  package let isKeyed: Bool
  /// Indices in `fields` of the key, beside the subject.
  package let keyFields: [Int]
  /// Roles that may assert it.
  package let asserters: [String]
  /// Kinds of subject it can be about.
  package let about: [SubjectKind]
  /// Whether a record of it needs not say what it is about.
  package var isAboutContractAlone: Bool { about == [.contract] }
  /// The declared fields; `dated` is not among them: every record has it.
  package let fields: [Field]
  package let documentation: String?
  package let range: SourceRange

  package init(
    nature: RecordNature, name: String, plural: String, isKeyed: Bool, keyFields: [Int],
    asserters: [String], about: [SubjectKind], fields: [Field], documentation: String?,
    range: SourceRange
  ) {
    self.nature = nature
    self.name = name
    self.plural = plural
    self.isKeyed = isKeyed
    self.keyFields = keyFields
    self.asserters = asserters
    self.about = about
    self.fields = fields
    self.documentation = documentation
    self.range = range
  }
}

/// Where a record stands: its file and its line, from 1.
package struct RecordReference: Hashable, Comparable, Sendable {
  package let file: FileID
  package let line: Int

  package init(file: FileID, line: Int) {
    self.file = file
    self.line = line
  }

  package static func < (left: RecordReference, right: RecordReference) -> Bool {
    (left.file, left.line) < (right.file, right.line)
  }
}

/// A record that a contract states within the subject it is about; its values are still text.
package struct InlineRecord: Sendable {
  package struct Field: Sendable {
    package let name: String
    package let nameRange: SourceRange
    /// As a record file would spell it: `works`, `2013-12`, `USD 5,100,000`.
    package let text: String
    package let range: SourceRange

    package init(name: String, nameRange: SourceRange, text: String, range: SourceRange) {
      self.name = name
      self.nameRange = nameRange
      self.text = text
      self.range = range
    }
  }

  package let kind: String
  package let about: SubjectID
  package let fields: [Field]
  package let isIllustrative: Bool
  package let provenance: Provenance?
  package let line: Int
  package let range: SourceRange

  package init(
    kind: String, about: SubjectID, fields: [Field], isIllustrative: Bool, provenance: Provenance?,
    line: Int, range: SourceRange
  ) {
    self.kind = kind
    self.about = about
    self.fields = fields
    self.isIllustrative = isIllustrative
    self.provenance = provenance
    self.line = line
    self.range = range
  }
}
