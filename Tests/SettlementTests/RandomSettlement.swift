import ContractModel
import TestSupport

extension SplitMix64 {
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// A contract and findings that follow from a seed.
struct RandomSettlement {
  var contract: Contract
  var findings: [Finding] = []
  var generator: SplitMix64
  private let amounts: ClosedRange<Int>

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    amounts = generator.chance(50) ? 0...20 : 0...2_000_000_000
    let limit = amounts.upperBound * 4
    let states = generator.chance(40)
    var draft =
      states
      ? ContractDraft(
        value: Int.random(in: 0...limit, using: &generator),
        paid: Int.random(in: 0...limit / 2, using: &generator))
      : ContractDraft()
    self.generator = generator
    addParts(to: &draft, using: &self.generator, amounts: amounts)
    contract = draft.contract
    addPayments()
    for index in 0..<Int.random(in: 0...6, using: &self.generator) {
      findings.append(finding(named: "rule-\(index)"))
    }
  }

  /// Returns one more finding about any part of the contract.
  mutating func finding(named name: String) -> Finding {
    let subject = SubjectID(Int.random(in: contract.subjects.indices, using: &generator))
    let verdict: Verdict = generator.chance(80) ? .failed : .unproven
    let effects = (0..<Int.random(in: 1...2, using: &generator)).map { _ in effect() }
    return .of(name, subject, verdict, effects)
  }

  /// Pays some invoices before, and sometimes limits what may be paid in all.
  private mutating func addPayments() {
    let invoices = contract.subjects(of: .invoice)
    for index in 0..<Int.random(in: 0...3, using: &generator) where generator.chance(60) {
      guard let invoice = invoices.randomElement(using: &generator) else { return }
      contract.payments.append(
        Payment(
          name: "p\(index)", made: .first,
          amount: Int64(Int.random(in: amounts, using: &generator)), invoice: invoice,
          range: ContractDraft.nowhere))
    }
    for field in [SubjectField.ceiling, .funds] where generator.chance(20) {
      contract.subjects[0].fields[field] = .quantity(interval(using: &generator, amounts))
    }
  }

  private mutating func effect() -> Effect {
    let verb = EffectVerb.allCases.randomElement(using: &generator) ?? .withhold
    return Effect(
      verb: verb, amount: generator.chance(70) ? interval(using: &generator, amounts) : nil,
      cap: generator.chance(20) ? interval(using: &generator, amounts) : nil,
      ground: generator.chance(40) ? "delay" : nil, releasedBy: ["cured"],
      isProvisional: generator.chance(20), phase: phase(of: verb))
  }
}

extension RandomSettlement {
  /// A phase whose rules may use a verb.
  fileprivate mutating func phase(of verb: EffectVerb) -> DecisionPhase {
    let allowed = DecisionPhase.allCases.filter { $0.allows(verb) }
    return generator.chance(60) ? .first : allowed.randomElement(using: &generator) ?? .first
  }
}

private func addParts(
  to draft: inout ContractDraft, using generator: inout SplitMix64, amounts: ClosedRange<Int>
) {
  var billable: [SubjectID?] = [nil]
  for index in 0..<Int.random(in: 0...3, using: &generator) {
    let milestone = draft.milestone("m\(index)")
    billable.append(milestone)
    for part in 0..<Int.random(in: 0...2, using: &generator) {
      billable.append(draft.deliverable("d\(part)", in: milestone))
    }
  }
  for index in 0..<Int.random(in: 0...3, using: &generator) {
    let invoice = draft.invoice("i\(index)")
    for part in 0..<Int.random(in: 0...4, using: &generator) {
      let billed = billable.randomElement(using: &generator) ?? nil
      let amount = interval(using: &generator, amounts)
      _ = draft.line("l\(index)\(part)", in: invoice, bills: billed, amount)
    }
  }
}

private func interval(using generator: inout SplitMix64, _ amounts: ClosedRange<Int>)
  -> Interval
{
  let amount = Int.random(in: amounts, using: &generator)
  switch Int.random(in: 0..<20, using: &generator) {
  case 0: return .moreThan(amount)
  case 1: return .about(amount)
  case 2: return .atMost(amount)
  case 3: return .between(amount, amount + Int.random(in: amounts, using: &generator))
  default: return .minorUnits(amount)
  }
}
