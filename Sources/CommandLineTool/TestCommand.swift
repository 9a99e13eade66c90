internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import RuleTesting
internal import SourceText

/// `holdback test`: runs tests of the rules and reports what came out otherwise.
struct TestCommand {
  static let summary = "run tests of the rules: small contracts, and what must come of them"

  let options: TestOptions
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = TestOptions()
    do throws(UsageError) {
      options.paths = try arguments.applying(TestOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.test) }
      if options.paths.isEmpty { throw .missingPath(command: "test") }
      if options.updates, options.paths.contains("-") { throw .nothingToUpdate }
      _ = try options.report.places(besides: options.reports.map(\.path))
    } catch {
      return host.refusing(error, help: "holdback test")
    }
    return TestCommand(options: options, host: host).run()
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "every test passed"),
    (.failed, "a test failed, or less is shown or noticed than an option asks for"),
    (.unusableInput, "wrong usage, or rules or tests that have mistakes or cannot be read"),
    (.nothingToCheck, "no test was run"),
    (.programFault, ExitStatus.programFault.meaning),
    (.unwritableReport, ExitStatus.unwritableReport.meaning),
  ]

  private func run() -> ExitStatus {
    var finder = InputFinder(host: host)
    let tests = finder.files(at: options.paths, ending: ".tests")
    let rules = finder.files(at: rulePaths, ending: ".rules")
    for problem in finder.problems { host.complain(problem) }
    // A test that some file is missing for could pass for the wrong reason.
    let isReadable = finder.problems.isEmpty
    var input = TestInput(
      ruleFiles: isReadable ? rules : [], testFiles: isReadable ? tests : [],
      filter: options.filter, measuresCoverage: options.showsCoverage, mutates: options.mutates)
    let updated = options.updates ? update(&input) : []
    let outcome = RuleTesting.run(input)
    if let law = outcome.brokenInvariant {
      return host.confessing(law)
    }
    host.tell(outcome.diagnostics, in: outcome.files, verbosity: options.report.verbosity)
    var problems = finder.problems.map { ReportedDiagnostic(error: .unreadable, $0) }
    let hasErrors = outcome.diagnostics.contains(where: \.isError)
    if outcome.results.isEmpty, isReadable, !hasErrors {
      let message = nothingFound(hasFiles: !tests.isEmpty)
      host.complain(message)
      problems.append(ReportedDiagnostic(error: .nothingToCheck, message))
    }
    if options.mutates, outcome.mutation == nil, !outcome.results.isEmpty {
      host.complain("no mutant was made: tests that do not pass would notice nothing")
    }
    let report = report(on: outcome, problems)
    let written = host.write(
      report, options.report, options.format, besides: options.reports,
      by: { $0.rendering($1, style: $2) })
    return .combining(
      updated + statuses(of: report, isUsable: isReadable && !hasErrors) + written)
  }

  private func report(on outcome: TestOutcome, _ problems: [ReportedDiagnostic]) -> TestReport {
    var demands: [TestDemand] = []
    if let least = options.leastCoverage {
      let shares = outcome.coverage.map {
        [($0.outcomes, "outcomes"), ($0.rows, "rows of tables")]
      }
      demands.append(TestDemand("coverage-at-least", least: least, shares: shares ?? []))
    }
    if let least = options.leastKilled {
      let shares = outcome.mutation.map { [($0.killed, "mutants")] }
      demands.append(TestDemand("mutate-at-least", least: least, shares: shares ?? []))
    }
    return TestReport(
      results: outcome.results,
      diagnostics: outcome.diagnostics.map { .init($0, in: outcome.files) } + problems,
      files: outcome.files, toolVersion: HoldbackCommand.version, coverage: outcome.coverage,
      mutation: outcome.mutation, demands: demands)
  }

  private func statuses(of report: TestReport, isUsable: Bool) -> [ExitStatus] {
    var statuses: [ExitStatus] = []
    if report.results.contains(where: { $0.status == .failed }) { statuses.append(.failed) }
    if report.demands.contains(where: { !$0.isMet }) { statuses.append(.failed) }
    if report.results.isEmpty { statuses.append(.nothingToCheck) }
    let isInvalid = report.results.contains { $0.status == .invalid }
    if isInvalid || !isUsable { statuses.append(.unusableInput) }
    return statuses
  }

  /// The rules that were named, else those that `check` would find and those beside the tests.
  private var rulePaths: [String] {
    guard options.rules.isEmpty else { return options.rules }
    let besides = options.paths.map { path in
      let path = FilePath.normalized(path)
      return host.kind(path, true) == .directory ? path : FilePath.folder(of: path)
    }
    return host.foundRulePaths(beside: options.paths) + besides
  }

  private func nothingFound(hasFiles: Bool) -> String {
    let paths = options.paths.quotedList
    if let filter = options.filter, hasFiles {
      return "nothing to test: no title contains '\(VisibleText.escaping(filter))'"
    }
    return "nothing to test: no \(hasFiles ? "test" : "*.tests") in \(paths)"
  }
}
