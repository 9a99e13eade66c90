internal import ContractCheck
internal import ContractModel
internal import SourceText

/// `holdback new`: makes a small contract with rules, records and tests to start from.
struct NewCommand {
  static let summary = "make a small contract with rules, records and tests to start from"

  let folder: StarterFolder
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = NoOptions()
    do throws(UsageError) {
      let paths = try arguments.applying(NoOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.new) }
      guard let path = paths.first else { throw .missingPath(command: "new") }
      guard paths.count == 1 else { throw .notOne(paths[1], command: "new") }
      let folder = StarterFolder(path: FilePath.normalized(path))
      guard folder.hasName else { throw .noContractName(folder.name) }
      return NewCommand(folder: folder, host: host).run()
    } catch {
      return host.refusing(error, help: "holdback new")
    }
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "the folder was made"),
    (.unusableInput, "wrong usage, or something is there already: nothing was written"),
    (.programFault, ExitStatus.programFault.meaning),
    (.unwritableReport, "something could not be written; what was is said"),
  ]

  private func run() -> ExitStatus {
    let parent = FilePath.folder(of: folder.path)
    guard host.kind(parent, true) == .directory else {
      return refusing(parent, "is no folder that is there; make it first")
    }
    guard host.kind(folder.path, false) == .absent else {
      return refusing(folder.path, "is there already; name a folder that is not")
    }
    guard decides else {
      return refusing(
        folder.name, "means something in a contract and cannot name it; choose another name")
    }
    return write()
  }

  private func refusing(_ path: String, _ reason: String) -> ExitStatus {
    host.complain("'\(VisibleText.escaping(path))' \(reason)")
    return .unusableInput
  }

  /// Whether the contract can be decided under this name.
  private var decides: Bool {
    guard let asOf = CivilDate.parsing(StarterFolder.asOf.utf8) else { return false }
    let outcome = ContractCheck.run(folder.input(asOf: asOf))
    return outcome.diagnostics.isEmpty && outcome.contracts.map(\.contract.id) == [folder.name]
  }

  private func write() -> ExitStatus {
    var written: [String] = []
    var path = folder.path
    do throws(FileError) {
      for name in [""] + StarterFolder.folders {
        path = name.isEmpty ? folder.path : FilePath.joined(folder.path, name)
        try host.makeFolder(path)
        written.append(path)
      }
      for file in folder.files {
        path = FilePath.joined(folder.path, file.name)
        try host.writeFileAtomically(path, Array(file.text.utf8))
        written.append(path)
      }
    } catch {
      host.complain("cannot write '\(VisibleText.escaping(path))': \(error.words)")
      host.complain(
        written.isEmpty
          ? "nothing was written" : "only this was written: \(written.quotedList)")
      return .unwritableReport
    }
    return host.printing(guide)
  }

  /// What was made, and what to do with it.
  private var guide: String {
    let path = folder.path.shellWord
    let commands = [
      ("check \(path) --as-of \(StarterFolder.asOf)", "what to pay, and why"),
      ("explain \(path) --as-of \(StarterFolder.asOf)", "what each decision rests on"),
      ("test \(path)", "whether the rules come to what they must"),
      ("format \(path)", "the one layout, after you changed something"),
    ]
    let files = folder.files.map { "  \(VisibleText.escaping(folder.path))/\($0.name)\n" }.joined()
    return """
      made a contract with rules, records and tests, all of it made up:

      \(files)
      next:

      \(HelpText.table(commands.map { ("holdback \($0)", $1) }))

      """
  }
}

extension String {
  /// The text as one word of a shell.
  fileprivate var shellWord: String {
    let isPlain = utf8.allSatisfy { byte in
      byte >= 0x80
        || "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./".utf8
          .contains(byte)
    }
    let escaped = VisibleText.escaping(self)
    if isPlain { return escaped }
    return "'"
      + escaped.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
