internal import ContractModel

/// A bar of what was invoiced, each bucket by a sign of its own that every terminal has.
struct TimelineBar {
  /// Columns of the longest bar.
  let width: Int
  /// What the longest bar stands for, in minor units.
  let longest: Int64

  /// Makes bars that show the steps of one timeline on one scale.
  init(_ steps: [TimelineStep], width: Int) {
    self.width = width
    longest = steps.map { Self.pieces(of: $0).reduce(0) { $0 + $1.sum } }.max() ?? 0
  }

  /// Returns the bar of a step, empty where nothing is invoiced.
  ///
  /// Each piece ends where its sum ends on the scale, so that pieces add up; one too small to be seen
  /// has one sign nevertheless.
  func text(of step: TimelineStep) -> String {
    guard longest > 0 else { return "" }
    var text = ""
    var sum: Int64 = 0
    for piece in Self.pieces(of: step) {
      sum += piece.sum
      let end = Int((Int128(sum) * Int128(width) + Int128(longest) / 2) / Int128(longest))
      text += String(repeating: piece.bucket.sign, count: max(1, end - text.count))
    }
    return text
  }

  /// The buckets with money in them, each by its nominal amount.
  private static func pieces(of step: TimelineStep) -> [(bucket: Bucket, sum: Int64)] {
    Bucket.allCases.compactMap { bucket in
      guard let amount = step.amounts[.bucket(bucket)], !amount.isZero
      else { return nil }
      // A sum this large is beyond what a bar can tell apart.
      return (bucket, min(max(amount.nominal, 0), .max / 16))
    }
  }
}

extension Bucket {
  /// The sign of the bucket in a bar.
  var sign: String {
    switch self {
    case .pay: "="
    case .retained: "+"
    case .recovered: "<"
    case .deducted: "-"
    case .withheld: "#"
    case .disputed: "?"
    case .rejected: "x"
    case .notDue: "."
    }
  }
}
