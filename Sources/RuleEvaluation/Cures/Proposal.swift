package import ContractModel

/// Changes that, made together, should make a condition hold; whether they do is for the evaluator
/// to say.
package struct Proposal: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case record(RecordDraft)
    /// The day of the decision is at least this one.
    case day(CivilDate)
    /// A register is declared complete, by the name of its kind.
    case register(String)
    /// An invoice says what it left out.
    case statement(SubjectID, SubjectField)
    /// Somebody entitled to waives a rule, by its name, for a part.
    case waiver(rule: String, SubjectID)
  }

  package var steps: [Step]

  package init(_ steps: [Step]) { self.steps = steps }

  /// Nothing need be changed.
  package static let nothing = Proposal([])

  /// Both, each change once.
  package func joined(with other: Proposal) -> Proposal {
    Proposal(steps + other.steps.filter { !steps.contains($0) })
  }
}

/// Records that are not on file, all alike, and what they would have to say.
package struct RecordDraft: Hashable, Sendable {
  package enum Cell: Hashable, Sendable {
    case quantity(Rational)
    /// A word of the field's list, by its place.
    case word(Int)
    case text(String)
  }

  /// By its place in the rule book.
  package let kind: Int
  package let about: SubjectID
  /// What fields have to say, by their places in the kind.
  package let cells: [Int: Cell]
  /// Where not all of them have to pass: what is asked of the share that do.
  package let share: ShareWanted?
  /// The day they speak of; nil for the day of the decision.
  package let dated: CivilDate?
  /// The role that has to assert them; nil for whoever may.
  package let asserter: String?
  package let count: Int
  /// The record in whose place it stands, as it has its key.
  package let replaces: RecordReference?

  package init(
    kind: Int, about: SubjectID, cells: [Int: Cell], share: ShareWanted? = nil,
    dated: CivilDate? = nil, asserter: String? = nil, count: Int = 1,
    replaces: RecordReference? = nil
  ) {
    self.kind = kind
    self.about = about
    self.cells = cells
    self.share = share
    self.dated = dated
    self.asserter = asserter
    self.count = count
    self.replaces = replaces
  }

  /// The same records, so many of them.
  package func counting(_ count: Int, share: ShareWanted? = nil) -> RecordDraft {
    RecordDraft(
      kind: kind, about: about, cells: cells, share: share ?? self.share, dated: dated,
      asserter: asserter, count: count, replaces: replaces)
  }

  /// So many records that do not pass.
  package func counting(failing count: Int) -> RecordDraft? {
    share.map {
      RecordDraft(
        kind: kind, about: about, cells: $0.failing, dated: dated, asserter: asserter,
        count: count)
    }
  }
}

/// A least share of records that have to pass, and how many do so far.
package struct ShareWanted: Hashable, Sendable {
  package let floor: Rational
  package let passing: Int
  package let all: Int
  /// What one says that does not pass.
  package let failing: [Int: RecordDraft.Cell]

  /// Returns how many of so many more have to pass; nil where that cannot be had.
  package func passing(of more: Int) -> Int? {
    guard let wanted = try? floor.multiplied(by: Rational(all + more)),
      let short = try? wanted.subtracting(Rational(passing))
    else { return nil }
    let least = max(0, short.isInteger ? short.floor : short.floor + 1)
    return least <= Int128(more) ? Int(least) : nil
  }
}

/// How far proposals are looked for.
package enum ProposalLimits {
  /// Changes in one proposal that is tried.
  package static let changes = 12
  /// Conditions and expressions gone through for the proposals of one outcome.
  static let steps = 2_000
  /// Ways to make one condition hold.
  static let ways = 8
  /// Records in one proposal.
  static let records = 10_000
  /// Values gone through on the way to one that fits, by doubling steps.
  static let doublings = 40
}
