internal import Reporting

/// `holdback merge`: puts the reports of all shards of a run together.
struct MergeCommand {
  static let summary = "put the reports of shards together, as if one run had decided all"

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = MergeOptions()
    do throws(UsageError) {
      options.paths = try arguments.applying(MergeOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.merge) }
      if options.paths.isEmpty { throw .missingPath(command: "merge") }
      try options.asOfCheck.requirePlaces()
    } catch {
      return host.refusing(error, help: "holdback merge")
    }
    do throws(MergeMistake) {
      var run = try RunOfMerge(options, on: host)
      return try run.merge()
    } catch {
      host.complain(error.message)
      return .unusableInput
    }
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = ExitStatus.all.map {
    $0.status == .unusableInput
      ? (.unusableInput, "could not decide: what 'check' ends with 2 for, or not all of one run")
      : $0
  }
}
