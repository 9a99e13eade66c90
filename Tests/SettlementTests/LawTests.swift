import ContractModel
import Settlement
import Testing

/// The laws of money, over 12,000 generated settlements; a failure names its seed.
@Suite struct Laws {
  static let firstSeeds = Array(stride(from: UInt64(0), to: 12_000, by: 1_500))

  @Test(arguments: firstSeeds) func keepMoneyAndPayNoMoreThanWasEarned(from first: UInt64) throws {
    try forEachSeed(from: first) { sample, _ in
      let settled = try sample.contract.settled(under: sample.findings)
      let earned = try Settlement.earned(of: sample.contract, under: sample.findings)
      for (subject, amounts) in settled.amounts {
        let sum = Bucket.allCases.reduce(0) { $0 + amounts[$1].nominal }
        guard sum == amounts.invoiced.nominal else { return "loses or invents money" }
        guard amounts[.pay].isExact, amounts[.pay].nominal >= 0 else { return "pays oddly" }
        guard let base = earned[subject]?.exact else { continue }
        guard Rational(Int(amounts[.pay].nominal)) <= base else { return "pays the unearned" }
      }
      return nil
    }
  }

  @Test(arguments: firstSeeds) func giveTheSameInAnyOrderOfFindings(from first: UInt64) throws {
    try forEachSeed(from: first) { sample, generator in
      let settled = try sample.contract.settled(under: sample.findings)
      let order = sample.findings.indices.shuffled(using: &generator)
      let shuffled = try sample.contract.settled(under: order.map { sample.findings[$0] })
      let carried = shuffled.carriedForward.map { (order[$0], $1) }
      guard settled.amounts == shuffled.amounts else { return "amounts differ" }
      guard settled.decision == shuffled.decision else { return "the decision differs" }
      guard settled.decisions == shuffled.decisions else { return "decisions differ" }
      guard settled.carriedForward == Dictionary(uniqueKeysWithValues: carried) else {
        return "what is carried forward differs"
      }
      return nil
    }
  }

  @Test(arguments: firstSeeds) func neverPayMoreForOneMoreFailure(from first: UInt64) throws {
    try forEachSeed(from: first) { sample, _ in
      let before = try sample.contract.settled(under: sample.findings)
      let added = sample.findings + [sample.finding(named: "added")]
      let after = try sample.contract.settled(under: added)
      let (pay, rise) = (before.amounts[.contract]?[.pay].nominal ?? 0, after.amounts[.contract])
      return rise?[.pay].nominal ?? 0 <= pay
        ? nil : "pays more: \(before.movements) then \(after.movements)"
    }
  }

  /// Runs a check over 1,500 seeds and reports the first that breaks the law.
  private func forEachSeed(
    from first: UInt64,
    _ violation: (inout RandomSettlement, inout SeededGenerator) throws -> String?
  ) throws {
    for seed in first..<first + 1_500 {
      var sample = RandomSettlement(seed: seed)
      var generator = SeededGenerator(seed: seed ^ 0xFFFF_FFFF)
      do {
        guard let words = try violation(&sample, &generator) else { continue }
        Issue.record("seed \(seed): \(words)")
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
      return
    }
  }
}
