package import SourceText

/// The kinds of thing a rule can be about, from the widest to the narrowest.
package enum SubjectKind: String, CaseIterable, Hashable, Sendable {
  case contract
  case milestone
  case deliverable
  case invoice
  case line

  package var plural: String { rawValue + "s" }

  /// The kind that holds subjects of this kind; nil for the contract.
  package var parent: SubjectKind? {
    switch self {
    case .contract: nil
    case .milestone, .invoice: .contract
    case .deliverable: .milestone
    case .line: .invoice
    }
  }
}

/// Names one subject of a contract: its place in `Contract.subjects`; 0 is the contract itself.
package struct SubjectID: Hashable, Comparable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static let contract = SubjectID(0)

  package static func < (left: SubjectID, right: SubjectID) -> Bool { left.index < right.index }
}

/// The fields a subject may have, each with the kinds that have it and its type.
package enum SubjectField: String, CaseIterable, Hashable, Sendable {
  case value
  /// The most that may be paid under the contract, whatever its value.
  case ceiling
  /// What has been set aside to pay the contract from.
  case funds
  case paid
  case due
  case amount
  case critical
  case kind
  case received
  case number
  case taxID = "tax-id"
  /// The day that the supplier wrote on an invoice.
  case issued
  /// The day that the buyer sent an invoice back as improper.
  case returned
  case supplierName = "supplier-name"
  case contractNumber = "contract-number"
  case description
  case terms
  case remitTo = "remit-to"
  case contact
  case eft
  /// What stages 2 to 4 and disputes left of the amount.
  case entitled
  /// What stages 2 to 5 left of the amount.
  case earned
  /// What is earned on the invoices received before.
  case earnedBefore = "earned-before"
  /// What all stages that take money left.
  case payable

  package var kinds: [SubjectKind] {
    switch self {
    case .value, .ceiling, .funds: [.contract]
    case .paid: [.contract, .invoice]
    case .due, .critical, .kind: [.milestone]
    case .amount: [.milestone, .invoice, .line]
    case .received, .number, .taxID, .issued, .returned, .supplierName, .contractNumber,
      .description, .terms, .remitTo, .contact, .eft:
      [.invoice]
    case .entitled, .earned, .payable: [.contract, .invoice, .line]
    case .earnedBefore: [.invoice]
    }
  }

  package var type: ValueType {
    switch self {
    case .value, .ceiling, .funds, .paid, .amount, .entitled, .earned, .earnedBefore,
      .payable:
      .money
    case .due, .received, .issued, .returned: .date
    case .critical: .words(["yes", "no"])
    case .kind: .words(["severable", "cumulative"])
    case .number, .taxID, .supplierName, .contractNumber, .description, .terms, .remitTo,
      .contact, .eft:
      .text
    }
  }

  /// Whether a contract may leave it out of a part; reading it unguarded is then an error.
  package func isOptional(of kind: SubjectKind) -> Bool {
    switch self {
    case .number, .taxID, .issued, .returned, .supplierName, .contractNumber, .description, .terms,
      .remitTo, .contact, .eft, .value, .ceiling, .funds:
      true
    case .paid: kind == .contract
    case .due, .amount, .critical, .kind, .received, .entitled, .earned, .earnedBefore, .payable:
      false
    }
  }
}

/// What a contract says of one of its parts.
package enum FieldValue: Hashable, Sendable {
  /// Money in minor units of the contract's currency; a date as its day number.
  case quantity(Interval)
  case word(String)
  case text(String)
}

/// Where a figure of a contract comes from.
package enum Provenance: Hashable, Sendable {
  case illustrative
  case reported(phrase: String, source: String)
}

/// The contract itself, or one of its milestones, deliverables, invoices and lines.
package struct Subject: Sendable {
  package let kind: SubjectKind
  /// The name the contract gave it, unique within its parent.
  package let name: String
  package let title: String?
  package let parent: SubjectID?
  /// The milestone or deliverable that an invoice line bills.
  package var billed: SubjectID?
  /// The milestones that a milestone comes after, in the order of its text.
  package var predecessors: [SubjectID] = []
  /// The invoice that this one is a corrected version of.
  package var replaces: SubjectID?
  package var fields: [SubjectField: FieldValue]
  package var provenances: [SubjectField: Provenance]
  package let isIllustrative: Bool
  /// Of a milestone in force: its due dates up to now, each from its day on.
  package var duesInForce: [DueInForce] = []
  /// False for what is not there on the day of the decision: an invoice, with its lines, that was not
  /// yet received or was replaced; a part not yet added, or removed.
  package var isOnFile = true
  package let documentation: String?
  package let range: SourceRange

  package init(
    kind: SubjectKind, name: String, title: String?, parent: SubjectID?, billed: SubjectID? = nil,
    fields: [SubjectField: FieldValue] = [:], provenances: [SubjectField: Provenance] = [:],
    isIllustrative: Bool = false, documentation: String? = nil, range: SourceRange
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.parent = parent
    self.billed = billed
    self.fields = fields
    self.provenances = provenances
    self.isIllustrative = isIllustrative
    self.documentation = documentation
    self.range = range
  }
}
