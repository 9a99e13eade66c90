internal import ContractModel

/// Money of one bucket that the same conditions release.
struct Release {
  let bucket: Bucket
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
    findings.flatMap { $0.effects.filter { $0.verb == .suspend } }.flatMap(\.releasedBy)
      .withoutRepetition
  }

  /// Returns what releases an amount: all that holds it has to end.
  private func conditions(releasing movement: Movement) -> [String] {
    guard let finding = movement.finding else {
      return movement.reason.map { [$0.words] } ?? []
    }
    return ([finding] + movement.alsoCited).flatMap { findings[$0].releasedBy }.withoutRepetition
  }
}
