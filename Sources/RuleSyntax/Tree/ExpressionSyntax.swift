package import SourceText

/// A literal as written; numbers keep their text, so that no digit is lost before the checker sees it.
package struct LiteralSyntax: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// `USD 5,000.00`, and `USD 5,000 per calendar day` with its unit.
    case money(currency: String, digits: String, per: UnitSyntax?)
    /// `99%`: the digits before the mark.
    case percent(String)
    /// `12`, only as a factor.
    case number(String)
    /// `30 calendar days`.
    case quantity(String, UnitSyntax)
    /// `2013-10-01`.
    case date(String)
    /// `2013-10`: some day in that month.
    case month(String)
    /// `2013-10-01T09:00:00-04:00`.
    case instant(String)
    case text(String)
  }

  package let form: Form
  package let range: SourceRange

  package init(_ form: Form, range: SourceRange) {
    self.form = form
    self.range = range
  }
}

/// A quantity, word or text as written.
package indirect enum ExpressionSyntax: Sendable {
  case literal(LiteralSyntax)
  /// A term, a meaning, a field, a supplied word or a word of an enumeration.
  case name(NameSyntax)
  /// `milestone's amount`.
  case field(NameSyntax, of: NameSyntax)
  case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
  /// `5% of amount`: `of` only takes a share.
  case share(ExpressionSyntax, of: ExpressionSyntax)
  /// `lesser of a, b`; `later of a, b`.
  case extreme(Extreme, [ExpressionSyntax], range: SourceRange)
  /// `calendar days after due through finished` (the first day does not count) or `from … through …`;
  /// `whole months after due through finished`.
  case span(UnitSyntax, isStartIncluded: Bool, from: ExpressionSyntax, through: ExpressionSyntax)
  /// `calendar days late through X`: days of delay under the due dates that were in force.
  case lateness(UnitSyntax, through: ExpressionSyntax)
  /// `30 calendar days after received`.
  case shift(ExpressionSyntax, isBefore: Bool, ExpressionSyntax)
  /// `first business day from D`, perhaps `within month`; `last business day through D`.
  case businessDay(isFirst: Bool, ExpressionSyntax, isWithinMonth: Bool, range: SourceRange)
  /// `first day of month from 16 with D`, `last day of month with D`.
  case monthDay(isFirst: Bool, from: LiteralSyntax?, ExpressionSyntax, range: SourceRange)
  /// `rate for each day of net-late`: a rate summed over the units of a length.
  case forEach(NameSyntax, unit: UnitSyntax, of: ExpressionSyntax)
  /// `penalty for each started 2 calendar days of late`: a rate times the periods of a length.
  case forEachPeriod(NameSyntax, PeriodSyntax, of: ExpressionSyntax)
  /// `interest on owed at 6% for late compounded every 30 calendar days`.
  case interest(InterestSyntax)
  /// `started weeks of late`, `whole months of …`: a length counted in another unit.
  case counted(UnitSyntax, of: ExpressionSyntax)
  case rounded(ExpressionSyntax, RoundingSyntax)
  case parenthesized(ExpressionSyntax, range: SourceRange)

  package enum BinaryOperator: String, Sendable {
    case plus = "+"
    case less = "less"
    case times = "*"
    case dividedBy = "/"
  }
  package enum Extreme: String, Sendable { case lesser, greater, earlier, later }

  package var range: SourceRange {
    switch self {
    case .literal(let literal): literal.range
    case .name(let name): name.range
    case .field(let field, let owner): owner.range.through(field.range)
    case .binary(_, let left, let right): left.range.through(right.range)
    case .share(let share, let whole): share.range.through(whole.range)
    case .extreme(_, _, let range): range
    case .span(let unit, _, _, let end): unit.range.through(end.range)
    case .lateness(let unit, let end): unit.range.through(end.range)
    case .shift(let length, _, let date): length.range.through(date.range)
    case .businessDay(_, _, _, let range), .monthDay(_, _, _, let range): range
    case .forEach(let rate, _, let length): rate.range.through(length.range)
    case .forEachPeriod(let rate, _, let length): rate.range.through(length.range)
    case .interest(let interest): interest.range
    case .counted(let unit, let length): unit.range.through(length.range)
    case .rounded(let value, let rounding): value.range.through(rounding.range)
    case .parenthesized(_, let range): range
    }
  }
}

/// How much: the test after `is`, a table cell, a value known within bounds, a domain.
package struct RangeSyntax: Sendable {
  package indirect enum Form: Sendable {
    /// `any`: every value.
    case any
    /// `given`: an optional field or derived value that is recorded.
    case given
    /// `none`: proven absent.
    case none
    case atLeast(ExpressionSyntax)
    case atMost(ExpressionSyntax)
    case moreThan(ExpressionSyntax)
    case lessThan(ExpressionSyntax)
    case before(ExpressionSyntax)
    case after(ExpressionSyntax)
    case onOrBefore(ExpressionSyntax)
    case onOrAfter(ExpressionSyntax)
    case approximately(ExpressionSyntax)
    /// `A to B`, `A to below B`, `above A to B`.
    case between(ExpressionSyntax, isLowerIncluded: Bool, ExpressionSyntax, isUpperIncluded: Bool)
    /// `within 14 calendar days before as-of`: the day of `as-of` counts, the 14th before it does.
    case within(ExpressionSyntax, isBefore: Bool, ExpressionSyntax)
    case exactly(ExpressionSyntax)
    /// Ranges joined by `or`.
    case either([RangeSyntax])
  }

  package let form: Form
  package let range: SourceRange

  package init(_ form: Form, range: SourceRange) {
    self.form = form
    self.range = range
  }
}

/// Records of one kind: `test-runs where check is "subsidy"`, `contract's test-runs ever`.
package struct CollectionSyntax: Sendable {
  /// The plural of a record kind, the plural of a subject kind, or a named collection.
  package let name: NameSyntax
  /// `contract` in `contract's test-runs`: where to look wider than the subject.
  package let owner: NameSyntax?
  /// Whether superseded records count too.
  package let isEver: Bool
  package let filter: ConditionSyntax?
  package let range: SourceRange

  package init(
    name: NameSyntax, owner: NameSyntax?, isEver: Bool, filter: ConditionSyntax?,
    range: SourceRange
  ) {
    self.name = name
    self.owner = owner
    self.isEver = isEver
    self.filter = filter
    self.range = range
  }
}

/// What is so or is not so, as written.
package indirect enum ConditionSyntax: Sendable {
  /// Conditions joined by `and`.
  case all([ConditionSyntax])
  /// `any of { … }`: one a line, at least one holds.
  case any([ConditionSyntax], range: SourceRange)
  /// `some acceptances where …`.
  case some(CollectionSyntax, range: SourceRange)
  /// `no defects where …`.
  case no(CollectionSyntax, range: SourceRange)
  /// `all deliverables have finding is works`.
  case every(CollectionSyntax, have: ConditionSyntax, range: SourceRange)
  /// `tried is at least 200 test-runs`, `state is not open`.
  case test(ExpressionSyntax, isNegated: Bool, RangeSyntax)
  /// A named condition.
  case name(NameSyntax)

  package var range: SourceRange {
    switch self {
    case .all(let conditions): conditions[0].range.through(conditions[conditions.count - 1].range)
    case .any(_, let range), .some(_, let range), .no(_, let range), .every(_, _, let range): range
    case .test(let subject, _, let test): subject.range.through(test.range)
    case .name(let name): name.range
    }
  }
}
