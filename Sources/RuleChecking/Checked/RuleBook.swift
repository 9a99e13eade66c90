package import ContractModel
package import SourceText

/// All record kinds, clauses, calendars and sources of the rule files of a run, understood.
package struct RuleBook: Sendable {
  package let kinds: [RecordKind]
  package let clauses: [CheckedClause]
  package let calendars: [BusinessCalendar]
  package let sources: [CheckedSource]

  package init(
    kinds: [RecordKind], clauses: [CheckedClause], calendars: [BusinessCalendar],
    sources: [CheckedSource] = []
  ) {
    self.sources = sources
    self.kinds = kinds
    self.clauses = clauses
    self.calendars = calendars
  }

  /// Returns these rules with another clause in the place of one.
  package func replacing(clause place: Int, with clause: CheckedClause) -> RuleBook {
    var clauses = clauses
    clauses[place] = clause
    return RuleBook(kinds: kinds, clauses: clauses, calendars: calendars, sources: sources)
  }

  package static let empty = RuleBook(kinds: [], clauses: [], calendars: [])
}

/// A clause understood; shared, not copied, as it never changes and every contract asks for it.
package final class CheckedClause: Sendable {
  package let name: String
  package let title: String?
  package let section: String?
  package let documentation: String?
  package let terms: [CheckedTerm]
  /// Meanings by the kind of subject they are about: one name may stand here once for each kind.
  package let meanings: [CheckedMeaning]
  package let rules: [CheckedRule]
  package let exceptions: [CheckedException]
  package let range: SourceRange
  /// False where a mistake in it was reported: it must not decide anything.
  package let isSound: Bool

  package init(
    name: String, title: String?, section: String?, documentation: String?, terms: [CheckedTerm],
    meanings: [CheckedMeaning], rules: [CheckedRule], exceptions: [CheckedException],
    range: SourceRange, isSound: Bool
  ) {
    self.name = name
    self.title = title
    self.section = section
    self.documentation = documentation
    self.terms = terms
    self.meanings = meanings
    self.rules = rules
    self.exceptions = exceptions
    self.range = range
    self.isSound = isSound
  }

  /// The same clause, which must not decide anything.
  var unsound: CheckedClause {
    CheckedClause(
      name: name, title: title, section: section, documentation: documentation, terms: terms,
      meanings: meanings, rules: rules, exceptions: exceptions, range: range, isSound: false)
  }

  /// The parts the contract must have for this clause: `deliverable eligibility`.
  package var roles: [CheckedSubject] { rules.map(\.subject).filter { $0.role != nil } }
}

/// The value of a term, from the contract or by default.
package enum TermValue: Sendable {
  /// In the unit of the term's type; money in minor units.
  case quantity(Interval)
  /// Money, with the currency it was written in.
  case money(Interval, Currency)
  /// By its place in the type's list of words.
  case word(Int)
  case text(String)
  case table(CheckedTable)
}

/// A term: what a contract gives when it incorporates the clause.
package struct CheckedTerm: Sendable {
  package let name: String
  package let type: ValueType
  /// The values allowed; nil where any is.
  package let domain: Interval?
  /// The one input of a term that is a table.
  package let input: CheckedTable.Input?
  package let standard: TermValue?
  package let documentation: String?
  package let range: SourceRange

  package init(
    name: String, type: ValueType, domain: Interval?, input: CheckedTable.Input?,
    standard: TermValue?, documentation: String?, range: SourceRange
  ) {
    self.name = name
    self.type = type
    self.domain = domain
    self.input = input
    self.standard = standard
    self.documentation = documentation
    self.range = range
  }
}

/// A meaning, for one kind of subject; shared, not copied.
package final class CheckedMeaning: Sendable {
  package enum Form: Sendable {
    case aggregate(CheckedAggregate)
    case parts(CheckedPartAggregate)
    case table(CheckedTable)
    case quantity(CheckedExpression)
    case condition(CheckedCondition)
    case invalid
  }

  package let name: String
  package let subject: SubjectKind
  package let type: ValueType
  package let form: Form
  /// What stands in where absence is known.
  package let fallback: CheckedExpression?
  /// The whole of it: `first-test means earliest dated of test-runs`.
  package let range: SourceRange

  package init(
    name: String, subject: SubjectKind, type: ValueType, form: Form, fallback: CheckedExpression?,
    range: SourceRange
  ) {
    self.name = name
    self.subject = subject
    self.type = type
    self.form = form
    self.fallback = fallback
    self.range = range
  }
}

/// What a rule is about.
package struct CheckedSubject: Sendable {
  package let kind: SubjectKind
  /// The part a contract must name or map: `eligibility`; nil for each of the kind.
  package let role: String?
  package let filter: CheckedCondition?

  package init(kind: SubjectKind, role: String?, filter: CheckedCondition?) {
    self.kind = kind
    self.role = role
    self.filter = filter
  }
}

