package import SourceText

/// A party of a contract under the role it plays.
package struct Party: Sendable {
  /// `buyer`, `supplier`, `verifier`, …
  package let role: String
  package let name: String
  package let isIllustrative: Bool
  package let range: SourceRange

  package init(role: String, name: String, isIllustrative: Bool, range: SourceRange) {
    self.role = role
    self.name = name
    self.isIllustrative = isIllustrative
    self.range = range
  }
}

/// `verifier outranks buyer on capability, test-run`.
package struct Rank: Hashable, Sendable {
  package let higher: String
  package let lower: String
  /// Names of record kinds.
  package let kinds: [String]

  package init(higher: String, lower: String, kinds: [String]) {
    self.higher = higher
    self.lower = lower
    self.kinds = kinds
  }
}

/// A change of the contract by agreement, in force from a date.
package struct Amendment: Sendable {
  package struct Change: Sendable {
    package let subject: SubjectID
    package let field: SubjectField
    package let value: FieldValue
    package let range: SourceRange

    package init(subject: SubjectID, field: SubjectField, value: FieldValue, range: SourceRange) {
      self.subject = subject
      self.field = field
      self.value = value
      self.range = range
    }
  }

  /// A part of the contract that comes or goes.
  package struct ScopeChange: Sendable {
    package let subject: SubjectID
    package let isAdded: Bool
    package let range: SourceRange

    package init(subject: SubjectID, isAdded: Bool, range: SourceRange) {
      self.subject = subject
      self.isAdded = isAdded
      self.range = range
    }
  }

  package let name: String
  package let effective: CivilDate
  /// The day it was put on file; the effective date unless stated.
  package let recorded: CivilDate
  package let approvedBy: String
  package let reason: String
  /// Whether a due date that it moves counts as the one agreed from the beginning.
  package let isRetroactive: Bool
  package let changes: [Change]
  package let scope: [ScopeChange]
  package let range: SourceRange

  package init(
    name: String, effective: CivilDate, recorded: CivilDate, approvedBy: String, reason: String,
    isRetroactive: Bool = false, changes: [Change], scope: [ScopeChange] = [],
    range: SourceRange
  ) {
    self.name = name
    self.effective = effective
    self.recorded = recorded
    self.approvedBy = approvedBy
    self.reason = reason
    self.isRetroactive = isRetroactive
    self.changes = changes
    self.scope = scope
    self.range = range
  }
}

/// A decision by a named person not to hold a rule against the supplier for a time.
package struct Waiver: Sendable {
  package let name: String
  /// The name of the rule it waives.
  package let rule: String
  /// The subject it is for; whatever lies within it is covered too.
  package let subject: SubjectID
  /// First and last day on which it counts.
  package let from: CivilDate
  package let through: CivilDate
  package let approvedBy: String
  package let reason: String
  package let isIllustrative: Bool
  package let range: SourceRange

  package init(
    name: String, rule: String, subject: SubjectID, from: CivilDate, through: CivilDate,
    approvedBy: String, reason: String, isIllustrative: Bool, range: SourceRange
  ) {
    self.name = name
    self.rule = rule
    self.subject = subject
    self.from = from
    self.through = through
    self.approvedBy = approvedBy
    self.reason = reason
    self.isIllustrative = isIllustrative
    self.range = range
  }
}

/// A contract as written: its parts, its changes, and who may say what.
package struct Contract: Sendable {
  package let id: String
  package let title: String
  package let documentation: String?
  package let parties: [Party]
  package let ranks: [Rank]
  /// The one currency of every amount; nil where the contract states no amount.
  package let currency: Currency?
  /// The contract itself first, then its parts, each after its parent.
  package var subjects: [Subject]
  package let calendar: BusinessCalendar?
  package let monthEnd: MonthEndPolicy?
  package let zone: String?
  /// Patterns of record files, relative to the contract's folder.
  package let recordPatterns: [Pattern]
  /// Registers by kind name, each complete through the day.
  package var completeThrough: [String: CivilDate]
  package let amendments: [Amendment]
  package var waivers: [Waiver]
  /// Of the contract in force, those for invoices that were made by the day of the decision.
  package var payments: [Payment]
  package let inlineRecords: [InlineRecord]
  package let range: SourceRange

  package struct Pattern: Sendable {
    package let text: String
    package let range: SourceRange

    package init(text: String, range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  package init(
    id: String, title: String, documentation: String?, parties: [Party], ranks: [Rank],
    currency: Currency?, subjects: [Subject], calendar: BusinessCalendar?,
    monthEnd: MonthEndPolicy?, zone: String?, recordPatterns: [Pattern],
    completeThrough: [String: CivilDate], amendments: [Amendment], waivers: [Waiver],
    payments: [Payment] = [], inlineRecords: [InlineRecord], range: SourceRange
  ) {
    self.id = id
    self.title = title
    self.documentation = documentation
    self.parties = parties
    self.ranks = ranks
    self.currency = currency
    self.subjects = subjects
    self.calendar = calendar
    self.monthEnd = monthEnd
    self.zone = zone
    self.recordPatterns = recordPatterns
    self.completeThrough = completeThrough
    self.amendments = amendments
    self.waivers = waivers
    self.payments = payments
    self.inlineRecords = inlineRecords
    self.range = range
  }

  /// The part as a whole; whoever asks for one field of very many parts goes to `subjects`, where
  /// nothing else is copied.
  package subscript(id: SubjectID) -> Subject { subjects[id.index] }

  /// The party that is paid, by name.
  package var supplierName: String? { parties.first { $0.role == "supplier" }?.name }

  /// The subjects of one kind that are on file, in the order of the text.
  package func subjects(of kind: SubjectKind) -> [SubjectID] {
    subjects.indices.filter { subjects[$0].kind == kind && subjects[$0].isOnFile }
      .map(SubjectID.init)
  }

  /// Returns the subject of a kind that this subject is, lies in, or bills; nil where there is none.
  package func ancestor(of id: SubjectID, kind: SubjectKind) -> SubjectID? {
    if self[id].kind == kind { return id }
    if let billed = self[id].billed, let found = ancestor(of: billed, kind: kind),
      kind != .contract
    {
      return found
    }
    guard let parent = self[id].parent else { return nil }
    return ancestor(of: parent, kind: kind)
  }

  /// Whether a subject is, or lies within, another one.
  package func isWithin(_ id: SubjectID, _ container: SubjectID) -> Bool {
    var current: SubjectID? = id
    while let subject = current {
      if subject == container { return true }
      current = self[subject].parent
    }
    return false
  }
}
