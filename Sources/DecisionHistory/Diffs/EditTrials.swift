import ContractCheck
import ContractModel
import SourceText

/// What contracts come to with each edit alone, with all edits but one, and with all of them.
///
/// So what an edit does is tried out, not guessed: it is made on the old version, and the contract is
/// decided anew.
struct EditTrials {
  private typealias Values = [Measure: MeasuredValue]

  /// By contract; a contract that cannot be decided with the edits has none.
  private struct Trial {
    let values: [String: Values]
  }

  /// The most edits that are tried.
  static let limit = 200

  /// The edits that may move one of the contracts, and what comes of each alone.
  private var alone: [(edit: Int, trial: Trial)] = []
  /// What comes of all edits but one; tried where none alone moves something.
  private lazy var without: [(edit: Int, trial: Trial)] = alone.map { edit, _ in
    (edit, trial(of: plan.edits.indices.filter { $0 != edit }))
  }
  private var all = Trial(values: [:])
  /// What the program got wrong about itself in a trial, in words.
  private(set) var brokenInvariant: String?
  private let plan: EditPlan
  /// The contracts that moved, and the files that they are in.
  private let moved: Set<String>
  private let paths: Set<String>

  init(_ plan: EditPlan, of contracts: [String], in outcome: CheckOutcome) {
    self.plan = plan
    let moved = Set(contracts)
    self.moved = moved
    paths = Set(
      outcome.contracts.filter { moved.contains($0.contract.id) }
        .map { outcome.files[$0.contract.range.file].path })
    guard !moved.isEmpty, plan.edits.count <= Self.limit else { return }
    let every = plan.edits.indices
    all = trial(of: every)
    let words = plan.words(ofContractsAt: paths).union(
      plan.edits.flatMap(\.addedWords))
    let mayBeAny = plan.hasDocuments(at: paths)
    let candidates = every.filter { plan.edits[$0].clause.map(words.contains) ?? true || mayBeAny }
    for edit in candidates { alone.append((edit, trial(of: [edit]))) }
  }

  /// Returns the edits that take a measure of a contract from one value to another.
  mutating func cause(
    of measure: Measure, in contract: String, from old: MeasuredValue?, to new: MeasuredValue?
  ) -> ChangeCause {
    guard let values = all.values[contract], values[measure] == new else { return .unknown }
    let movers = alone.compactMap { edit, trial -> ChangeCause.SoleEdit? in
      guard let values = trial.values[contract], values[measure] != old else { return nil }
      return ChangeCause.SoleEdit(edit: edit, value: values[measure])
    }
    guard movers.isEmpty else { return .alone(movers) }
    let needed = without.filter { _, trial in
      trial.values[contract].map { $0[measure] != new } ?? true
    }.map(\.edit)
    return needed.isEmpty ? .all : .together(needed)
  }

  private mutating func trial(of edits: some Sequence<Int>) -> Trial {
    var input = plan.input(making: edits, contractsAt: paths)
    input.contractIDs = moved
    let outcome = ContractCheck.run(input)
    brokenInvariant = brokenInvariant ?? outcome.brokenInvariant
    return Trial(
      values: Dictionary(
        outcome.contracts.map { ($0.contract.id, $0.comparedMeasures.values) },
        uniquingKeysWith: { first, _ in first }))
  }
}

extension Edit {
  /// The words that it brings into a contract: it may incorporate a clause.
  fileprivate var addedWords: [String] {
    guard clause == nil else { return [] }
    return patches.flatMap { patch -> [String] in
      guard case .text(_, _, let bytes) = patch else { return [] }
      return bytes.split { !$0.isPartOfWord }.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

extension UInt8 {
  fileprivate var isPartOfWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
