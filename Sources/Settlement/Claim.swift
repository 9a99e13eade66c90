import ContractModel

/// The stages of settlement that take money, in the order in which they act.
enum TakingStage: CaseIterable {
  case suspend
  case reject
  case withhold
  case `defer`
  case dispute
  /// A hold beyond what the work is worth, or may cost by now.
  case withholdExcess
  case deferExcess
  case retain
  case release
  case recover
  /// A part of each payment, held as security.
  case withholdShare
  case deduct
  case setOff

  /// The stage of an effect; nil where it takes no money.
  ///
  /// What an undecided rule could take is held at the stage where it would be taken, so that
  /// knowing less never pays more.
  init?(_ effect: Effect) {
    guard let stage = Self(effect.verb, reading: effect.phase) else { return nil }
    if effect.isProvisional, stage == .release { return nil }
    self = stage
  }

  init?(_ verb: EffectVerb, reading phase: DecisionPhase) {
    switch verb {
    case .suspend: self = .suspend
    case .reject: self = .reject
    case .withhold where phase == .entitled: self = .withholdExcess
    case .withhold where phase == .earned: self = .withholdShare
    case .withhold: self = .withhold
    case .defer: self = phase == .entitled ? .deferExcess : .defer
    case .dispute: self = .dispute
    case .retain: self = .retain
    case .release: self = .release
    case .recover: self = .recover
    case .deduct: self = .deduct
    case .setOff: self = .setOff
    case .pay, .owe, .notify, .report, .refer, .excuse: return nil
    }
  }

  /// The phase that finds what the stage left: what it takes is no longer entitled, earned, payable.
  var precedes: DecisionPhase {
    switch self {
    case .suspend, .reject, .withhold, .defer, .dispute: .entitled
    case .withholdExcess, .deferExcess: .earned
    case .retain, .release, .recover, .withholdShare, .deduct, .setOff: .payable
    }
  }

  var bucket: Bucket {
    switch self {
    case .suspend, .withhold, .withholdExcess, .withholdShare: .withheld
    case .reject: .rejected
    case .defer, .deferExcess: .notDue
    case .dispute: .disputed
    case .retain, .release: .retained
    case .recover: .recovered
    case .deduct, .setOff: .deducted
    }
  }
}

/// What one effect of a finding asks of the lines it touches.
struct Claim {
  /// Two claims of one ground count once.
  enum Ground: Hashable {
    case named(String)
    case ownEffect(clause: String, rule: String, index: Int)
  }

  let stage: TakingStage
  /// The index of the finding in the list that is settled.
  let finding: Int
  let rule: Citation
  let subject: SubjectID
  let ground: Ground
  /// The positions of the lines it touches.
  let reach: [Int]
  /// All that it may take over those lines, its cap applied; nil is all there is.
  let amount: Amount?
  /// Whether its rule is undecided: it certainly takes nothing, and holds what it may take.
  let isProvisional: Bool

  /// What it certainly takes.
  var certain: Int64 { isProvisional ? 0 : amount.map(\.certain) ?? .max }
  /// The most that it may take: of an approximate amount nobody said how far off it may be.
  var ceiling: Int64 {
    amount.flatMap { $0.bound == .approximately ? nil : $0.ceiling } ?? .max
  }
  /// Why money is held that it may yet take; nil where its finding says so itself.
  var doubt: ReasonCode? { isProvisional ? nil : .evidenceMissing }

  /// Returns the claims of findings in an order that the order of the findings has no part in.
  static func all(of findings: [Finding], reach: Reach) throws(SettlementFailure) -> [Claim] {
    var claims: [Claim] = []
    for index in findings.indices where !findings[index].effects.isEmpty {
      let finding = findings[index]
      for (effectIndex, effect) in finding.effects.enumerated() {
        guard let stage = TakingStage(effect) else { continue }
        let own = Ground.ownEffect(
          clause: finding.rule.clause, rule: finding.rule.rule, index: effectIndex)
        claims.append(
          Claim(
            stage: stage, finding: index, rule: finding.rule, subject: finding.subject,
            ground: effect.ground.map { .named($0) } ?? own, reach: reach[finding.subject],
            amount: try limit(of: effect, by: finding.rule),
            isProvisional: effect.isProvisional))
      }
    }
    return claims.sorted(by: precedes)
  }

  /// Returns what an effect asks for, no more than its cap; nil is all there is.
  private static func limit(
    of effect: Effect, by rule: Citation
  ) throws(SettlementFailure) -> Amount? {
    let lesser = effect.amount.flatMap { amount in effect.cap.map { amount.lesser(of: $0) } }
    guard let limit = lesser ?? effect.amount ?? effect.cap else { return nil }
    func words() -> String { "rule '\(rule.clause) \(rule.rule)'" }
    guard limit.isUnbounded || limit.approximately != nil else {
      return try Amount.reading(limit, of: words()).clamped
    }
    // An amount or a cap that is only approximate leaves the other as the most that is taken.
    let most = [effect.amount, effect.cap].compactMap { $0?.upper?.value }.min()
    guard let most else {
      return try limit.isUnbounded
        ? Amount(nominal: 0, bound: .atLeast) : Amount.reading(limit, of: words()).clamped
    }
    let range = Interval(lower: .included(.zero), upper: .included(max(most, .zero)))
    return try Amount.reading(range, of: words())
  }

  private static func precedes(_ left: Claim, _ right: Claim) -> Bool {
    if left.rule.clause != right.rule.clause { return left.rule.clause < right.rule.clause }
    if left.rule.rule != right.rule.rule { return left.rule.rule < right.rule.rule }
    if left.subject != right.subject { return left.subject < right.subject }
    if left.certain != right.certain { return left.certain > right.certain }
    if left.ceiling != right.ceiling { return left.ceiling > right.ceiling }
    return left.finding < right.finding
  }
}
