internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// `holdback schema`: prints the JSON Schema of a report, of a contract in it, or of status records.
struct SchemaCommand {
  static let summary = "print the JSON Schema of the report, or of status records"

  let subject: SchemaSubject
  let options: SchemaOptions
  let host: Host

  /// Runs the command with the arguments after its name.
  static func run(_ arguments: [String], on host: Host) -> ExitStatus {
    var options = SchemaOptions()
    do throws(UsageError) {
      let words = try arguments.applying(SchemaOptions.rows, to: &options)
      if options.showsHelp { return host.printing(HelpText.schema) }
      guard let name = words.first else {
        throw .missingWord(after: "schema", among: choices(of: SchemaSubject.self))
      }
      guard words.count == 1 else { throw .unexpectedOperand(words[1], command: "schema") }
      let subject: SchemaSubject = try choice(name, after: "schema")
      return SchemaCommand(subject: subject, options: options, host: host).run()
    } catch {
      return host.refusing(error, help: "holdback schema")
    }
  }

  /// What a status means here, as help explains it.
  static let statuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "the schema is printed"),
    (
      .unusableInput,
      "wrong usage, or rules that have mistakes or cannot be read: nothing is printed"
    ),
    (.nothingToCheck, "no rules declare a kind of record: nothing is printed"),
    (.unwritableReport, "the schema could not be written"),
  ]

  private func run() -> ExitStatus {
    switch subject {
    case .report: write(.report)
    case .contract: write(.contract)
    case .records: writeSchemaOfRecords()
    }
  }

  private func write(_ schema: JSONSchema) -> ExitStatus {
    host.writeReport(schema.rendering, to: options.report.output)
  }

  /// A schema without a kind that could not be read would refuse good records.
  private func writeSchemaOfRecords() -> ExitStatus {
    let paths = options.rules.isEmpty ? host.foundRulePaths(beside: ["."]) : options.rules
    var finder = InputFinder(host: host)
    let inputs = finder.files(at: paths, ending: ".rules")
    for problem in finder.problems { host.complain(problem) }
    var files = SourceFiles()
    let kinds = ContractCheck.recordKinds(reading: inputs, into: &files)
    host.tell(kinds.diagnostics, in: files, verbosity: .normal)
    guard finder.problems.isEmpty, !kinds.diagnostics.contains(where: \.isError) else {
      return .unusableInput
    }
    guard !kinds.value.isEmpty else {
      host.complain("nothing to describe: no kind of record in \(paths.quotedListOfRules)")
      return .nothingToCheck
    }
    return write(.records(kinds.value))
  }
}
