internal import ContractCheck
internal import ContractModel
internal import Reporting

/// One explanation on its way: nothing of a decision is kept but why it is so.
struct RunOfExplain {
  let options: ExplainOptions
  let host: Host
  private let asOf: CivilDate
  private var explanations: [Explanation] = []

  /// The most contracts that are explained at once: of more nobody reads all, and memory ends.
  private let mostContracts: Int

  init(_ options: ExplainOptions, on host: Host, mostContracts: Int = 10_000) {
    self.options = options
    self.mostContracts = mostContracts
    self.host = host
    asOf = host.asOf(options.asOf, verbosity: options.report.verbosity)
  }

  /// Explains everything that was named, and returns how it went.
  mutating func explain() -> ExitStatus {
    var run = RunOfContracts(
      RunOfContracts.Named(
        paths: options.paths, rules: options.rules, source: options.source,
        contract: options.contract), verbosity: options.report.verbosity, on: host)
    let ended = run.run(to: "explain", under: terms) { outcome in
      explanations += outcome.explanations
      return explanations.count <= mostContracts
    }
    if let ended { return ended }
    guard explanations.count <= mostContracts else {
      host.complain(
        "there are more than \(mostContracts) contracts to explain; name one with --contract ID"
      )
      return .unusableInput
    }
    let unknown = unknownNames
    for message in unknown { host.complain(message) }
    guard unknown.isEmpty else { return .unusableInput }
    let status: ExitStatus? =
      run.hasErrors ? .unusableInput : explanations.isEmpty ? .nothingToCheck : nil
    return .combining([write()] + (status.map { [$0] } ?? []))
  }

  private func terms(_ ruleFiles: [InputFile]) -> CheckTerms {
    CheckTerms(
      ruleFiles: ruleFiles, asOf: asOf, isAsOfAsked: options.asOf != nil, purpose: .explain,
      contract: options.contract)
  }

  /// What is asked about and is in none of the contracts, in words.
  private var unknownNames: [String] {
    let contracts = explanations.map(\.decision.contract)
    let milestones = contracts.flatMap { contract in
      contract.subjects(of: .milestone).map { contract[$0].name }
    }
    let rules = explanations.flatMap { $0.decision.findings.map(\.rule.rule) }
    func unknown(
      _ name: String?, _ what: String, among names: [String], _ words: String
    ) -> String? {
      guard let name, !names.contains(name) else { return nil }
      return unknownName(name, what, among: names, words)
    }
    return [
      unknown(options.milestone, "milestone", among: milestones, "no contract has a"),
      unknown(options.rule, "rule", among: rules, "these contracts are not judged by a"),
    ].compactMap { $0 }
  }

  private func write() -> ExitStatus {
    let sorted = explanations.sorted {
      $0.decision.contract.id.utf8.lexicographicallyPrecedes($1.decision.contract.id.utf8)
    }
    let report = ExplanationReport(
      asOf: asOf, asOfIsToday: options.asOf == nil, explanations: sorted,
      milestone: options.milestone, rule: options.rule)
    return host.write(
      options.report, in: options.format, text: { TextExplanation.rendering(report, style: $0) },
      json: { JSONExplanation.rendering(report) })
  }
}