/// A condition, with the words of the text it was written in.
package struct StatedCondition: Sendable {
  package let condition: CheckedCondition
  package let text: String
  package let range: SourceRange

  package init(condition: CheckedCondition, text: String, range: SourceRange) {
    self.condition = condition
    self.text = text
    self.range = range
  }
}

/// A rule understood; shared, not copied.
package final class CheckedRule: Sendable {
  /// What a rule asks of some parts, and the meanings of such a part that it names.
  package struct ShownParts: Sendable {
    package let parts: CheckedParts
    package let condition: CheckedCondition
    /// What the rule wants the condition to be; a part for which it is not is shown.
    package let wanted: Truth
    package let meanings: [Int]

    package init(
      parts: CheckedParts, condition: CheckedCondition, wanted: Truth = .yes, meanings: [Int]
    ) {
      self.parts = parts
      self.condition = condition
      self.wanted = wanted
      self.meanings = meanings
    }
  }

  package let citation: Citation
  package let subject: CheckedSubject
  package let conditions: [StatedCondition]
  package let requirements: [StatedCondition]
  package let consequences: [CheckedEffect]
  package let remedies: [CheckedEffect]
  /// Meanings whose values the report shows: those that the rule's own conditions name, all of the
  /// kind of subject that the rule is about.
  package let shown: [Int]
  /// Meanings to show for the parts that do not satisfy what the rule asks of all of them.
  package let shownOfParts: [ShownParts]
  /// When it can be decided, by what it reads of the settlement.
  package let phase: DecisionPhase
  /// The code that the text gives its findings.
  package let reason: ReasonCode?
  package let documentation: String?

  package init(
    citation: Citation, subject: CheckedSubject, conditions: [StatedCondition],
    requirements: [StatedCondition], consequences: [CheckedEffect], remedies: [CheckedEffect],
    shown: [Int], shownOfParts: [ShownParts] = [], phase: DecisionPhase,
    reason: ReasonCode? = nil, documentation: String?
  ) {
    self.citation = citation
    self.subject = subject
    self.conditions = conditions
    self.requirements = requirements
    self.consequences = consequences
    self.remedies = remedies
    self.shown = shown
    self.shownOfParts = shownOfParts
    self.phase = phase
    self.reason = reason
    self.documentation = documentation
  }
}

/// An exception understood.
package struct CheckedException: Sendable {
  package struct Body: Sendable {
    package let conditions: [StatedCondition]
    package let consequences: [CheckedEffect]

    package init(conditions: [StatedCondition], consequences: [CheckedEffect]) {
      self.conditions = conditions
      self.consequences = consequences
    }
  }

  package let citation: Citation
  /// The rules it defeats, by their places in the clause.
  package let targets: [Int]
  /// Whether it names the whole clause; an exception to a rule itself is nearer and wins.
  package let isToClause: Bool
  /// What it says for each kind of subject that its targets are about.
  package let bodies: [SubjectKind: Body]
  /// The code that the text gives findings where it holds.
  package let reason: ReasonCode?
  package let documentation: String?

  package init(
    citation: Citation, targets: [Int], isToClause: Bool, bodies: [SubjectKind: Body],
    reason: ReasonCode? = nil, documentation: String?
  ) {
    self.citation = citation
    self.targets = targets
    self.isToClause = isToClause
    self.bodies = bodies
    self.reason = reason
    self.documentation = documentation
  }
}

/// A consequence understood; shared, not copied.
package final class CheckedEffect: Sendable {
  package struct Release: Sendable {
    package let isMetEnough: Bool
    package let conditions: [StatedCondition]

    package init(isMetEnough: Bool, conditions: [StatedCondition]) {
      self.isMetEnough = isMetEnough
      self.conditions = conditions
    }
  }

  package let verb: EffectVerb
  /// Nil where the verb takes no amount, or all there is.
  package let amount: CheckedExpression?
  package let caps: [CheckedExpression]
  /// How fractions of a cent are settled: the rule that the clause `rounds` by.
  package let rounding: RoundingRule
  package let ground: String?
  package let object: String?
  package let release: Release?
  package let deadline: CheckedExpression?
  /// Meanings to show in a report, by place.
  package let shown: [Int]
  package let range: SourceRange

  package init(
    verb: EffectVerb, amount: CheckedExpression?, caps: [CheckedExpression],
    rounding: RoundingRule, ground: String?, object: String?, release: Release?,
    deadline: CheckedExpression?, shown: [Int], range: SourceRange
  ) {
    self.verb = verb
    self.amount = amount
    self.caps = caps
    self.rounding = rounding
    self.ground = ground
    self.object = object
    self.release = release
    self.deadline = deadline
    self.shown = shown
    self.range = range
  }
}
