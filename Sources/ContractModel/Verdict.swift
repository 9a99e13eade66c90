package import SourceText

/// What was concluded about one subject under one rule.
package enum Verdict: String, CaseIterable, Hashable, Sendable {
  case met
  case failed
  /// The evidence does not settle the matter.
  case unproven
  /// Records of equal authority contradict each other.
  case contested
  /// An exception defeats the rule for this subject.
  case excused
  case waived
  /// Taken out of what is due, as by a descoping.
  case notDue = "not-due"
  case notApplicable = "not-applicable"
  /// The rule could not be evaluated: overflow, a date outside its calendar.
  case errored

  /// Its place among all.
  package var place: Int {
    switch self {
    case .met: 0
    case .failed: 1
    case .unproven: 2
    case .contested: 3
    case .excused: 4
    case .waived: 5
    case .notDue: 6
    case .notApplicable: 7
    case .errored: 8
    }
  }
}

/// Names a rule or an exception, with the clause it stands in and the section it cites.
package struct Citation: Hashable, Sendable {
  package let clause: String
  package let rule: String
  /// `5.2`, `FAR 52.211-11`; nil where the text cites nothing.
  package let section: String?
  /// What a reader is pointed to: the name, where it has one.
  package let range: SourceRange
  /// All that it says, from its first word to its last.
  package let text: SourceRange

  package init(
    clause: String, rule: String, section: String?, range: SourceRange, text: SourceRange? = nil
  ) {
    self.clause = clause
    self.rule = rule
    self.section = section
    self.range = range
    self.text = text ?? range
  }
}

/// A record, or a field of one, that would help to settle a matter.
package struct MissingEvidence: Hashable, Comparable, Sendable {
  /// The name of a record kind, or a field of the contract.
  package let kind: String
  package let field: String?
  package let subject: SubjectID
  /// The day that a calendar, whose name `kind` then is, says nothing about; the name is empty where
  /// the contract names no calendar.
  package let uncoveredDay: CivilDate?

  package init(kind: String, field: String? = nil, subject: SubjectID) {
    self.kind = kind
    self.field = field
    self.subject = subject
    uncoveredDay = nil
  }

  private init(_ day: CivilDate, uncoveredBy calendar: String) {
    kind = calendar
    field = nil
    subject = .contract
    uncoveredDay = day
  }

  /// Returns the day that a calculation failed for, where a calendar says nothing about it.
  package static func days(lackedBy failure: any Error) -> [MissingEvidence] {
    guard case .outsideCalendar(let day, let calendar)? = failure as? DateFailure else { return [] }
    return [MissingEvidence(day, uncoveredBy: calendar)]
  }

  package static func < (left: MissingEvidence, right: MissingEvidence) -> Bool {
    (left.subject, left.kind, left.field ?? "", left.dayNumber)
      < (right.subject, right.kind, right.field ?? "", right.dayNumber)
  }

  private var dayNumber: Int32 { uncoveredDay?.dayNumber ?? .min }
}

/// What a rule does to money or tells a person, by its verb; the verb is the stage.
package enum EffectVerb: String, CaseIterable, Hashable, Sendable {
  case suspend
  case reject
  case withhold
  case `defer`
  case dispute
  case retain
  case release
  case recover
  case deduct
  case setOff = "set-off"
  case pay
  case owe
  case notify
  case report
  case refer
  case excuse

  /// The stage of settlement (domain reference 2.13) at which the verb acts.
  package var stage: Int {
    switch self {
    case .excuse: 1
    case .suspend: 2
    case .reject: 3
    case .withhold, .defer: 4
    case .dispute: 5
    case .retain, .release: 6
    case .recover: 7
    case .deduct: 9
    case .setOff: 11
    case .pay, .owe, .notify: 12
    case .report, .refer: 13
    }
  }

  /// Whether the verb takes money out of a payment.
  package var takesMoney: Bool { stage >= 2 && stage <= 11 && self != .release }
}

/// One consequence of a rule for one subject, with its amount worked out.
package struct Effect: Sendable {
  package let verb: EffectVerb
  /// Minor units after rounding; nil where the verb takes no amount, or takes all there is.
  package let amount: Interval?
  /// The lowest cap that applies, in minor units.
  package let cap: Interval?
  /// The word after `as` or `of`: deductions of one ground for one subject count once.
  package let ground: String?
  /// The word after the verb: a party, the name of a report.
  package let object: String?
  /// The day after `by`.
  package let deadline: Interval?
  /// What ends a hold, in words, any one of them; empty for what is final.
  package let releasedBy: [String]
  /// Whether this only holds what an undecided rule could take.
  package let isProvisional: Bool
  /// When its rule was decided: a hold acts after what the rule reads.
  package let phase: DecisionPhase

  package init(
    verb: EffectVerb, amount: Interval? = nil, cap: Interval? = nil, ground: String? = nil,
    object: String? = nil, deadline: Interval? = nil, releasedBy: [String] = [],
    isProvisional: Bool = false, phase: DecisionPhase = .first
  ) {
    self.verb = verb
    self.amount = amount
    self.cap = cap
    self.ground = ground
    self.object = object
    self.deadline = deadline
    self.releasedBy = releasedBy
    self.isProvisional = isProvisional
    self.phase = phase
  }
}

/// A named value that a verdict rests on, as the report shows it.
package struct NamedValue: Hashable, Sendable {
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// The result of one rule for one subject: the verdict, why, and what follows.
///
/// It has many parts, none of which changes, and is handed on to whoever asks something of it: shared,
/// not copied.
package final class Finding: Sendable {
  package let rule: Citation
  package let subject: SubjectID
  package let verdict: Verdict
  package let code: ReasonCode
  /// One sentence for a person; written after the verdict and never read by the program.
  package let message: String
  /// The rule's doc comment.
  package let documentation: String?
  package let records: [RecordReference]
  package let missing: [MissingEvidence]
  package let values: [NamedValue]
  package let effects: [Effect]
  /// The exception or waiver that changed the verdict, or that could not be decided.
  package let defeatedBy: Citation?

  package init(
    rule: Citation, subject: SubjectID, verdict: Verdict, code: ReasonCode, message: String,
    documentation: String?, records: [RecordReference], missing: [MissingEvidence],
    values: [NamedValue], effects: [Effect], defeatedBy: Citation?
  ) {
    self.rule = rule
    self.subject = subject
    self.verdict = verdict
    self.code = code
    self.message = message
    self.documentation = documentation
    self.records = records
    self.missing = missing
    self.values = values
    self.effects = effects
    self.defeatedBy = defeatedBy
  }
}

extension Finding {
  /// The effects that follow; not those that an undecided rule might yet have.
  package var certainEffects: [Effect] { effects.filter { !$0.isProvisional } }
}
