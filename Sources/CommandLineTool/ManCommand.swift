/// `holdback man`: prints the manual page.
enum ManCommand {
  static let summary = "print the manual page, as man and mandoc read it"

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = NoOptions()
    do throws(UsageError) {
      let words = try arguments.applying(NoOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.man) }
      if let word = words.first { throw .unexpectedOperand(word, command: "man") }
      return host.printing(ManualPage(commands: HoldbackCommand.commands.map(\.help)).text)
    } catch {
      return host.refusing(error, help: "holdback man")
    }
  }
}
