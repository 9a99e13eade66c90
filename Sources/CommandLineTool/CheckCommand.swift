internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// `holdback check`: decides contracts and reports what to pay.
struct CheckCommand {
  static let summary = "decide contracts: what to pay, what to hold, and why"

  let options: CheckOptions
  let host: Host
  let checker: Checker

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host, checker: Checker) -> ExitStatus {
    var options = CheckOptions()
    do throws(UsageError) {
      options.paths = try arguments.applying(CheckOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.check) }
      if options.paths.isEmpty { throw .missingPath(command: "check") }
    } catch {
      return host.refusing(error, help: "holdback check")
    }
    return CheckCommand(options: options, host: host, checker: checker).run()
  }

  private func run() -> ExitStatus {
    let asOf = host.asOf(options.asOf, verbosity: options.report.verbosity)
    var finder = InputFinder(host: host)
    let input = finder.checkInput(
      contracts: options.paths, rules: rulePaths, asOf: asOf, needs: checker.needs)
    for problem in finder.problems { host.complain(problem) }
    let isComplete = !input.ruleFiles.isEmpty && !input.contractFiles.isEmpty
    let outcome = isComplete ? checker.run(input) : .nothing
    if let law = outcome.brokenInvariant {
      return host.confessing(law)
    }
    host.tell(outcome.diagnostics, in: outcome.files, verbosity: options.report.verbosity)
    let hasErrors = outcome.diagnostics.contains(where: \.isError)
    if outcome.checkedNothing, finder.problems.isEmpty, !hasErrors { tellNothing(was: input) }
    var statuses = outcome.statuses(under: options)
    if !finder.problems.isEmpty { statuses.append(.unusableInput) }
    return .combining(statuses + write(report(of: outcome, asOf: asOf)))
  }

  private func report(of outcome: CheckOutcome, asOf: CivilDate) -> Report {
    Report(
      asOf: asOf, asOfIsToday: options.asOf == nil, contracts: outcome.contracts,
      diagnostics: outcome.diagnostics, files: outcome.files)
  }

  /// Writes every report that was asked for, and returns how that went.
  private func write(_ report: Report) -> [ExitStatus] {
    let main = options.report.format.rendering(
      report,
      style: host.style(of: options.report))
    let plain = TextStyle(
      colour: false, width: Host.pageWidth, verbosity: options.report.verbosity)
    return [host.writeReport(main, to: options.report.output)]
      + options.reports.map { extra in
        host.writeReport(extra.format.rendering(report, style: plain), to: extra.path)
      }
  }

  private var rulePaths: [String] { host.rulePaths(options.rules, beside: options.paths) }

  private func tellNothing(was input: CheckInput) {
    let paths = options.paths.map { "'\(VisibleText.escaping($0))'" }.joined(separator: ", ")
    if !host.complainedOfNothing(in: input, paths: options.paths, rules: rulePaths, to: "check") {
      host.complain("nothing to check: no rule applied to what is in \(paths)")
    }
  }
}
