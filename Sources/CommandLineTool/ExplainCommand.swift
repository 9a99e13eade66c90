internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// `holdback explain`: says why contracts are decided as they are, and what would change it.
struct ExplainCommand {
  static let summary = "say why money is not paid, and what would release it"

  let options: ExplainOptions
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = ExplainOptions()
    do throws(UsageError) {
      options.paths = try arguments.applying(ExplainOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.explain) }
      if options.paths.isEmpty { throw .missingPath(command: "explain") }
    } catch {
      return host.refusing(error, help: "holdback explain")
    }
    return ExplainCommand(options: options, host: host).run()
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "what was decided is explained, whatever it is"),
    (.unusableInput, ExitStatus.unusableInput.meaning),
    (.nothingToCheck, ExitStatus.nothingToCheck.meaning),
    (.programFault, ExitStatus.programFault.meaning),
    (.unwritableReport, ExitStatus.unwritableReport.meaning),
  ]

  private func run() -> ExitStatus {
    let asOf = host.asOf(options.asOf, verbosity: options.report.verbosity)
    let rulePaths = host.rulePaths(options.rules, beside: options.paths)
    var finder = InputFinder(host: host)
    let input = finder.checkInput(contracts: options.paths, rules: rulePaths, asOf: asOf)
    for problem in finder.problems { host.complain(problem) }
    guard !input.ruleFiles.isEmpty, !input.contractFiles.isEmpty else {
      guard finder.problems.isEmpty else { return .unusableInput }
      _ = host.complainedOfNothing(
        in: input, paths: options.paths, rules: rulePaths, to: "explain")
      return .nothingToCheck
    }
    let trace = ContractCheck.trace(input)
    if let law = trace.outcome.brokenInvariant {
      return host.confessing(law)
    }
    host.tell(
      trace.outcome.diagnostics, in: trace.outcome.files, verbosity: options.report.verbosity)
    let focus = unknownFocus(in: trace)
    for message in focus { host.complain(message) }
    guard focus.isEmpty else { return .unusableInput }
    let statuses = statuses(of: trace, isReadable: finder.problems.isEmpty)
    return .combining(statuses + [write(trace, asOf: asOf)])
  }

  private func statuses(of trace: CheckTrace, isReadable: Bool) -> [ExitStatus] {
    var statuses: [ExitStatus] = []
    let isIncomplete = trace.outcome.diagnostics.contains(where: \.isError) || !isReadable
    if isIncomplete { statuses.append(.unusableInput) }
    if trace.contracts.isEmpty, !isIncomplete { statuses.append(.nothingToCheck) }
    return statuses
  }

  /// What is asked about and is not there, in words.
  private func unknownFocus(in trace: CheckTrace) -> [String] {
    let contracts = trace.contracts.map(\.decision.contract)
    let milestones = contracts.flatMap { contract in
      contract.subjects(of: .milestone).map { contract[$0].name }
    }
    let rules = trace.contracts.flatMap { $0.decision.findings.map(\.rule.rule) }
    return [
      unknown(options.milestone, "milestone", among: milestones, where: "no contract has"),
      unknown(options.rule, "rule", among: rules, where: "these contracts are not judged by"),
    ].compactMap { $0 }
  }

  private func unknown(
    _ name: String?, _ what: String, among names: [String], where words: String
  ) -> String? {
    guard let name, !names.contains(name) else { return nil }
    let nearest = NearestName.of(name, among: Array(Set(names)).sorted())
    let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
    return "\(words) a \(what) named '\(VisibleText.escaping(name))'\(hint)"
  }

  private func write(_ trace: CheckTrace, asOf: CivilDate) -> ExitStatus {
    let report = ExplanationReport(
      asOf: asOf, asOfIsToday: options.asOf == nil, explanations: trace.explanations,
      files: trace.outcome.files, milestone: options.milestone, rule: options.rule)
    return host.write(
      options.report, in: options.format, text: { TextExplanation.rendering(report, style: $0) },
      json: { JSONExplanation.rendering(report) })
  }
}
