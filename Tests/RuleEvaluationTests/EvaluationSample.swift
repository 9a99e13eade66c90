import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import SourceText

/// A contract with a milestone `launch` of two deliverables and an invoice that bills it, under one
/// clause; tests change what they are about and ask for the outcomes.
struct EvaluationSample {
  static let range = SourceRange(file: FileID(0), lower: 0, upper: 1)
  static let result = ValueType.words(["passed", "failed"])
  /// Places of the fields that every kind has.
  static let (resultField, cost, begins, ends, key) = (0, 1, 2, 3, 4)
  /// Places of the kinds.
  static let (evidence, register, act, claim) = (0, 1, 2, 3)
  static let launch = SubjectID(1)

  static let kinds = [
    kind(.evidence, "check", "checks"), kind(.register, "defect", "defects", isKeyed: true),
    kind(.act, "notice", "notices"), kind(.claim, "boast", "boasts"),
  ]

  var terms: [TermValue] = []
  var meanings: [CheckedMeaning] = []
  var rules: [CheckedRule] = []
  var exceptions: [CheckedException] = []
  var ranks: [Rank] = []
  var waivers: [Waiver] = []
  var amendments: [Amendment] = []
  var completeThrough: [String: CivilDate] = [:]
  var scope: [SubjectID] = []
  var records = RecordSet(kinds: Self.kinds)
  var asOf = CivilDate(dayNumber: 100)
  var calendar: BusinessCalendar?

  static func kind(
    _ nature: RecordNature, _ name: String, _ plural: String, isKeyed: Bool = false
  ) -> RecordKind {
    RecordKind(
      nature: nature, name: name, plural: plural, isKeyed: isKeyed, keyFields: isKeyed ? [key] : [],
      asserters: ["buyer", "verifier"], about: SubjectKind.allCases,
      fields: [
        field("result", result), field("cost", .money), field("begins", .date),
        field("ends", .date), field("key", .text),
      ], documentation: nil, range: range)
  }

  static func field(_ name: String, _ type: ValueType) -> RecordKind.Field {
    RecordKind.Field(name: name, isOptional: true, type: type, domain: nil, range: range)
  }

  var contract: Contract {
    Contract(
      id: "sample", title: "Sample", documentation: nil, parties: [], ranks: ranks,
      currency: Currency(code: "USD"),
      subjects: [
        subject(.contract, "sample", in: nil),
        subject(
          .milestone, "launch", in: 0,
          [
            .amount: .quantity(.exactly(1_000)), .due: .quantity(.exactly(50)),
            .critical: .word("yes"),
          ]),
        subject(.deliverable, "accounts", in: 1), subject(.deliverable, "purchase", in: 1),
        subject(.invoice, "one", in: 0, [.received: .quantity(.exactly(80))]),
        Subject(
          kind: .line, name: "launch", title: nil, parent: SubjectID(4), billed: SubjectID(1),
          fields: [.amount: .quantity(.exactly(900))], range: Self.range),
      ],
      calendar: calendar, monthEnd: nil, zone: nil, recordPatterns: [],
      completeThrough: completeThrough, amendments: amendments, waivers: waivers,
      inlineRecords: [], range: Self.range)
  }

  private func subject(
    _ kind: SubjectKind, _ name: String, in parent: Int?, _ fields: [SubjectField: FieldValue] = [:]
  ) -> Subject {
    Subject(
      kind: kind, name: name, title: nil, parent: parent.map(SubjectID.init), fields: fields,
      range: Self.range)
  }

  var book: RuleBook {
    RuleBook(
      kinds: Self.kinds,
      clauses: [
        CheckedClause(
          name: "clause", title: nil, section: nil, documentation: nil, terms: [],
          meanings: meanings, rules: rules, exceptions: exceptions, range: Self.range,
          isSound: true)
      ], calendars: [])
  }

  func outcomes(
    in phase: DecisionPhase = .first, given supplied: SuppliedAmounts = SuppliedAmounts()
  ) -> [RuleOutcome] {
    let incorporation = Incorporation(
      clause: 0, terms: terms, roles: ["accounts": SubjectID(2)], scope: scope,
      isIllustrative: false, range: Self.range)
    let checked = CheckedContract(
      contract: contract, incorporations: [incorporation], isSound: true)
    return ReferenceEvaluator(rules: book, contract: checked, records: records, asOf: asOf)
      .outcomes(in: phase, given: supplied)
  }

  /// Adds a record; its line is the number of records there are.
  mutating func add(_ record: SampleRecord) {
    let line = records.tables.reduce(1) { $0 + $1.count }
    var cells: [RecordTable.Cell] = [
      record.result == 0 ? .missing : .words(record.result),
      record.cost.map { .quantity($0) } ?? .missing, .missing, .missing,
      .text(records.place(of: record.key)),
    ]
    if let days = record.days {
      cells[Self.begins] = .quantity(.exactly(days.lowerBound))
      cells[Self.ends] = .quantity(.exactly(days.upperBound))
    }
    records.tables[record.kind].append(
      origin: RecordReference(file: FileID(1), line: line), subject: SubjectID(record.about),
      asserter: records.place(ofRole: record.by), dated: record.dated,
      recorded: CivilDate(dayNumber: Int32(record.recorded)), cells: cells)
  }

  func adding(_ records: [SampleRecord]) -> EvaluationSample {
    var sample = self
    for record in records { sample.add(record) }
    return sample
  }

