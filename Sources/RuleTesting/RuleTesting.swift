import ContractCheck
import ContractModel
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// Runs tests of rules: each decides a contract of its own as a check would, and compares.
package enum RuleTesting {
  package static func run(_ input: TestInput) -> TestOutcome {
    var run = TestRun(measuresCoverage: input.measuresCoverage)
    let plan = run.readRules(input.ruleFiles)
    let sorted = input.testFiles.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in sorted { run.run(file, filter: input.filter, under: plan) }
    return TestOutcome(
      results: run.results, diagnostics: run.diagnostics, files: run.files,
      brokenInvariant: run.brokenInvariant,
      coverage: input.measuresCoverage
        ? plan.rules.coverage(by: run.witness, in: run.files) : nil)
  }
}

private struct TestRun {
  let measuresCoverage: Bool
  var files = SourceFiles()
  var results: [TestResult] = []
  var diagnostics: [Diagnostic] = []
  var brokenInvariant: String?
  /// What the tests that passed have shown.
  var witness = Witness()
  private var reported: Set<Diagnostic> = []

  init(measuresCoverage: Bool) { self.measuresCoverage = measuresCoverage }

  mutating func readRules(_ inputs: [InputFile]) -> EvaluationPlan {
    let plan = ContractCheck.plan(reading: inputs, into: &files)
    report(plan.diagnostics)
    return plan.value
  }

  /// Runs the tests of a file, unless it cannot be parsed: what was skipped there may matter.
  mutating func run(_ input: InputFile, filter: String?, under plan: EvaluationPlan) {
    let id = files.add(SourceFile(path: input.path, bytes: input.bytes))
    let tree = SyntaxTree.parsing(files[id], id: id)
    report(tree.diagnostics)
    guard !tree.diagnostics.contains(where: \.isError) else { return }
    let file = tree.value.checkedTests()
    report(file.diagnostics)
    for test in file.value.tests where filter.map(test.title.value.contains) ?? true {
      run(test, calendars: file.value.calendars, under: plan)
    }
  }

  private mutating func run(
    _ test: TestText, calendars: [BusinessCalendar], under plan: EvaluationPlan
  ) {
    guard let table = test.cases else {
      let trial = TestTrial(test, row: nil, calendars: calendars, files: files, plan: plan)
      add(trial, of: test, row: nil, range: test.title.range)
      return
    }
    for row in table.rows {
      let cells = CaseRow(heads: table.heads, row: row)
      let trial = TestTrial(test, row: cells, calendars: calendars, files: files, plan: plan)
      add(trial, of: test, row: words(of: row, under: table.heads), range: row.range)
    }
  }

  private mutating func add(
    _ trial: TestTrial, of test: TestText, row: String?, range: SourceRange
  ) {
    var trial = trial
    trial.run(notingRows: measuresCoverage)
    report(trial.diagnostics)
    brokenInvariant = brokenInvariant ?? trial.brokenInvariant
    if measuresCoverage, trial.status == .passed { witness.add(trial.witness) }
    results.append(
      TestResult(
        title: test.title.value, row: row, range: range, status: trial.status,
        failures: trial.failures))
  }

  private func words(of row: TableSyntax.Row, under heads: [NameSyntax]) -> String {
    zip(heads, row.cells).map { head, cell in
      let bytes = files[cell.range.file].bytes[cell.range.lower..<cell.range.upper]
      return "\(head.text) \(String(decoding: bytes, as: UTF8.self))"
    }.joined(separator: ", ")
  }

  /// A mistake in a base would be reported for every test that begins with it.
  private mutating func report(_ found: [Diagnostic]) {
    for diagnostic in found where reported.insert(diagnostic).inserted {
      diagnostics.append(diagnostic)
    }
  }
}
