import ContractCheck
import ContractModel
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// Runs tests of rules: each decides a contract of its own as a check would, and compares.
package enum RuleTesting {
  /// Runs the tests, and then, if asked to and if all pass, makes mistakes in the rules to see whether a
  /// test notices.
  package static func run(_ input: TestInput) -> TestOutcome {
    var run = TestRun(input)
    let plan = run.readRules(input.ruleFiles)
    let sorted = input.testFiles.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in sorted { run.run(file, filter: input.filter, under: plan) }
    let mutation = run.mutation(ofFirst: input.ruleFiles.count, under: plan)
    return TestOutcome(
      results: run.results, diagnostics: run.diagnostics + (mutation?.diagnostics ?? []),
      files: run.files, brokenInvariant: run.brokenInvariant ?? mutation?.brokenInvariant,
      coverage: input.measuresCoverage
        ? plan.rules.coverage(by: run.witness, in: run.files) : nil,
      mutation: mutation?.report, updates: run.update.files(from: run.files))
  }
}

private struct TestRun {
  let measuresCoverage: Bool
  let mutates: Bool
  let records: Bool
  let mostExperiments: Int
  var files = SourceFiles()
  var results: [TestResult] = []
  var diagnostics: [Diagnostic] = []
  var brokenInvariant: String?
  /// What the tests that passed have shown.
  var witness = Witness()
  var passed: [PassedTest] = []
  var update = ExpectationUpdate()
  private var reported: Set<Diagnostic> = []

  init(_ input: TestInput) {
    measuresCoverage = input.measuresCoverage
    mutates = input.mutates
    records = input.updates
    mostExperiments = input.mostExperiments
  }

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
      let filled = FilledTest(test, row: nil, calendars: calendars)
      update.add([add(filled, row: nil, test.title.range, under: plan)])
      return
    }
    var rows: [[Recording]?] = []
    for row in table.rows {
      let cells = CaseRow(heads: table.heads, row: row)
      rows.append(
        add(
          FilledTest(test, row: cells, calendars: calendars),
          row: words(of: row, under: table.heads), row.range, under: plan))
    }
    update.add(rows)
  }

  /// Runs a test and adds its result; returns what it would have to say, or nil if it could not be run.
  private mutating func add(
    _ test: FilledTest, row: String?, _ range: SourceRange, under plan: EvaluationPlan
  ) -> [Recording]? {
    var trial = TestTrial(test, files: files, plan: plan)
    trial.run(notingRows: measuresCoverage, recording: records)
    report(trial.diagnostics)
    brokenInvariant = brokenInvariant ?? trial.brokenInvariant
    if trial.status == .passed {
      if measuresCoverage { witness.add(trial.witness) }
      if mutates { keep(test, saying: trial.says, under: plan) }
    }
    results.append(
      TestResult(
        title: test.title.value, row: row, range: range, status: trial.status,
        failures: trial.failures))
    // A cell that the contract reads, too, says what is and not what must come out.
    return trial.status == .invalid
      ? nil : trial.recordings.filter { !test.reads(valueAt: $0.range) }
  }

  private mutating func keep(
    _ test: FilledTest, saying says: TestSayings, under plan: EvaluationPlan
  ) {
    let bound = ContractCheck.binding(
      test.contract, calendars: test.calendars, in: files, under: plan)
    passed.append(
      PassedTest(
        test: test, says: says, clauses: test.clauses,
        bound: says.expected.isEmpty ? bound : nil))
  }

  private func words(of row: TableSyntax.Row, under heads: [NameSyntax]) -> String {
    zip(heads, row.cells).map { head, cell in
      let bytes = files[cell.range.file].bytes[cell.range.lower..<cell.range.upper]
      return "\(head.text) \(String(decoding: bytes, as: UTF8.self))"
    }.joined(separator: ", ")
  }

  /// Mutates the rules; nil where nobody asked, or a test does not pass and so would notice nothing.
  func mutation(ofFirst ruleFileCount: Int, under plan: EvaluationPlan) -> Mutation? {
    let isSound = !diagnostics.contains(where: \.isError) && !results.isEmpty
    guard mutates, isSound, passed.count == results.count else { return nil }
    return Mutation(
      of: (0..<ruleFileCount).map(FileID.init), in: files, under: plan, tests: passed,
      mostExperiments: mostExperiments)
  }

  /// A mistake in a base would be reported for every test that begins with it.
  private mutating func report(_ found: [Diagnostic]) {
    for diagnostic in found where reported.insert(diagnostic).inserted {
      diagnostics.append(diagnostic)
    }
  }
}
