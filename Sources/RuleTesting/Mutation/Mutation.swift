import ContractModel
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// A test that passes by the rules as they are.
struct PassedTest {
  let test: FilledTest
  let says: TestSayings
  /// The clauses that its contract incorporates.
  let clauses: Set<String>
}

/// The rules with one mistake in them.
struct MutatedRules {
  let plan: EvaluationPlan
  let files: SourceFiles
}

/// Mistakes made in rules one at a time, each tried by the tests of its clause.
struct Mutation {
  let report: MutationReport
  /// What is wrong with the explanations that the rules give.
  let diagnostics: [Diagnostic]
  let brokenInvariant: String?

  init(
    of ruleFiles: [FileID], in files: SourceFiles, under plan: EvaluationPlan,
    tests: [PassedTest]
  ) {
    let trees = ruleFiles.map { SyntaxTree.parsing(files[$0], id: $0).value }
    let names = plan.rules.clauses.map(\.name)
    let tested = tests.reduce(into: Set<String>()) { $0.formUnion($1.clauses) }
    var mutants: [Mutant] = []
    for tree in trees {
      var finder = MutantFinder(tree, in: files)
      finder.findAll(inClausesNamed: tested)
      mutants += finder.mutants
    }
    let found = mutants
    let bench = MutationBench(plan: plan, files: files, tests: tests)
    let judged = Workers.results(of: found.count) { bench.judge(found[$0]) }
    var explanations = Explanations(trees, in: files)
    let results = zip(found, judged).map { mutant, judgement in
      var fate = judgement.fate
      if case .survived = fate, let reason = explanations.reason(for: mutant) {
        fate = .explained(reason)
      }
      return files.result(of: mutant, fate)
    }
    report = MutationReport(results: results, untested: names.filter { !tested.contains($0) })
    diagnostics = explanations.mistakes(inClausesNamed: tested, of: trees)
    brokenInvariant = judged.lazy.compactMap(\.brokenInvariant).first
  }
}

extension SourceFiles {
  /// Returns a result with the lines that the mutant changes.
  fileprivate func result(of mutant: Mutant, _ fate: MutantResult.Fate) -> MutantResult {
    let file = self[mutant.range.file]
    let first = file.position(at: mutant.range.lower)
    let last = file.position(at: mutant.range.upper)
    let before = (first.line...last.line).map { Array(file.line($0)) }
    var after = Array(before[0].prefix(first.column - 1)) + Array(mutant.replacement.utf8)
    after += before[before.count - 1].dropFirst(last.column - 1)
    let lines = after.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    return MutantResult(
      mutant: mutant, fate: fate, before: before.map { String(decoding: $0, as: UTF8.self) },
      after: lines.filter { !$0.allSatisfy(\.isWhitespace) })
  }
}
