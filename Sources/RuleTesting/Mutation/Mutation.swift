import ContractCheck
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
  /// Its contract, unless the test expects that something is to be said of it.
  let bound: BoundContract?
}

/// Mistakes made in rules one at a time, each tried by the tests of its clause.
struct Mutation {
  let report: MutationReport
  /// What is wrong with the explanations that the rules give.
  let diagnostics: [Diagnostic]
  let brokenInvariant: String?

  init(
    of ruleFiles: [FileID], in files: SourceFiles, under plan: EvaluationPlan,
    tests: [PassedTest], mostExperiments: Int
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
    let fates = zip(found, judged).map { mutant, judgement in
      guard case .survived = judgement.fate else { return judgement.fate }
      return explanations.reason(for: mutant).map { .explained($0) } ?? judgement.fate
    }
    let tests = bench.testsKilling(
      zip(found, fates).filter(\.1.isOpen).map(\.0), mostExperiments: mostExperiments)
    let results = zip(found, fates).map { mutant, fate in
      files.result(of: mutant, fate.isOpen ? .survived(tests[mutant]) : fate)
    }
    report = MutationReport(results: results, untested: names.filter { !tested.contains($0) })
    diagnostics = explanations.mistakes(inClausesNamed: tested, of: trees)
    brokenInvariant = judged.lazy.compactMap(\.brokenInvariant).first
  }
}

extension MutantResult.Fate {
  /// Whether a test is wanted.
  fileprivate var isOpen: Bool { if case .survived = self { true } else { false } }
}

extension MutationBench {
  /// Returns a test for each mutant that survived, as far as one can be written.
  fileprivate func testsKilling(
    _ mutants: [Mutant], mostExperiments: Int
  ) -> [Mutant: SuggestedTest] {
    let clauses = plan.rules.clauses.filter { clause in
      mutants.contains { $0.clause == clause.name }
    }
    let found = Workers.results(of: clauses.count) { place in
      let search = TestSearch(clauses[place], on: self, mostExperiments: mostExperiments)
      return mutants.filter { $0.clause == clauses[place].name }
        .map { ($0, search.test(killing: $0)) }
    }
    return Dictionary(found.joined().compactMap { mutant, test in test.map { (mutant, $0) } }) {
      first, _ in first
    }
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
