internal import ContractCheck
internal import Reporting
internal import RuleFormatting
internal import SourceText

/// `holdback format`: gives rules, contracts and tests the one layout of the language.
struct FormatCommand {
  static let summary = "lay out rules, contracts and tests: spaces and lines, nothing else"
  static let endings = [".rules", ".contract", ".tests"]

  let options: FormatOptions
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = FormatOptions()
    do throws(UsageError) {
      options.paths = try arguments.applying(FormatOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.format) }
      if options.paths.isEmpty { throw .missingPath(command: "format") }
      if options.paths.contains("-"), options.paths.count > 1 { throw .notAlone("-") }
    } catch {
      return host.refusing(error, help: "holdback format")
    }
    return FormatCommand(options: options, host: host).run()
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "every file has the layout"),
    (.failed, "with --check or --diff: a file is laid out otherwise"),
    (.unusableInput, "wrong usage, or a text that cannot be read; the rest of it is laid out"),
    (.nothingToCheck, "no file was found"),
    (.programFault, ExitStatus.programFault.meaning),
    (.unwritableReport, "a file or a report could not be written"),
  ]

  private func run() -> ExitStatus {
    var finder = InputFinder(host: host)
    let files = finder.writableFiles(at: options.paths, ending: Self.endings)
    for problem in finder.problems { host.complain(problem) }
    var statuses: [ExitStatus] = finder.problems.isEmpty ? [] : [.unusableInput]
    if files.isEmpty, finder.problems.isEmpty {
      let endings = Self.endings.map { "*\($0)" }.joined(separator: ", ")
      host.complain("nothing to format: no \(endings) in \(options.paths.quotedList)")
      statuses.append(.nothingToCheck)
    }
    for file in files { statuses += format(file) }
    return .combining(statuses)
  }

  /// Lays out one file, and says how that went.
  private func format(_ file: InputFile) -> [ExitStatus] {
    var sources = SourceFiles()
    let id = sources.add(SourceFile(path: file.path, bytes: file.bytes))
    let formatted = sources[id].formatted(id: id)
    if let law = formatted.brokenInvariant {
      let path = VisibleText.escaping(file.path)
      host.complain("'\(path)': the program broke a law of its own: \(law); nothing was written")
      return [.programFault]
    }
    host.tell(formatted.diagnostics, in: sources, verbosity: .normal)
    let isBroken = formatted.diagnostics.contains(where: \.isError)
    return (isBroken ? [.unusableInput] : []) + hand(formatted.bytes, insteadOf: file)
  }

  /// Writes or shows the layout of a file.
  private func hand(_ bytes: [UInt8], insteadOf file: InputFile) -> [ExitStatus] {
    let isChanged = bytes != file.bytes
    if options.writesNothing {
      guard isChanged else { return [] }
      return [.failed, options.showsDifference ? show(bytes, file) : tell(file)]
    }
    if file.path == "-" { return [host.writeReport(bytes, to: nil)] }
    guard isChanged else { return [] }
    let written = host.mend(file.path, to: bytes)
    return written == .success ? [tell(file)] : [written]
  }

  private func show(_ bytes: [UInt8], _ file: InputFile) -> ExitStatus {
    let difference = LayoutDifference(from: file.bytes, to: bytes)
    return host.writeReport(difference.unified(path: file.path), to: nil)
  }

  private func tell(_ file: InputFile) -> ExitStatus {
    options.isQuiet ? .success : host.printing(VisibleText.escaping(file.path) + "\n")
  }
}
