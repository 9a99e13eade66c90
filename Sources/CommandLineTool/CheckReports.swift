internal import ContractCheck
internal import ContractModel
internal import Reporting

/// Every report that a check was asked for, told contract by contract.
struct CheckReports {
  private(set) var totals: ReportTotals
  private var streams: [ReportStream]
  /// Whether some report names the digests of what was read.
  private let namesInputs: Bool

  init(_ head: ReportHead, asked options: CheckOptions, on host: Host) {
    let plain = TextStyle(
      colour: false, width: Host.pageWidth, verbosity: options.report.verbosity)
    totals = ReportTotals(head)
    namesInputs = ([options.format] + options.reports.map(\.format)).contains(where: \.namesInputs)
    let main = options.format.writer(head, style: host.style(of: options.report))
    streams =
      [ReportStream(main, to: options.report.output, on: host)]
      + options.reports.map {
        ReportStream($0.format.writer(head, style: plain), to: $0.path, on: host)
      }
    for index in streams.indices { streams[index].begin(totals) }
  }

  mutating func add(_ contract: ReportedContract) {
    totals.add(contract)
    for index in streams.indices { streams[index].add(contract) }
  }

  mutating func add(_ diagnostic: ReportedDiagnostic) { totals.add(diagnostic) }

  mutating func add(_ inputs: [InputFile], as role: ReportedInput.Role) {
    guard namesInputs else { return }
    for input in inputs {
      totals.add(ReportedInput(path: input.path, role: role, bytes: input.bytes))
    }
  }

  /// Ends every report, and returns how that went.
  mutating func end() -> [ExitStatus] {
    streams.indices.map { streams[$0].end(totals) }
  }

  /// Leaves every file as it was: nothing that was decided counts.
  func abandon() {
    for stream in streams { stream.abandon() }
  }
}
