import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

// A condition is read as it was understood, together with where its parts were written.
extension ValueEstimates {
  func statement(_ condition: CheckedCondition, _ syntax: ConditionSyntax) -> Statement {
    switch (condition, syntax) {
    case (.all(let parts), .all(let written)) where parts.count == written.count:
      .all(zip(parts, written).map(statement), syntax.range)
    case (.any(let parts), .any(let written, _)) where parts.count == written.count:
      .any(zip(parts, written).map(statement), syntax.range)
    default: .single(single(condition, at: syntax.range))
    }
  }

  func statement(_ test: RowTest, of kind: Int, _ syntax: ConditionSyntax) -> Statement {
    switch (test, syntax) {
    case (.all(let parts), .all(let written)) where parts.count == written.count:
      .all(zip(parts, written).map { statement($0, of: kind, $1) }, syntax.range)
    case (.any(let parts), .any(let written, _)) where parts.count == written.count:
      .any(zip(parts, written).map { statement($0, of: kind, $1) }, syntax.range)
    default: .single(single(test, of: kind, at: syntax.range))
    }
  }

  // MARK: Conditions

  private func single(_ condition: CheckedCondition, at range: SourceRange) -> Statement.Single {
    let facts = facts(of: condition)
    return Statement.Single(
      key: condition.key.unique(at: range), facts: facts.values, isPlain: facts.isAll,
      outlook: outlook(of: condition),
      isOfItself: condition.isOfItself, range: range)
  }

  /// What a condition says of single things, and whether that is all it says.
  private func facts(of condition: CheckedCondition) -> (values: [Statement.Fact], isAll: Bool) {
    guard case .meaning(let place) = condition else {
      let fact = fact(of: condition)
      return (fact.map { [$0] } ?? [], fact != nil)
    }
    guard place < clause.meanings.count, case .condition(let named) = clause.meanings[place].form
    else { return ([], false) }
    let parts = named.conjuncts
    let facts = parts.compactMap(fact)
    return (facts, facts.count == parts.count)
  }

  private func fact(of condition: CheckedCondition) -> Statement.Fact? {
    switch condition {
    case .some(let records): records.fact(areThere: true)
    case .no(let records): records.fact(areThere: false)
    case .test(let value, let type, let isNegated, let range):
      allowed(range, type, isNegated: isNegated).map {
        Statement.Fact(subject: value.key, allowed: $0.within(interval(of: value)))
      }
    case .all, .any, .everyPart, .somePart, .noPart, .everyRecord, .meaning, .invalid: nil
    }
  }

  func outlook(of condition: CheckedCondition) -> Outlook {
    switch condition {
    case .all(let parts): .ofAll(parts.map(outlook))
    case .any(let parts): .ofAny(parts.map(outlook))
    case .test(let value, _, let isNegated, let range):
      outlook(of: estimate(of: value), in: range, isNegated: isNegated)
    // What stands within these is looked at by itself.
    case .some, .no, .everyPart, .somePart, .noPart, .everyRecord, .meaning, .invalid: .open
    }
  }

  // MARK: Records

  private func single(
    _ test: RowTest, of kind: Int, at range: SourceRange
  ) -> Statement.Single {
    var facts: [Statement.Fact] = []
    if case .field(let field, let type, let isNegated, let range) = test,
      let allowed = allowed(range, type, isNegated: isNegated)
    {
      facts = [Statement.Fact(subject: field.key, allowed: allowed)]
    }
    return Statement.Single(
      key: test.key.unique(at: range), facts: facts, isPlain: !facts.isEmpty,
      outlook: outlook(of: test, of: kind),
      isOfItself: false, range: range)
  }

  func outlook(of test: RowTest, of kind: Int) -> Outlook {
    switch test {
    case .all(let parts): .ofAll(parts.map { outlook(of: $0, of: kind) })
    case .any(let parts): .ofAny(parts.map { outlook(of: $0, of: kind) })
    case .field(let field, _, let isNegated, let range):
      outlook(of: estimate(of: field, of: kind), in: range, isNegated: isNegated)
    case .invalid: .open
    }
  }