  /// The value of an aggregate over the records about the milestone.
  func value(
    _ measure: CheckedAggregate.Measure, kind: Int = 0, where filter: RowTest = .all([]),
    isEver: Bool = false, fallback: CheckedExpression? = nil
  ) -> Evaluated? {
    let collection = CheckedCollection(
      kind: kind, scope: .milestone, isEver: isEver, filter: filter)
    return value(
      of: .aggregate(CheckedAggregate(collection: collection, measure: measure)),
      fallback: fallback)
  }

  /// The value of a meaning of the milestone.
  func value(of form: CheckedMeaning.Form, fallback: CheckedExpression? = nil) -> Evaluated? {
    var sample = self
    sample.meanings.append(
      CheckedMeaning(
        name: "value", subject: .milestone, type: .number, form: form, fallback: fallback,
        range: Self.range))
    sample.rules = [.sample(shown: [sample.meanings.count - 1])]
    return sample.outcomes().first?.values.first?.value
  }

  /// The outcome of a rule for the milestone that requires one condition.
  func outcome(requiring condition: CheckedCondition) -> RuleOutcome? {
    var sample = self
    sample.rules = [.sample(requirements: [condition], remedies: [.sample(.withhold, .amount)])]
    return sample.outcomes().first
  }
}

/// A record of the sample, as tests state it.
struct SampleRecord: Sendable {
  var kind = 0
  var about = 1
  var by = "buyer"
  var dated = Interval.exactly(10)
  var recorded = 20
  /// A mask of `passed` (1) and `failed` (2); 0 is not stated.
  var result: UInt64 = 1
  var cost: Interval?
  var days: ClosedRange<Int>?
  var key = "a"
}

extension Interval {
  static func exactly(_ value: Int) -> Interval { Interval(exactly: Rational(value)) }

  static func between(_ lower: Int, _ upper: Int) -> Interval {
    Interval(lower: .included(Rational(lower)), upper: .included(Rational(upper)))
  }

  static func atLeast(_ lower: Int) -> Interval {
    Interval(lower: .included(Rational(lower)), upper: nil)
  }
}

extension CheckedExpression {
  static let amount = CheckedExpression.field(.amount, of: .milestone)

  static func number(_ value: Int) -> CheckedExpression { .quantity(.exactly(value)) }
}

extension CheckedRange {
  static func atLeast(_ value: Int) -> CheckedRange {
    .bounds(lower: CheckedBound(.number(value), isIncluded: true), upper: nil)
  }
}

extension CheckedCondition {
  static func sample(_ interval: Interval, isAtLeast value: Int) -> CheckedCondition {
    .test(.quantity(interval), .number, isNegated: false, .atLeast(value))
  }

  static let holds = sample(.exactly(1), isAtLeast: 1)
  static let fails = sample(.exactly(0), isAtLeast: 1)
  static let isOpen = sample(.between(0, 2), isAtLeast: 1)
  static let errs = CheckedCondition.invalid
}

extension RowTest {
  static let passes = RowTest.field(
    .declared(EvaluationSample.resultField), EvaluationSample.result, isNegated: false, .words(1))
}

extension CheckedRule {
  static func sample(
    _ kind: SubjectKind = .milestone, role: String? = nil, where filter: CheckedCondition? = nil,
    when conditions: [CheckedCondition] = [], requirements: [CheckedCondition] = [],
    consequences: [CheckedEffect] = [], remedies: [CheckedEffect] = [], shown: [Int] = [],
    shownOfParts: [ShownParts] = [], phase: DecisionPhase = .first
  ) -> CheckedRule {
    CheckedRule(
      citation: Citation(
        clause: "clause", rule: "rule", section: nil, range: EvaluationSample.range),
      subject: CheckedSubject(kind: kind, role: role, filter: filter),
      conditions: conditions.map { $0.stated }, requirements: requirements.map { $0.stated },
      consequences: consequences, remedies: remedies, shown: shown, shownOfParts: shownOfParts,
      phase: phase, documentation: nil)
  }
}

extension CheckedCondition {
  var stated: StatedCondition {
    StatedCondition(condition: self, text: "", range: EvaluationSample.range)
  }
}

extension CheckedEffect {
  static func sample(
    _ verb: EffectVerb, _ amount: CheckedExpression? = nil, caps: [CheckedExpression] = [],
    rounding: RoundingRule = .halfUp, until conditions: [CheckedCondition]? = nil,
    by deadline: CheckedExpression? = nil
  ) -> CheckedEffect {
    CheckedEffect(
      verb: verb, amount: amount, caps: caps, rounding: rounding, ground: nil, object: nil,
      release: conditions.map {
        Release(isMetEnough: true, conditions: $0.map { $0.stated })
      }, deadline: deadline, shown: [], range: EvaluationSample.range)
  }
}

extension CheckedException {
  static func sample(
    isToClause: Bool = false, when conditions: [CheckedCondition], then effects: [CheckedEffect]
  ) -> CheckedException {
    CheckedException(
      citation: Citation(
        clause: "clause", rule: "exception", section: nil, range: EvaluationSample.range),
      targets: [0], isToClause: isToClause,
      bodies: [
        .milestone: Body(conditions: conditions.map { $0.stated }, consequences: effects)
      ], documentation: nil)
  }
}
