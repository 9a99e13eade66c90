package import ContractModel
import Records
package import RuleChecking

extension EvaluationPlan {
  /// Returns how the records of a contract can be drawn from without being kept, as of a date; those of
  /// some kinds, by name, are kept in any case.
  package func fold(
    for contract: CheckedContract, asOf: CivilDate, keeping kept: Set<String> = []
  ) -> EvidenceFold {
    let inForce = contract.contract.inForce(asOf: asOf)
    let nothing = PlannedEvaluator(
      plan: self, contract: contract, records: RecordSet(kinds: rules.kinds), asOf: asOf)
    var planner = FoldPlanner(
      kinds: rules.kinds, contract: inForce, asOf: asOf,
      runs: contract.incorporations.indices.map { nothing.clauseRun($0, given: .init()) })
    let kinds = rules.kinds.indices.map { place in
      kept.contains(rules.kinds[place].name) ? nil : planner.fold(kind: place)
    }
    return EvidenceFold(kinds: kinds, texts: planner.texts, roles: planner.roles)
  }
}

/// Turns the collections of a contract's clauses into tests of whole numbers, kind by kind.
private struct FoldPlanner {
  let kinds: [RecordKind]
  let contract: Contract
  let asOf: CivilDate
  /// The clauses before any record is on file: what the bounds of tests come to.
  let runs: [ClauseRun]
  let roles: [String]
  private(set) var texts: [String] = []
  /// The fields that the kind at hand is asked for.
  private var columns: Set<Int> = []

  init(kinds: [RecordKind], contract: Contract, asOf: CivilDate, runs: [ClauseRun]) {
    self.kinds = kinds
    self.contract = contract
    self.asOf = asOf
    self.runs = runs
    roles = contract.parties.map(\.role)
  }

  /// Returns nil where the records of the kind must be kept: later ones stand in the place of earlier
  /// ones, or something is drawn from them that one pass cannot tell.
  mutating func fold(kind place: Int) -> KindFold? {
    let kind = kinds[place]
    guard !kind.isKeyed else { return nil }
    columns = []
    var slots: [FoldSlot] = []
    for run in runs.indices {
      for (slot, collected) in runs[run].plan.slots.enumerated()
      where collected.collection.kind == place {
        guard let folded = fold(slot, of: run, kind) else { return nil }
        slots.append(folded)
      }
    }
    let isOpenToAll = kind.asserters.isEmpty
    return KindFold(
      isOnFile: contract.subjects.map(\.isOnFile), asOf: Int64(asOf.dayNumber), slots: slots,
      entitled: isOpenToAll ? nil : roles.map { kind.asserters.contains($0) }, columns: columns)
  }

  private mutating func fold(_ slot: Int, of run: Int, _ kind: RecordKind) -> FoldSlot? {
    let collected = runs[run].plan.slots[slot]
    // What is asked of records anew for each subject is asked of records that are kept.
    guard collected.isOfPart, let filter = test(collected.collection.filter, of: kind, in: run),
      let measure = measure(collected.use, of: kind, in: run)
    else { return nil }
    let parts = contract.subjects(of: collected.collection.scope)
    return FoldSlot(
      place: runs[run].place, slot: slot, parts: parts, readers: readers(in: parts),
      filter: filter, measure: measure)
  }

  /// A record about a part counts for that, and for what it lies in.
  private func readers(in parts: [SubjectID]) -> [Int32] {
    let places = Dictionary(
      uniqueKeysWithValues: parts.enumerated().map { ($0.element, Int32($0.offset)) })
    return contract.subjects.indices.map { about in
      var current: SubjectID? = SubjectID(about)
      while let subject = current {
        if let place = places[subject] { return place }
        current = contract[subject].parent
      }
      return -1
    }
  }

  // MARK: Measures

  private mutating func measure(
    _ use: ClausePlan.Use, of kind: RecordKind, in run: Int
  ) -> FoldSlot.Measure? {
    switch use {
    case .some, .aggregate(.number): return .members
    case .every(let test), .aggregate(.share(let test)):
      return self.test(test, of: kind, in: run).map { .passes($0) }
    case .aggregate(.longestRun(let test)):
      return self.test(test, of: kind, in: run).map { .longestRun($0) }
    case .aggregate(.worstDay(let test)):
      return self.test(test, of: kind, in: run).map { .worstDay($0) }
    case .aggregate(.sum(let field)): return column(field, of: kind).map { .sum($0) }
    case .aggregate(.largest(let field)): return column(field, of: kind).map { .largest($0) }
    case .aggregate(.smallest(let field)): return column(field, of: kind).map { .smallest($0) }
    case .aggregate(.percentile(let share, let field)):
      return column(field, of: kind).map {
        .percentile($0, share: share, scale: kind.scale(of: field))
      }
    case .aggregate(.earliest(let field)):
      return isPlain(field, of: kind) ? column(field, of: kind).map { .earliest($0) } : nil
    case .aggregate(.latest(let field)):
      return isPlain(field, of: kind) ? column(field, of: kind).map { .latest($0) } : nil
    case .aggregate(.daysCovered): return nil
    }
  }

