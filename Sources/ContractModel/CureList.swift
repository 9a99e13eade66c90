/// What would release money that is held: the smallest sets of changes, each tried out.
package struct CureList: Sendable {
  /// What is held.
  package enum Held: Hashable, Sendable {
    /// An amount of an invoice line.
    case line(SubjectID, Bucket)
    /// Payment of whatever is still to come.
    case suspension
  }

  package let held: Held
  package let amount: Amount
  /// Sets of changes, the smallest first; after any one of them nothing holds the amount.
  package let cures: [Cure]
  /// Whether every way that the rules name was tried.
  package let isComplete: Bool

  package init(held: Held, amount: Amount, cures: [Cure], isComplete: Bool) {
    self.held = held
    self.amount = amount
    self.cures = cures
    self.isComplete = isComplete
  }

  /// Whether one of the sets is wholly what the supplier does itself.
  package var isInSuppliersHands: Bool {
    cures.contains { $0.changes.allSatisfy { $0.maker == .supplier } }
  }
}

/// Changes that together release an amount, if they are made.
package struct Cure: Sendable {
  package let changes: [CureChange]
  /// The day of the decision that was tried with them.
  package let day: CivilDate
  /// What would then be paid of the line, where a line is held.
  package let paid: Amount?

  package init(changes: [CureChange], day: CivilDate, paid: Amount?) {
    self.changes = changes
    self.day = day
    self.paid = paid
  }
}

/// One change: what has to be put on file, said or waited for.
package struct CureChange: Hashable, Sendable {
  /// Whose doing it is.
  package enum Maker: String, Hashable, Sendable {
    /// The supplier's work, which somebody entitled to then puts on file.
    case supplier
    /// A decision of another party.
    case other
    /// It has to have been so already; nobody can bring it about now.
    case past
    /// It comes with time.
    case time
  }

  /// A field of a record, as a record file spells it.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The change in words: `an acceptance about milestone launch: result accepted`.
  package let words: String
  package let maker: Maker
  /// The record to be put on file, as an example; empty where it is no record.
  package let record: [Field]
  /// How many such records.
  package let count: Int

  package init(words: String, maker: Maker, record: [Field] = [], count: Int = 0) {
    self.words = words
    self.maker = maker
    self.record = record
    self.count = count
  }
}
