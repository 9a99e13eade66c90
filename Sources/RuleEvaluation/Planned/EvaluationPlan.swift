import ContractModel
package import Records
package import RuleChecking

/// A rule book resolved once, to be run over many contracts: every collection that any rule looks at
/// has a slot, which is looked into once for each part that has its records.
package struct EvaluationPlan: Sendable {
  package let rules: RuleBook
  /// What the records of its contracts may be and say.
  package let vocabulary: RecordVocabulary
  let clauses: [ClausePlan]

  package init(_ rules: RuleBook) {
    self.rules = rules
    vocabulary = RecordVocabulary(rules.kinds)
    clauses = rules.clauses.map { clause in
      var planner = ClausePlanner(clause)
      return planner.planned()
    }
  }
}

extension EvaluationPlan {
  private init(_ rules: RuleBook, _ vocabulary: RecordVocabulary, _ clauses: [ClausePlan]) {
    self.rules = rules
    self.vocabulary = vocabulary
    self.clauses = clauses
  }

  /// Returns this plan with another clause in the place of one.
  package func replacing(clause place: Int, with clause: CheckedClause) -> EvaluationPlan {
    var planner = ClausePlanner(clause)
    var clauses = clauses
    clauses[place] = planner.planned()
    return EvaluationPlan(rules.replacing(clause: place, with: clause), vocabulary, clauses)
  }
}

/// A clause whose conditions name slots where the text named collections.
struct ClausePlan: Sendable {
  var slots: [Slot] = []
  /// The slot of each meaning that is an aggregate.
  var meaningSlots: [Int?] = []
  /// The words of the parts that anything is asked of.
  var partWords: Set<PartWord> = []
  /// What is asked of parts, for every subject of a kind.
  var partSlots: [PartSlot] = []
  /// The condition of each meaning that is drawn from parts, if it asks something of them.
  var meaningParts: [PlannedCondition?] = []
  /// The condition of each meaning that is one.
  var meaningConditions: [PlannedCondition?] = []
  var rules: [PlannedRule] = []
  var exceptions: [PlannedException] = []

  /// One collection, and what is asked of it.
  struct Slot: Sendable {
    let collection: CheckedCollection
    let use: Use
    /// Whether its tests read nothing of the subject, so that all subjects that look in one part find
    /// the same.
    let isOfPart: Bool
  }

  /// Whether all of some parts, or at least one of them, satisfies a condition.
  struct PartSlot: Sendable {
    enum Quantifier: Sendable { case every, some }

    let parts: CheckedParts
    let quantifier: Quantifier
    /// Nil is satisfied by every part.
    let condition: PlannedCondition?
  }

  enum Use: Sendable {
    case aggregate(CheckedAggregate.Measure)
    case some
    case every(RowTest)

    /// The test that each record of the collection is put to.
    var test: RowTest? {
      switch self {
      case .aggregate(.share(let test)), .aggregate(.longestRun(let test)),
        .aggregate(.worstDay(let test)), .every(let test):
        test
      case .aggregate, .some: nil
      }
    }
  }
}

/// A condition whose collections are slots.
indirect enum PlannedCondition: Sendable {
  case all([PlannedCondition])
  case any([PlannedCondition])
  case slot(Int, isNegated: Bool)
  case parts(Int, isNegated: Bool)
  case test(CheckedExpression, isNegated: Bool, CheckedRange)
  case meaning(Int)
  case invalid
}

struct PlannedRule: Sendable {
  let filter: PlannedCondition?
  let conditions: [PlannedCondition]
  let requirements: [PlannedCondition]
  let remedyReleases: [[PlannedCondition]]
  let consequenceReleases: [[PlannedCondition]]
  /// What the parts that the rule shows are asked, in its order.
  let shownOfParts: [PlannedCondition]
}

struct PlannedException: Sendable {
  struct Body: Sendable {
    let conditions: [PlannedCondition]
    /// The releases of each consequence.
    let releases: [[PlannedCondition]]
  }

  let bodies: [SubjectKind: Body]
}
