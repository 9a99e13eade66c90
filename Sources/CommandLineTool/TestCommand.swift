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
    let hasErrors = outcome.diagnostics.contains(where: \.isError)
    if outcome.results.isEmpty, isReadable, !hasErrors { tellNothing(hasFiles: !tests.isEmpty) }
    if options.mutates, outcome.mutation == nil, !outcome.results.isEmpty {
      host.complain("no mutant was made: tests that do not pass would notice nothing")
    }
    return .combining(
      updated + statuses(of: outcome, isReadable: isReadable) + [write(outcome)])
  }

  private func statuses(of outcome: TestOutcome, isReadable: Bool) -> [ExitStatus] {
    var statuses: [ExitStatus] = []
    if outcome.results.contains(where: { $0.status == .failed }) { statuses.append(.failed) }
    if let least = options.leastCoverage, let coverage = outcome.coverage,
      !coverage.isAtLeast(percent: least)
    {
      statuses.append(.failed)
    }
    if let least = options.leastKilled, let mutation = outcome.mutation,
      !mutation.killed.isAtLeast(percent: least)
    {
      statuses.append(.failed)
    }
    if outcome.results.isEmpty { statuses.append(.nothingToCheck) }
    let isInvalid =
      outcome.diagnostics.contains(where: \.isError)
      || outcome.results.contains { $0.status == .invalid }
    if isInvalid || !isReadable { statuses.append(.unusableInput) }
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

  private func write(_ outcome: TestOutcome) -> ExitStatus {
    let report = TestReport(
      results: outcome.results, diagnostics: outcome.diagnostics, files: outcome.files,
      coverage: outcome.coverage, mutation: outcome.mutation)
    return host.write(
      options.report, in: options.format, text: { TextTestReport.rendering(report, style: $0) },
      json: { JSONTestReport.rendering(report) })
  }

  private func tellNothing(hasFiles: Bool) {
    let paths = options.paths.quotedList
    if let filter = options.filter, hasFiles {
      host.complain("nothing to test: no title contains '\(VisibleText.escaping(filter))'")
    } else {
      host.complain("nothing to test: no \(hasFiles ? "test" : "*.tests") in \(paths)")
    }
  }
}
