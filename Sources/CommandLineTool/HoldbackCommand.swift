internal import SourceText

/// The program: the first argument says which command does the work.
package enum HoldbackCommand {
  /// The version of the program.
  package static let version = "0.5.0"
  /// The day of that version, as the manual page writes it.
  static let versionDay = "November 27, 2026"

  /// Runs a command; the arguments are those after the program's name.
  package static func run(
    arguments: [String], on machine: Host, checker: Checker = .standard
  ) -> ExitStatus {
    let host = machine.sparingInputs
    do throws(UsageError) {
      return try run(expanded: try host.expanding(arguments), host, checker)
    } catch {
      return host.refusing(error, help: "holdback")
    }
  }

  private static func run(
    expanded arguments: [String], _ host: Host, _ checker: Checker
  ) throws(UsageError) -> ExitStatus {
    guard let name = arguments.first else {
      host.writeError(HelpText.program)
      return .unusableInput
    }
    let rest = Array(arguments.dropFirst())
    switch name {
    case "help" where !rest.isEmpty: return host.printing(try command(named: rest[0]).help)
    case "--help", "-h", "help": return host.printing(HelpText.program)
    case "--version": return host.printing(try VersionOptions(rest).text)
    default: break
    }
    return try command(named: name).run(rest, host, checker)
  }

  private static func command(named name: String) throws(UsageError) -> CommandRow {
    guard let command = commands.first(where: { $0.name == name }) else {
      throw .unknownCommand(name, among: commandWords)
    }
    return command
  }

  /// Every command, in the order of help.
  static var commands: [CommandRow] {
    [
      CommandRow("check", .check) {
        CheckCommand.run($0, on: $1, checker: $2)
      },
      CommandRow("merge", .merge) { arguments, host, _ in
        MergeCommand.run(arguments, on: host)
      },
      CommandRow("explain", .explain) { arguments, host, _ in
        ExplainCommand.run(arguments, on: host)
      },
      CommandRow("test", .test) { arguments, host, _ in
        TestCommand.run(arguments, on: host)
      },
      CommandRow("format", .format) { arguments, host, _ in
        FormatCommand.run(arguments, on: host)
      },
      CommandRow("lint", .lint) { arguments, host, _ in
        LintCommand.run(arguments, on: host)
      },
      CommandRow("rules", .rules) { arguments, host, _ in
        RulesCommand.run(arguments, on: host)
      },
      CommandRow("new", .new) { arguments, host, _ in
        NewCommand.run(arguments, on: host)
      },
      CommandRow("diff", .diff) { arguments, host, _ in
        DiffCommand.run(arguments, on: host)
      },
      CommandRow("timeline", .timeline) { arguments, host, _ in
        TimelineCommand.run(arguments, on: host)
      },
      CommandRow("sql", .sql) { arguments, host, _ in
        SQLCommand.run(arguments, on: host)
      },
      CommandRow("schema", .schema) { arguments, host, _ in
        SchemaCommand.run(arguments, on: host)
      },
      CommandRow("completions", .completions) { arguments, host, _ in
        CompletionsCommand.run(arguments, on: host)
      },
      CommandRow("man", .man) { arguments, host, _ in
        ManCommand.run(arguments, on: host)
      },
    ]
  }

  private static var commandWords: [String] {
    commands.map(\.name) + ["help", "--help", "--version"]
  }
}

/// A command: what it says of itself, and what it does.
struct CommandRow {
  let name: String
  /// Made where somebody asks for it: most runs do not.
  private let makeHelp: () -> HelpText
  let run: (_ arguments: [String], _ host: Host, _ checker: Checker) -> ExitStatus

  init(
    _ name: String, _ help: @escaping @autoclosure () -> HelpText,
    _ run: @escaping (_ arguments: [String], _ host: Host, _ checker: Checker) -> ExitStatus
  ) {
    self.name = name
    makeHelp = help
    self.run = run
  }

  var help: HelpText { makeHelp() }
}

extension Host {
  /// Writes a text that was asked for on standard output.
  func printing(_ text: String) -> ExitStatus { writeReport(text, to: nil) }

  func printing(_ help: HelpText) -> ExitStatus { printing(help.text) }

  /// Writes a report to a file or, for `nil`, to standard output; says so if that fails.
  func writeReport(_ text: String, to path: String?) -> ExitStatus {
    writeReport(Array(text.utf8), to: path)
  }

  func writeReport(_ bytes: [UInt8], to path: String?) -> ExitStatus {
    do throws(FileError) {
      if let path {
        try writeFileAtomically(path, bytes)
      } else {
        try writeOutput(bytes)
      }
      return .success
    } catch {
      return status(of: error, writing: path)
    }
  }

  /// Writes a file in the place of one that was read; says so if that fails.
  func mend(_ path: String, to bytes: [UInt8]) -> ExitStatus {
    do throws(FileError) {
      try beginMending(path).write(whole: bytes)
      return .success
    } catch {
      return status(of: error, writing: path)
    }
  }

  /// Says why a report could not be written; that nobody reads standard output any more is no fault.
  func status(of failure: FileError, writing path: String?) -> ExitStatus {
    if path == nil, failure == .closedPipe { return .success }
    complain("cannot write \(outputName(path)): \(failure.words)")
    return .unwritableReport
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
