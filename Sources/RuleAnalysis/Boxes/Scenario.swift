import ContractModel
import RuleChecking

/// What a contract, its terms and its records have to say so that some quantities of a clause have
/// certain values: the beginning of a counter-example.
///
/// It goes backwards from a value to what it is worked out from, and never changes what it has once
/// settled: so what it reaches can happen, however the quantities hang together.
struct Scenario {
  struct Field: Hashable {
    let field: SubjectField
    let kind: SubjectKind
  }

  /// How an attempt ended, the worse the greater.
  enum Ending: Int, Comparable {
    case reached
    /// There is something that no test can set, as a percentile or interest.
    case opaque
    /// It would need two values at once.
    case contradicted

    static func < (left: Ending, right: Ending) -> Bool { left.rawValue < right.rawValue }
  }

  let scope: ClauseScope
  var terms: [Int: Wanted] = [:]
  var fields: [Field: Wanted] = [:]
  /// A term by cases that is itself what is looked at: what it comes to is for its table to say.
  var fixedTerm: Int?
  var asOf: Rational?
  var drafts: [RecordDraft] = []
  /// How many steps may yet be taken: meanings may rest on one another in more ways than can be tried.
  var stepsLeft = Scenario.stepLimit
  private static var stepLimit: Int { 4_000 }
  /// What meanings come to; what is settled never changes.
  var settledMeanings: [Int: Wanted?] = [:]
  /// The drafts that each collection holds, by its key; no others may pass its filter.
  var members: [String: (collection: CheckedCollection, drafts: [Int])] = [:]

  init(scope: ClauseScope, fixedTerm: Int? = nil) {
    self.scope = scope
    self.fixedTerm = fixedTerm
  }

  /// Lets expressions have values; on any other ending than `reached` nothing has changed.
  mutating func reach(_ wanted: [(CheckedExpression, Wanted)]) -> Ending {
    attempt { scenario in
      for (expression, value) in wanted {
        let ending = scenario.drive(expression, to: value)
        guard ending == .reached else { return ending }
      }
      return scenario.isConsistent() ? .reached : .contradicted
    }
  }

  /// Runs a step, and forgets what it did where it does not get there.
  mutating func attempt(_ step: (inout Scenario) -> Ending) -> Ending {
    var next = self
    let ending = step(&next)
    if ending == .reached {
      self = next
    } else {
      stepsLeft = next.stepsLeft
    }
    return ending
  }

  /// Counts a step; false where there were too many.
  mutating func takesStep() -> Bool {
    stepsLeft -= 1
    return stepsLeft > 0
  }

  /// Runs the first step that gets there; the mildest failure if none does.
  mutating func attemptFirst(_ steps: [(inout Scenario) -> Ending]) -> Ending {
    var worst = Ending.contradicted
    for step in steps {
      let ending = attempt(step)
      if ending == .reached { return .reached }
      worst = min(worst, ending)
    }
    return worst
  }

  // MARK: Leaves

  mutating func set(term place: Int, to value: Wanted) -> Ending {
    if let known = scope.known(term: place) {
      return known.isExactly(value) ? .reached : .contradicted
    }
    guard place != fixedTerm, value != .none else { return .opaque }
    if let quantity = value.quantity {
      guard scope.extent(of: .term(place)).contains(quantity) else { return .contradicted }
    }
    if let settled = terms[place] { return settled == value ? .reached : .contradicted }
    terms[place] = value
    return .reached
  }

  mutating func set(_ field: Field, to value: Wanted) -> Ending {
    guard field.field.suppliedIn == nil, !field.isDerived else { return .opaque }
    if value == .none, !field.field.isOptional(of: field.kind) { return .contradicted }
    if let number = value.quantity, !Extent(of: field.field.type).contains(number) {
      return .contradicted
    }
    if let settled = fields[field] { return settled == value ? .reached : .contradicted }
    fields[field] = value
    return .reached
  }

  mutating func set(asOf value: Wanted) -> Ending {
    guard let day = value.quantity, day.isInteger else { return .contradicted }
    if let asOf { return asOf == day ? .reached : .contradicted }
    asOf = day
    return .reached
  }
}

extension Scenario.Field {
  /// Whether it follows from other parts: the amount of an invoice is the sum of its lines.
  fileprivate var isDerived: Bool {
    (field == .amount && kind == .invoice) || field == .paid
  }
}

extension TermValue {
  /// Whether it is this value and no other.
  fileprivate func isExactly(_ value: Wanted) -> Bool {
    switch (self, value) {
    case (.quantity(let interval), .quantity(let number)),
      (.money(let interval, _), .quantity(let number)):
      interval.exact == number
    case (.word(let mine), .word(let other)): mine == other
    case (.text(let mine), .text(let other)): mine == other
    default: false
    }
  }
}
