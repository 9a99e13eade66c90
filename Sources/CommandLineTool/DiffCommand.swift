internal import ContractCheck
internal import ContractModel
internal import DecisionHistory
internal import Reporting
internal import SourceText

/// `holdback diff`: decides two versions and reports what moves, and by which edit.
struct DiffCommand {
  static let summary = "decide two versions: which decisions and amounts move, and by which edit"

  let options: DiffOptions
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = DiffOptions()
    do throws(UsageError) {
      options.paths = try arguments.applying(DiffOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.diff) }
      guard options.paths.count == 2 else { throw .notTwoVersions(options.paths.count) }
    } catch {
      return host.refusing(error, help: "holdback diff")
    }
    return DiffCommand(options: options, host: host).run()
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "no decision and no amount moves"),
    (.failed, "a decision or an amount moves"),
    (.unusableInput, "wrong usage, or a version that could not be read or decided"),
    (.nothingToCheck, "no contract or no rules were found to compare"),
    (.programFault, ExitStatus.programFault.meaning),
    (.unwritableReport, ExitStatus.unwritableReport.meaning),
  ]

  private func run() -> ExitStatus {
    guard var old = side(options.paths[0]), var new = side(options.paths[1]) else {
      return .unusableInput
    }
    guard let contents = contents(of: &old, &new) else { return .unusableInput }
    if contents.isEmpty {
      host.complain("nothing to compare: no rules, contracts or records in \(names)")
      return .nothingToCheck
    }
    let asOf = host.asOf(options.asOf, verbosity: options.report.verbosity)
    var (olds, news) = (
      DiffInputs(side: old, contents: contents, options: options, host: host, asOf: asOf),
      DiffInputs(side: new, contents: contents, options: options, host: host, asOf: asOf)
    )
    var common = InputFinder(host: host)
    let (before, after) = (olds.read(common: &common), news.read(common: &common))
    let problems = olds.problems + news.problems.filter { !olds.problems.contains($0) }
    for problem in problems { host.complain(problem) }
    guard !before.isEmpty || !after.isEmpty else {
      if problems.isEmpty { tellNothing(before, olds) }
      return problems.isEmpty ? .nothingToCheck : .unusableInput
    }
    return report(
      DecisionDiff.comparing(before, to: after), asOf: asOf, hasProblems: !problems.isEmpty)
  }

  private func report(
    _ outcome: DiffOutcome, asOf: CivilDate, hasProblems: Bool
  ) -> ExitStatus {
    if let law = outcome.brokenInvariant {
      return host.confessing(law)
    }
    tellDiagnostics(of: outcome)
    let report = DiffReport(
      asOf: asOf, old: outcome.old.side(named: options.paths[0]),
      new: outcome.new.side(named: options.paths[1]), diff: outcome.diff)
    let isIncomplete = hasProblems || outcome.old.isIncomplete || outcome.new.isIncomplete
    return .combining([
      write(report), outcome.diff.moves ? .failed : .success,
      isIncomplete ? .unusableInput : .success,
      outcome.diff.contracts.isEmpty ? .nothingToCheck : .success,
    ])
  }

  private func write(_ report: DiffReport) -> ExitStatus {
    host.write(
      options.report, in: options.format, text: { TextDiff.rendering(report, style: $0) },
      json: { JSONDiff.rendering(report) })
  }

  /// Returns a version, or nil where git does not have it, which is then said.
  private func side(_ name: String) -> DiffSide? {
    do throws(RevisionError) {
      return try DiffSide(name, on: host)
    } catch {
      host.complain("'\(VisibleText.escaping(name))': \(VisibleText.escaping(error.words))")
      return nil
    }
  }

  /// Returns what both versions hold, or nil where they hold different things or one is not there,
  /// which is then said.
  private func contents(
    of old: inout DiffSide, _ new: inout DiffSide
  ) -> DiffSide.Contents? {
    for side in [old, new] where side.kind == .absent {
      host.complain("'\(VisibleText.escaping(side.name))': \(FileError.absent.words)")
      return nil
    }
    let found = [old.contents(), new.contents()]
    guard found[0] == found[1] else {
      let names = options.paths.map { "'\(VisibleText.escaping($0))'" }
      host.complain(
        "\(names[0]) holds \(found[0].words) and \(names[1]) \(found[1].words): "
          + "compare versions of the same")
      return nil
    }
    return found[0]
  }

  private func tellNothing(_ input: CheckInput, _ inputs: DiffInputs) {
    _ = host.complainedOfNothing(
      in: input, paths: inputs.contents.hasContracts ? options.paths : inputs.contractPaths,
      rules: inputs.contents.hasRules ? options.paths : options.rules, to: "compare")
  }

  private var names: String {
    options.paths.map { "'\(VisibleText.escaping($0))'" }.joined(separator: " and ")
  }

  /// Writes what is wrong with each version under its name; what both have in common once.
  private func tellDiagnostics(of outcome: DiffOutcome) {
    var told: Set<String> = []
    for (name, outcome) in zip(options.paths, [outcome.old, outcome.new]) {
      let texts = outcome.diagnostics
        .filter { $0.isError || options.report.verbosity != .quiet }
        .map { $0.rendered(in: outcome.files) }.filter { told.insert($0).inserted }
      guard !texts.isEmpty else { continue }
      host.complain("in '\(VisibleText.escaping(name))':")
      for text in texts { host.writeError(text + "\n\n") }
    }
  }
}

extension CheckOutcome {
  fileprivate func side(named name: String) -> DiffReport.Side {
    DiffReport.Side(name: name, diagnostics: diagnostics, files: files)
  }
}

extension CheckInput {
  /// Whether nothing can be decided with it.
  fileprivate var isEmpty: Bool {
    ruleFiles.isEmpty || contractFiles.isEmpty && documents.isEmpty
  }
}
