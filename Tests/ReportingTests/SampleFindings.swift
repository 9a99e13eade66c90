import ContractModel
import Reporting
import SourceText

extension SampleContract {
  var findings: [Finding] {
    [
      failure,
      finding(
        "account-creation", Self.accounts, .unproven, .evidenceMissing,
        "no capability record after 2013-10-01",
        missing: [MissingEvidence(kind: "capability", field: "state", subject: Self.accounts)],
        effects: [
          Effect(
            verb: .withhold, releasedBy: ["a capability of accounts by the state"],
            isProvisional: true)
        ]),
      finding(
        "charges-supported", Self.lineOfCharges, .contested, .contested,
        "two records of 2013-12-01 disagree", records: [3, 4, 5, 6, 4],
        effects: [Effect(verb: .dispute, releasedBy: ["an audit of the charges"])]),
      finding("tests-passed", Self.launch, .met, .satisfied, "37 of 37 passed", records: [2]),
      finding("tests-planned", Self.accounts, .met, .satisfied, "planned"),
      finding("on-time", Self.launch, .excused, .customerCaused, "the state was late itself"),
      finding("staffing", .contract, .waived, .waived, "waived until 2014-01-31", waiver: waiver),
      finding("later-work", Self.later, .notDue, .notDue, "taken out by amendment 2"),
      finding("key-person", .contract, .notApplicable, .satisfied, "no key person is named"),
      finding(
        "paid-in-time", Self.one, .met, .satisfied, "days-late is 10 calendar days",
        effects: [
          Effect(
            verb: .pay, deadline: Interval(exactly: Self.number(of: Self.day(2013, 12, 15)))),
          Effect(
            verb: .owe, amount: Interval(exactly: Rational(271)), ground: "interest"),
          Effect(
            verb: .owe, amount: Interval(exactly: Rational(999)), ground: "penalty",
            isProvisional: true),
        ]),
      finding("arithmetic", Self.one, .errored, .error, "a number is out of range"),
    ]
  }

  /// A report of one finding that moves no money, in a contract that is to be paid.
  static func report(
    ofFinding verdict: Verdict, missing: [MissingEvidence] = [], defeatedBy name: String? = nil
  ) -> Report {
    let sample = SampleContract()
    let range = SourceRange(file: FileID(1), lower: 450, upper: 460)
    let finding = Finding(
      rule: Citation(clause: "exchange", rule: "staffing", section: nil, range: range),
      subject: .contract, verdict: verdict, code: .error, message: "why", documentation: nil,
      records: [], missing: missing, values: [], effects: [],
      defeatedBy: name.map { Citation(clause: "exchange", rule: $0, section: nil, range: range) })
    let settled = Settled(
      decision: .pay, movements: [], amounts: [:], decisions: [:], blocked: nil, carriedForward: [:]
    )
    var report = Report.empty()
    report.add(
      ReportedContract(
        ContractDecision(
          contract: sample.decision.contract, findings: [finding], settled: settled),
        files: sample.report.contracts[0].files))
    return report
  }

  private var failure: Finding {
    finding(
      rule, Self.purchase, .failed, .late, message, records: [14],
      values: [NamedValue(name: "delay", text: "86 calendar days")],
      effects: [
        Effect(verb: .withhold, releasedBy: ["an acceptance of purchase by the state"]),
        Effect(
          verb: .deduct, amount: Interval(exactly: Rational(12_500_000)),
          cap: Interval(exactly: Rational(50_000_000)), ground: "delay"),
        Effect(
          verb: .notify, ground: "delay", object: "supplier",
          deadline: Interval(exactly: Self.number(of: Self.day(2014, 1, 5)))),
        Effect(verb: .report, object: "cure-notice"),
      ])
  }

  private func finding(
    _ rule: String, _ subject: SubjectID, _ verdict: Verdict, _ code: ReasonCode,
    _ message: String, records lines: [Int] = [], missing: [MissingEvidence] = [],
    values: [NamedValue] = [], effects: [Effect] = [], waiver: Waiver? = nil
  ) -> Finding {
    let citation = Citation(
      clause: "exchange", rule: rule, section: verdict == .failed ? "5.2" : nil,
      range: SourceRange(file: FileID(1), lower: 450, upper: 460))
    return Finding(
      rule: citation, subject: subject, verdict: verdict, code: code, message: message,
      documentation: nil, records: lines.map { RecordReference(file: FileID(0), line: $0) },
      missing: missing, values: values, effects: effects,
      defeatedBy: waiver.map {
        Citation(clause: id, rule: $0.name, section: nil, range: $0.range)
      })
  }

  var settled: Settled {
    let launch = Amounts(
      invoiced: Amount(nominal: 510_000_000), buckets: [.withheld: Amount(nominal: 510_000_000)])
    let million = Amount(nominal: 100_000_000, bound: .moreThan)
    let charges = Amounts(invoiced: million, buckets: [.disputed: million])
    let both = Amounts(
      invoiced: Amount(nominal: 610_000_000, bound: .moreThan),
      buckets: [.withheld: Amount(nominal: 510_000_000), .disputed: million])
    return Settled(
      decision: .withhold,
      movements: [
        Movement(
          line: Self.lineOfLaunch, bucket: .withheld, amount: Amount(nominal: 510_000_000),
          finding: 0, alsoCited: [1]),
        Movement(line: Self.lineOfCharges, bucket: .disputed, amount: million, finding: 2),
      ],
      amounts: [
        .contract: both, Self.one: both, Self.launch: launch, Self.charges: charges,
        Self.lineOfLaunch: launch, Self.lineOfCharges: charges,
      ],
      decisions: [
        Self.launch: .withhold, Self.charges: .dispute, Self.later: .notDue, Self.one: .withhold,
      ],
      blocked: Amount(nominal: 900_000_000), carriedForward: [0: Amount(nominal: 12_500_000)])
  }
}
