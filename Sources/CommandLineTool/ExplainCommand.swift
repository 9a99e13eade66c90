/// `holdback explain`: says why contracts are decided as they are, and what would change it.
enum ExplainCommand {
  static let summary = "say why money is not paid, and what would release it"

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
    var run = RunOfExplain(options, on: host)
    return run.explain()
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "what was decided is explained, whatever it is"),
    (.unusableInput, ExitStatus.unusableInput.meaning),
    (.nothingToCheck, ExitStatus.nothingToCheck.meaning),
    (.programFault, ExitStatus.programFault.meaning),
    (.unwritableReport, ExitStatus.unwritableReport.meaning),
  ]
}
