package import SourceText

/// `started 2 calendar days`, `whole grace`, `30 calendar days`: how a length is cut into periods.
package struct PeriodSyntax: Sendable {
  package enum Counting: String, Sendable {
    /// A period begun counts whole.
    case started
    /// Only whole periods count.
    case whole
    /// Parts of a period count as such.
    case exact
  }

  package let counting: Counting
  package let length: ExpressionSyntax

  package init(_ counting: Counting, _ length: ExpressionSyntax) {
    self.counting = counting
    self.length = length
  }
}

/// Interest at a rate a year, as written.
package struct InterestSyntax: Sendable {
  package let sum: ExpressionSyntax
  package let rate: ExpressionSyntax
  package let length: ExpressionSyntax
  /// After so long the interest is added to the sum; nil where it never is.
  package let period: ExpressionSyntax?
  package let range: SourceRange

  package init(
    sum: ExpressionSyntax, rate: ExpressionSyntax, length: ExpressionSyntax,
    period: ExpressionSyntax?, range: SourceRange
  ) {
    self.sum = sum
    self.rate = rate
    self.length = length
    self.period = period
    self.range = range
  }
}
