import ContractModel
import Settlement
import Testing

/// The laws of money, over 9,800 generated settlements; a failure names its seed.
@Suite struct Laws {
  private static let seedsPerCase: UInt64 = 1_225

  @Test(arguments: stride(from: UInt64(0), to: 9_800, by: Int(seedsPerCase)).map { $0 })
  func holdForEverySettlement(from first: UInt64) {
    print("settlements of the seeds \(first)..<\(first + Self.seedsPerCase)")
    for seed in first..<first + Self.seedsPerCase {
      do {
        guard let words = try violation(of: seed) else { continue }
        Issue.record("seed \(seed) \(words)")
      } catch {
        Issue.record("seed \(seed) throws \(error)")
      }
      return
    }
  }

  /// Returns in words which law the settlement of a seed breaks; nil where it keeps them all.
  private func violation(of seed: UInt64) throws -> String? {
    var sample = RandomSettlement(seed: seed)
    let settled = try sample.contract.settled(under: sample.findings)
    return try conservation(of: sample, settled) ?? payments(of: sample, settled) ?? findingOrder(
      of: sample, settled)
      ?? lineOrder(of: sample) ?? monotony(of: &sample, settled) ?? ignorance(of: &sample)
  }

  /// What was invoiced is the sum of the buckets, and no more is paid than was earned.
  private func conservation(of sample: RandomSettlement, _ settled: Settled) throws -> String? {
    var supplied = SuppliedAmounts()
    try supplied.supply(.earned, of: sample.contract, under: sample.findings)
    for (subject, amounts) in settled.amounts {
      let sum = Bucket.allCases.reduce(0) { $0 + amounts[$1].nominal }
      guard sum == amounts.invoiced.nominal else { return "loses or invents money" }
      let pay = amounts[.pay]
      guard pay.isExact, pay.nominal >= 0 else { return "pays \(pay)" }
      guard let base = supplied[.earned, subject]?.exact else { continue }
      guard Rational(Int(pay.nominal)) <= base else { return "pays the unearned" }
    }
    return nil
  }

  /// What is paid in all never goes beyond what the contract may certainly pay, and what was paid is
  /// paid once.
  private func payments(of sample: RandomSettlement, _ settled: Settled) throws -> String? {
    var paidInAll: Int64 = 0
    for invoice in sample.contract.subjects(of: .invoice) {
      let before = sample.contract.payments.filter { $0.invoice == invoice }
        .reduce(0) { $0 + $1.amount }
      let pay = settled.amounts[invoice]?[.pay].nominal ?? 0
      paidInAll += max(pay, before)
      guard let paid = settled.paidToDate[invoice] else { continue }
      guard paid.before.nominal == before, paid.now.nominal == max(0, pay - before) else {
        return "pays twice"
      }
      guard paid.overpaid.nominal <= max(0, before - pay) else { return "recovers too much" }
    }
    guard settled.paidToDate[.contract].map({ $0.now.nominal > 0 }) ?? true else { return nil }
    let stated = sample.contract[.contract].fields
    for field in [SubjectField.value, .ceiling, .funds] {
      guard case .quantity(let limit)? = stated[field] else { continue }
      var general = Rational.zero
      if case .quantity(let paid)? = stated[.paid], let exact = paid.exact { general = exact }
      let pay = Int(settled.amounts[.contract]?[.pay].nominal ?? 0)
      let all = settled.paidToDate.isEmpty ? pay : Int(paidInAll)
      let least = limit.approximately == nil ? limit.lower?.value ?? .zero : .zero
      let sum = try general.adding(Rational(all))
      let isWithin = pay == 0 || sum <= least
      guard isWithin else { return "pays beyond the \(field)" }
    }
    return nil
  }

  /// The order of the findings changes no amount and no decision.
  private func findingOrder(of sample: RandomSettlement, _ settled: Settled) throws -> String? {
    var generator = sample.generator
    let order = sample.findings.indices.shuffled(using: &generator)
    let shuffled = try sample.contract.settled(under: order.map { sample.findings[$0] })
    let carried = shuffled.carriedForward.map { (order[$0], $1) }
    let isSame =
      settled.amounts == shuffled.amounts && settled.decision == shuffled.decision
      && settled.paidToDate == shuffled.paidToDate && settled.decisions == shuffled.decisions
      && settled.blocked == shuffled.blocked
      && settled.carriedForward == Dictionary(uniqueKeysWithValues: carried)
    return isSame ? nil : "depends on the order of its findings"
  }

