internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// How every command speaks to people.
extension Host {
  /// Columns where there is no terminal to ask, and the most of a terminal that are used.
  static let pageWidth = 88
  private static let widestPage = 120

  /// How a report looks where it goes.
  func style(of report: ReportOptions) -> TextStyle {
    let isTerminal = report.output == nil && isOutputTerminal
    return TextStyle(
      colour: report.colour.isColoured(onTerminal: isTerminal, environment: environment),
      width: min(isTerminal ? outputWidth ?? Self.pageWidth : Self.pageWidth, Self.widestPage),
      verbosity: report.verbosity)
  }

  /// Writes a report in its format to where it goes, and returns how that went.
  func write(
    _ options: ReportOptions, in format: ReportFormat, text: (TextStyle) -> String,
    json: () -> String
  ) -> ExitStatus {
    let report =
      switch format {
      case .text: text(style(of: options))
      case .json: json()
      }
    return writeReport(report, to: options.output)
  }

  /// Writes a report in its format to where it goes, and in others to the files beside it; returns how
  /// each went.
  func write<Report, Format>(
    _ report: Report, _ options: ReportOptions, _ format: Format,
    besides others: [(format: Format, path: String)],
    by rendering: (Format, Report, TextStyle) -> String
  ) -> [ExitStatus] {
    let plain = TextStyle(
      colour: false, width: Self.pageWidth, verbosity: options.verbosity)
    let main = rendering(format, report, style(of: options))
    return [writeReport(main, to: options.output)]
      + others.map { writeReport(rendering($0.format, report, plain), to: $0.path) }
  }

  /// Says which of its own laws the program broke: nothing that it decided counts.
  func confessing(_ law: String) -> ExitStatus {
    complain("the program broke a law of its own: \(VisibleText.escaping(law))")
    return .programFault
  }

  /// Writes diagnostics on standard error; of a quiet run only the errors.
  func tell(
    _ diagnostics: [Diagnostic], in files: SourceFiles, verbosity: TextStyle.Verbosity
  ) {
    for diagnostic in diagnostics where diagnostic.isError || verbosity != .quiet {
      writeError(diagnostic.rendered(in: files) + "\n\n")
    }
  }

  /// Says of how many more contracts warnings hold that were told once.
  func tellRest(of warnings: ToldWarnings, verbosity: TextStyle.Verbosity) {
    guard verbosity != .quiet else { return }
    for words in warnings.rest { complain(words) }
  }

  /// The day that was named, else today, which is said.
  func asOf(_ named: CivilDate?, verbosity: TextStyle.Verbosity) -> CivilDate {
    if let named { return named }
    let message = "as of \(today().text), today in UTC; --as-of DATE names another day"
    if environment("CI") == "true" {
      complain("warning: \(message)")
    } else if verbosity != .quiet {
      complain("note: \(message)")
    }
    return today()
  }

  /// Says that there are no contracts, or no rules, where that is so.
  func complainedOfNothing(
    in input: CheckInput, paths: [String], rules: [String], to verb: String
  ) -> Bool {
    guard let message = nothingFound(in: input, paths: paths, rules: rules, to: verb) else {
      return false
    }
    complain(message)
    return true
  }

  /// Returns what there is none of where there are no contracts, in documents neither, or no rules.
  func nothingFound(
    in input: CheckInput, paths: [String], rules: [String], to verb: String,
    hasDocuments: Bool = false
  ) -> String? {
    if input.contractFiles.isEmpty, !hasDocuments {
      return "nothing to \(verb): no *.contract in \(paths.quotedList)"
    }
    if input.ruleFiles.isEmpty {
      return "nothing to \(verb): no *.rules in \(rules.quotedListOfRules)"
    }
    return nil
  }
}

extension [String] {
  /// The paths as a sentence names them.
  var quotedList: String { map { "'\(VisibleText.escaping($0))'" }.joined(separator: ", ") }

  /// The same of paths of rules, which are looked for in one folder where none is named.
  var quotedListOfRules: String { isEmpty ? "'Rules'" : quotedList }
}
