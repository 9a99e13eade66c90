import ContractCheck
import ContractModel
import Testing

/// Laws that only the whole pipeline can show, over generated rules, contracts and records; a failure
/// names its seed. Those of money alone are tried over many more settlements in `SettlementTests`.
@Suite struct Invariants {
  private static let seedsPerCase: UInt64 = 125

  /// Each of 1,000 worlds is decided some ten times: as it is, and with something taken away, added,
  /// shuffled, or put on file later.
  @Test(arguments: stride(from: UInt64(0), to: 1_000, by: Int(seedsPerCase)).map { $0 })
  func holdForEveryWorld(from first: UInt64) {
    print("worlds of the seeds \(first)..<\(first + Self.seedsPerCase)")
    for seed in first..<first + Self.seedsPerCase {
      guard let words = violation(of: RandomWorld(seed: seed)) else { continue }
      Issue.record("seed \(seed) \(words)")
      return
    }
  }

  /// The generator makes what the laws are about: all buckets, interest, damages, a waiver in use.
  @Test func areTriedOnEveryKindOfMoney() {
    let outcomes = (UInt64(0)..<60).map { RandomWorld(seed: $0).outcome() }
    let buckets = Set(outcomes.flatMap(\.contracts).flatMap(\.settled.movements).map(\.bucket))
    #expect(buckets.isSuperset(of: [.pay, .withheld, .disputed, .retained, .deducted]))
    let findings = outcomes.flatMap(\.contracts).flatMap(\.findings)
    #expect(findings.contains { $0.verdict == .waived })
    #expect(findings.contains { $0.effects.contains { $0.verb == .owe } })
    #expect(findings.contains { $0.rule.rule == "within-share" && $0.verdict == .failed })
  }

  private func violation(of world: RandomWorld) -> String? {
    var world = world
    let outcome = world.outcome()
    guard outcome.errorIDs.isEmpty, let decision = outcome.contracts.first else {
      return "is not decided: \(outcome.errorIDs)"
    }
    return citations(decision) ?? damages(decision) ?? interest(decision)
      ?? ignorance(of: &world, outcome.pay) ?? failure(of: &world, outcome.pay)
      ?? order(of: &world, decision) ?? replay(of: world, decision)
      ?? currency(of: world) ?? waiver(of: world, outcome.pay)
  }

  /// Money that is not paid has a clause and, where it is withheld, what releases it.
  private func citations(_ decision: ContractDecision) -> String? {
    for movement in decision.settled.movements where movement.bucket != .pay {
      guard let place = movement.finding else {
        if movement.reason == nil { return "moves money for no reason" }
        continue
      }
      let finding = decision.findings[place]
      guard finding.rule.section == "1" else { return "cites no clause" }
      let needsEvidence = finding.verdict == .failed || finding.verdict == .unproven
      let rests = !finding.records.isEmpty || !finding.missing.isEmpty || !finding.values.isEmpty
      guard !needsEvidence || rests else { return "holds money on no evidence" }
      guard
        movement.bucket != .withheld || finding.effects.contains(where: { !$0.releasedBy.isEmpty })
      else { return "withholds money that nothing releases" }
    }
    return nil
  }

  /// Damages stay within their cap, and the days for which they are due within the days late.
  private func damages(_ decision: ContractDecision) -> String? {
    for (place, finding) in decision.findings.enumerated() where finding.rule.rule == "in-time" {
      let taken = decision.settled.movements.filter {
        $0.finding == place && $0.bucket == .deducted
      }
      .reduce(0) { $0 + $1.amount.nominal }
      guard case .quantity(let amount)? = decision.contract[finding.subject].fields[.amount],
        let exact = amount.exact
      else { return "has a milestone without an amount" }
      guard Rational(Int(taken * 10)) <= exact else { return "deducts more than the cap" }
      guard let gross = finding.days("gross"), let net = finding.days("net-late") else { continue }
      guard net <= gross else { return "counts more days than were late" }
      guard let excused = finding.days("excused"), net == max(0, gross - excused) else {
        return "loses days"
      }
    }
    return nil
  }

