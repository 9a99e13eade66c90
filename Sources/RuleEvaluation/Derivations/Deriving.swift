package import ContractModel
import RuleChecking

/// One clause of a decided contract, evaluated once more to be asked how it came to its outcomes.
package struct ClauseInspection {
  var run: ClauseRun
  /// Values that the trace of the condition at hand may still name.
  private var tracesLeft = 0

  /// The most values that are traced for one condition: a meaning that many others read is traced for
  /// each of them.
  private static let traces = 2_000

  init(run: ClauseRun) { self.run = run }

  /// Returns the conditions of a rule of the clause for the subject of its outcome, with all that
  /// they read.
  package mutating func derivation(of outcome: RuleOutcome) -> Derivation {
    let rule = run.clause.rules[outcome.rule]
    let planned = run.plan.rules[outcome.rule]
    var steps: [Derivation.Step] = []
    func add(
      _ stated: [StatedCondition], _ conditions: [PlannedCondition], _ role: Derivation.Role
    ) {
      for (stated, condition) in zip(stated, conditions) {
        steps.append(step(stated, condition, role, for: outcome.subject))
      }
    }
    add(rule.conditions, planned.conditions, .when)
    add(rule.requirements, planned.requirements, .require)
    for (effects, releases) in [
      (rule.remedies, planned.remedyReleases), (rule.consequences, planned.consequenceReleases),
    ] {
      for (effect, releases) in zip(effects, releases) {
        add(effect.release?.conditions ?? [], releases, .release(effect.verb))
      }
    }
    for (place, exception) in run.clause.exceptions.enumerated()
    where exception.targets.contains(outcome.rule) {
      guard let body = exception.bodies[rule.subject.kind],
        let planned = run.plan.exceptions[place].bodies[rule.subject.kind]
      else { continue }
      add(body.conditions, planned.conditions, .exception(place))
    }
    return Derivation(
      steps: steps,
      consequences: outcome.effects.compactMap {
        consequence($0, of: rule, for: outcome.subject)
      })
  }

  private mutating func consequence(
    _ outcome: EffectOutcome, of rule: CheckedRule, for subject: SubjectID
  ) -> Derivation.Consequence? {
    let effects = run.clause.effects(from: outcome.from, of: rule)
    guard effects.indices.contains(outcome.effect) else { return nil }
    let effect = effects[outcome.effect]
    tracesLeft = Self.traces
    let stated =
      [effect.amount].compactMap(\.self) + effect.caps + [effect.deadline].compactMap(\.self)
    return Derivation.Consequence(
      range: effect.range, outcome: outcome,
      reads: derived(stated.flatMap(\.reads), for: subject))
  }

  private mutating func step(
    _ stated: StatedCondition, _ condition: PlannedCondition, _ role: Derivation.Role,
    for subject: SubjectID
  ) -> Derivation.Step {
    let judged = run.judge(condition, for: subject)
    tracesLeft = Self.traces
    return Derivation.Step(
      role: role, text: stated.text, range: stated.range, verdict: judged.verdict,
      records: judged.records.elements, reads: reads(of: condition, for: subject))
  }
}

extension PlannedEvaluator {
  /// Returns a clause to be asked about its outcomes, by its place among those incorporated.
  package func inspecting(
    _ incorporation: Int, given supplied: SuppliedAmounts
  ) -> ClauseInspection {
    ClauseInspection(run: clauseRun(incorporation, given: supplied))
  }
}

extension ClauseInspection {
  /// Returns what a condition read, each once, in the order of the text.
  private mutating func reads(of condition: PlannedCondition, for subject: SubjectID)
    -> [DerivedValue]
  {
    switch condition {
    case .all(let parts), .any(let parts): parts.flatMap { reads(of: $0, for: subject) }
    case .slot(let slot, _): [found(in: slot, for: subject)]
    case .parts(let slot, _): readsOfParts(slot, for: subject)
    case .test(let expression, _, let range):
      derived(expression.reads + range.reads, for: subject)
    case .meaning(let place): derived([.meaning(place)], for: subject)
    case .invalid: []
    }
  }

