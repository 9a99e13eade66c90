internal import Reporting
internal import RuleAnalysis
internal import SourceText

/// `holdback lint`: looks at rules, contracts and tests for what cannot be meant.
struct LintCommand {
  static let summary = "find what cannot be meant in rules, contracts and tests; decides nothing"

  let options: LintOptions
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = LintOptions()
    do throws(UsageError) {
      options.paths = try arguments.applying(LintOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.lint) }
      if options.paths.isEmpty { throw .missingPath(command: "lint") }
      _ = try options.report.places(besides: options.reports.map(\.path))
    } catch {
      return host.refusing(error, help: "holdback lint")
    }
    return LintCommand(options: options, host: host).run()
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "nothing was found"),
    (.failed, "something was found"),
    (.unusableInput, "wrong usage, or texts that have mistakes or cannot be read"),
    (.nothingToCheck, "there was nothing to look at"),
    (.programFault, ExitStatus.programFault.meaning),
    (.unwritableReport, "a report or a mended file could not be written"),
  ]

  private func run() -> ExitStatus {
    var finder = InputFinder(host: host)
    let input = input(finder: &finder)
    for problem in finder.problems { host.complain(problem) }
    var problems = finder.problems.map { ReportedDiagnostic(error: .unreadable, $0) }
    let fileCount = input.rules.count + input.contracts.count + input.tests.count
    if fileCount == 0, problems.isEmpty {
      let message =
        "nothing to lint: no *.rules, *.contract or *.tests in \(options.paths.quotedList)"
      host.complain(message)
      problems.append(ReportedDiagnostic(error: .nothingToCheck, message))
    }
    var statuses: [ExitStatus] = fileCount == 0 ? [.nothingToCheck] : []
    if !finder.problems.isEmpty { statuses.append(.unusableInput) }
    var outcome = input.analysed
    var fixedCount = 0
    if options.isFixing {
      let fixed = outcome.fixed(input)
      (outcome, fixedCount) = (fixed.outcome, fixed.count)
      statuses += fixed.files.map { host.mend($0.path, to: Array($0.text.utf8)) }
    }
    if outcome.diagnostics.contains(where: \.isError) { statuses.append(.unusableInput) }
    if outcome.diagnostics.contains(where: { !$0.isError }) { statuses.append(.failed) }
    let report = LintReport(
      diagnostics: outcome.diagnostics, problems: problems, files: outcome.files,
      fileCount: fileCount, fixedCount: fixedCount)
    let written = host.write(
      report, options.report, options.format, besides: options.reports,
      by: { $0.rendering($1, style: $2) })
    return .combining(statuses + written)
  }
}
