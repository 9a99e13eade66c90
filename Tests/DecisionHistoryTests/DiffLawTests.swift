import ContractCheck
import ContractModel
import TestSupport
import Testing

@testable import DecisionHistory

@Suite struct DiffLaws {
  static let seeds: [UInt64] = Array(1...12)

  private static func pair(_ seed: UInt64) -> (old: CheckInput, new: CheckInput) {
    var generator = SplitMix64(seed: seed)
    let old = SampleWorld.random(using: &generator)
    let new = SampleWorld.random(using: &generator)
    return (old.input(), new.input())
  }

  @Test(arguments: seeds) func aVersionMovesNothingAgainstItself(_ seed: UInt64) {
    let (old, _) = Self.pair(seed)
    let outcome = DecisionDiff.comparing(old, to: old)
    #expect(outcome.old.contracts.count == 1, "\(outcome.old.diagnostics)")
    #expect(outcome.diff.edits.isEmpty && !outcome.diff.moves)
    #expect(outcome.diff.contracts.map(\.changes.count) == [0])
  }

  @Test(arguments: seeds) func theOtherWayRoundIsTheMirrorImage(_ seed: UInt64) {
    let (old, new) = Self.pair(seed)
    let there = DecisionDiff.comparing(old, to: new).diff
    let back = DecisionDiff.comparing(new, to: old).diff
    #expect(Movement.all(in: there) == Set(Movement.all(in: back).map(\.mirrored)))
    #expect(there.edits.count == back.edits.count)
  }

  /// The attribution rests on it: what the edits make of the old version is the new one.
  @Test(arguments: seeds) func allEditsMakeTheNewVersionOfTheOldOne(_ seed: UInt64) {
    let (old, new) = Self.pair(seed)
    let plan = EditPlan(from: old, to: new)
    let made = ContractCheck.run(
      plan.input(making: plan.edits.indices, contractsAt: ["a.contract"]))
    let wanted = ContractCheck.run(new)
    #expect(made.contracts.count == 1, "\(made.diagnostics)")
    #expect(
      made.contracts.map(\.comparedMeasures.values)
        == wanted.contracts.map(\.comparedMeasures.values), "seed \(seed)")
    #expect(EditPlan(from: old, to: old).edits.isEmpty)
  }

  @Test(arguments: seeds) func everyMovementHasACause(_ seed: UInt64) {
    let (old, new) = Self.pair(seed)
    let diff = DecisionDiff.comparing(old, to: new).diff
    for change in diff.contracts.flatMap(\.changes) {
      switch change.cause {
      case .alone(let edits): #expect(!edits.isEmpty && edits.allSatisfy { $0.value != change.old })
      case .together(let edits): #expect(!edits.isEmpty, "seed \(seed): \(change)")
      case .all: break
      case .unknown: Issue.record("seed \(seed): \(change)")
      }
    }
  }

  @Test func worldsDiffer() {
    let moved = Self.seeds.filter { seed in
      let (old, new) = Self.pair(seed)
      return DecisionDiff.comparing(old, to: new).diff.moves
    }
    #expect(moved.count > Self.seeds.count / 2)
  }
}

/// What a change says, without its cause.
private struct Movement: Hashable {
  let measure: Measure
  let old: MeasuredValue?
  let new: MeasuredValue?

  var mirrored: Movement { Movement(measure: measure, old: new, new: old) }

  static func all(in diff: DecisionDiff) -> Set<Movement> {
    Set(
      diff.contracts.flatMap(\.changes).map {
        Movement(measure: $0.measure, old: $0.old, new: $0.new)
      })
  }
}
