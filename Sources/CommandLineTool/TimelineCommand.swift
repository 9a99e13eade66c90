/// `holdback timeline`: follows the decision about contracts from day to day.
enum TimelineCommand {
  static let summary = "follow a decision and its amounts from day to day, and what changed them"

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
    var run = RunOfTimeline(options, on: host)
    return run.follow()
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "every contract was followed, whatever was decided"),
    (.unusableInput, "wrong usage, or something that could not be read or decided on some day"),
    (.nothingToCheck, "no contract or no rules were found"),
    (.programFault, ExitStatus.programFault.meaning),
    (.unwritableReport, ExitStatus.unwritableReport.meaning),
  ]
}
