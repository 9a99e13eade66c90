import ContractModel
package import Records

/// What was drawn so far from the records of every kind that is not kept.
///
/// Nothing of it but the runs hangs on the order in which records were drawn from: so whoever reads a
/// file together with others keeps a state of their own to the end, and hands over the runs alone.
package struct FoldState: Sendable {
  let fold: EvidenceFold
  private var kinds: [KindState?]

  package init(_ fold: EvidenceFold) {
    self.fold = fold
    kinds = fold.kinds.map { $0.map(KindState.init) }
  }

  /// Draws from records of a kind; runs go on from those that were drawn from before.
  package mutating func add(_ batch: RecordBatch, of kind: Int) {
    guard let folded = fold.kinds[kind], batch.count > 0 else { return }
    kinds[kind]?.add(batch, of: folded)
  }

  /// Takes out the runs of the records since they were last taken out.
  package mutating func takeRuns() -> FoldRuns {
    FoldRuns(kinds: kinds.indices.map { kinds[$0]?.takeRuns() ?? [] })
  }

  /// Adds the runs of records that follow all of these.
  package mutating func append(_ runs: FoldRuns) {
    for kind in kinds.indices { kinds[kind]?.append(runs.kinds[kind]) }
  }

  /// Adds everything else that was drawn from other records.
  package mutating func merge(_ other: FoldState) {
    for kind in kinds.indices {
      if let drawn = other.kinds[kind] { kinds[kind]?.merge(drawn) }
    }
  }

  /// Gives the lines that are cited other numbers, which are in the same order.
  package mutating func renumber(_ number: (Int) -> Int) {
    for kind in kinds.indices { kinds[kind]?.renumber(number) }
  }

  /// The same with nothing drawn yet.
  package var emptied: FoldState { FoldState(fold) }

  /// By kind and slot.
  var slots: [[SlotState]] {
    zip(kinds, fold.kinds).map { state, folded in
      guard let state, let folded else { return [] }
      return state.slots(of: folded)
    }
  }
}

/// The runs of records that follow one another.
package struct FoldRuns: Sendable {
  /// By kind and slot; empty where a slot draws no runs.
  fileprivate let kinds: [[[ByDay<PassingRun>]]]
}

/// What was drawn so far from the records of one kind.
private struct KindState: Sendable {
  /// By membership and part: slots that have the same records count them once.
  private var members: [[FoldMembers]]
  /// By slot.
  private var drawn: [SlotState.Drawing]

  init(_ fold: KindFold) {
    members = fold.memberships.map { [FoldMembers](repeating: FoldMembers(), count: $0.parts) }
    drawn = fold.slots.map(SlotState.Drawing.init)
  }

  mutating func add(_ batch: RecordBatch, of fold: KindFold) {
    let parts = fold.memberships.map { $0.parts(in: batch, asOf: fold.asOf) }
    let lines = batch.lines.span
    for place in members.indices {
      members[place].add(to: parts[place]) { members, row in
        members.add(lines[row], of: batch.file)
      }
    }
    let passing = fold.tests.map { $0.passing(in: batch) }
    for (place, slot) in fold.slots.enumerated() {
      drawn[place].add(
        batch, of: slot.measure, passing: slot.test.map { passing[$0] } ?? [],
        parts[slot.membership])
    }
  }

  mutating func takeRuns() -> [[ByDay<PassingRun>]] { drawn.indices.map { drawn[$0].takeRuns() } }

  mutating func append(_ runs: [[ByDay<PassingRun>]]) {
    for place in drawn.indices { drawn[place].append(runs[place]) }
  }

  mutating func merge(_ other: KindState) {
    for place in members.indices {
      for part in members[place].indices {
        members[place][part].merge(other.members[place][part])
      }
    }
    for place in drawn.indices { drawn[place].merge(other.drawn[place]) }
  }

  mutating func renumber(_ number: (Int) -> Int) {
    for place in members.indices {
      for part in members[place].indices { members[place][part].renumber(number) }
    }
    for place in drawn.indices { drawn[place].renumber(number) }
  }

  func slots(of fold: KindFold) -> [SlotState] {
    zip(fold.slots, drawn).map { slot, drawn in
      let members = members[slot.membership]
      return SlotState(counts: members.map(\.count), cited: members.map(\.cited), drawn: drawn)
    }
  }
}
