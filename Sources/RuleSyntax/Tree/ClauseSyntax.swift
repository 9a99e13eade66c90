package import SourceText

/// `clause working-exchange "Each capability works" { … }`: terms, meanings, rules and exceptions.
package struct ClauseSyntax: Sendable {
  package let name: NameSyntax
  package let title: TextSyntax?
  package let citation: TextSyntax?
  package let rounding: RoundingSyntax?
  package let terms: [TermSyntax]
  package let meanings: [MeaningSyntax]
  package let rules: [RuleSyntax]
  package let exceptions: [ExceptionSyntax]
  package let documentation: String?
  package let range: SourceRange

  package init(
    name: NameSyntax, title: TextSyntax?, citation: TextSyntax?, rounding: RoundingSyntax?,
    terms: [TermSyntax], meanings: [MeaningSyntax], rules: [RuleSyntax],
    exceptions: [ExceptionSyntax], documentation: String?, range: SourceRange
  ) {
    self.name = name
    self.title = title
    self.citation = citation
    self.rounding = rounding
    self.terms = terms
    self.meanings = meanings
    self.rules = rules
    self.exceptions = exceptions
    self.documentation = documentation
    self.range = range
  }
}

/// `half up to cent`: how money with fractions becomes whole cents.
package struct RoundingSyntax: Sendable {
  package enum Mode: String, Sendable {
    case halfUp = "half up"
    case halfEven = "half even"
    case up = "up"
    case down = "down"
  }
  package enum Target: Sendable {
    case cent
    case literal(LiteralSyntax)
  }

  package let mode: Mode
  package let target: Target
  package let range: SourceRange

  package init(mode: Mode, target: Target, range: SourceRange) {
    self.mode = mode
    self.target = target
    self.range = range
  }
}

/// `term floor percent 50% to 100% default 99%`, or `term rate money per calendar day by net-late`.
package struct TermSyntax: Sendable {
  package enum Default: Sendable {
    case range(RangeSyntax)
    case table(TableSyntax)
  }

  package let name: NameSyntax
  package let type: TypeSyntax
  /// The meaning whose value picks the row, where the term is a table.
  package let input: NameSyntax?
  package let standard: Default?
  package let documentation: String?
  package let range: SourceRange

  package init(
    name: NameSyntax, type: TypeSyntax, input: NameSyntax?, standard: Default?,
    documentation: String?, range: SourceRange
  ) {
    self.name = name
    self.type = type
    self.input = input
    self.standard = standard
    self.documentation = documentation
    self.range = range
  }
}

/// Rows of ranges; the last cell of a row is its result.
package struct TableSyntax: Sendable {
  package struct Row: Sendable {
    package let cells: [RangeSyntax]
    package let range: SourceRange

    package init(cells: [RangeSyntax], range: SourceRange) {
      self.cells = cells
      self.range = range
    }
  }

  package let heads: [NameSyntax]
  package let rows: [Row]
  package let range: SourceRange

  package init(heads: [NameSyntax], rows: [Row], range: SourceRange) {
    self.heads = heads
    self.rows = rows
    self.range = range
  }
}

/// `passing means share of runs where result is passed`: a derived quantity with its name.
package struct MeaningSyntax: Sendable {
  package indirect enum Form: Sendable {
    case collection(CollectionSyntax)
    case number(of: CollectionSyntax)
    case share(of: CollectionSyntax)
    case sum(NameSyntax, of: CollectionSyntax)
    case extreme(Extreme, NameSyntax, of: CollectionSyntax)
    case percentile(LiteralSyntax, NameSyntax, of: CollectionSyntax)
    case longestRun(of: CollectionSyntax)
    case worstDay(of: CollectionSyntax)
    case daysCovered(UnitSyntax, by: CollectionSyntax)
    case table(TableSyntax)
    case quantity(ExpressionSyntax)
    case condition(ConditionSyntax)
  }
  package enum Extreme: String, Sendable { case earliest, latest, largest, smallest }

  package let name: NameSyntax
  package let form: Form
  /// The value after `, or` that stands in `while none` is recorded.
  package let fallback: ExpressionSyntax?
  package let documentation: String?
  package let range: SourceRange

  package init(
    name: NameSyntax, form: Form, fallback: ExpressionSyntax?, documentation: String?,
    range: SourceRange
  ) {
    self.name = name
    self.form = form
    self.fallback = fallback
    self.documentation = documentation
    self.range = range
  }
}

/// `for each milestone where …`, `for deliverable eligibility`, `for contract`.
package struct SubjectSyntax: Sendable {
  package let kind: NameSyntax
  /// The role of a named part; nil after `each` and for the contract itself.
  package let role: NameSyntax?
  package let filter: ConditionSyntax?
  package let range: SourceRange

  package init(kind: NameSyntax, role: NameSyntax?, filter: ConditionSyntax?, range: SourceRange) {
    self.kind = kind
    self.role = role
    self.filter = filter
    self.range = range
  }
}

