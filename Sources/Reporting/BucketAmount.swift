internal import ContractModel

/// Money of one bucket, and whether some of it rests on a figure that nobody reported.
struct BucketAmount {
  let bucket: Bucket
  let amount: Amount
  let isIllustrative: Bool
}

/// What moved on account of each finding of a contract, put in order once.
struct MovedAmounts {
  private let movements: [Int?: [Movement]]
  private let illustrative: IllustrativeFigures

  init(_ decision: ContractDecision) {
    movements = Dictionary(grouping: decision.settled.movements, by: \.finding)
    illustrative = IllustrativeFigures(decision)
  }

  /// The sums by bucket; none where nothing moved.
  subscript(finding: Int) -> [BucketAmount] {
    let moved = movements[finding] ?? []
    return Bucket.allCases.compactMap { bucket in
      let movements = moved.filter { $0.bucket == bucket }
      let sum = AmountSum(movements.map(\.amount)).total
      guard !sum.isZero else { return nil }
      return BucketAmount(
        bucket: bucket, amount: sum,
        isIllustrative: movements.contains { illustrative.contains($0.line) })
    }
  }
}

extension Amount {
  /// Returns the amount as it is printed where no star is explained.
  func text(in currency: Currency, isIllustrative: Bool) -> String {
    text(in: currency) + (isIllustrative ? " (illustrative)" : "")
  }
}
