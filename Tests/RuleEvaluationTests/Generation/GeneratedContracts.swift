import ContractModel
import RuleChecking

// Contracts of two milestones and two invoices, with everything that a contract may say.
extension CheckedGenerator {
  mutating func contract() -> Contract {
    let subjects = subjects()
    return Contract(
      id: "generated", title: "Generated", documentation: nil,
      parties: Self.roles.map {
        Party(role: $0, name: $0, isIllustrative: false, range: Self.range)
      },
      ranks: ranks(), currency: Currency(code: "USD"), subjects: subjects,
      calendar: chance(80) ? calendar() : nil,
      monthEnd: chance(80) ? one(of: MonthEndPolicy.allCases) : nil, zone: nil, recordPatterns: [],
      completeThrough: completeness(), amendments: amendments(), waivers: waivers(subjects.count),
      inlineRecords: [], range: Self.range)
  }

  private mutating func subjects() -> [Subject] {
    var subjects = [subject(.contract, 0, in: nil, [.value: .quantity(interval(0...2_000))], 70)]
    var milestones: [SubjectID] = []
    for _ in 0..<2 {
      let milestone = subjects.count
      let fields: [SubjectField: FieldValue] = [
        .amount: .quantity(interval(100...900)), .due: .quantity(days(-20...20)),
        .critical: .word(one(of: ["yes", "no"])), .kind: .word("severable"),
      ]
      subjects.append(subject(.milestone, subjects.count, in: 0, fields, 95))
      subjects[milestone].predecessors = chance(60) ? milestones : []
      milestones.append(SubjectID(milestone))
      for _ in 0..<(1 + below(2)) {
        subjects.append(subject(.deliverable, subjects.count, in: milestone, [:], 100))
      }
    }
    for _ in 0..<2 {
      let invoice = subjects.count
      let fields: [SubjectField: FieldValue] = [
        .amount: .quantity(interval(100...900)), .received: .quantity(days(-5...15)),
        .number: .text(one(of: Self.texts)),
      ]
      subjects.append(subject(.invoice, subjects.count, in: 0, fields, 90))
      for _ in 0..<(1 + below(2)) {
        var line = subject(
          .line, subjects.count, in: invoice, [.amount: .quantity(interval(50...500))], 95)
        line.billed = one(of: [nil, SubjectID(1), SubjectID(2), milestones[1]])
        subjects.append(line)
      }
    }
    return subjects
  }

  private mutating func subject(
    _ kind: SubjectKind, _ place: Int, in parent: Int?, _ fields: [SubjectField: FieldValue],
    _ percent: Int
  ) -> Subject {
    var kept: [SubjectField: FieldValue] = [:]
    for field in SubjectField.allCases where chance(percent) { kept[field] = fields[field] }
    return Subject(
      kind: kind, name: "\(kind.rawValue)-\(place)", title: nil, parent: parent.map(SubjectID.init),
      fields: kept, range: Self.range)
  }

  /// Ranks along one order of the roles, so that nobody outranks himself.
  private mutating func ranks() -> [Rank] {
    let order = some(3, of: Self.roles)
    var ranks: [Rank] = []
    for (higher, lower) in [(0, 1), (1, 2), (0, 2)] where chance(40) {
      let names = some(1 + below(kinds.count), of: kinds.map(\.name))
      ranks.append(Rank(higher: order[higher], lower: order[lower], kinds: names))
    }
    return ranks
  }

  private func calendar() -> BusinessCalendar {
    BusinessCalendar(
      name: "generated", weekend: .saturdayAndSunday,
      holidays: [CivilDate(dayNumber: Int32(Self.day + 3))], workingDays: [],
      covers: CivilDate(
        dayNumber: Int32(Self.day - 60))...CivilDate(
          dayNumber: Int32(Self.day + 90)))
  }

  private mutating func completeness() -> [String: CivilDate] {
    var days: [String: CivilDate] = [:]
    for kind in kinds where kind.nature == .register && chance(70) {
      days[kind.name] = border(0...60)
    }
    return days
  }

  private mutating func amendments() -> [Amendment] {
    (0..<below(3)).map { place in
      Amendment(
        name: "amendment-\(place)", effective: date((place * 10)...(place * 10 + 9)),
        recorded: date(0...30), approvedBy: "", reason: "", isRetroactive: chance(30),
        changes: [
          .init(
            subject: SubjectID(1), field: .due, value: .quantity(days(0...30)), range: Self.range)
        ], scope: scope(), range: Self.range)
    }
  }

  /// Adds or removes one of the milestones or deliverables, now and then.
  private mutating func scope() -> [Amendment.ScopeChange] {
    guard chance(25) else { return [] }
    return [
      .init(subject: SubjectID(1 + below(4)), isAdded: chance(50), range: Self.range)
    ]
  }

  private mutating func waivers(_ subjectCount: Int) -> [Waiver] {
    (0..<below(4)).map { place in
      Waiver(
        name: "waiver-\(place)", rule: "rule-\(below(5))", subject: SubjectID(below(subjectCount)),
        from: border(-10...20), through: border(20...60), approvedBy: "", reason: "",
        isIllustrative: false, range: Self.range)
    }
  }

  mutating func incorporation(of clause: Int, in contract: Contract) -> Incorporation {
    let deliverables = contract.subjects(of: .deliverable)
    return Incorporation(
      clause: clause, terms: terms(), roles: ["role": one(of: deliverables)],
      scope: chance(25) ? [SubjectID(1)] : [], isIllustrative: false, range: Self.range)
  }
}
