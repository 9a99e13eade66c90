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
  /// What slots ask of records, each once however many ask it: which belong, and what they pass.
  let memberships: [FoldMembership]
  let tests: [FoldTest]

  init(
    isOnFile: [Bool], asOf: Int64, slots: [FoldSlot], entitled: [Bool]?, columns: Set<Int>
  ) {
    self.isOnFile = isOnFile
    self.asOf = asOf
    self.entitled = entitled
    self.columns = columns
    var memberships: [FoldMembership] = []
    var tests: [FoldTest] = []
    self.slots = slots.map { slot in
      var slot = slot
      slot.membership = memberships.place(adding: FoldMembership(slot, isOnFile: isOnFile))
      slot.test = slot.measure.test.map { tests.place(adding: $0) }
      return slot
    }
    self.memberships = memberships
    self.tests = tests
  }
}

extension Array where Element: Equatable {
  /// Returns where an element is, after adding it if it is not there.
  fileprivate mutating func place(adding element: Element) -> Int {
    if let place = firstIndex(of: element) { return place }
    append(element)
    return count - 1
  }
}

/// One collection of one incorporated clause, with what is drawn from it for each part.
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
  /// The parts of the contract that are looked into.
  let parts: [SubjectID]
  /// For each subject of the contract, which of the parts a record about it counts for; -1 for none.
  let readers: [Int32]
  /// Which records belong.
  let filter: FoldTest
  let measure: Measure
  /// Which of the kind's memberships and tests are its own.
  fileprivate(set) var membership = 0
  fileprivate(set) var test: Int?

  init(
    place: Int, slot: Int, parts: [SubjectID], readers: [Int32], filter: FoldTest,
    measure: Measure
  ) {
    self.place = place
    self.slot = slot
    self.parts = parts
    self.readers = readers
    self.filter = filter
    self.measure = measure
  }

  /// Returns which of the parts one is; nil where it is none of them.
  func place(of part: SubjectID) -> Int? {
    let place = Int(readers[part.index])
    return place < 0 ? nil : place
  }
}
