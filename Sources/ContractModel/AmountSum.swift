/// Adds amounts of one currency, keeping what is certain apart from what is only said.
package struct AmountSum {
  private var lower: Int128 = 0
  /// `nil` once a part has no upper bound.
  private var upper: Int128? = 0
  private var nominal: Int128 = 0
  private var isApproximate = false
  private var excludesLower = false
  private var excludesUpper = false

  package init(_ amounts: some Sequence<Amount> = []) {
    for amount in amounts { add(amount) }
  }

  package mutating func add(_ amount: Amount) {
    let figure = Int128(amount.nominal)
    nominal += figure
    switch amount.bound {
    case .exact: include(figure, figure)
    case .atLeast: include(figure, nil)
    case .moreThan: includeAbove(figure)
    case .atMost: include(0, figure)
    case .lessThan: includeBelow(figure)
    case .approximately: isApproximate = true
    case .to(let end): include(figure, Int128(end))
    }
  }

  /// The sum; one beyond the largest amount there is becomes a bound.
  package var total: Amount {
    if isApproximate { return Amount(nominal: Int64(clamping: nominal), bound: .approximately) }
    guard let low = Int64(exactly: lower) else {
      return Amount(nominal: .max, bound: .atLeast)
    }
    guard let upper, let high = Int64(exactly: upper) else {
      return Amount(nominal: low, bound: excludesLower ? .moreThan : .atLeast)
    }
    if low == high { return Amount(nominal: low) }
    if low == 0 { return Amount(nominal: high, bound: excludesUpper ? .lessThan : .atMost) }
    return Amount(nominal: low, bound: .to(high))
  }

  private mutating func includeAbove(_ low: Int128) {
    include(low, nil)
    excludesLower = true
  }

  private mutating func includeBelow(_ high: Int128) {
    include(0, high)
    excludesUpper = true
  }

  private mutating func include(_ low: Int128, _ high: Int128?) {
    lower += low
    if let sum = upper, let high { upper = sum + high } else { upper = nil }
  }
}
