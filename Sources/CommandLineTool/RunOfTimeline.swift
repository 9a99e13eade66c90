internal import ContractCheck
internal import ContractModel
internal import DecisionHistory
internal import Reporting
internal import SourceText

/// Timelines on their way: contracts are followed one by one when all were read, as following takes long,
/// and nothing of one is kept but what moved.
struct RunOfTimeline {
  let options: TimelineOptions
  let host: Host
  /// What was read, with the texts that it refers to.
  private var understood: [(contract: UnderstoodContract, files: SourceFiles)] = []
  private var timelines: [Timeline] = []
  private var diagnostics: [ReportedDiagnostic] = []
  /// What the timelines are silent about, in words.
  private var gaps: [(contract: String, words: String)] = []
  private var brokenLaw: String?

  /// The most contracts that are followed at once: each is decided hundreds of times.
  private let mostContracts: Int

  init(_ options: TimelineOptions, on host: Host, mostContracts: Int = 1_000) {
    self.options = options
    self.mostContracts = mostContracts
    self.host = host
  }

  /// Follows everything that was named, and returns how it went.
  mutating func follow() -> ExitStatus {
    var run = RunOfContracts(
      RunOfContracts.Named(
        paths: options.paths, rules: options.rules, source: options.source,
        contract: options.contract), verbosity: options.report.verbosity, on: host)
    let contract = options.contract
    let ended = run.run(
      to: "follow",
      under: {
        CheckTerms(ruleFiles: $0, asOf: .first, purpose: .understand, contract: contract)
      }, wantsMoreAfter: { take($0) })
    if let ended { return ended }
    guard understood.count <= mostContracts else {
      host.complain(
        "there are more than \(mostContracts) contracts to follow; name one with --contract ID")
      return .unusableInput
    }
    while let (contract, files) = understood.popLast() { follow(contract, in: files) }
    if let brokenLaw { return host.confessing(brokenLaw) }
    for gap in gaps.sorted(by: { $0.contract.utf8.lexicographicallyPrecedes($1.contract.utf8) }) {
      host.complain(gap.words)
    }
    let isIncomplete = run.hasErrors || !gaps.isEmpty
    let sorted = timelines.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let written = write(TimelineReport(timelines: sorted, diagnostics: diagnostics))
    return .combining([written, isIncomplete ? .unusableInput : .success])
  }

  /// Takes the contracts that were read; returns whether more are wanted.
  private mutating func take(_ outcome: CheckOutcome) -> Bool {
    diagnostics += outcome.diagnostics.map { ReportedDiagnostic($0, in: outcome.files) }
    understood += outcome.understood.map { ($0, outcome.files) }
    return understood.count <= mostContracts
  }

  private mutating func follow(_ contract: UnderstoodContract, in files: SourceFiles) {
    let id = contract.contract.id
    let name = "'\(VisibleText.escaping(id))'"
    switch contract.followed(from: options.from, to: options.to, in: files) {
    case .followed(let timeline, let undecided):
      timelines.append(timeline)
      guard let day = undecided?.text else { return }
      let words = "not everything could be evaluated on \(day); check --as-of \(day) says why"
      gaps.append((id, "\(name): \(words)"))
    case .dayless: gaps.append((id, "\(name) names no day: --from DATE says where to begin"))
    case .broken(let law): brokenLaw = brokenLaw ?? law
    }
  }

  private func write(_ report: TimelineReport) -> ExitStatus {
    host.write(
      options.report, in: options.format, text: { TextTimeline.rendering(report, style: $0) },
      json: { JSONTimeline.rendering(report) })
  }
}
