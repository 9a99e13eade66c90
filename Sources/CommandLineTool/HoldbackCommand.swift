internal import SourceText

/// The program: the first argument says which command does the work.
package enum HoldbackCommand {
  /// The version of the program.
  package static let version = "0.2.0"

  /// Runs a command; the arguments are those after the program's name.
  package static func run(
    arguments: [String], on host: Host, checker: Checker = .standard
  ) -> ExitStatus {
    guard let name = arguments.first else {
      host.writeError(HelpText.program)
      return .unusableInput
    }
    switch name {
    case "--help", "-h", "help": return host.printing(HelpText.program)
    case "--version": return host.printing("holdback \(version)\n")
    case "test": return TestCommand.run(Array(arguments.dropFirst()), on: host)
    case "check": return CheckCommand.run(Array(arguments.dropFirst()), on: host, checker: checker)
    default: return host.refusing(.unknownCommand(name, among: commandWords), help: "holdback")
    }
  }

  private static let commandWords = ["check", "test", "help", "--help", "--version"]
}

extension Host {
  /// Writes a text that was asked for on standard output.
  func printing(_ text: String) -> ExitStatus { writeReport(text, to: nil) }

  /// Writes a report to a file or, for `nil`, to standard output; says so if that fails.
  func writeReport(_ text: String, to path: String?) -> ExitStatus {
    do throws(FileError) {
      if let path {
        try writeFileAtomically(path, Array(text.utf8))
      } else {
        try writeOutput(Array(text.utf8))
      }
      return .success
    } catch {
      if path == nil, error == .closedPipe { return .success }
      complain("cannot write \(outputName(path)): \(error.words)")
      return .unwritableReport
    }
  }

  private func outputName(_ path: String?) -> String {
    path.map { "'\(VisibleText.escaping($0))'" } ?? "to standard output"
  }

  /// Says what is wrong with a command line, and where its help is.
  func refusing(_ error: UsageError, help command: String) -> ExitStatus {
    complain("\(error.message) ('\(command) --help' says more)")
    return .unusableInput
  }
}
