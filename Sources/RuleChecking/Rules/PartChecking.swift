import ContractModel
import RuleSyntax
import SourceText

// Parts of a contract, as they are counted, added up and compared.
extension ClauseChecker {
  /// Returns the parts that a collection names; nil where a mistake in it was reported.
  mutating func checkParts(
    _ word: PartWord, _ collection: CollectionSyntax, for subject: SubjectKind
  ) -> CheckedParts? {
    var scope = subject
    if let owner = collection.owner {
      guard let kind = part(named: owner, from: subject) else { return nil }
      scope = kind
    }
    guard word.areParts(of: scope) else {
      diagnostics.append(.partsNotWithin(collection.name, subject: scope))
      return nil
    }
    guard !collection.isEver else {
      diagnostics.append(.partsMisplaced(collection.name, at: collection.range))
      return nil
    }
    return CheckedParts(word, of: scope)
  }

  /// Checks `some PARTS where …` and `no PARTS where …`.
  mutating func checkSomePart(
    _ word: PartWord, _ collection: CollectionSyntax, isNegated: Bool, for subject: SubjectKind
  ) -> CheckedCondition {
    guard let parts = checkParts(word, collection, for: subject) else { return .invalid }
    let (filter, inner) = about(parts, at: collection.range) { checker in
      collection.filter.map { checker.check($0, for: word.kind) }
    }
    if let filter {
      show(inner.meanings, of: parts, filter, wanted: isNegated ? .no : .yes, for: subject)
    }
    return isNegated ? .noPart(parts, where: filter) : .somePart(parts, where: filter)
  }

  /// Checks `all PARTS have …`.
  mutating func checkEveryPart(
    _ word: PartWord, _ collection: CollectionSyntax, _ condition: ConditionSyntax,
    for subject: SubjectKind
  ) -> CheckedCondition {
    guard let parts = checkParts(word, collection, for: subject) else { return .invalid }
    guard collection.filter == nil else {
      diagnostics.append(.partsFiltered(at: collection.range))
      return .invalid
    }
    let (checked, inner) = about(parts, at: collection.range) { checker in
      checker.check(condition, for: word.kind)
    }
    show(inner.meanings, of: parts, checked, wanted: .yes, for: subject)
    return .everyPart(parts, have: checked)
  }

  /// Notes what to show of parts that are not as the rule wants them: of the subject's own ones, or
  /// every subject would show all there are.
  private mutating func show(
    _ meanings: [Int], of parts: CheckedParts, _ condition: CheckedCondition, wanted: Truth,
    for subject: SubjectKind
  ) {
    guard !meanings.isEmpty, parts.scope == subject else { return }
    reading.parts.append(
      .init(parts: parts, condition: condition, wanted: wanted, meanings: meanings))
  }

  /// Checks an aggregate over parts; nil where it is over records.
  mutating func checkPartAggregate(
    _ form: MeaningSyntax.Form, for subject: SubjectKind
  ) -> (CheckedMeaning.Form, ValueType)? {
    guard let collection = form.collectionOfParts,
      let word = PartWord(rawValue: collection.name.text)
    else { return nil }
    guard let parts = checkParts(word, collection, for: subject) else {
      return (.invalid, .number)
    }
    let (checked, _) = about(parts, at: collection.range) { checker in
      let filter = collection.filter.map { checker.check($0, for: word.kind) }
      return (filter, checker.checkMeasure(form, filter, of: word.kind))
    }
    guard let (measure, type) = checked.1 else { return (.invalid, .number) }
    var filter = checked.0
    if case .share = measure { filter = nil }
    return (.parts(CheckedPartAggregate(parts: parts, filter: filter, measure: measure)), type)
  }

