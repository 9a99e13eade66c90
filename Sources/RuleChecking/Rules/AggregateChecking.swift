import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  mutating func checkAggregate(
    _ form: MeaningSyntax.Form, for subject: SubjectKind
  ) -> (CheckedMeaning.Form, ValueType) {
    if let ofParts = checkPartAggregate(form, for: subject) { return ofParts }
    switch form {
    case .number(let collection):
      guard let records = check(collection, for: subject) else { return (.invalid, .number) }
      return aggregate(records, .number, .count(kinds[records.kind].plural))
    case .share(let collection):
      return checkTested(collection, for: subject, type: .percent) { .share($0) }
    case .worstDay(let collection):
      return checkTested(collection, for: subject, type: .percent) { .worstDay($0) }
    case .longestRun(let collection):
      return checkTested(collection, for: subject, type: nil) { .longestRun($0) }
    case .sum(let name, let collection):
      return checkSum(of: name, of: collection, for: subject)
    case .extreme(let extreme, let name, let collection):
      return checkExtreme(extreme, name, of: collection, for: subject)
    case .percentile(let literal, let name, let collection):
      guard let share = percentileShare(literal) else { return (.invalid, .number) }
      return checkOverField(name, of: collection, for: subject, mustBeOrdered: true) {
        .percentile(share, $0)
      }
    case .daysCovered(let unit, let collection):
      return checkDaysCovered(unit, by: collection, for: subject)
    case .collection, .table, .quantity, .condition:
      return (.invalid, .number)
    }
  }

  private func aggregate(
    _ records: CheckedCollection, _ measure: CheckedAggregate.Measure, _ type: ValueType
  ) -> (CheckedMeaning.Form, ValueType) {
    (.aggregate(CheckedAggregate(collection: records, measure: measure)), type)
  }

  /// `share of runs where …`: the records are those of `runs`, the test is the `where`.
  private mutating func checkTested(
    _ collection: CollectionSyntax, for subject: SubjectKind, type: ValueType?,
    measure: (RowTest) -> CheckedAggregate.Measure
  ) -> (CheckedMeaning.Form, ValueType) {
    let whole = CollectionSyntax(
      name: collection.name, owner: collection.owner, isEver: collection.isEver, filter: nil,
      range: collection.range)
    guard let records = check(whole, for: subject) else { return (.invalid, .percent) }
    guard let filter = collection.filter else {
      diagnostics.append(.shareOfNothing(collection.range))
      return (.invalid, .percent)
    }
    let test = checkRow(filter, of: records.kind, for: subject, within: records.filter)
    return aggregate(records, measure(test), type ?? .count(kinds[records.kind].plural))
  }

  private mutating func checkExtreme(
    _ extreme: MeaningSyntax.Extreme, _ name: NameSyntax, of collection: CollectionSyntax,
    for subject: SubjectKind
  ) -> (CheckedMeaning.Form, ValueType) {
    let bySize = extreme == .largest || extreme == .smallest
    return checkOverField(name, of: collection, for: subject, mustBeOrdered: bySize) { field in
      switch extreme {
      case .earliest: .earliest(field)
      case .latest: .latest(field)
      case .largest: .largest(field)
      case .smallest: .smallest(field)
      }
    }
  }

  private mutating func checkSum(
    of name: NameSyntax, of collection: CollectionSyntax, for subject: SubjectKind
  ) -> (CheckedMeaning.Form, ValueType) {
    let before = diagnostics.count
    let sum = checkOverField(name, of: collection, for: subject, mustBeOrdered: false) { .sum($0) }
    guard !sum.1.isOrdered || sum.1 == .date, !sum.0.isInvalid else { return sum }
    // That it may be absent is beside the point where it does not add up at all.
    diagnostics.removeSubrange(before...)
    diagnostics.append(.notSummable(sum.1, at: name.range))
    return (.invalid, .number)
  }

  private mutating func checkOverField(
    _ name: NameSyntax, of collection: CollectionSyntax, for subject: SubjectKind,
    mustBeOrdered: Bool, measure: (RowField) -> CheckedAggregate.Measure
  ) -> (CheckedMeaning.Form, ValueType) {
    guard let records = check(collection, for: subject),
      let (field, type) = rowField(name, of: records.kind)
    else { return (.invalid, .number) }
    if mustBeOrdered, !type.isOrdered {
      diagnostics.append(.boundOfUnordered(type, at: name.range))
      return (.invalid, .number)
    }
    if case .declared(let place) = field, kinds[records.kind].fields[place].isOptional,
      !guards(records.filter, field)
    {
      diagnostics.append(
        .optionalFieldUnguarded(
          name.text, at: name.range, of: kinds[records.kind].name,
          declared: kinds[records.kind].fields[place].range))
    }
    return aggregate(records, measure(field), type)
  }

  private mutating func percentileShare(_ literal: LiteralSyntax) -> Rational? {
    let value = literal.checkedValue()
    diagnostics += value.diagnostics
    guard let exact = value.value?.interval?.exact else { return nil }
    guard exact > .zero, exact <= .one, value.value?.type == .percent else {
      diagnostics.append(.percentileOutOfRange(literal.range))
      return nil
    }
    return exact
  }

  private mutating func checkDaysCovered(
    _ unit: UnitSyntax, by collection: CollectionSyntax, for subject: SubjectKind
  ) -> (CheckedMeaning.Form, ValueType) {
    guard case .days(let day)? = unit.checkedLength() else {
      diagnostics.append(.unknownUnit(unit, wanted: ["calendar days", "business days"]))
      return (.invalid, .days(.calendar))
    }
    guard let records = check(collection, for: subject) else {
      return (.invalid, .days(day))
    }
    let fields = kinds[records.kind].fields
    guard
      let begins = fields.firstIndex(where: { $0.name == "begins" && $0.type == .date }),
      let ends = fields.firstIndex(where: { $0.name == "ends" && $0.type == .date })
    else {
      diagnostics.append(
        .recordWithoutSpan(collection.name, declared: kinds[records.kind].range))
      return (.invalid, .days(day))
    }
    let open = [begins, ends].first {
      fields[$0].isOptional && !guards(records.filter, .declared($0))
    }
    if let open {
      diagnostics.append(
        .optionalFieldUnguarded(
          fields[open].name, at: collection.name.range, of: kinds[records.kind].name,
          declared: fields[open].range))
    }
    return aggregate(
      records, .daysCovered(day, begins: .declared(begins), ends: .declared(ends)), .days(day))
  }
}
