import ContractModel
import RuleEvaluation
import SourceText

/// Compares what a test expects of one part with what was decided.
struct PartJudge {
  let decision: ContractDecision
  let subject: SubjectID
  let label: String

  /// Returns what came out otherwise; nil where it is as expected.
  func failure(of expectation: Expectation) -> TestFailure? {
    let found = found(for: expectation.measure)
    guard !isMet(expectation, by: found) else { return nil }
    var shown: [String] = []
    for text in found.map(\.text) where !shown.contains(text) { shown.append(text) }
    return TestFailure(
      subject: label, what: expectation.measure.words,
      expected: expectation.expected ?? "none",
      found: shown.isEmpty ? "nothing" : shown.joined(separator: ", "), range: expectation.range)
  }

  private func isMet(_ expectation: Expectation, by found: [Found]) -> Bool {
    let expected = expectation.expected
    switch expectation.measure {
    case .decision, .invoiced, .bucket, .carriedForward, .verdict:
      return !found.isEmpty && found.allSatisfy { $0.text == expected }
    case .value: return found.contains { $0.text == expected }
    case .fact(let fact): return found.contains { $0.matches(expected, fact) }
    case .noFact(let fact): return !found.contains { $0.matches(expected, fact) }
    }
  }

  /// What was decided, in the texts that expectations are compared with.
  func found(for measure: Expectation.Measure) -> [Found] {
    switch measure {
    case .decision:
      let decided =
        subject == .contract ? decision.settled.decision : decision.settled.decisions[subject]
      return decided.map { [Found($0.rawValue)] } ?? []
    case .invoiced: return amount(\.invoiced)
    case .bucket(let bucket): return amount { $0[bucket] }
    case .carriedForward:
      let parts = decision.settled.carriedForward.filter { isWithin(decision.findings[$0.key]) }
      return [Found(text(of: AmountSum(parts.values).total))]
    case .verdict(let rule):
      return decision.findings.filter { $0.subject == subject && $0.rule.rule == rule }
        .map { Found($0.verdict.rawValue) }
    case .value(let meaning):
      return decision.findings.filter { $0.subject == subject }.flatMap(\.values)
        .filter { $0.name == meaning }.map { Found($0.text) }
    case .fact(let fact), .noFact(let fact):
      let ofFindings = decision.findings.filter(isWithin)
        .flatMap { $0.facts(of: fact, in: decision.contract.currency) }
      return fact == .code ? ofFindings + codesOfMovements : ofFindings
    }
  }

  // MARK: Amounts

  /// Nothing was invoiced for a part that no line bills; a deliverable has no amounts.
  private func amount(_ part: (Amounts) -> Amount) -> [Found] {
    guard decision.contract[subject].kind != .deliverable else { return [] }
    let amounts = decision.settled.amounts[subject]
    return [Found(text(of: amounts.map(part) ?? .zero))]
  }

  private func text(of amount: Amount) -> String {
    guard let currency = decision.contract.currency else { return "no amount" }
    return amount.text(in: currency)
  }

  /// Codes of money that no finding moved, as what exceeds the bounds of an amount.
  private var codesOfMovements: [Found] {
    let contract = decision.contract
    let kind = contract[subject].kind
    return decision.settled.movements.filter {
      contract.ancestor(of: $0.line, kind: kind) == subject
    }.compactMap(\.reason).map { Found($0.word) }
  }

  // MARK: Findings

  /// Whether a finding is about the part or something that lies in it.
  private func isWithin(_ finding: Finding) -> Bool {
    decision.contract.isWithin(finding.subject, subject)
  }
}

/// Something that was decided, as the report would write it.
struct Found {
  let text: String
  /// Shorter texts that a test may know it by.
  let also: [String]

  init(_ text: String, also: [String] = []) {
    self.text = text
    self.also = also
  }

  func matches(_ expected: String?, _ fact: Fact) -> Bool {
    guard let expected else { return true }
    return fact == .releasedBy
      ? text.contains(expected) : text == expected || also.contains(expected)
  }
}

extension Finding {
  /// Returns what this finding says of one sort; what an undecided rule might do does not count.
  fileprivate func facts(of fact: Fact, in currency: Currency?) -> [Found] {
    switch fact {
    case .code: return [Found(code.word)]
    case .notice:
      return certain(.notify).map { effect in
        let ground = effect.ground ?? ""
        let deadline = effect.deadline.map { " by \($0.text(of: .date, in: nil))" }
        return Found(ground + (deadline ?? ""), also: [ground])
      }
    case .report: return certain(.report).compactMap(\.object).map { Found($0) }
    case .refer: return certain(.refer).compactMap(\.object).map { Found($0) }
    case .owed:
      return certain(.owe).map { effect in
        let amount = effect.amount?.text(of: .money, in: currency) ?? "all"
        return Found("\(amount) as \(effect.ground ?? "")")
      }
    case .payBy:
      return certain(.pay).compactMap(\.deadline).map { Found($0.text(of: .date, in: nil)) }
    case .missing: return missing.map { Found($0.kind) }
    case .releasedBy: return effects.flatMap(\.releasedBy).map { Found($0) }
    case .cites:
      guard verdict != .notApplicable, verdict != .met || !effects.isEmpty else { return [] }
      return [rule, defeatedBy].compactMap { $0?.section }.map { section in
        Found(section, also: section.split(separator: "; ").map(String.init))
      }
    }
  }

  private func certain(_ verb: EffectVerb) -> [Effect] {
    certainEffects.filter { $0.verb == verb }
  }
}
