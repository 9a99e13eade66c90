package import ContractModel

/// Decides the rules of plain contracts, one contract after the other, in columns that are used again.
///
/// What it does changes it, if only in name: a method that does not would be given a copy of it all.
package struct BriefRun: Sendable {
  let plan: BriefPlan
  var parts = BriefParts()
  var standings: [BriefStanding]
  /// For each step where its values begin; beyond those of the last is room for more.
  var starts: [Int]
  var values: [BriefValue] = []
  /// For each question where its answers begin.
  var answerStarts: [Int]
  var answers: [BriefTruth] = []
  var drawings: [BriefDrawing] = []
  /// For each record of a slot whether it belongs, and whether it passes.
  var members: [BriefTruth] = []
  var passing: [BriefTruth] = []
  private var isGuarded: [Bool] = []

  /// How many findings there are of each verdict, by its place among all.
  package private(set) var verdicts = [Int](repeating: 0, count: Verdict.allCases.count)
  /// What the rules ask of the money, finding by finding.
  package private(set) var effects: [BriefEffect] = []
  package private(set) var findingCount: Int32 = 0

  package init(_ plan: BriefPlan) {
    self.plan = plan
    standings = plan.natures.map { _ in BriefStanding() }
    starts = plan.program.steps.map { _ in 0 }
    answerStarts = plan.program.questions.map { _ in 0 }
  }

  /// Decides every rule; false where something of the contract takes a closer look.
  package mutating func decide(_ contract: borrowing PlainContract) -> Bool {
    begin(contract)
    for place in plan.keys.indices {
      let kind = plan.keys[place].kind
      guard
        standings[kind].stand(
          contract.records[kind], asOf: contract.asOf, keys: plan.keys[place])
      else { return false }
    }
    let program = plan.program
    reckon(program, contract)
    for place in program.rules.indices {
      guard decide(program.rules[place], of: program) else { return false }
    }
    return areMilestonesGuarded(contract) && areLinesGuarded(contract)
  }

  /// Makes room for what steps and questions come to.
  private mutating func begin(_ contract: borrowing PlainContract) {
    parts.arrange(contract)
    for verdict in verdicts.indices { verdicts[verdict] = 0 }
    effects.removeAll(keepingCapacity: true)
    findingCount = 0
    isGuarded.removeAll(keepingCapacity: true)
    isGuarded.append(contentsOf: repeatElement(false, count: contract.count))
    var count = 0
    for place in starts.indices {
      starts[place] = count
      count += parts.count(plan.program.steps[place].kind)
    }
    if values.count < count { values = [BriefValue](repeating: .missing, count: 2 * count) }
    count = 0
    for place in answerStarts.indices {
      answerStarts[place] = count
      count += parts.count(plan.program.questions[place].kind)
    }
    if answers.count < count { answers = [BriefTruth](repeating: .odd, count: 2 * count) }
  }

  private mutating func reckon(
    _ program: borrowing BriefProgram, _ contract: borrowing PlainContract
  ) {
    // Taken out while they are written, as whatever is done changes the rest of it.
    var values = values
    self.values = []
    var found = values.mutableSpan
    for place in program.steps.indices {
      work(out: program.steps[place], at: starts[place], of: program, contract, &found)
    }
    var answers = answers
    self.answers = []
    var given = answers.mutableSpan
    for place in program.questions.indices {
      answer(
        program.questions[place], at: answerStarts[place], of: program, contract, found.span,
        &given)
    }
    self.values = values
    self.answers = answers
  }

  // MARK: Rules

  private mutating func decide(
    _ rule: BriefProgram.Rule, of program: borrowing BriefProgram
  ) -> Bool {
    var isAboutSome = false
    for place in 0..<parts.count(rule.kind) {
      if let filter = rule.filter {
        switch answers[answerStarts[filter] + place] {
        case .no: continue
        case .odd: return false
        case .yes, .unknown: break
        }
      }
      isAboutSome = true
      guard let verdict = verdict(of: rule, at: place) else { return false }
      let certainlyApplies = answers[answerStarts[rule.applies] + place] == .yes
      verdicts[verdict.place] += 1
      let part = parts.part(place, rule.kind)
      if rule.decidesPayment, certainlyApplies { isGuarded[Int(part)] = true }
      guard add(rule, of: program, verdict, at: place, for: part) else { return false }
      findingCount += 1
    }
    // That a rule is about no part is said, with its place.
    return isAboutSome
  }

  private mutating func verdict(of rule: BriefProgram.Rule, at place: Int) -> Verdict? {
    switch answers[answerStarts[rule.applies] + place] {
    case .no: return .notApplicable
    case .unknown: return .unproven
    case .odd: return nil
    case .yes: break
    }
    switch answers[answerStarts[rule.requires] + place] {
    case .yes: return .met
    case .no: return .failed
    case .unknown: return .unproven
    case .odd: return nil
    }
  }

  private mutating func add(
    _ rule: BriefProgram.Rule, of program: borrowing BriefProgram, _ verdict: Verdict,
    at place: Int, for part: Int32
  ) -> Bool {
    switch verdict {
    case .met: add(rule.consequences, of: program, at: place, for: part)
    case .failed: add(rule.remedies, of: program, at: place, for: part)
    case .unproven:
      add(rule.remedies, of: program, at: place, for: part, isProvisional: true)
        && add(rule.consequences, of: program, at: place, for: part, isProvisional: true)
    default: true
    }
  }

  private mutating func add(
    _ list: Range<Int>, of program: borrowing BriefProgram, at place: Int, for part: Int32,
    isProvisional: Bool = false
  ) -> Bool {
    for index in list {
      let effect = program.effects[index]
      if let release = effect.release {
        switch answers[answerStarts[release] + place] {
        case .yes: continue
        case .odd: return false
        case .no, .unknown: break
        }
      }
      var limit: Int64?
      for limiting in effect.limits {
        let value = values[starts[program.limits[limiting]] + place]
        guard value.form == .exact else { return false }
        limit = min(limit ?? .max, max(0, value.number))
      }
      guard effect.takesMoney else { continue }
      effects.append(
        BriefEffect(
          verb: effect.verb, subject: part, finding: findingCount, amount: limit,
          isProvisional: isProvisional, ground: effect.ground))
    }
    return true
  }

  /// Whether some rule is about every milestone: that there is none is said of each.
  private mutating func areMilestonesGuarded(_ contract: borrowing PlainContract) -> Bool {
    if plan.guardsMilestones { return true }
    guard plan.guardsDeliverables else { return false }
    let (milestone, deliverable) = (SubjectKind.milestone.place, SubjectKind.deliverable.place)
    return (0..<parts.count(milestone)).allSatisfy { place in
      (0..<parts.count(deliverable)).contains {
        parts.holder(of: parts.part($0, deliverable), kind: milestone)
          == parts.part(place, milestone)
      }
    }
  }

  /// Whether some rule decided of every line whether it is due: that there is none is said, line by
  /// line.
  private mutating func areLinesGuarded(_ contract: borrowing PlainContract) -> Bool {
    if isGuarded[0] { return true }
    let (milestone, deliverable) = (SubjectKind.milestone.place, SubjectKind.deliverable.place)
    for place in 0..<parts.count(SubjectKind.line.place) {
      let line = parts.part(place, SubjectKind.line.place)
      let billed = contract.billed[Int(line)]
      guard billed >= 0 else {
        guard isGuarded[Int(line)] else { return false }
        continue
      }
      let whole = parts.holder(of: billed, kind: milestone)
      if isGuarded[Int(billed)] || whole >= 0 && isGuarded[Int(whole)] { continue }
      let isPartGuarded = (0..<parts.count(deliverable)).contains {
        let part = parts.part($0, deliverable)
        return isGuarded[Int(part)] && parts.holder(of: part, kind: milestone) == billed
      }
      guard isPartGuarded else { return false }
    }
    return true
  }
}
