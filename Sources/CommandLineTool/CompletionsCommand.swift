/// `holdback completions`: prints what teaches a shell to complete commands, options and values.
enum CompletionsCommand {
  static let summary = "print what teaches a shell to complete command lines"

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = NoOptions()
    do throws(UsageError) {
      let words = try arguments.applying(NoOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.completions) }
      guard let name = words.first else {
        throw .missingWord(after: "completions", among: choices(of: Shell.self))
      }
      guard words.count == 1 else { throw .unexpectedOperand(words[1], command: "completions") }
      let shell: Shell = try choice(name, after: "completions")
      return host.printing(shell.completion(of: HoldbackCommand.commands.map(\.help)))
    } catch {
      return host.refusing(error, help: "holdback completions")
    }
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "it is printed"),
    (.unusableInput, "wrong usage"),
    (.unwritableReport, "it could not be written"),
  ]
}
