internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// `holdback sql`: prints the query that has the records of a contract measured where they are.
struct SQLCommand {
  static let summary = "print the query that measures records in a database"

  let path: String
  let options: SQLOptions
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = SQLOptions()
    do throws(UsageError) {
      let paths = try arguments.applying(SQLOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.sql) }
      guard let path = paths.first else { throw .missingPath(command: "sql") }
      guard paths.count == 1 else { throw .notOne(paths[1], command: "sql") }
      return SQLCommand(path: path, options: options, host: host).run()
    } catch {
      return host.refusing(error, help: "holdback sql")
    }
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "the query is printed"),
    (
      .unusableInput,
      "wrong usage, several contracts, or texts that have mistakes or cannot be read"
    ),
    (.nothingToCheck, "no contract or rule was found, or none of its records can be measured"),
    (.unwritableReport, "the query could not be written"),
  ]

  private func run() -> ExitStatus {
    let asOf = host.asOf(options.asOf, verbosity: .normal)
    let rulePaths = host.rulePaths(options.rules, beside: [path])
    var finder = InputFinder(host: host)
    let input = finder.contractInput(contracts: [path], rules: rulePaths, asOf: asOf)
    for problem in finder.problems { host.complain(problem) }
    guard finder.problems.isEmpty else { return .unusableInput }
    guard !input.ruleFiles.isEmpty, !input.contractFiles.isEmpty else {
      _ = host.complainedOfNothing(in: input, paths: [path], rules: rulePaths, to: "measure")
      return .nothingToCheck
    }
    let query = ContractCheck.measureQuery(of: input, in: options.dialect)
    host.tell(query.diagnostics, in: query.files, verbosity: .normal)
    guard !query.diagnostics.contains(where: \.isError) else { return .unusableInput }
    guard query.contractCount == 1 else {
      host.complain("a query is that of one contract, and there are \(query.contractCount)")
      return .unusableInput
    }
    guard let text = query.text else {
      host.complain("nothing to measure: the rules draw nothing from records that a query can tell")
      return .nothingToCheck
    }
    return host.writeReport(text, to: options.report.output)
  }
}
