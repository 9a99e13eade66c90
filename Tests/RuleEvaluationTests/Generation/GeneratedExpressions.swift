import ContractModel
import RuleChecking

// Expressions of a wanted type, for a subject of a kind.
extension CheckedGenerator {
  /// Places of the terms that every clause has.
  enum Term {
    static let (money, percent, days, daily, date, word, text, business, scale) =
      (0, 1, 2, 3, 4, 5, 6, 7, 8)
  }

  /// The kinds that a subject of a kind is, lies in or bills.
  static func wider(than kind: SubjectKind) -> [SubjectKind] {
    switch kind {
    case .contract: [.contract]
    case .milestone: [.milestone, .contract]
    case .deliverable: [.deliverable, .milestone, .contract]
    case .invoice: [.invoice, .contract]
    case .line: [.line, .invoice, .milestone, .deliverable, .contract]
    }
  }

  mutating func expression(
    _ type: ValueType, for subject: SubjectKind, depth: Int
  ) -> CheckedExpression {
    let named = meanings.indices.filter {
      meanings[$0].subject == subject && meanings[$0].type == type
    }
    if !named.isEmpty, chance(45) { return .meaning(one(of: named)) }
    if chance(1) { return .invalid }
    switch type {
    case .money: return money(for: subject, depth: depth)
    case .percent: return percent(for: subject, depth: depth)
    case .days(let day): return length(in: day, for: subject, depth: depth)
    case .date: return date(for: subject, depth: depth)
    case .words: return chance(80) ? .word(below(3)) : .term(Term.word)
    case .text: return chance(80) ? .text(one(of: Self.texts)) : .term(Term.text)
    case .weeks:
      return .weeks(
        isStarted: chance(50), of: expression(.days(.calendar), for: subject, depth: depth - 1))
    case .months:
      guard depth > 0, chance(50) else { return .quantity(interval(0...3)) }
      return .wholeMonths(
        after: expression(.date, for: subject, depth: depth - 1),
        through: expression(.date, for: subject, depth: depth - 1))
    default: return .quantity(interval(0...6))
    }
  }

  private mutating func money(for subject: SubjectKind, depth: Int) -> CheckedExpression {
    let plain = plainMoney(for: subject)
    guard depth > 0 else { return plain }
    let other = expression(.money, for: subject, depth: depth - 1)
    switch below(11) {
    case 8:
      return .interest(
        on: other, at: expression(.percent, for: subject, depth: depth - 1),
        for: expression(.days(.calendar), for: subject, depth: depth - 1),
        every: chance(50) ? .quantity(interval(0...4)) : nil)
    case 9:
      return .binary(
        .times, other,
        .periods(
          isStarted: chance(50), .quantity(interval(0...4)),
          of: expression(.days(.calendar), for: subject, depth: depth - 1)))
    case 0: return .binary(.plus, plain, other)
    case 1: return .binary(.less, other, plain)
    case 2: return .binary(.times, expression(.percent, for: subject, depth: depth - 1), other)
    case 3: return .binary(.dividedBy, other, .quantity(interval(0...7)))
    case 4: return .lesser([plain, other])
    case 5: return .greater([other, plain])
    case 6: return .rounded(other, one(of: RoundingRule.allCases), toMultipleOf: Rational(100))
    case 7:
      return .forEachDay(
        term: Term.daily, of: expression(.days(.calendar), for: subject, depth: depth - 1))
    default: return plain
    }
  }

  private mutating func plainMoney(for subject: SubjectKind) -> CheckedExpression {
    let wider = Self.wider(than: subject)
    let supplied = SubjectField.allCases.filter { $0.suppliedIn.map { $0 <= phase } ?? false }
    if !supplied.isEmpty {
      let field = one(of: supplied)
      if let kind = wider.first(where: { field.kinds.contains($0) }) {
        return .field(field, of: kind)
      }
    }
    switch below(6) {
    case 0: return .term(Term.money)
    case 1: return .term(Term.scale)
    case 2:
      guard let currency = Currency(code: chance(95) ? "USD" : "EUR") else { return .invalid }
      return .money(interval(0...900), currency)
    case 3: return .field(.value, of: .contract)
    case 4:
      let owners = wider.filter { SubjectField.amount.kinds.contains($0) }
      return owners.isEmpty ? .quantity(interval(0...900)) : .field(.amount, of: one(of: owners))
    default: return .quantity(interval(0...900))
    }
  }

  private mutating func percent(for subject: SubjectKind, depth: Int) -> CheckedExpression {
    guard depth > 0, chance(30) else {
      return chance(70) ? .quantity(percent()) : .term(Term.percent)
    }
    return .binary(
      .less, .quantity(percent()), expression(.percent, for: subject, depth: depth - 1))
  }

