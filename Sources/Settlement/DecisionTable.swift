import ContractModel

/// What speaks for one decision or another, as far as findings say it.
struct Grounds: OptionSet {
  let rawValue: Int

  static let suspended = Grounds(rawValue: 1 << 0)
  static let rejected = Grounds(rawValue: 1 << 1)
  static let withheld = Grounds(rawValue: 1 << 2)
  static let disputed = Grounds(rawValue: 1 << 3)
  static let errored = Grounds(rawValue: 1 << 4)
  /// Evidence is missing, and money is held for it.
  static let undecided = Grounds(rawValue: 1 << 5)
  static let notDue = Grounds(rawValue: 1 << 6)
  /// More is invoiced than the contract still owes.
  static let overclaimed = Grounds(rawValue: 1 << 7)
  /// More was paid than is payable.
  static let overpaid = Grounds(rawValue: 1 << 8)

  /// The grounds that a finding gives by its verdict and effects, even where nothing is invoiced.
  init(_ finding: Finding) {
    self = finding.verdict == .errored ? .errored : []
    for effect in finding.effects {
      if effect.isProvisional, effect.verb.takesMoney {
        insert(.undecided)
      } else {
        formUnion(Grounds(effect.verb))
      }
    }
  }

  init(_ verb: EffectVerb) {
    switch verb {
    case .suspend: self = .suspended
    case .reject: self = .rejected
    case .withhold: self = .withheld
    case .defer: self = .notDue
    case .dispute: self = .disputed
    case .retain, .release, .recover, .deduct, .setOff, .pay, .owe, .notify, .report, .refer,
      .excuse:
      self = []
    }
  }

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The grounds that money in a bucket can bear out.
  init(of bucket: Bucket) {
    switch bucket {
    case .withheld: self = [.suspended, .withheld, .errored, .undecided]
    case .rejected: self = .rejected
    case .disputed: self = .disputed
    case .notDue: self = .notDue
    case .pay, .retained, .recovered, .deducted: self = []
    }
  }

  /// The ground of a movement that has a reason of its own.
  init(_ reason: ReasonCode) {
    self = reason == .evidenceMissing ? .undecided : reason == .overCeiling ? .overclaimed : []
  }
}

/// What a decision about one contract, invoice or milestone rests on.
struct Standing {
  let grounds: Grounds
  let pays: Bool
  /// Whether not all of what was invoiced is paid.
  let keepsSome: Bool
  /// Whether something of what was earned is retained, recovered or deducted.
  let takesFromEarned: Bool

  init(grounds: Grounds, amounts: Amounts) {
    self.init(
      grounds: grounds, pays: !amounts[.pay].isZero, keepsSome: amounts[.pay] != amounts.invoiced,
      takesFromEarned: [.retained, .recovered, .deducted].contains { !amounts[$0].isZero })
  }

  init(grounds: Grounds, pays: Bool, keepsSome: Bool, takesFromEarned: Bool) {
    self.grounds = grounds
    self.pays = pays
    self.keepsSome = keepsSome
    self.takesFromEarned = takesFromEarned
  }

  /// What a decision takes.
  private enum Condition {
    case rests(on: Grounds)
    case paysInPart
    case nothing
  }

  /// The decisions in their order of precedence, each with what it takes; the first that holds.
  private static let table: [(decision: Decision, condition: Condition)] = [
    (.suspendAll, .rests(on: .suspended)),
    (.recoverOverpayment, .rests(on: .overpaid)),
    (.rejectInvoice, .rests(on: .rejected)),
    (.withhold, .rests(on: .withheld)),
    (.withhold, .rests(on: .overclaimed)),
    (.dispute, .rests(on: .disputed)),
    (.undecided, .rests(on: .errored)),
    (.holdForEvidence, .rests(on: .undecided)),
    (.payInPart, .paysInPart),
    (.notDue, .rests(on: .notDue)),
    (.pay, .nothing),
  ]

  private func meets(_ condition: Condition) -> Bool {
    switch condition {
    case .rests(let ground): grounds.contains(ground)
    case .paysInPart: takesFromEarned || (pays && keepsSome)
    case .nothing: true
    }
  }

  var decision: Decision {
    Self.table.first { meets($0.condition) }?.decision ?? .undecided
  }
}
