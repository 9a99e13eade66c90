import ContractCheck
import ContractModel
import DecisionHistory
import Testing

@Suite struct Causes {
  private let launch = PartName(kind: .milestone, path: "launch")
  private let contract = PartName(kind: .contract, path: "contract")

  private func diff(_ change: (inout SampleWorld) -> Void) -> DecisionDiff {
    var new = SampleWorld()
    change(&new)
    return DecisionDiff.comparing(SampleWorld().input(), to: new.input()).diff
  }

  private func cause(of kind: AmountKind, in diff: DecisionDiff) -> ChangeCause? {
    diff.contracts[0].changes.first { $0.measure == .amount(contract, kind) }?.cause
  }

  /// Each of two edits moves the deduction by itself, to another sum than both.
  @Test func editsThatMoveTheSameAmountAreToldApart() throws {
    let diff = diff {
      $0.rate = 400
      $0.due = "2013-10-15"
    }
    #expect(diff.edits.map(\.kind) == [.changed, .changed])
    let deducted = try #require(cause(of: .bucket(.deducted), in: diff))
    guard case .alone(let edits) = deducted else {
      Issue.record("\(deducted)")
      return
    }
    let currency = Currency(code: "USD")!
    // 42 days at 1,000 are capped at 20,000; at 400 they are not. From the later date it is 28 days.
    #expect(
      edits == [
        .init(edit: 0, value: .amount(Amount(nominal: 16_800_00), currency))
      ])
  }

  @Test func anEditThatReadsAnotherIsNeededWithIt() throws {
    let diff = diff {
      $0.readsGraceDay = true
      $0.cap = "100%"
    }
    let what = diff.edits.map(\.what)
    #expect(
      what == [
        "term cap of clause late", "meaning grace-day of clause late",
        "meaning days-late of clause late",
      ])
    #expect(diff.edits.map(\.kind) == [.changed, .added, .changed])
    let value = MeasuredValue.amount(Amount(nominal: 42_000_00), Currency(code: "USD")!)
    #expect(
      cause(of: .bucket(.deducted), in: diff) == .alone([.init(edit: 0, value: value)]))
    let late = try #require(
      diff.contracts[0].changes.first {
        $0.measure == .finding(launch, clause: "late", rule: "in-time", number: 1)
      })
    // The message says how late: it takes the new meaning and what reads it.
    #expect(late.cause != .unknown)
  }

  @Test func aRecordMovesWhatRestsOnIt() {
    let diff = diff { $0.records[1] = SampleWorld.capability("2013-11-10", "fails") }
    #expect(diff.edits.map(\.what) == ["record capability about accounts"])
    #expect(diff.edits.map(\.kind) == [.changed])
    #expect(diff.edits[0].old == TextPlace(path: "status/state.ndjson", line: 2))
    let value = MeasuredValue.amount(Amount(nominal: 100_000_00), Currency(code: "USD")!)
    #expect(
      cause(of: .bucket(.withheld), in: diff) == .alone([.init(edit: 0, value: value)]))
  }

  @Test func aContractOfOneVersionIsAMove() {
    var new = SampleWorld().input()
    new.contractFiles = []
    let diff = DecisionDiff.comparing(SampleWorld().input(), to: new).diff
    #expect(diff.contracts.map(\.presence) == [.onlyOld])
    #expect(diff.moves)
  }

  /// A reason that moves without its decision is told, and is no move.
  @Test func aVerdictThatChangesNoAmountIsNoMove() {
    let diff = diff { $0.records.append(SampleWorld.capability("2013-11-20", "works")) }
    #expect(!diff.moves && diff.edits.count == 1)
  }
}
