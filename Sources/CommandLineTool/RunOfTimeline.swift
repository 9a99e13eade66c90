internal import ContractCheck
internal import ContractModel
internal import DecisionHistory
internal import Reporting
internal import SourceText

/// Timelines on their way: each contract is followed as it is read, and nothing of it is kept but what
/// moved.
struct RunOfTimeline {
  let options: TimelineOptions
  let host: Host
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
    if let brokenLaw { return host.confessing(brokenLaw) }
    guard timelines.count <= mostContracts else {
      host.complain(
        "there are more than \(mostContracts) contracts to follow; name one with --contract ID")
      return .unusableInput
    }
    for gap in gaps.sorted(by: { $0.contract.utf8.lexicographicallyPrecedes($1.contract.utf8) }) {
      host.complain(gap.words)
    }
    let isIncomplete = run.hasErrors || !gaps.isEmpty
    let sorted = timelines.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let written = write(TimelineReport(timelines: sorted, diagnostics: diagnostics))
    return .combining([written, isIncomplete ? .unusableInput : .success])
  }

  /// Follows the contracts that were read; returns whether more are wanted.
  private mutating func take(_ outcome: CheckOutcome) -> Bool {
    diagnostics += outcome.diagnostics.map { ReportedDiagnostic($0, in: outcome.files) }
    for understood in outcome.understood {
      let id = understood.contract.id
      let name = "'\(VisibleText.escaping(id))'"
      switch understood.followed(from: options.from, to: options.to, in: outcome.files) {
      case .followed(let timeline, let undecided):
        timelines.append(timeline)
        guard let day = undecided?.text else { continue }
        let words = "not everything could be evaluated on \(day); check --as-of \(day) says why"
        gaps.append((id, "\(name): \(words)"))
      case .dayless: gaps.append((id, "\(name) names no day: --from DATE says where to begin"))
      case .broken(let law): brokenLaw = brokenLaw ?? law
      }
    }
    return brokenLaw == nil && timelines.count <= mostContracts
  }

  private func write(_ report: TimelineReport) -> ExitStatus {
    host.write(
      options.report, in: options.format, text: { TextTimeline.rendering(report, style: $0) },
      json: { JSONTimeline.rendering(report) })
  }
}