  // MARK: Ranges

  private func allowed(
    _ range: CheckedRange, _ type: ValueType, isNegated: Bool
  ) -> AllowedValues? {
    switch range {
    case .any: return nil
    case .given: return isNegated ? .absent : .given
    case .none: return isNegated ? .given : .absent
    case .words(let mask):
      guard case .words(let words) = type else { return nil }
      let all = UInt64.max >> UInt64(64 - min(64, max(1, words.count)))
      return .words(isNegated ? all & ~mask : mask)
    case .texts(let texts): return .texts(Set(texts), isNegated: isNegated)
    case .parties(let roles): return .texts(Set(roles), isNegated: isNegated)
    case .bounds(let lower, let upper):
      let span = AllowedValues.Span(lower: lower.map(bound), upper: upper.map(bound))
      return .spans(isNegated ? span.outside : [span])
    case .either(let parts):
      var spans: [AllowedValues.Span] = []
      for part in parts {
        guard !isNegated, case .spans(let more)? = allowed(part, type, isNegated: false) else {
          return nil
        }
        spans += more
      }
      return .spans(spans)
    }
  }

  private func bound(_ bound: CheckedBound) -> AllowedValues.Bound {
    AllowedValues.Bound(
      key: bound.value.key, estimate: interval(of: bound.value), isIncluded: bound.isIncluded)
  }
}

extension AllowedValues.Span {
  /// What lies on the other side of each end.
  fileprivate var outside: [Self] {
    let below = lower.map { Self(lower: nil, upper: $0.turned) }
    let above = upper.map { Self(lower: $0.turned, upper: nil) }
    return [below, above].compactMap(\.self)
  }
}

extension AllowedValues {
  /// Without the spans that none of the values there can be lies in.
  fileprivate func within(_ possible: Interval) -> AllowedValues {
    guard case .spans(let spans) = self, !possible.isUnbounded else { return self }
    return .spans(
      spans.filter { span in
        let widest = Interval(
          lower: span.lower?.least, upper: span.upper?.greatest)
        return possible.intersection(with: widest) != nil
      })
  }
}

extension AllowedValues.Bound {
  /// The least place where it can lie; nil is endless.
  fileprivate var least: Interval.Endpoint? {
    estimate.lower.map { .init($0.value, isIncluded: isIncluded) }
  }

  /// The greatest place where it can lie; nil is endless.
  fileprivate var greatest: Interval.Endpoint? {
    estimate.upper.map { .init($0.value, isIncluded: isIncluded) }
  }

  fileprivate var turned: Self { Self(key: key, estimate: estimate, isIncluded: !isIncluded) }
}

extension CheckedCollection {
  fileprivate func fact(areThere: Bool) -> Statement.Fact {
    Statement.Fact(
      subject: "records \(kind) \(scope.rawValue) \(isEver)",
      allowed: .records(areThere: areThere, Set(filter.conjuncts.map(\.key))))
  }
}

extension CheckedCondition {
  /// The conditions that this one joins by `and`.
  var conjuncts: [CheckedCondition] {
    if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }

  fileprivate var isOfItself: Bool {
    guard case .test(let value, _, _, let range) = self else { return false }
    return range.hasBound(value.key)
  }
}

extension CheckedRange {
  fileprivate func hasBound(_ key: String) -> Bool {
    switch self {
    case .bounds(let lower, let upper): lower?.value.key == key || upper?.value.key == key
    case .either(let parts): parts.contains { $0.hasBound(key) }
    case .any, .given, .none, .words, .texts, .parties: false
    }
  }
}

extension String {
  /// Whether it is the key of something that was not understood, all or in part.
  var isOfInvalid: Bool { utf8.contains(0) }

  /// The key; of what was not understood one of its own, as nothing is the same as that.
  fileprivate func unique(at range: SourceRange) -> String {
    isOfInvalid ? "\(self) \(range.lower)" : self
  }
}