  private mutating func length(
    in day: DayKind, for subject: SubjectKind, depth: Int
  ) -> CheckedExpression {
    guard depth > 0, chance(70) else {
      return chance(70)
        ? .quantity(interval(0...9)) : .term(day == .calendar ? Term.days : Term.business)
    }
    if chance(30) {
      return .greater([
        .quantity(interval(0...9)), expression(.days(day), for: subject, depth: depth - 1),
      ])
    }
    if Self.wider(than: subject).contains(.milestone), chance(40) {
      return .lateness(day, through: expression(.date, for: subject, depth: depth - 1))
    }
    return .span(
      day, isStartIncluded: chance(50), from: expression(.date, for: subject, depth: depth - 1),
      through: expression(.date, for: subject, depth: depth - 1))
  }

  private mutating func date(for subject: SubjectKind, depth: Int) -> CheckedExpression {
    let wider = Self.wider(than: subject)
    guard depth > 0 else {
      if wider.contains(.milestone), chance(50) { return .field(.due, of: .milestone) }
      if wider.contains(.invoice), chance(50) { return .field(.received, of: .invoice) }
      return one(of: [.asOf, .quantity(days(-10...10)), .term(Term.date)])
    }
    let other = expression(.date, for: subject, depth: depth - 1)
    switch below(8) {
    case 0:
      return .shift(
        expression(.days(.calendar), for: subject, depth: depth - 1), .days(.calendar),
        isBefore: chance(50), other)
    case 1: return .shift(.quantity(interval(0...5)), .days(.business), isBefore: chance(50), other)
    case 2: return .shift(.quantity(interval(0...3)), .weeks, isBefore: chance(50), other)
    case 3:
      return .shift(
        expression(.months, for: subject, depth: depth - 1), .months, isBefore: chance(50), other)
    case 4: return .businessDay(one(of: BusinessDayChoice.allCases), other)
    case 5: return .lesser([other, .asOf])
    case 6: return .monthDay(isFirst: chance(50), from: one(of: [1, 2, 15, 28]), other)
    default: return .greater([.asOf, other])
    }
  }

  /// Declares the terms in the order of their places; the one that is a table is read by a literal or a tally.
  mutating func termDeclarations() -> [CheckedTerm] {
    let input = chance(50) ? CheckedExpression.quantity(interval(0...9)) : .meaning(0)
    let types: [ValueType] = [
      .money, .percent, .days(.calendar), .moneyPer(.calendar), .date, Self.states, .text,
      .days(.business), .money,
    ]
    return types.enumerated().map { place, type in
      CheckedTerm(
        name: "term-\(place)", type: type, domain: nil,
        input: place == Term.scale
          ? .init(name: "input", value: input, type: .days(.calendar)) : nil,
        standard: nil, documentation: nil, range: Self.range)
    }
  }

  mutating func terms() -> [TermValue] {
    [
      chance(90)
        ? .money(interval(0...500), Currency(code: "USD") ?? euro) : .money(.exactly(5), euro),
      .quantity(percent()), .quantity(interval(0...9)),
      chance(80)
        ? scale(.number) : .quantity(.exactly(below(50))),
      .quantity(days(-10...10)), .word(below(3)), .text(one(of: Self.texts)),
      .quantity(interval(0...5)), scale(.days(.calendar)),
    ]
  }

  private var euro: Currency {
    guard let euro = Currency(code: "EUR") else { preconditionFailure("the euro is a currency") }
    return euro
  }

  /// The value of a term that is a table: of literals, by one input.
  private mutating func scale(_ input: ValueType) -> TermValue {
    let (under, over) = sides(of: below(8))
    return .table(
      CheckedTable(
        inputs: [.init(name: "input", value: .quantity(interval(0...9)), type: input)],
        rows: [under, over].map {
          .init(cells: [$0], result: .quantity(interval(0...60)), range: Self.range)
        }, type: .money, range: Self.range))
  }

  /// A table by a threshold, and perhaps by a word too.
  mutating func table(_ type: ValueType, for subject: SubjectKind) -> CheckedTable {
    let input = one(of: [ValueType.date, .money, .days(.calendar)])
    let (under, over) = sides(of: input == .date ? Self.day : below(8))
    let hasWords = chance(40)
    let state = hasWords ? [one(of: [CheckedRange.any, .words(7), .words(3)])] : []
    let types = hasWords ? [input, Self.states] : [input]
    return CheckedTable(
      inputs: types.map {
        .init(name: "input", value: expression($0, for: subject, depth: 1), type: $0)
      },
      rows: [under, over].map {
        .init(
          cells: [$0] + state, result: expression(type, for: subject, depth: 0), range: Self.range)
      }, type: type, range: Self.range)
  }

  /// What is below a threshold, and the rest, sometimes with a gap or an overlap.
  private mutating func sides(of threshold: Int) -> (CheckedRange, CheckedRange) {
    let next = threshold + (chance(90) ? 0 : one(of: [-2, 2]))
    return (
      .bounds(lower: nil, upper: CheckedBound(.number(threshold), isIncluded: false)),
      .bounds(lower: CheckedBound(.number(next), isIncluded: true), upper: nil)
    )
  }
}
