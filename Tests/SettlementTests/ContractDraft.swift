import ContractModel
import SourceText

/// A contract in the making: each call adds one part and names it.
struct ContractDraft {
  private(set) var subjects: [Subject] = []

  static let nowhere = SourceRange(file: FileID(0), lower: 0, upper: 0)

  /// Begins a contract; amounts are in minor units.
  init(value: Int? = nil, paid: Int? = nil) {
    var fields: [SubjectField: FieldValue] = [:]
    if let value { fields[.value] = .quantity(.minorUnits(value)) }
    if let paid { fields[.paid] = .quantity(.minorUnits(paid)) }
    _ = add(.contract, "exchange", in: nil, fields: fields)
  }

  mutating func milestone(_ name: String) -> SubjectID { add(.milestone, name, in: .contract) }

  mutating func deliverable(_ name: String, in milestone: SubjectID) -> SubjectID {
    add(.deliverable, name, in: milestone)
  }

  mutating func invoice(_ name: String = "one", received day: Interval? = nil) -> SubjectID {
    add(.invoice, name, in: .contract, fields: day.map { [.received: .quantity($0)] } ?? [:])
  }

  mutating func line(
    _ name: String, in invoice: SubjectID, bills billed: SubjectID? = nil, _ amount: Interval
  ) -> SubjectID {
    add(.line, name, in: invoice, bills: billed, fields: [.amount: .quantity(amount)])
  }

  mutating func line(
    _ name: String, in invoice: SubjectID, bills billed: SubjectID? = nil, _ amount: Int
  ) -> SubjectID {
    line(name, in: invoice, bills: billed, .minorUnits(amount))
  }

  private mutating func add(
    _ kind: SubjectKind, _ name: String, in parent: SubjectID?, bills billed: SubjectID? = nil,
    fields: [SubjectField: FieldValue] = [:]
  ) -> SubjectID {
    subjects.append(
      Subject(
        kind: kind, name: name, title: nil, parent: parent, billed: billed, fields: fields,
        range: Self.nowhere))
    return SubjectID(subjects.count - 1)
  }

  var contract: Contract {
    Contract(
      id: "exchange", title: "Exchange", documentation: nil, parties: [], ranks: [],
      currency: Currency(code: "USD"), subjects: subjects, calendar: nil, monthEnd: nil, zone: nil,
      recordPatterns: [], completeThrough: [:], amendments: [], waivers: [], inlineRecords: [],
      range: Self.nowhere)
  }
}

extension Interval {
  static func minorUnits(_ count: Int) -> Interval { Interval(exactly: Rational(count)) }

  static func moreThan(_ count: Int) -> Interval {
    Interval(lower: .excluded(Rational(count)), upper: nil)
  }

  static func about(_ count: Int) -> Interval { Interval(approximately: Rational(count)) }

  static func atMost(_ count: Int) -> Interval {
    Interval(lower: nil, upper: .included(Rational(count)))
  }

  static func between(_ low: Int, _ high: Int) -> Interval {
    Interval(lower: .included(Rational(low)), upper: .included(Rational(high)))
  }
}

extension Finding {
  static func of(_ rule: String, _ subject: SubjectID, _ effects: [Effect]) -> Finding {
    .of(rule, subject, .failed, effects)
  }

  static func of(
    _ rule: String, _ subject: SubjectID, _ verdict: Verdict, _ effects: [Effect]
  ) -> Finding {
    Finding(
      rule: Citation(
        clause: "payment", rule: rule, section: nil, range: ContractDraft.nowhere),
      subject: subject, verdict: verdict, code: .notAccepted, message: "", documentation: nil,
      records: [], missing: [], values: [], effects: effects, defeatedBy: nil)
  }
}

extension Effect {
  /// An effect that says what ends it where it is a hold.
  static func of(
    _ verb: EffectVerb, _ amount: Interval? = nil, cap: Interval? = nil, as ground: String? = nil
  ) -> Effect {
    let holds: Set<EffectVerb> = [.suspend, .withhold, .defer, .dispute, .retain]
    return Effect(
      verb: verb, amount: amount, cap: cap, ground: ground,
      releasedBy: holds.contains(verb) ? ["the milestone is accepted"] : [])
  }

  static func provisional(_ verb: EffectVerb, _ amount: Interval? = nil) -> Effect {
    Effect(verb: verb, amount: amount, isProvisional: true)
  }
}

extension Amount {
  static func exactly(_ nominal: Int64) -> Amount { Amount(nominal: nominal) }
}
