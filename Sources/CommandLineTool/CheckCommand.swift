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
      try options.requirePlaces()
      try options.requireWholeForAttestation()
      try options.requireRecords()
    } catch {
      return host.refusing(error, help: "holdback check")
    }
    return CheckCommand(options: options, host: host, checker: checker).run()
  }

  private func run() -> ExitStatus {
    let asOf = host.asOf(options.asOf, verbosity: options.report.verbosity)
    var baseline: (report: Baseline, sha256: String)?
    var problem: String?
    if let path = options.baseline {
      do throws(Baseline.Mistake) {
        baseline = try Baseline.reading(path, on: host)
      } catch {
        problem = error.words(about: path)
      }
    }
    let head = ReportHead(
      asOf: asOf, asOfIsToday: options.asOf == nil, toolVersion: HoldbackCommand.version,
      honoursWaivers: options.honoursWaivers, baseline: options.baseline,
      shard: options.shard.map {
        ReportedShard(
          index: $0.index, count: $0.count, paths: options.paths,
          allowsEmpty: options.status.allowsEmpty, baseline: baseline?.sha256)
      })
    var run = RunOfCheck(options, head, against: baseline?.report, on: host)
    if let problem { run.complain(problem) }
    return run.decide(by: checker)
  }
}