  private mutating func checkMeasure(
    _ form: MeaningSyntax.Form, _ filter: CheckedCondition?, of kind: SubjectKind
  ) -> (CheckedPartAggregate.Measure, ValueType)? {
    switch form {
    case .number: return (.number, .count(kind.plural))
    case .share(let collection):
      guard let filter else {
        diagnostics.append(.shareOfNothing(collection.range))
        return nil
      }
      return (.share(filter), .percent)
    case .sum(let name, _):
      let value = check(.name(name), for: kind, expecting: nil)
      if value.isInvalid { return nil }
      guard value.type.isOrdered, value.type != .date else {
        diagnostics.append(.notSummable(value.type, at: name.range))
        return nil
      }
      return (.sum(value.expression), value.type)
    case .extreme(let extreme, let name, _): return checkExtreme(extreme, name, of: kind)
    case .collection, .percentile, .longestRun, .worstDay, .daysCovered, .table, .quantity,
      .condition:
      return nil
    }
  }

  private mutating func checkExtreme(
    _ extreme: MeaningSyntax.Extreme, _ name: NameSyntax, of kind: SubjectKind
  ) -> (CheckedPartAggregate.Measure, ValueType)? {
    let value = check(.name(name), for: kind, expecting: nil)
    if value.isInvalid { return nil }
    guard value.type.isOrdered else {
      diagnostics.append(.boundOfUnordered(value.type, at: name.range))
      return nil
    }
    let isOfDates = extreme == .earliest || extreme == .latest
    guard isOfDates == (value.type == .date) else {
      diagnostics.append(.partExtreme(extreme.rawValue, value.type, at: name.range))
      return nil
    }
    return switch extreme {
    case .largest, .latest: (.greatest(value.expression), value.type)
    case .smallest, .earliest: (.least(value.expression), value.type)
    }
  }

  /// Runs a check that is about each of some parts and not about the subject at hand, and returns
  /// with it what it read: meanings of the part are none of the subject's.
  private mutating func about<Checked>(
    _ parts: CheckedParts, at range: SourceRange, _ check: (inout ClauseChecker) -> Checked
  ) -> (Checked, Reading) {
    let outer = (reading, guarded)
    reading = Reading()
    // What was shown to be given of the subject says nothing of its parts.
    guarded = guarded.filter { field in
      !field.kinds.contains(parts.word.kind)
        && field.kinds.allSatisfy { $0 == .contract || $0 == parts.scope }
    }
    let checked = check(&self)
    let inner = reading
    (reading, guarded) = outer
    reading.add(inner)
    reading.parts += inner.parts
    let shared = inner.optionals.filter { $0.isShared(by: parts) }
    requireGiven(shared, at: range)
    let own = inner.optionals.subtracting(shared)
    let first = own.min { ($0.range.lower, $0.spelling) < ($1.range.lower, $1.spelling) }
    if let first { diagnostics.append(.optionalUnguarded(first, at: range)) }
    return (checked, inner)
  }
}

extension ClauseChecker.OptionalRead {
  /// Whether a field read of some parts is one of what they all are parts of.
  fileprivate func isShared(by parts: CheckedParts) -> Bool {
    kind == .contract || (kind == parts.scope && kind != parts.word.kind)
  }
}

extension MeaningSyntax.Form {
  /// The collection of an aggregate that parts have as well as records.
  fileprivate var collectionOfParts: CollectionSyntax? {
    switch self {
    case .number(let collection), .share(let collection), .sum(_, let collection),
      .extreme(_, _, let collection):
      collection
    case .collection, .percentile, .longestRun, .worstDay, .daysCovered, .table, .quantity,
      .condition:
      nil
    }
  }
}

extension PartWord {
  /// Whether subjects of a kind have such parts: in them, billing them or coming before them.
  fileprivate func areParts(of scope: SubjectKind) -> Bool {
    switch self {
    case .predecessors: scope == .milestone
    case .lines: kind.lies(in: scope) || scope == .milestone || scope == .deliverable
    case .milestones, .deliverables, .invoices: kind.lies(in: scope)
    }
  }
}
