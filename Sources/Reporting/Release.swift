internal import ContractModel

/// Money of one bucket that the same conditions release.
struct Release {
  let bucket: Bucket
  /// Each of them has to come true.
  let conditions: [String]
  fileprivate(set) var sum = AmountSum()
  /// Whether some of it rests on a figure that nobody reported.
  fileprivate(set) var isIllustrative = false

  var amount: Amount { sum.total }
}

extension ContractDecision {
  /// What is held, put together by what releases it, in the order of the movements.
  var releases: [Release] {
    struct Key: Hashable {
      let bucket: Bucket
      let conditions: [String]
    }
    var releases: [Release] = []
    var places: [Key: Int] = [:]
    let illustrative = IllustrativeFigures(self)
    for movement in settled.movements where movement.bucket.isHeld && !movement.amount.isZero {
      let conditions = conditions(releasing: movement)
      guard !conditions.isEmpty else { continue }
      let key = Key(bucket: movement.bucket, conditions: conditions)
      let place = places[key, default: releases.count]
      if place == releases.count {
        releases.append(Release(bucket: movement.bucket, conditions: conditions))
        places[key] = place
      }
      releases[place].sum.add(movement.amount)
      if illustrative.contains(movement.line) { releases[place].isIllustrative = true }
    }
    return releases
  }

  /// What ends the suspensions, each once: it is said even where no invoice is held by them.
  var endsOfSuspension: [String] {
    findings.flatMap { $0.effects.filter { $0.verb == .suspend } }.compactMap(\.release)
      .withoutRepetition
  }

  /// Returns what releases money that no rule holds, but the settlement itself.
  func words(releasing reason: ReasonCode, of line: SubjectID) -> String {
    if reason == .evidenceMissing { return "the exact amount of line \(contract[line].name)" }
    guard reason == .overCeiling, let currency = contract.currency else { return reason.words }
    let fields = contract[.contract].fields
    func text(_ field: SubjectField) -> String? {
      guard case .quantity(let amount)? = fields[field] else { return nil }
      return amount.text(of: .money, in: currency)
    }
    let limits = [SubjectField.value, .ceiling, .funds].compactMap { field in
      text(field).map { "\(field.rawValue) \($0)" }
    }
    let paid = text(.paid).map { ", of which \($0) was paid," } ?? ""
    let leave = limits.count == 1 ? "leaves" : "leave"
    return "a change of the contract: \(limits.joined(separator: " and "))\(paid) \(leave) no more"
  }

  /// Returns what releases an amount: all that holds it has to end.
  func conditions(releasing movement: Movement) -> [String] {
    guard let finding = movement.finding else {
      return movement.reason.map { [words(releasing: $0, of: movement.line)] } ?? []
    }
    return ([finding] + movement.alsoCited).flatMap { findings[$0].releases }.withoutRepetition
  }
}
