import ContractModel

/// The stages of settlement that take money, in the order in which they act.
enum TakingStage: CaseIterable {
  case suspend
  case reject
  case withhold
  case `defer`
  case dispute
  case retain
  case recover
  case deduct
  case setOff

  /// The stage of an effect; nil where it takes no money. What only an undecided rule could take
  /// is held, whatever its verb.
  init?(_ effect: Effect) {
    guard let stage = Self(effect.verb) else { return nil }
    self = effect.isProvisional ? .withhold : stage
  }

  private init?(_ verb: EffectVerb) {
    switch verb {
    case .suspend: self = .suspend
    case .reject: self = .reject
    case .withhold: self = .withhold
    case .defer: self = .defer
    case .dispute: self = .dispute
    case .retain: self = .retain
    case .recover: self = .recover
    case .deduct: self = .deduct
    case .setOff: self = .setOff
    case .release, .pay, .owe, .notify, .report, .refer, .excuse: return nil
    }
  }

  /// Whether what the stage takes is no longer earned.
  var isEarly: Bool {
    switch self {
    case .suspend, .reject, .withhold, .defer, .dispute: true
    case .retain, .recover, .deduct, .setOff: false
    }
  }

  var bucket: Bucket {
    switch self {
    case .suspend, .withhold: .withheld
    case .reject: .rejected
    case .defer: .notDue
    case .dispute: .disputed
    case .retain: .retained
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
  var reach: [Int]
  /// All that it may take over those lines, its cap applied; nil is all there is.
  var amount: Amount?

  /// What it certainly takes.
  var certain: Int64 { amount.map(\.certain) ?? .max }
  /// The most that it may take; nil is all there is.
  var ceiling: Int64? { amount?.ceiling ?? nil }

  /// Returns the claims of findings in an order that the order of the findings has no part in.
  static func all(of findings: [Finding], reach: Reach) throws(SettlementFailure) -> [Claim] {
    var claims: [Claim] = []
    for (index, finding) in findings.enumerated() {
      for (effectIndex, effect) in finding.effects.enumerated() {
        guard let stage = TakingStage(effect) else { continue }
        let own = Ground.ownEffect(
          clause: finding.rule.clause, rule: finding.rule.rule, index: effectIndex)
        claims.append(
          Claim(
            stage: stage, finding: index, rule: finding.rule, subject: finding.subject,
            ground: effect.ground.map { .named($0) } ?? own, reach: reach[finding.subject],
            amount: try limit(of: effect, by: finding.rule)))
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
    if limit.isUnbounded { return Amount(nominal: 0, bound: .atLeast) }
    return try Amount.reading(limit, of: "rule '\(rule.clause) \(rule.rule)'").clamped
  }

  private static func precedes(_ left: Claim, _ right: Claim) -> Bool {
    if left.rule.clause != right.rule.clause { return left.rule.clause < right.rule.clause }
    if left.rule.rule != right.rule.rule { return left.rule.rule < right.rule.rule }
    if left.subject != right.subject { return left.subject < right.subject }
    if left.certain != right.certain { return left.certain > right.certain }
    return left.finding < right.finding
  }
}