  /// Interest is owed on what is paid and on nothing else, to the cent.
  private func interest(_ decision: ContractDecision) -> String? {
    for finding in decision.findings where finding.rule.rule == "interest" {
      let pay = decision.settled.amounts[finding.subject]?[.pay].nominal ?? 0
      let owed = finding.effects.filter { $0.verb == .owe }.compactMap(\.amount?.exact)
      guard owed.allSatisfy({ $0 == Rational(Int((pay + 50) / 100)) }) else {
        return "owes interest on what is not paid"
      }
      if pay == 0, !owed.isEmpty { return "owes interest on nothing" }
    }
    return nil
  }

  /// To take away all records of a kind about one part never raises what is paid.
  private func ignorance(of world: inout RandomWorld, _ pay: Int64) -> String? {
    guard !world.records.isEmpty else { return nil }
    let record = world.records[world.below(world.records.count)]
    var less = world
    less.records.removeAll { $0.kind == record.kind && $0.about == record.about }
    guard less.outcome().pay <= pay else {
      return "pays more without any \(record.kind) about \(record.about)"
    }
    return nil
  }

  private func failure(of world: inout RandomWorld, _ pay: Int64) -> String? {
    let milestone = world.below(world.milestones.count)
    // What is waived there is a failure; that nobody tested it is not waived.
    if world.waiver != nil, milestone == 0 { return nil }
    var worse = world
    worse.records.append(world.failure(of: milestone))
    return worse.outcome().pay <= pay ? nil : "pays more for one more failure"
  }

  /// The order of rules, records and files decides nothing.
  private func order(of world: inout RandomWorld, _ decision: ContractDecision) -> String? {
    var other = world
    other.rules.shuffle(using: &world.random)
    other.records.shuffle(using: &world.random)
    guard let shuffled = other.outcome(files: 2).contracts.first else { return "is not decided" }
    let isSame =
      shuffled.settled.amounts == decision.settled.amounts
      && shuffled.settled.decisions == decision.settled.decisions
    return isSame ? nil : "depends on the order of its texts"
  }

  /// What is put on file later changes no earlier answer.
  private func replay(of world: RandomWorld, _ decision: ContractDecision) -> String? {
    var then = world
    then.records.removeAll { $0.recorded > world.asOf }
    guard let earlier = then.outcome().contracts.first else { return "is not decided" }
    let isSame =
      earlier.settled.amounts == decision.settled.amounts
      && earlier.findings.map(\.message) == decision.findings.map(\.message)
      && earlier.findings.map(\.verdict) == decision.findings.map(\.verdict)
    return isSame ? nil : "knows what was recorded later"
  }

  /// An amount in another currency is no amount: it is never added up, and never nothing.
  private func currency(of world: RandomWorld) -> String? {
    var foreign = world
    foreign.records.removeAll { $0.about == "l0-0" }
    foreign.records.append(
      RandomWorld.Record(
        kind: "charge-review", about: "l0-0", recorded: 1,
        fields: #""dated": "2013-12-01", "unsupported": "EUR 0""#))
    let outcome = foreign.outcome()
    let paid = outcome.contracts.flatMap { decision in
      decision.settled.movements.filter {
        $0.bucket == .pay && decision.contract[$0.line].name == "l0-0"
      }
    }
    return paid.isEmpty ? nil : "takes EUR for USD"
  }

  /// A waiver counts with a person and a last day, or the contract is not decided.
  private func waiver(of world: RandomWorld, _ pay: Int64) -> String? {
    guard world.waiver != nil else { return nil }
    var without = world
    without.waiver = nil
    guard without.outcome().pay <= pay else { return "pays more without a waiver" }
    for spoil in [\RandomWorld.Waiver.approved, \.through] {
      var spoilt = world
      spoilt.waiver?[keyPath: spoil] = nil
      let outcome = spoilt.outcome()
      guard outcome.pay == 0, !outcome.errorIDs.isEmpty else { return "waives for nobody" }
    }
    return nil
  }
}

extension Finding {
  /// The days that a value shows; nil where it shows none, or not exactly.
  fileprivate func days(_ name: String) -> Int? {
    values.first { $0.name == name }.flatMap { value in
      value.text.hasSuffix(" calendar days") || value.text.hasSuffix(" calendar day")
        ? value.text.split(separator: " ").first.flatMap { Int($0) } : nil
    }
  }
}
