import ContractModel
import RuleChecking
import RuleEvaluation

/// Compares an evaluator with the reference on random cases.
enum Differential {
  /// Where two evaluators differ, with all that it takes to see it again.
  struct Disagreement: CustomStringConvertible {
    let seed: UInt64
    let phase: DecisionPhase
    let expected: RuleOutcome?
    let actual: RuleOutcome?

    var description: String {
      """
      seed \(seed), phase \(phase)
      expected \(expected.map { "\($0)" } ?? "no outcome")
      actual   \(actual.map { "\($0)" } ?? "no outcome")
      """
    }
  }

  /// Returns the first disagreement of each case in which there is one.
  static func disagreements(
    _ seeds: some Sequence<UInt64>,
    _ evaluate: (GeneratedCase, DecisionPhase) -> [RuleOutcome]
  ) -> [Disagreement] {
    seeds.compactMap { seed in
      var generator = CheckedGenerator(seed: seed)
      let made = generator.generated()
      for phase in DecisionPhase.allCases {
        if let found = disagreement(made, in: phase, evaluate) { return found }
      }
      return nil
    }
  }

  /// The outcomes of all phases by the reference.
  static func outcomes(of made: GeneratedCase) -> [RuleOutcome] {
    DecisionPhase.allCases.flatMap { reference(made, in: $0) }
  }

  static func reference(_ made: GeneratedCase, in phase: DecisionPhase) -> [RuleOutcome] {
    ReferenceEvaluator(
      rules: made.rules, contract: made.contract, records: made.records, asOf: made.asOf
    ).outcomes(in: phase, given: made.supplied)
  }

  private static func disagreement(
    _ made: GeneratedCase, in phase: DecisionPhase,
    _ evaluate: (GeneratedCase, DecisionPhase) -> [RuleOutcome]
  ) -> Disagreement? {
    let expected = reference(made, in: phase)
    let actual = evaluate(made, phase)
    for place in 0..<max(expected.count, actual.count) {
      let pair = (
        place < expected.count ? expected[place] : nil, place < actual.count ? actual[place] : nil
      )
      let isSilent = pair.0?.namesWhatIsMissing == true && pair.1?.namesWhatIsMissing == false
      guard pair.0?.decided != pair.1?.decided || isSilent else { continue }
      return Disagreement(
        seed: made.seed, phase: phase, expected: pair.0, actual: pair.1)
    }
    return nil
  }
}

extension RuleOutcome {
  /// Whether it is unproven and says what would settle it.
  fileprivate var namesWhatIsMissing: Bool { verdict == .unproven && !missing.isEmpty }

  /// What it decides: everything but the lists of what it rests on and what it lacks, which two
  /// evaluators may draw wider or narrower without moving a cent.
  fileprivate var decided: RuleOutcome {
    RuleOutcome(
      incorporation: incorporation, rule: rule, subject: subject, verdict: verdict,
      mayNotApply: mayNotApply, effects: effects, failedRequirements: failedRequirements,
      defeatedBy: defeatedBy,
      values: values)
  }
}
