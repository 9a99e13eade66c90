import ContractModel
import Testing

@testable import RuleEvaluation

/// What is known within bounds is rounded to bounds that hold whatever it may be.
@Suite struct RoundedIntervals {
  /// Every interval whose ends are quarters of the unit, with ends that belong to it or not.
  @Test(arguments: RoundingRule.allCases)
  func holdWhateverAValueBecomes(_ rule: RoundingRule) throws {
    let unit = Rational(4)
    for low in -12...12 {
      for high in (low + 1)...13 {
        for (hasLow, hasHigh) in [(true, true), (true, false), (false, true), (false, false)] {
          let interval = Interval(
            lower: .init(Rational(low), isIncluded: hasLow),
            upper: .init(Rational(high), isIncluded: hasHigh))
          let rounded = try interval.bothEnds(rounded: rule, toMultipleOf: unit)
          // Tenths of the quarters lie as close to each end as anything that is rounded otherwise.
          var values: [Rational] = []
          for tenth in (10 * low)...(10 * high) {
            if tenth == 10 * low, !hasLow { continue }
            if tenth == 10 * high, !hasHigh { continue }
            let value = try Rational(Int128(tenth), over: 10)
            values.append(try value.rounded(rule, toMultipleOf: unit))
          }
          let least = try #require(values.min())
          let most = try #require(values.max())
          #expect(rounded.contains(least) && rounded.contains(most), "\(rule) \(interval)")
        }
      }
    }
  }
}