/// A rule: what it is about, what it requires, what follows.
package struct RuleSyntax: Sendable {
  package let name: NameSyntax
  package let subject: SubjectSyntax?
  package let citation: TextSyntax?
  /// After `reason`: the code that its findings carry.
  package let reason: NameSyntax?
  /// Plurals of the claims that this rule accepts as proof.
  package let admitted: [NameSyntax]
  /// `when`: where the rule applies at all.
  package let conditions: [ConditionSyntax]
  package let requirements: [ConditionSyntax]
  /// `then`: what follows where the rule applies (a rule without requirements).
  package let consequences: [EffectSyntax]
  /// `otherwise`: what follows where a requirement is not met.
  package let remedies: [EffectSyntax]
  package let documentation: String?
  package let range: SourceRange

  package init(
    name: NameSyntax, subject: SubjectSyntax?, citation: TextSyntax?, reason: NameSyntax?,
    admitted: [NameSyntax], conditions: [ConditionSyntax], requirements: [ConditionSyntax],
    consequences: [EffectSyntax], remedies: [EffectSyntax], documentation: String?,
    range: SourceRange
  ) {
    self.name = name
    self.subject = subject
    self.citation = citation
    self.reason = reason
    self.admitted = admitted
    self.conditions = conditions
    self.requirements = requirements
    self.consequences = consequences
    self.remedies = remedies
    self.documentation = documentation
    self.range = range
  }
}

/// `exception not-the-suppliers-delay to on-time { when … then excuse }`.
package struct ExceptionSyntax: Sendable {
  package let name: NameSyntax
  /// The rule or the clause it defeats.
  package let target: NameSyntax
  package let subject: SubjectSyntax?
  package let citation: TextSyntax?
  /// `reason`: the code that findings carry where it holds.
  package let reason: NameSyntax?
  package let conditions: [ConditionSyntax]
  package let consequences: [EffectSyntax]
  package let documentation: String?
  package let range: SourceRange

  package init(
    name: NameSyntax, target: NameSyntax, subject: SubjectSyntax?, citation: TextSyntax?,
    reason: NameSyntax?, conditions: [ConditionSyntax], consequences: [EffectSyntax],
    documentation: String?, range: SourceRange
  ) {
    self.name = name
    self.target = target
    self.subject = subject
    self.citation = citation
    self.reason = reason
    self.conditions = conditions
    self.consequences = consequences
    self.documentation = documentation
    self.range = range
  }
}

/// `withhold milestone's amount until met`, `deduct damages as delay capped at cap`.
package struct EffectSyntax: Sendable {
  /// `withhold`, `defer`, `suspend`, `reject`, `retain`, `release`, `recover`, `deduct`, `dispute`,
  /// `set-off`, `pay`, `owe`, `notify`, `report`, `refer`, `excuse`.
  package let verb: NameSyntax
  package let amount: ExpressionSyntax?
  /// Words after the verb that are no amount: `payment`, `invoice`, a party, the name of a report.
  package let object: NameSyntax?
  /// The word after `as` or `of`: the ground of a deduction, the kind of a notice.
  package let ground: NameSyntax?
  package let caps: [ExpressionSyntax]
  package let isWithoutLimit: Bool
  package let release: ReleaseSyntax?
  /// The date after `by`.
  package let deadline: ExpressionSyntax?
  /// The names after `showing`.
  package let shown: [NameSyntax]
  package let range: SourceRange

  package init(
    verb: NameSyntax, amount: ExpressionSyntax?, object: NameSyntax?, ground: NameSyntax?,
    caps: [ExpressionSyntax], isWithoutLimit: Bool, release: ReleaseSyntax?,
    deadline: ExpressionSyntax?, shown: [NameSyntax], range: SourceRange
  ) {
    self.verb = verb
    self.amount = amount
    self.object = object
    self.ground = ground
    self.caps = caps
    self.isWithoutLimit = isWithoutLimit
    self.release = release
    self.deadline = deadline
    self.shown = shown
    self.range = range
  }
}

/// What ends a hold: `until met`, `until some settlements`, `until met or some settlements`.
package struct ReleaseSyntax: Sendable {
  /// Whether `met`, the rule's own requirement, is among the alternatives.
  package let isMetEnough: Bool
  /// The alternatives other than `met`.
  package let conditions: [ConditionSyntax]
  package let range: SourceRange

  package init(isMetEnough: Bool, conditions: [ConditionSyntax], range: SourceRange) {
    self.isMetEnough = isMetEnough
    self.conditions = conditions
    self.range = range
  }
}