  /// Whether the first or last record by its day alone tells the value, and the value is a number.
  private func isPlain(_ field: RowField, of kind: RecordKind) -> Bool {
    if contract.ranks.contains(where: { $0.kinds.contains(kind.name) }) { return false }
    guard case .declared(let place) = field else { return true }
    switch kind.fields[place].type {
    case .text, .party: return false
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .date, .words,
      .condition:
      return true
    }
  }

  private mutating func column(_ field: RowField, of kind: RecordKind) -> FoldColumn? {
    if case .declared(let place) = field { columns.insert(place) }
    return FoldColumn(field)
  }

  // MARK: Tests

  private mutating func test(
    _ test: RowTest, of kind: RecordKind, in run: Int
  ) -> FoldTest? {
    switch test {
    case .all(let parts):
      return tests(parts, of: kind, in: run).map { $0.count == 1 ? $0[0] : .all($0) }
    case .any(let parts):
      return tests(parts, of: kind, in: run).map { $0.count == 1 ? $0[0] : .any($0) }
    case .field(let field, let type, let isNegated, let range):
      guard let column = column(field, of: kind),
        let test = self.test(range, on: column, scale: scale(of: type), in: run)
      else { return nil }
      return isNegated ? .not(test) : test
    case .invalid: return nil
    }
  }

  private mutating func tests(
    _ parts: [RowTest], of kind: RecordKind, in run: Int
  ) -> [FoldTest]? {
    var tests: [FoldTest] = []
    for part in parts {
      guard let test = test(part, of: kind, in: run) else { return nil }
      tests.append(test)
    }
    return tests
  }

  private func scale(of type: ValueType) -> Int64 { RecordBatch.scale(of: type) }

  private mutating func test(
    _ range: CheckedRange, on column: FoldColumn, scale: Int64, in run: Int
  ) -> FoldTest? {
    switch range {
    case .any, .given: return .always(true)
    case .none: return .always(false)
    case .words(let mask): return .words(column, mask)
    case .texts(let wanted):
      return .places(column, Set(wanted.map { Int64(place(of: $0)) }))
    case .parties(let wanted) where column == .by:
      return .places(column, Set(wanted.compactMap { roles.firstIndex(of: $0).map(Int64.init) }))
    case .parties(let wanted):
      return .places(column, Set(wanted.map { Int64(place(of: $0)) }))
    case .either(let parts):
      var tests: [FoldTest] = []
      for part in parts {
        guard let test = test(part, on: column, scale: scale, in: run) else {
          return nil
        }
        tests.append(test)
      }
      return .any(tests)
    case .bounds(let lower, let upper):
      guard let low = bound(lower, isLower: true, scale: scale, in: run),
        let high = bound(upper, isLower: false, scale: scale, in: run)
      else { return nil }
      return low <= high ? .within(column, low...high) : .always(false)
    }
  }

  /// Returns the least or greatest whole number within a bound; nil where the bound is not exactly
  /// known before any record is on file.
  private mutating func bound(
    _ bound: CheckedBound?, isLower: Bool, scale: Int64, in run: Int
  ) -> Int64? {
    guard let bound else { return isLower ? .min : .max }
    var asking = runs[run]
    let known = asking.value(of: bound.value, for: .contract)
    // A bound that is drawn from records itself is known only when all of them are.
    guard asking.members.allSatisfy(\.isEmpty) else { return nil }
    guard let exact = known.interval?.exact,
      let scaled = try? exact.multiplied(by: Rational(Int(scale)))
    else { return nil }
    let floor = scaled.floor
    if isLower {
      let least = bound.isIncluded && scaled.isInteger ? floor : floor + 1
      return Int64(exactly: least)
    }
    let most = bound.isIncluded || !scaled.isInteger ? floor : floor - 1
    return Int64(exactly: most)
  }

  private mutating func place(of text: String) -> Int {
    if let place = texts.firstIndex(where: { $0.utf8.elementsEqual(text.utf8) }) { return place }
    texts.append(text)
    return texts.count - 1
  }
}