  /// The order of the lines changes nothing, where no amount is spread over several of them.
  private func lineOrder(of sample: RandomSettlement) throws -> String? {
    let sample = sample.withoutSpreadAmounts
    var generator = sample.generator
    let lines = sample.contract.subjects(of: .line)
    let moved = Dictionary(uniqueKeysWithValues: zip(lines, lines.shuffled(using: &generator)))
    var contract = sample.contract
    for (line, place) in moved { contract.subjects[place.index] = sample.contract[line] }
    let findings = sample.findings.map { $0.about(moved[$0.subject] ?? $0.subject) }
    let settled = try sample.contract.settled(under: sample.findings).amounts
    let shuffled = try contract.settled(under: findings).amounts
    let isSame = settled.allSatisfy { shuffled[moved[$0] ?? $0] == $1 }
    return isSame ? nil : "depends on the order of its lines"
  }

  /// One more failure never raises what is paid.
  private func monotony(of sample: inout RandomSettlement, _ settled: Settled) throws -> String? {
    let added = sample.findings + [sample.finding(named: "added").withoutReleases]
    let pay = try sample.contract.settled(under: added).amounts[.contract]?[.pay]
    guard let pay, let before = settled.amounts[.contract]?[.pay] else { return "has no total" }
    return pay.nominal <= before.nominal ? nil : "pays more for one more failure"
  }

  /// To know less never raises what is paid: to lose what decided a rule, or what made the amount
  /// of an effect exact.
  private func ignorance(of sample: inout RandomSettlement) throws -> String? {
    guard let place = sample.findings.indices.randomElement(using: &sample.generator) else {
      return nil
    }
    let pay = try sample.pay(under: sample.findings)
    let finding = sample.findings[place]
    for unclear in [finding.having(\.undecided), finding.having(\.blurred)] {
      var findings = sample.findings
      findings[place] = unclear
      let less = try sample.pay(under: findings)
      guard less <= pay else {
        return "pays \(less) rather than \(pay) where '\(finding.rule.rule)' is less known"
      }
    }
    return nil
  }
}

extension RandomSettlement {
  /// The same contract without a ceiling, under only what takes all or is about one line.
  fileprivate var withoutSpreadAmounts: RandomSettlement {
    var sample = self
    sample.contract.subjects[0].fields = [:]
    sample.findings = findings.map { finding in
      let isOfLine = contract[finding.subject].kind == .line
      let effects = finding.effects.filter { effect in
        guard effect.verb.stage <= EffectVerb.dispute.stage else { return false }
        return isOfLine || (effect.amount == nil && effect.cap == nil)
      }
      return .of(finding.rule.rule, finding.subject, finding.verdict, effects)
    }
    return sample
  }

  /// What is paid of the contract, in minor units.
  fileprivate func pay(under findings: [Finding]) throws -> Int64 {
    try contract.settled(under: findings).amounts[.contract]?[.pay].nominal ?? 0
  }
}

extension Effect {
  /// What its rule holds where it is not decided.
  fileprivate var undecided: Effect {
    Effect(
      verb: verb, amount: amount?.upper.map { Interval(exactly: $0.value) },
      cap: cap?.upper.map { Interval(exactly: $0.value) }, ground: ground,
      releasedBy: releasedBy, isProvisional: true, phase: phase)
  }

  /// The same, less exactly known.
  fileprivate var blurred: Effect {
    guard let exact = amount?.exact, let more = try? exact.adding(Rational(7)) else { return self }
    return Effect(
      verb: verb, amount: Interval(lower: .included(.zero), upper: .included(more)), cap: cap,
      ground: ground, releasedBy: releasedBy, isProvisional: isProvisional, phase: phase)
  }
}

extension Finding {
  fileprivate func having(_ change: (Effect) -> Effect) -> Finding {
    .of(rule.rule, subject, verdict, effects.map(change))
  }

  /// A failure releases nothing: the language refuses it.
  fileprivate var withoutReleases: Finding {
    .of(rule.rule, subject, verdict, effects.filter { $0.verb != .release })
  }

  fileprivate func about(_ subject: SubjectID) -> Finding {
    .of(rule.rule, subject, verdict, effects)
  }
}
