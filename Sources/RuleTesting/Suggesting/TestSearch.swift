import ContractCheck
import ContractModel
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// Looks for tests that would kill mutants of one clause: the contracts of the tests that pass, and
/// contracts that differ from them in one thing, decided by the rules as they are and by the mutant.
struct TestSearch {
  /// A contract on one day, and what the rules as they are say of it.
  private struct Experiment {
    let seed: PassedTest
    let contract: LineSyntax
    let day: CivilDate
    let bound: BoundContract
    let decided: DecidedContract
  }

  private let bench: MutationBench
  private let clause: CheckedClause
  private var experiments: [Experiment] = []

  /// The most tests whose contracts are varied.
  private static var mostSeeds: Int { 8 }
  /// The most tests that are written for a mutant to see whether they prove something.
  private static var mostProofs: Int { 6 }

  /// Prepares so many contracts at most, beside those of the tests themselves.
  init(_ clause: CheckedClause, on bench: MutationBench, mostExperiments: Int) {
    self.bench = bench
    self.clause = clause
    for seed in bench.tests(of: clause.name) { addDays(of: seed) }
    let seeds = distinctSeeds
    var rest = seeds.map { variations(of: $0)[...] }
    let most = experiments.count + mostExperiments
    while experiments.count < most, rest.contains(where: { !$0.isEmpty }) {
      for place in rest.indices {
        if let next = rest[place].popFirst() { add(next.contract, on: next.day, of: seeds[place]) }
      }
    }
  }

  // MARK: Experiments

  /// The contract of a test as it is, on each day that the test asks about.
  private mutating func addDays(of seed: PassedTest) {
    let days = [seed.says.day] + seed.says.parts.map(\.day)
    for day in Set(days.compactMap { $0 }).sorted() { add(seed.test.contract, on: day, of: seed) }
  }

  /// Tests that show something of the clause that those before do not.
  private var distinctSeeds: [PassedTest] {
    var shown: Set<[String]> = []
    let distinct = experiments.filter { experiment in
      let findings = experiment.decided.decision.findings.filter { $0.rule.clause == clause.name }
      let verdicts = findings.map { "\($0.rule.rule) \($0.verdict.rawValue)" }
      return shown.insert(Set(verdicts).sorted()).inserted
    }
    return distinct.prefix(Self.mostSeeds).map(\.seed)
  }

  private mutating func add(_ contract: LineSyntax, on day: CivilDate, of seed: PassedTest) {
    let bound = ContractCheck.binding(
      contract, calendars: seed.test.calendars, in: bench.files, under: bench.plan)
    guard let bound, let decided = try? bound.decided(under: bench.plan, asOf: day) else { return }
    experiments.append(
      Experiment(seed: seed, contract: contract, day: day, bound: bound, decided: decided))
  }

  private func variations(of seed: PassedTest) -> [(contract: LineSyntax, day: CivilDate)] {
    guard let day = seed.says.day else { return [] }
    let days = days(of: seed)
    let varied = ContractVariations(rules: bench.plan.rules, days: days)
      .contracts(from: seed.test.contract)
    return days.filter { $0 != day }.map { (seed.test.contract, $0) } + varied.map { ($0, day) }
  }

  /// The days that the contract of a test speaks of, that its decision was drawn from, and those beside.
  private func days(of seed: PassedTest) -> [CivilDate] {
    let decided = experiments.filter { $0.contract.range == seed.test.contract.range }
    let told = decided.flatMap { $0.decided.decision.findings.flatMap(\.values) }
      .compactMap { CivilDate.parsing($0.text.utf8) }
    let days = Set(seed.test.contract.days + told + [seed.says.day].compactMap { $0 })
    let beside = days.flatMap { day in
      [day.moved(isUp: false), day, day.moved(isUp: true)].compactMap { $0 }
    }
    return Set(beside).sorted()
  }

  // MARK: Search

  /// Returns a test that was seen to kill the mutant, else the one to begin with.
  func test(killing mutant: Mutant) -> SuggestedTest? {
    guard let mutated = bench.rules(with: mutant) else { return nil }
    var proofs = 0
    for experiment in experiments where proofs < Self.mostProofs {
      guard let line = difference(experiment, under: mutated, by: mutant) else { continue }
      proofs += 1
      let test = WrittenTest(
        experiment.seed, experiment.contract, experiment.day, line, mutant, bench)
      if test.isProof(on: bench, against: mutated) { return test.suggestion(isProof: true) }
    }
    guard let first = experiments.first,
      let line = clause.firstVerdict(in: first.decided.decision)
    else { return nil }
    return WrittenTest(first.seed, first.contract, first.day, line, mutant, bench)
      .suggestion(isProof: false)
  }

  private func difference(
    _ experiment: Experiment, under mutated: MutatedRules, by mutant: Mutant
  ) -> ExpectedLine? {
    var bound = Optional(experiment.bound)
    if mutated.changesTerms {
      bound = ContractCheck.binding(
        experiment.contract, calendars: experiment.seed.test.calendars, in: mutated.files,
        under: mutated.plan)
    }
    let decision = experiment.decided.decision
    guard let other = try? bound?.decided(under: mutated.plan, asOf: experiment.day) else {
      return clause.firstVerdict(in: decision)
    }
    // What a rule comes to names its effects by their places: they may have become others.
    let isSameText = ![.verb, .effect, .exception].contains(mutant.change)
    if isSameText, other.outcomes == experiment.decided.outcomes { return nil }
    return clause.difference(of: decision, from: other.decision)
  }
}

extension LineSyntax {
  /// The days written in the line, its table or its block.
  fileprivate var days: [CivilDate] {
    let own = values.compactMap { value -> CivilDate? in
      guard case .date(let text)? = value.literal?.form else { return nil }
      return CivilDate.parsing(text.utf8)
    }
    return own + (block ?? []).flatMap(\.days)
  }
}
