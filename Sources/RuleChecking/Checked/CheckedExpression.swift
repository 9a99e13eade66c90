package import ContractModel
package import SourceText

/// A quantity, word or text with every name resolved and every unit known.
///
/// Money is in minor units, a percent is a ratio, a date is a day number: the type says which.
package indirect enum CheckedExpression: Sendable {
  case quantity(Interval)
  /// A literal amount; a contract of another currency cannot use it.
  case money(Interval, Currency)
  /// A word of an enumeration, by its place in the type's list.
  case word(Int)
  case text(String)
  /// A term of the clause, by its place.
  case term(Int)
  /// A meaning of the clause, by its place, for the subject at hand.
  case meaning(Int)
  /// A field of the subject at hand, or of the wider part it lies in.
  case field(SubjectField, of: SubjectKind)
  case asOf
  case binary(Operator, CheckedExpression, CheckedExpression)
  case lesser([CheckedExpression])
  case greater([CheckedExpression])
  /// Days between two dates; never negative.
  case span(
    DayKind, isStartIncluded: Bool, from: CheckedExpression, through: CheckedExpression)
  /// Days of delay of the milestone at hand, or that the subject lies in, under each due date that
  /// was in force.
  case lateness(DayKind, through: CheckedExpression)
  /// The most months that, added to a date, do not pass another; never negative.
  case wholeMonths(after: CheckedExpression, through: CheckedExpression)
  case shift(CheckedExpression, LengthUnit, isBefore: Bool, CheckedExpression)
  /// The business day that stands for a date.
  case businessDay(BusinessDayChoice, CheckedExpression)
  /// The first or last day of the month that a date lies in, of those that begin on a day from 1 to 28.
  case monthDay(isFirst: Bool, from: Int, CheckedExpression)
  /// Calendar days counted in weeks: a week begun counts whole, or only whole weeks count.
  case weeks(isStarted: Bool, of: CheckedExpression)
  /// A table of money per day, summed over each day of a length, each day at the rate of its row.
  case forEachDay(term: Int, of: CheckedExpression)
  /// How many periods of a length are begun within another, or how many whole ones lie in it.
  case periods(isStarted: Bool, CheckedExpression, of: CheckedExpression)
  /// Interest at a rate a year of 360 days for calendar days; added to the sum after each period.
  case interest(
    on: CheckedExpression, at: CheckedExpression, for: CheckedExpression, every: CheckedExpression?)
  case rounded(CheckedExpression, RoundingRule, toMultipleOf: Rational)
  /// Stands in for what was reported as wrong, so that one mistake is reported once.
  case invalid

  package enum Operator: Sendable { case plus, less, times, dividedBy }
  package enum LengthUnit: Hashable, Sendable {
    case days(DayKind)
    case weeks
    case months
  }
}

/// A range with every name resolved.
package indirect enum CheckedRange: Sendable {
  case any
  case given
  case none
  /// Between two bounds; nil is without bound.
  case bounds(lower: CheckedBound?, upper: CheckedBound?)
  /// Words of an enumeration: bit n stands for the n-th word.
  case words(UInt64)
  case texts([String])
  /// Roles of the contract.
  case parties([String])
  case either([CheckedRange])
}

/// One end of a range.
package struct CheckedBound: Sendable {
  package let value: CheckedExpression
  package let isIncluded: Bool

  package init(_ value: CheckedExpression, isIncluded: Bool) {
    self.value = value
    self.isIncluded = isIncluded
  }
}

/// What is so or is not so, with every name resolved.
package indirect enum CheckedCondition: Sendable {
  case all([CheckedCondition])
  case any([CheckedCondition])
  case some(CheckedCollection)
  case no(CheckedCollection)
  /// Every one of some parts; the condition is about the part.
  case everyPart(CheckedParts, have: CheckedCondition)
  /// At least one of some parts, or of those for which a condition holds.
  case somePart(CheckedParts, where: CheckedCondition?)
  case noPart(CheckedParts, where: CheckedCondition?)
  case everyRecord(CheckedCollection, have: RowTest)
  case test(CheckedExpression, ValueType, isNegated: Bool, CheckedRange)
  /// A named condition.
  case meaning(Int)
  case invalid
}

/// Records of one kind about the subject at hand or anything within it.
package struct CheckedCollection: Sendable {
  /// The record kind, by its place in the rule book.
  package let kind: Int
  /// Where to look: the subject at hand, or the wider part of this kind.
  package let scope: SubjectKind
  /// Whether superseded records count too.
  package let isEver: Bool
  /// Which of them; `.all([])` is every one.
  package let filter: RowTest

  package init(kind: Int, scope: SubjectKind, isEver: Bool, filter: RowTest) {
    self.kind = kind
    self.scope = scope
    self.isEver = isEver
    self.filter = filter
  }
}

/// A condition on one record; the ranges in it may read the subject, never another record.
package indirect enum RowTest: Sendable {
  case all([RowTest])
  case any([RowTest])
  case field(RowField, ValueType, isNegated: Bool, CheckedRange)
  case invalid
}

/// A field of a record.
package enum RowField: Hashable, Sendable {
  case declared(Int)
  case dated
  case by
}

/// One number, date or word drawn from a collection.
package struct CheckedAggregate: Sendable {
  package enum Measure: Sendable {
    case number
    case share(RowTest)
    case sum(RowField)
    /// The field of the record that is first by `dated`; ties of equal rank must agree.
    case earliest(RowField)
    case latest(RowField)
    case largest(RowField)
    case smallest(RowField)
    case percentile(Rational, RowField)
    case longestRun(RowTest)
    case worstDay(RowTest)
    case daysCovered(DayKind, begins: RowField, ends: RowField)
  }

  package let collection: CheckedCollection
  package let measure: Measure

  package init(collection: CheckedCollection, measure: Measure) {
    self.collection = collection
    self.measure = measure
  }
}

/// Rows of ranges over inputs, of which exactly one should apply.
package struct CheckedTable: Sendable {
  package struct Input: Sendable {
    package let name: String
    package let value: CheckedExpression
    package let type: ValueType

    package init(name: String, value: CheckedExpression, type: ValueType) {
      self.name = name
      self.value = value
      self.type = type
    }
  }
  package struct Row: Sendable {
    package let cells: [CheckedRange]
    package let result: CheckedExpression
    package let range: SourceRange

    package init(cells: [CheckedRange], result: CheckedExpression, range: SourceRange) {
      self.cells = cells
      self.result = result
      self.range = range
    }
  }

  package let inputs: [Input]
  package let rows: [Row]
  package let type: ValueType
  package let range: SourceRange

  package init(inputs: [Input], rows: [Row], type: ValueType, range: SourceRange) {
    self.inputs = inputs
    self.rows = rows
    self.type = type
    self.range = range
  }
}
