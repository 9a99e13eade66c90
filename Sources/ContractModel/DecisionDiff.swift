/// A place in a text, by the path and the line that people know it by.
package struct TextPlace: Hashable, Sendable {
  package let path: String
  /// From 1.
  package let line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

/// One edit between two versions of rules, a contract or its records.
package struct TextEdit: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable { case added, removed, changed }

  package let kind: Kind
  /// What was edited, as `rule deliverable-works of clause working-deliverables`.
  package let what: String
  /// Where it stands in the old version; nil where it is added.
  package let old: TextPlace?
  /// Where it stands in the new version; nil where it is removed.
  package let new: TextPlace?
  /// The words that differ; nil where they are too many to read.
  package let words: Words?

  package struct Words: Hashable, Sendable {
    package let old: String
    package let new: String

    package init(old: String, new: String) {
      self.old = old
      self.new = new
    }
  }

  package init(
    kind: Kind, what: String, old: TextPlace?, new: TextPlace?, words: Words? = nil
  ) {
    self.kind = kind
    self.what = what
    self.old = old
    self.new = new
    self.words = words
  }
}

/// Which edits moved something; edits are named by their places in the list.
package enum ChangeCause: Hashable, Sendable {
  /// Each of these moves it when it is the only edit, to this value; nil is none at all.
  case alone([SoleEdit])
  /// None moves it alone; without any one of these it would not have come to what it did. One alone
  /// is needed beside any of several others.
  case together([Int])
  /// All edits do, and no one of them is needed.
  case all
  /// All edits together do not: the order of the texts does, or there were too many to try.
  case unknown

  package struct SoleEdit: Hashable, Sendable {
    package let edit: Int
    package let value: MeasuredValue?

    package init(edit: Int, value: MeasuredValue?) {
      self.edit = edit
      self.value = value
    }
  }
}

/// One thing that is decided otherwise, and which edits moved it.
package struct DecisionChange: Hashable, Sendable {
  package let measure: Measure
  /// Nil where the old version decides no such thing.
  package let old: MeasuredValue?
  package let new: MeasuredValue?
  package let cause: ChangeCause

  package init(
    measure: Measure, old: MeasuredValue?, new: MeasuredValue?, cause: ChangeCause
  ) {
    self.measure = measure
    self.old = old
    self.new = new
    self.cause = cause
  }
}

/// What changes for one contract.
package struct ContractDiff: Sendable {
  package enum Presence: String, CaseIterable, Hashable, Sendable {
    case both
    case onlyOld = "only-old"
    case onlyNew = "only-new"
  }

  package let id: String
  package let title: String
  package let supplier: String?
  /// The day as of which its document has it decided, where that counts.
  package let statedAsOf: CivilDate?
  package let presence: Presence
  package let changes: [DecisionChange]

  package init(
    id: String, title: String, supplier: String?, statedAsOf: CivilDate? = nil,
    presence: Presence, changes: [DecisionChange]
  ) {
    self.statedAsOf = statedAsOf
    self.id = id
    self.title = title
    self.supplier = supplier
    self.presence = presence
    self.changes = changes
  }

  /// Whether both versions decide it, and nothing of it comes to anything else.
  package var isSame: Bool { presence == .both && changes.isEmpty }

  /// Whether a decision or an amount moves.
  package var moves: Bool {
    presence != .both || changes.contains(where: \.measure.isRecommendation)
  }
}

/// What two versions decide otherwise.
package struct DecisionDiff: Sendable {
  /// In the order of their ids, by bytes; those that nothing changes for are among them.
  package let contracts: [ContractDiff]
  /// Every edit, whether or not it moves something.
  package let edits: [TextEdit]
  /// Whether there were few enough to be tried one by one.
  package let areEditsTried: Bool

  package init(contracts: [ContractDiff], edits: [TextEdit], areEditsTried: Bool = true) {
    self.contracts = contracts
    self.edits = edits
    self.areEditsTried = areEditsTried
  }

  package var moves: Bool { contracts.contains(where: \.moves) }
}
