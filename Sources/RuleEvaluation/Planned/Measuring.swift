import ContractModel
import RuleChecking
import Records

extension ClauseRun {
  /// Returns what an aggregate comes to for a subject, from the records its slot found.
  mutating func measured(
    _ aggregate: CheckedAggregate, slot: Int, for subject: SubjectID
  ) -> Known {
    let found = members[slot][subject] ?? SlotMembers()
    let kind = aggregate.collection.kind
    let table = records.tables[kind]
    if found.trouble != .none {
      return Known(
        found.trouble.evaluated, missing: found.missing,
        records: Set(found.troubledRows.map { table.origins[$0] }))
    }
    let drawn = Drawn(
      run: self, kind: kind, table: table, found: found, subject: subject,
      isAbsenceKnown: isAbsenceKnown(of: kind))
    do throws(EvaluationFailure) {
      return try drawn.measured(aggregate.measure)
    } catch {
      return Known(.errored, records: Set(found.members.map { table.origins[$0.row] }))
    }
  }
}

/// The records drawn for one aggregate and one subject.
struct Drawn {
  let run: ClauseRun
  let kind: Int
  let table: RecordTable
  let found: SlotMembers
  let subject: SubjectID
  let isAbsenceKnown: Bool

  /// The evidence that nothing on file gives.
  var lacking: Known {
    var known = Known.lacking(
      MissingEvidence(kind: run.rules.kinds[kind].name, subject: subject))
    known.missing.formUnion(found.missing)
    return known
  }

  /// Nothing on file: certainly none, or not known.
  var nothing: Known {
    var known = lacking
    if isAbsenceKnown, found.possible.isEmpty { known.value = .none }
    return known
  }

  func measured(_ measure: CheckedAggregate.Measure) throws(EvaluationFailure) -> Known {
    switch measure {
    case .number: number()
    case .share: share()
    case .sum(let field): try sum(of: field)
    case .earliest(let field): extreme(field, isLatest: false)
    case .latest(let field): extreme(field, isLatest: true)
    case .largest(let field): magnitude(field) { $0.greater(of: $1) }
    case .smallest(let field): magnitude(field) { $0.lesser(of: $1) }
    case .percentile(let share, let field): try percentile(share, of: field)
    case .longestRun: longestRun()
    case .worstDay: worstDay()
    case .daysCovered(let day, let begins, let ends): try daysCovered(day, begins, ends)
    }
  }

  func origins(_ members: [SlotMembers.Member]) -> Set<RecordReference> {
    Set(members.map { table.origins[$0.row] })
  }

  func cell(_ field: RowField, _ member: SlotMembers.Member) -> Known {
    run.known(field, row: member.row, of: kind)
  }

  static func count(_ low: Int, _ high: Int?) -> Interval {
    Interval(lower: .included(Rational(low)), upper: high.map { .included(Rational($0)) })
  }

  /// Without a complete register there may be more than is on file.
  private func number() -> Known {
    let certain = found.certain.count
    let high = isAbsenceKnown ? certain + found.possible.count : nil
    var known = Known(.quantity(Self.count(certain, high)), records: origins(found.members))
    if high != certain { known.missing = lacking.missing }
    return known
  }

  private func share() -> Known {
    found.certain.isEmpty ? lacking : share(of: found.members)
  }

  /// The share that pass, between the least and the greatest that undecided records allow.
  func share(of members: [SlotMembers.Member]) -> Known {
    let trouble = members.map(\.passes.trouble).max() ?? .none
    var known = Known(trouble.evaluated, missing: found.missing, records: origins(members))
    for member in members { known.missing.formUnion(member.passes.missing) }
    if trouble != .none { return known }
    func count(_ isCertain: Bool, _ truths: [Truth]) -> Int {
      members.filter { $0.isCertain == isCertain && truths.contains($0.passes.truth) }.count
    }
    let certain = count(true, [.yes, .no, .unknown])
    let mayFail = count(false, [.no, .unknown])
    let mayPass = count(false, [.yes, .unknown])
    let low = try? Rational(Int128(count(true, [.yes])), over: Int128(certain + mayFail))
    let high = try? Rational(
      Int128(count(true, [.yes, .unknown]) + mayPass), over: Int128(certain + mayPass))
    known.value = .quantity(
      Interval(lower: .included(low ?? .one), upper: .included(high ?? .zero)))
    return known
  }

  private func sum(of field: RowField) throws(EvaluationFailure) -> Known {
    let certain = found.certain.map { cell(field, $0) }
    let possible = found.possible.map { cell(field, $0) }
    if found.certain.isEmpty, !isAbsenceKnown { return lacking }
    if let open = (certain + possible).first(where: { $0.interval == nil }) {
      return open.value == .none ? lacking : open
    }
    let zero = Interval(exactly: .zero)
    do throws(ArithmeticFailure) {
      var total = zero
      for known in certain { total = try total.adding(known.interval ?? zero) }
      for known in possible { total = try total.adding((known.interval ?? zero).hull(with: zero)) }
      var result = Known(.quantity(total), records: origins(found.members))
      if !isAbsenceKnown {
        let negative = (certain + possible).contains { $0.interval?.isLess(than: zero) != .no }
        if negative { return lacking }
        result.value = .quantity(Interval(lower: total.lower, upper: nil))
        result.missing = lacking.missing
      }
      return result
    } catch {
      throw .arithmetic(error)
    }
  }

  private func magnitude(
    _ field: RowField, _ pick: (Interval, Interval) -> Interval
  ) -> Known {
    guard !found.certain.isEmpty else { return nothing }
    let all = found.members.map { cell(field, $0) }
    if let open = all.first(where: { $0.interval == nil }) {
      return open.value == .none ? lacking : open
    }
    let certain = found.certain.compactMap { cell(field, $0).interval }
    let every = all.compactMap(\.interval)
    let settled = certain.dropFirst().reduce(certain[0], pick)
    return Known(
      .quantity(settled.hull(with: every.dropFirst().reduce(every[0], pick))),
      missing: found.missing, records: origins(found.members))
  }

  private func percentile(
    _ share: Rational, of field: RowField
  ) throws(EvaluationFailure) -> Known {
    guard !found.certain.isEmpty else { return nothing }
    guard found.possible.isEmpty else { return lacking }
    var values: [Rational] = []
    for member in found.certain {
      guard let exact = cell(field, member).interval?.exact else { return lacking }
      values.append(exact)
    }
    values.sort()
    do throws(ArithmeticFailure) {
      let rank = try share.multiplied(by: Rational(values.count))
        .rounded(.up, toMultipleOf: .one)
      let place = Int(clamping: rank.floor)
      return Known(
        .quantity(Interval(exactly: values[max(0, place - 1)])), records: origins(found.members))
    } catch {
      throw .arithmetic(error)
    }
  }
}
