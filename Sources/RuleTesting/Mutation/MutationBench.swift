import ContractModel
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// What came of trying one mutant.
struct MutantJudgement {
  let fate: MutantResult.Fate
  var brokenInvariant: String?
}

/// The rules with one mistake in them.
struct MutatedRules {
  let plan: EvaluationPlan
  let files: SourceFiles
  /// Whether what a contract does not say of a term is not what it was.
  let changesTerms: Bool
}

/// The rules as they are, and the tests that a mutant of them is put to.
struct MutationBench {
  let plan: EvaluationPlan
  let files: SourceFiles
  private let testsOfClause: [String: [PassedTest]]

  init(plan: EvaluationPlan, files: SourceFiles, tests: [PassedTest]) {
    self.plan = plan
    self.files = files
    var byClause: [String: [PassedTest]] = [:]
    for test in tests {
      for clause in test.clauses { byClause[clause, default: []].append(test) }
    }
    testsOfClause = byClause
  }

  /// The tests whose contracts incorporate a clause.
  func tests(of clause: String) -> [PassedTest] { testsOfClause[clause] ?? [] }

  /// Tries the tests of the clause until one notices.
  func judge(_ mutant: Mutant) -> MutantJudgement {
    guard let mutated = rules(with: mutant) else { return MutantJudgement(fate: .invalid) }
    for test in tests(of: mutant.clause) {
      var trial = TestTrial(
        test.test, saying: test.says, bound: mutated.changesTerms ? nil : test.bound,
        files: mutated.files, plan: mutated.plan)
      trial.run()
      if let law = trial.brokenInvariant {
        return MutantJudgement(fate: .killed, brokenInvariant: law)
      }
      if trial.status != .passed { return MutantJudgement(fate: .killed) }
    }
    return MutantJudgement(fate: .survived(nil))
  }

  /// Returns the rules with the mistake made; nil where they are no rules any more.
  ///
  /// Only the clause that is changed is checked and planned anew.
  func rules(with mutant: Mutant) -> MutatedRules? {
    let file = files[mutant.range.file]
    let bytes =
      file.bytes[..<mutant.range.lower] + Array(mutant.replacement.utf8)
      + file.bytes[mutant.range.upper...]
    let mutated = SourceFile(path: file.path, bytes: Array(bytes))
    let tree = SyntaxTree.parsing(mutated, id: mutant.range.file)
    let files = files.replacing(mutant.range.file, with: mutated)
    guard !tree.diagnostics.contains(where: \.isError),
      let syntax = tree.value.clause(named: mutant.clause),
      let place = plan.rules.clauses.firstIndex(where: { $0.name == mutant.clause })
    else { return nil }
    let clause = syntax.checkedClause(among: plan.rules.kinds, in: files)
    guard !clause.diagnostics.contains(where: \.isError) else { return nil }
    return MutatedRules(
      plan: plan.replacing(clause: place, with: clause.value), files: files,
      changesTerms: syntax.terms.contains { $0.range.contains(mutant.range) })
  }
}

extension SyntaxTree {
  func clause(named name: String) -> ClauseSyntax? {
    for case .clause(let clause) in declarations where clause.name.text == name { return clause }
    return nil
  }
}
