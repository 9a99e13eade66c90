import ContractModel
import Records
import RuleChecking

/// What the rules of one contract draw from kinds of record whose records need not be kept: read once,
/// each adds to what it counts for and is forgotten.
///
/// Only what comes to the very same is drawn in this way; of any other kind the records are kept.
package struct EvidenceFold: Sendable {
  /// By the place of the kind in the rule book; nil where its records must be kept.
  package let kinds: [KindFold?]
  /// The texts that tests look for: their places are theirs in this list.
  package let texts: [String]
  /// The roles of the contract's parties: places of asserters are theirs in this list.
  package let roles: [String]
}

/// How the records of one kind are drawn from.
package struct KindFold: Sendable {
  /// For each part of the contract, whether what is about it is seen.
  let isOnFile: [Bool]
  let asOf: Int64
  let slots: [FoldSlot]
  /// The roles whose records count, by their places; nil where everybody's do.
  package let entitled: [Bool]?
  /// The declared fields that something is drawn from.
  package let columns: Set<Int>
}

/// One collection of one incorporated clause, with what is drawn from it for each subject.
struct FoldSlot: Sendable {
  enum Measure: Hashable, Sendable {
    /// How many there are, and which the first ones are.
    case members
    case passes(FoldTest)
    case sum(FoldColumn)
    case earliest(FoldColumn)
    case latest(FoldColumn)
    case largest(FoldColumn)
    case smallest(FoldColumn)
    case percentile(FoldColumn, share: Rational, scale: Int64)
    case longestRun(FoldTest)
    case worstDay(FoldTest)

    var column: FoldColumn? {
      switch self {
      case .members, .passes, .longestRun, .worstDay: nil
      case .sum(let column), .earliest(let column), .latest(let column), .largest(let column),
        .smallest(let column), .percentile(let column, _, _):
        column
      }
    }

    /// The test that each member is put to.
    var test: FoldTest? {
      switch self {
      case .passes(let test), .longestRun(let test), .worstDay(let test): test
      case .members, .sum, .earliest, .latest, .largest, .smallest, .percentile: nil
      }
    }
  }

  /// The incorporation, and the slot of its clause.
  let place: Int
  let slot: Int
  /// The subjects that something is drawn for.
  let subjects: [SubjectID]
  /// For each part of the contract, which of the subjects look there.
  let readers: [[Int32]]
  /// The only one that looks at each part; -1 for none, -2 for several.
  let onlyReaders: [Int32]
  /// Which records belong, for each subject, or once for all of them.
  let filters: [FoldTest]
  let measure: Measure

  init(
    place: Int, slot: Int, subjects: [SubjectID], readers: [[Int32]], filters: [FoldTest],
    measure: Measure
  ) {
    self.place = place
    self.slot = slot
    self.subjects = subjects
    self.readers = readers
    onlyReaders = readers.map { $0.isEmpty ? -1 : $0.count == 1 ? $0[0] : -2 }
    self.filters = filters
    self.measure = measure
  }
}