  /// What was read of each part that decided; of one that did not, nothing.
  private mutating func readsOfParts(_ slot: Int, for subject: SubjectID) -> [DerivedValue] {
    let asked = run.plan.partSlots[slot]
    guard let condition = asked.condition else { return [] }
    let judged = run.judgeParts(slot, for: subject).truth
    var reads: [DerivedValue] = []
    for part in run.parts(asked.parts, of: subject)
    where judged == .unknown || run.judge(condition, for: part).truth == judged {
      reads += self.reads(of: condition, for: part)
    }
    return reads
  }

  private mutating func found(in slot: Int, for subject: SubjectID) -> DerivedValue {
    let collection = run.plan.slots[slot].collection
    let found = run.found(in: slot, for: subject)
    let judged = run.judgeSlot(slot, for: subject)
    let count = Interval(exactly: Rational(found.certain.count))
    let test = run.plan.slots[slot].use.test?.reads ?? []
    return DerivedValue(
      source: .records(kind: collection.kind),
      subject: run.contract.ancestor(of: subject, kind: collection.scope) ?? subject,
      value: .quantity(count), type: .count(run.kinds[collection.kind].kind.plural),
      records: run.kinds[collection.kind].origins(found.members).elements,
      missing: judged.missing.elements,
      reads: derived(collection.filter.reads + test, for: subject))
  }

  private mutating func derived(_ reads: [Read], for subject: SubjectID) -> [DerivedValue] {
    var seen: Set<Read> = []
    var values: [DerivedValue] = []
    for read in reads where tracesLeft > 0 && seen.insert(read).inserted {
      tracesLeft -= 1
      values.append(derived(read, for: subject))
    }
    return values
  }

  private mutating func derived(_ read: Read, for subject: SubjectID) -> DerivedValue {
    switch read {
    case .meaning(let place):
      let meaning = run.clause.meanings[place]
      let about = run.contract.ancestor(of: subject, kind: meaning.subject) ?? subject
      let known = run.value(ofMeaning: place, for: subject)
      return DerivedValue(
        source: .meaning(place), subject: about, known, type: meaning.type,
        reads: reads(ofMeaning: place, for: about))
    case .term(let place):
      let known = run.value(of: .term(place), for: subject)
      return DerivedValue(
        source: .term(place), subject: .contract, known, type: run.clause.terms[place].type,
        reads: derived(run.clause.terms[place].input?.value.reads ?? [], for: subject))
    case .field(let field, let kind):
      return DerivedValue(
        source: .field(field), subject: run.contract.ancestor(of: subject, kind: kind) ?? subject,
        run.value(of: .field(field, of: kind), for: subject), type: field.type)
    case .asOf:
      return DerivedValue(
        source: .asOf, subject: .contract, run.value(of: .asOf, for: subject), type: .date)
    }
  }

  private mutating func reads(ofMeaning place: Int, for subject: SubjectID) -> [DerivedValue] {
    let meaning = run.clause.meanings[place]
    let fallback = meaning.fallback?.reads ?? []
    switch meaning.form {
    case .aggregate(let aggregate):
      let test = run.plan.meaningSlots[place].flatMap { run.plan.slots[$0].use.test?.reads } ?? []
      return derived(aggregate.collection.filter.reads + test + fallback, for: subject)
    case .quantity(let expression): return derived(expression.reads + fallback, for: subject)
    case .table(let table): return derived(table.reads + fallback, for: subject)
    case .condition:
      return run.plan.meaningConditions[place].map { reads(of: $0, for: subject) } ?? []
    case .parts(let aggregate):
      var reads: [DerivedValue] = []
      for part in run.parts(aggregate.parts, of: subject) {
        if let condition = run.plan.meaningParts[place] {
          reads += self.reads(of: condition, for: part)
        }
        reads += derived(aggregate.measure.value?.reads ?? [], for: part)
      }
      return reads
    case .invalid: return []
    }
  }
}

extension DerivedValue {
  fileprivate init(
    source: Source, subject: SubjectID, _ known: Known, type: ValueType,
    reads: [DerivedValue] = []
  ) {
    self.init(
      source: source, subject: subject, value: known.value, type: type,
      records: known.records.elements, missing: known.missing.elements, reads: reads)
  }
}
