import ContractModel
import RuleChecking
import SourceText

/// Where the sample's declarations are said to stand: in no file of a test.
let declared = SourceRange(file: FileID(7), lower: 0, upper: 1)

extension RuleBook {
  /// Three clauses, five kinds and a calendar, as a checker of rules would make them.
  static let sample = RuleBook(
    kinds: [.capability, .defect, .delay, .remittance, .testRun],
    clauses: [.workingExchange, .damages, .reporting],
    calendars: [
      BusinessCalendar(
        name: "us-federal", weekend: .saturdayAndSunday, holidays: [], workingDays: [],
        covers: .first ... .last)
    ])
}

extension RecordKind {
  static let capability = kind(
    .evidence, "capability", "capabilities", about: [.deliverable],
    fields: [
      ("state", .words(["works", "degraded", "fails"])), ("share", .percent),
      ("took", .days(.calendar)), ("runs", .count("test-runs")),
    ])
  static let defect = kind(
    .register, "defect", "defects", about: [.deliverable], fields: [("number", .text)])
  static let delay = kind(
    .act, "delay", "delays", about: [.milestone],
    fields: [("begins", .date), ("ends", .date), ("cause", .party)])
  static let remittance = kind(
    .act, "remittance", "remittances", about: [.contract, .milestone], fields: [("sum", .money)])

  static let testRun = kind(
    .evidence, "test-run", "test-runs", about: [.deliverable], fields: [("sum", .money)])

  private static func kind(
    _ nature: RecordNature, _ name: String, _ plural: String, about: [SubjectKind],
    fields: [(String, ValueType)]
  ) -> RecordKind {
    RecordKind(
      nature: nature, name: name, plural: plural, isKeyed: false, keyFields: [],
      asserters: ["buyer", "verifier"], about: about,
      fields: fields.map {
        Field(name: $0.0, isOptional: true, type: $0.1, domain: nil, range: declared)
      },
      documentation: nil, range: declared)
  }
}

extension CheckedClause {
  /// About a deliverable `eligibility` and every deliverable.
  static let workingExchange = clause(
    "working-exchange",
    terms: [
      term(
        "floor", .percent, domain: Interval(lower: .included(half), upper: .included(.one)),
        standard: .quantity(Interval(exactly: .one))),
      term("least", .count("test-runs"), standard: .quantity(Interval(exactly: Rational(200)))),
    ],
    rules: [
      rule("subsidies-calculated", .deliverable, role: "eligibility"),
      rule("accounts-created", .deliverable),
    ])

  /// About every milestone, with a rate by cases and a cap without a default.
  static let damages = clause(
    "damages",
    terms: [
      term(
        "rate", .moneyPer(.calendar),
        input: .init(name: "net-late", value: .meaning(0), type: .days(.calendar)),
        standard: .table(
          CheckedTable(
            inputs: [], rows: [], type: .moneyPer(.calendar), range: declared))),
      term("cap", .money),
      term("mode", .words(["gross", "net"]), standard: .word(0)),
      term("judge", .party, standard: .text("buyer")),
      term("label", .text, standard: .text("delay")),
    ], rules: [rule("on-time", .milestone)])

  /// About invoices alone: it guards no milestone. Its default is in dollars.
  static let reporting = clause(
    "reporting",
    terms: [
      term(
        "threshold", .money,
        standard: .money(Interval(exactly: Rational(100)), Currency.dollar))
    ],
    rules: [rule("proper", .invoice)])

  private static let half: Rational = {
    guard let half = try? Rational.one.divided(by: Rational(2)) else {
      preconditionFailure("one half is a number")
    }
    return half
  }()

  private static func clause(
    _ name: String, terms: [CheckedTerm], rules: [CheckedRule]
  ) -> CheckedClause {
    CheckedClause(
      name: name, title: nil, section: nil, documentation: nil, terms: terms, meanings: [],
      rules: rules.map { rule in
        CheckedRule(
          citation: Citation(
            clause: name, rule: rule.citation.rule, section: nil, range: declared),
          subject: rule.subject, conditions: [], requirements: [], consequences: [], remedies: [],
          shown: [], phase: .first, documentation: nil)
      },
      exceptions: [], range: declared, isSound: true)
  }

  private static func term(
    _ name: String, _ type: ValueType, domain: Interval? = nil, input: CheckedTable.Input? = nil,
    standard: TermValue? = nil
  ) -> CheckedTerm {
    CheckedTerm(
      name: name, type: type, domain: domain, input: input, standard: standard,
      documentation: nil, range: declared)
  }

  private static func rule(
    _ name: String, _ kind: SubjectKind, role: String? = nil
  ) -> CheckedRule {
    CheckedRule(
      citation: Citation(clause: "", rule: name, section: nil, range: declared),
      subject: CheckedSubject(kind: kind, role: role, filter: nil), conditions: [],
      requirements: [], consequences: [], remedies: [], shown: [], phase: .first,
      documentation: nil)
  }
}

extension Currency {
  static let dollar: Currency = {
    guard let dollar = Currency(code: "USD") else { preconditionFailure("the dollar is known") }
    return dollar
  }()
}
