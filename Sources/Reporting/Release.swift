internal import ContractModel

/// Money of one bucket that the same conditions release.
struct Release {
  let bucket: Bucket
  let conditions: [String]
  fileprivate(set) var sum = AmountSum()
  /// The lines that it was taken from.
  fileprivate(set) var lines: [SubjectID] = []

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
      releases[place].lines.append(movement.line)
    }
    return releases
  }

  /// Returns what releases an amount: all that holds it has to end.
  private func conditions(releasing movement: Movement) -> [String] {
    guard let finding = movement.finding else {
      return movement.reason.map { [$0.words] } ?? []
    }
    return ([finding] + movement.alsoCited).flatMap { findings[$0].releasedBy }.withoutRepetition
  }
}
