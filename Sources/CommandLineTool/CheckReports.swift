internal import ContractCheck
internal import ContractModel
internal import Reporting

/// Every report that a check was asked for, told contract by contract.
struct CheckReports {
  private(set) var totals: ReportTotals
  private var streams: [ReportStream]
  /// Whether some report names the digests of what was read.
  let namesInputs: Bool
  /// Where a step of a workflow leaves its outputs.
  private let outputs: String?
  private let host: Host

  /// The most that GitHub shows as the summary of a step.
  private static let summaryLimit = 1_000_000

  init(_ head: ReportHead, asked options: CheckOptions, on host: Host) {
    let plain = TextStyle(
      colour: false, width: Host.pageWidth, verbosity: options.report.verbosity)
    let formats = [options.format] + options.reports.map(\.format)
    totals = ReportTotals(head)
    self.host = host
    namesInputs = formats.contains(where: \.namesInputs)
    let isStep = formats.contains(.github)
    outputs = isStep ? host.path(in: "GITHUB_OUTPUT") : nil
    func writer(_ format: CheckFormat, _ style: TextStyle) -> any ReportWriter {
      format.writer(head, style: style, including: options.inclusions)
    }
    let main = writer(options.format, host.style(of: options.report))
    streams =
      [ReportStream(main, to: ReportStream.Destination(options.report.output), on: host)]
      + options.reports.map {
        ReportStream(writer($0.format, plain), to: .file($0.path), on: host)
      }
    if isStep, let summary = host.path(in: "GITHUB_STEP_SUMMARY") {
      let writer = MarkdownReport(limit: Self.summaryLimit)
      streams.append(ReportStream(writer, to: .endOfFile(summary), on: host))
    }
    for index in streams.indices { streams[index].begin(totals) }
  }

  mutating func add(_ contract: ReportedContract) {
    totals.add(contract)
    for index in streams.indices { streams[index].add(contract) }
  }

  /// Whether no report tells why anything is so.
  var areBrief: Bool { streams.allSatisfy(\.isBrief) }

  mutating func add(_ contract: BriefDecision) {
    totals.add(contract)
    for index in streams.indices { streams[index].add(contract) }
  }

  mutating func add(_ told: ToldContract) {
    totals.add(told)
    for index in streams.indices { streams[index].add(told) }
  }

  mutating func add(_ input: ReportedInput) { totals.add(input) }

  mutating func add(_ diagnostic: ReportedDiagnostic) { totals.add(diagnostic) }

  mutating func add(_ inputs: [InputFile], as role: ReportedInput.Role) {
    guard namesInputs else { return }
    for input in inputs {
      totals.add(ReportedInput(path: input.path, role: role, bytes: input.bytes))
    }
  }

  /// Ends every report, and returns how that went.
  mutating func end() -> [ExitStatus] {
    let statuses = streams.indices.map { streams[$0].end(totals) }
    guard let outputs else { return statuses }
    do throws(FileError) {
      try host.appendToFile(outputs, Array(totals.gitHubOutputs.utf8))
      return statuses
    } catch {
      return statuses + [host.status(of: error, writing: outputs)]
    }
  }

  /// Leaves every file as it was: nothing that was decided counts.
  func abandon() {
    for stream in streams { stream.abandon() }
  }
}

extension Host {
  /// Returns the path that a variable names, if it names one.
  fileprivate func path(in variable: String) -> String? {
    environment(variable).flatMap { $0.isEmpty ? nil : $0 }
  }
}
