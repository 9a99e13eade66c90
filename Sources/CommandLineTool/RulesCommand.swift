internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// `holdback rules`: lists what rules offer to a contract.
struct RulesCommand {
  static let summary = "list the clauses, terms, rules and kinds of records there are"

  let options: RulesOptions
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = RulesOptions()
    do throws(UsageError) {
      options.paths += try arguments.applying(RulesOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.rules) }
    } catch {
      return host.refusing(error, help: "holdback rules")
    }
    return RulesCommand(options: options, host: host).run()
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "the rules are listed"),
    (.unusableInput, "wrong usage, or rules that have mistakes or cannot be read"),
    (.nothingToCheck, "there is nothing to list"),
    (.unwritableReport, ExitStatus.unwritableReport.meaning),
  ]

  private func run() -> ExitStatus {
    let paths = options.paths.isEmpty ? host.foundRulePaths(beside: ["."]) : options.paths
    var finder = InputFinder(host: host)
    let inputs = finder.files(at: paths, ending: ".rules")
    for problem in finder.problems { host.complain(problem) }
    var files = SourceFiles()
    let read = ContractCheck.catalogue(reading: inputs, into: &files)
    host.tell(read.diagnostics, in: files, verbosity: options.report.verbosity)
    let catalogue = options.filter.map { read.value.filtered(by: $0) } ?? read.value
    var statuses: [ExitStatus] = []
    if !finder.problems.isEmpty || read.diagnostics.contains(where: \.isError) {
      statuses.append(.unusableInput)
    }
    if catalogue.isEmpty {
      statuses.append(.nothingToCheck)
      if statuses.count == 1 { tellNothing(in: paths, isFiltered: !read.value.isEmpty) }
    }
    let report = CatalogueReport(
      catalogue: catalogue, diagnostics: read.diagnostics, files: files)
    return .combining(statuses + [write(report)])
  }

  private func write(_ report: CatalogueReport) -> ExitStatus {
    host.write(
      options.report, in: options.format, text: { TextCatalogue.rendering(report, style: $0) },
      json: { JSONCatalogue.rendering(report) })
  }

  private func tellNothing(in paths: [String], isFiltered: Bool) {
    if isFiltered, let filter = options.filter {
      host.complain("nothing to list: nothing speaks of '\(VisibleText.escaping(filter))'")
    } else {
      host.complain("nothing to list: no rules in \(paths.quotedListOfRules)")
    }
  }
}
