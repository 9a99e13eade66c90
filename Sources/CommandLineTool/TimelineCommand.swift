internal import ContractCheck
internal import ContractModel
internal import DecisionHistory
internal import Reporting
internal import SourceText

/// `holdback timeline`: follows the decision about contracts from day to day.
struct TimelineCommand {
  static let summary = "follow a decision and its amounts from day to day, and what changed them"

  let options: TimelineOptions
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = TimelineOptions()
    do throws(UsageError) {
      options.paths = try arguments.applying(TimelineOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.timeline) }
      if options.paths.isEmpty { throw .missingPath(command: "timeline") }
      if let from = options.from, let to = options.to, from > to {
        throw .daysReversed(from: from, to: to)
      }
    } catch {
      return host.refusing(error, help: "holdback timeline")
    }
    return TimelineCommand(options: options, host: host).run()
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "every contract was followed, whatever was decided"),
    (.unusableInput, "wrong usage, or something that could not be read or decided on some day"),
    (.nothingToCheck, "no contract or no rules were found"),
    (.programFault, ExitStatus.programFault.meaning),
    (.unwritableReport, ExitStatus.unwritableReport.meaning),
  ]

  private func run() -> ExitStatus {
    var finder = InputFinder(host: host)
    let rules = host.rulePaths(options.rules, beside: options.paths)
    let input = finder.checkInput(contracts: options.paths, rules: rules, asOf: .first)
    for problem in finder.problems { host.complain(problem) }
    let isComplete = !input.ruleFiles.isEmpty && !input.contractFiles.isEmpty
    guard isComplete else {
      guard finder.problems.isEmpty else { return .unusableInput }
      _ = host.complainedOfNothing(
        in: input, paths: options.paths, rules: rules, to: "follow")
      return .nothingToCheck
    }
    let reading = ContractCheck.reading(input)
    host.tell(reading.diagnostics, in: reading.files, verbosity: options.report.verbosity)
    let outcome = reading.timelines(from: options.from, to: options.to)
    if let law = outcome.brokenInvariant {
      return host.confessing(law)
    }
    tellGaps(of: outcome)
    let isIncomplete =
      !finder.problems.isEmpty || !outcome.undecided.isEmpty || !outcome.dayless.isEmpty
      || reading.diagnostics.contains(where: \.isError)
    let written = write(
      TimelineReport(
        timelines: outcome.timelines, diagnostics: reading.diagnostics, files: reading.files))
    return .combining([written, isIncomplete ? .unusableInput : .success])
  }

  /// Says what the timelines are silent about.
  private func tellGaps(of outcome: TimelineOutcome) {
    for (contract, day) in outcome.undecided.sorted(by: { $0.key < $1.key }) {
      host.complain(
        "'\(contract)': not everything could be evaluated on \(day.text); "
          + "check --as-of \(day.text) says why")
    }
    for contract in outcome.dayless {
      host.complain("'\(contract)' names no day: --from DATE says where to begin")
    }
  }

  private func write(_ report: TimelineReport) -> ExitStatus {
    host.write(
      options.report, in: options.format, text: { TextTimeline.rendering(report, style: $0) },
      json: { JSONTimeline.rendering(report) })
  }
}
