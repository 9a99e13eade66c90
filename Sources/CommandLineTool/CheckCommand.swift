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
    var report = Report(
      ReportHead(
        asOf: asOf, asOfIsToday: options.asOf == nil, toolVersion: HoldbackCommand.version))
    for decision in outcome.contracts {
      report.add(ReportedContract(decision, files: outcome.files))
    }
    for diagnostic in outcome.diagnostics {
      report.add(ReportedDiagnostic(diagnostic, in: outcome.files))
    }
    return report
  }

  /// Writes every report that was asked for, and returns how that went.
  private func write(_ report: Report) -> [ExitStatus] {
    func text(_ format: CheckFormat, _ style: TextStyle) -> String {
      format.writer(report.totals.head, style: style).rendering(report)
    }
    let plain = TextStyle(
      colour: false, width: Host.pageWidth, verbosity: options.report.verbosity)
    let main = text(options.format, host.style(of: options.report))
    return [host.writeReport(main, to: options.report.output)]
      + options.reports.map { host.writeReport(text($0.format, plain), to: $0.path) }
  }

  private var rulePaths: [String] { host.rulePaths(options.rules, beside: options.paths) }

  private func tellNothing(was input: CheckInput) {
    let paths = options.paths.map { "'\(VisibleText.escaping($0))'" }.joined(separator: ", ")
    if !host.complainedOfNothing(in: input, paths: options.paths, rules: rulePaths, to: "check") {
      host.complain("nothing to check: no rule applied to what is in \(paths)")
    }
  }
}
