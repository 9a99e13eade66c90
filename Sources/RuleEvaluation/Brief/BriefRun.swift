package import ContractModel

/// Decides the rules of plain contracts, one contract after the other, in columns that are used again.
///
/// What it does changes it, if only in name: a method that does not would be given a copy of it all.
package struct BriefRun: Sendable {
  let plan: BriefPlan
  var parts = BriefParts()
  var standings: [BriefStanding]
  /// For each step of the clause at hand where its values begin; beyond them is room for more.
  var starts: [Int] = []
  var values: [BriefValue] = []
  /// For each question where its answers begin.
  var answerStarts: [Int] = []
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
    for clause in plan.programs.indices {
      guard decide(contract, plan.programs[clause], terms: contract.terms[clause]) else {
        return false
      }
    }
    return areMilestonesGuarded(contract) && areLinesGuarded(contract)
  }

  private mutating func begin(_ contract: borrowing PlainContract) {
    parts.arrange(contract)
    for verdict in verdicts.indices { verdicts[verdict] = 0 }
    effects.removeAll(keepingCapacity: true)
    findingCount = 0
    isGuarded.removeAll(keepingCapacity: true)
    for _ in 0..<contract.count { isGuarded.append(false) }
  }

  private mutating func decide(
    _ contract: borrowing PlainContract, _ program: BriefProgram, terms: [PlainQuantity]
  ) -> Bool {
    begin(program)
    // Taken out while they are written, as whatever is done changes the rest of it.
    var values = values
    self.values = []
    var found = values.mutableSpan
    for place in program.steps.indices {
      work(
        out: program.steps[place], at: starts[place], of: program, terms, contract, &found)
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
    for place in program.rules.indices {
      guard decide(program.rules[place]) else { return false }
    }
    return true
  }

  /// Makes room for what the steps and questions of a program come to.
  private mutating func begin(_ program: BriefProgram) {
    starts.removeAll(keepingCapacity: true)
    var count = 0
    for place in program.steps.indices {
      starts.append(count)
      count += parts.ofKind[program.steps[place].kind].count
    }
    if values.count < count {
      values += [BriefValue](repeating: .missing, count: count)
    }
    answerStarts.removeAll(keepingCapacity: true)
    count = 0
    for place in program.questions.indices {
      answerStarts.append(count)
      count += parts.ofKind[program.questions[place].kind].count
    }
    if answers.count < count { answers += [BriefTruth](repeating: .odd, count: count) }
  }

  // MARK: Rules

  private mutating func decide(_ rule: BriefProgram.Rule) -> Bool {
    var isAboutSome = false
    for (place, part) in parts.ofKind[rule.kind].enumerated() {
      if let filter = rule.filter {
        switch answers[answerStarts[filter] + place] {
        case .no: continue
        case .odd: return false
        case .yes, .unknown: break
        }
      }
      isAboutSome = true
      guard let verdict = verdict(of: rule, at: place) else { return false }
      verdicts[verdict.place] += 1
      if rule.decidesPayment, verdict != .notApplicable { isGuarded[Int(part)] = true }
      guard add(rule, verdict, at: place, for: part) else { return false }
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
    _ rule: BriefProgram.Rule, _ verdict: Verdict, at place: Int, for part: Int32
  ) -> Bool {
    switch verdict {
    case .met: add(rule.consequences, at: place, for: part)
    case .failed: add(rule.remedies, at: place, for: part)
    case .unproven:
      add(rule.remedies, at: place, for: part, isProvisional: true)
        && add(rule.consequences, at: place, for: part, isProvisional: true)
    default: true
    }
  }

  private mutating func add(
    _ list: [BriefProgram.Effect], at place: Int, for part: Int32, isProvisional: Bool = false
  ) -> Bool {
    for effect in list {
      if let release = effect.release {
        switch answers[answerStarts[release] + place] {
        case .yes: continue
        case .odd: return false
        case .no, .unknown: break
        }
      }
      var limit: Int64?
      for step in effect.limits {
        let value = values[starts[step] + place]
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
    for milestone in parts.ofKind[SubjectKind.milestone.place] {
      let hasSome = parts.ofKind[SubjectKind.deliverable.place].contains {
        parts.holder(of: $0, kind: SubjectKind.milestone.place) == milestone
      }
      guard hasSome else { return false }
    }
    return true
  }

  /// Whether some rule decided of every line whether it is due: that there is none is said, line by
  /// line.
  private mutating func areLinesGuarded(_ contract: borrowing PlainContract) -> Bool {
    if isGuarded[0] { return true }
    let (milestone, deliverable) = (SubjectKind.milestone.place, SubjectKind.deliverable.place)
    for line in parts.ofKind[SubjectKind.line.place] {
      let billed = contract.billed[Int(line)]
      guard billed >= 0 else {
        guard isGuarded[Int(line)] else { return false }
        continue
      }
      let whole = parts.holder(of: billed, kind: milestone)
      if isGuarded[Int(billed)] || whole >= 0 && isGuarded[Int(whole)] { continue }
      let isPartGuarded = parts.ofKind[deliverable].contains {
        isGuarded[Int($0)] && parts.holder(of: $0, kind: milestone) == billed
      }
      guard isPartGuarded else { return false }
    }
    return true
  }
}
