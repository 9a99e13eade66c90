import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import Settlement
import SourceText

/// A contract decided once more, as if changes had been made.
struct CureTrial {
  let decided: DecidedContract
  let plan: EvaluationPlan

  /// Returns the decision after changes, a number of days after the first day that they allow; nil
  /// where they cannot be made.
  func applying(_ steps: [Proposal.Step], daysLater: Int32 = 0) -> DecidedContract? {
    var contract = decided.bound.contract.contract
    var day = decided.asOf
    for case .day(let wanted) in steps where wanted > day { day = wanted }
    guard day.dayNumber + daysLater <= CivilDate.last.dayNumber else { return nil }
    day = CivilDate(dayNumber: day.dayNumber + daysLater)
    // A register that is kept up goes on being kept up.
    for (kind, last) in contract.completeThrough where last >= decided.asOf && last < day {
      contract.completeThrough[kind] = day
    }
    var drafts: [InlineRecord] = []
    for step in steps {
      switch step {
      case .record(let draft):
        drafts += InlineRecords(of: draft, on: day, in: contract, kinds: plan.rules.kinds)
          .records(after: drafts.count)
      case .day: break
      case .register(let kind): contract.completeThrough[kind] = day
      case .statement(let subject, let field):
        let stated = contract[subject].fields[field]
        contract.subjects[subject.index].fields[field] = field.example(on: day, for: stated)
      case .waiver(let rule, let subject):
        contract.waivers.append(waiver(of: rule, for: subject, on: day, in: contract))
      }
    }
    let records = decided.bound.records.adding(drafts, kinds: plan.rules.kinds, contract: contract)
    guard !records.diagnostics.contains(where: \.isError) else { return nil }
    let changed = BoundContract(
      contract: CheckedContract(
        contract: contract, incorporations: decided.bound.contract.incorporations, isSound: true),
      records: records.value)
    return try? changed.decided(under: plan, asOf: day)
  }

  private func waiver(
    of rule: String, for subject: SubjectID, on day: CivilDate, in contract: Contract
  ) -> Waiver {
    Waiver(
      name: "cure", rule: rule, subject: subject, from: day, through: day, approvedBy: "",
      reason: "", isIllustrative: true, range: contract.range)
  }
}

extension SubjectField {
  /// What could be said in the field: the very figure of what is stated within bounds.
  fileprivate func example(on day: CivilDate, for stated: FieldValue?) -> FieldValue {
    if case .quantity(let interval)? = stated, let figure = interval.figure {
      return .quantity(Interval(exactly: figure))
    }
    return type == .date
      ? .quantity(Interval(exactly: Rational(Int(day.dayNumber)))) : .text("stated")
  }
}

/// Spells drafts as records that stand in the contract.
struct InlineRecords {
  let draft: RecordDraft
  let day: CivilDate
  let contract: Contract
  let kind: RecordKind

  init(of draft: RecordDraft, on day: CivilDate, in contract: Contract, kinds: [RecordKind]) {
    self.draft = draft
    self.day = day
    self.contract = contract
    kind = kinds[draft.kind]
  }

  /// Returns the records; each has a number of its own where its kind has a key of text.
  func records(after number: Int) -> [InlineRecord] {
    (0..<draft.count).map { place in
      InlineRecord(
        kind: kind.name, about: draft.about,
        fields: fields(number: number + place + 1).map {
          InlineRecord.Field(
            name: $0.name, nameRange: contract.range, text: $0.text, range: contract.range)
        }, isIllustrative: true, provenance: nil, line: 0, range: contract.range)
    }
  }

  /// The fields of one record, those of its head first.
  func fields(number: Int) -> [CureChange.Field] {
    var fields: [CureChange.Field] = []
    if let asserter { fields.append(CureChange.Field(name: "by", text: asserter)) }
    fields.append(CureChange.Field(name: "dated", text: (draft.dated ?? day).text))
    if draft.dated.map({ $0 < day }) ?? false {
      fields.append(CureChange.Field(name: "recorded", text: day.text))
    }
    for (place, field) in kind.fields.enumerated() {
      guard let text = text(of: field, at: place, number: number) else { continue }
      fields.append(CureChange.Field(name: field.name, text: text))
    }
    return fields
  }

  /// Who asserts it: whoever has to, else the first of those entitled that nobody outranks.
  var asserter: String? {
    if let asserter = draft.asserter { return asserter }
    let roles = contract.parties.map(\.role)
    let entitled = kind.asserters.isEmpty ? roles : kind.asserters.filter(roles.contains)
    return entitled.first { role in
      !contract.ranks.contains {
        $0.lower == role && entitled.contains($0.higher) && $0.kinds.contains(kind.name)
      }
    } ?? entitled.first
  }

  private func text(of field: RecordKind.Field, at place: Int, number: Int) -> String? {
    if let cell = draft.cells[place] { return cell.text(of: field.type, in: contract.currency) }
    if field.isOptional { return nil }
    switch field.type {
    case .words(let words): return words.first
    case .text: return kind.keyFields.contains(place) ? "NEW-\(number)" : "to be stated"
    case .party: return contract.parties.first?.role
    case .date: return day.text
    case .condition: return nil
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months:
      let zero = Interval(exactly: .zero).intersection(with: field.domain ?? .unbounded)
      let value = zero ?? field.domain?.someValue.map { Interval(exactly: $0) }
      return value?.text(of: field.type, in: contract.currency)
    }
  }
}

extension RecordDraft.Cell {
  /// The value as a record file spells it.
  func text(of type: ValueType, in currency: Currency?) -> String {
    switch self {
    case .quantity(let value): return Interval(exactly: value).text(of: type, in: currency)
    case .text(let text): return text
    case .word(let place):
      guard case .words(let words) = type, words.indices.contains(place) else { return "" }
      return words[place]
    }
  }
}

extension Interval {
  /// The figure that is named, whatever bounds it.
  fileprivate var figure: Rational? { approximately ?? lower?.value ?? upper?.value }

  fileprivate var someValue: Rational? {
    guard let end = lower ?? upper else { return nil }
    return end.isIncluded ? end.value : try? end.value.adding(lower == nil ? Rational(-1) : .one)
  }
}
