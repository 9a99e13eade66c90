internal import ContractModel
internal import Reporting

/// What the command line of `diff` asks for.
struct DiffOptions {
  var paths: [String] = []
  var rules: [String] = []
  var contracts: [String] = []
  var asOf: CivilDate?
  var format = ReportFormat.text
  /// `nil` is standard output.
  var output: String?
  var colour = ColourChoice.auto
  var verbosity = TextStyle.Verbosity.normal
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<DiffOptions>] {
    [
      OptionRow(
        "--contracts", "PATH", repeatable: true,
        help: "what is decided, where OLD and NEW are rules or records"
      ) {
        $0.contracts.append($1)
      },
      OptionRow(
        "--rules", "PATH", repeatable: true,
        help: "the rules, where OLD and NEW are contracts or records"
      ) {
        $0.rules.append($1)
      },
      OptionRow("--as-of", "DATE", help: "decide on what was known by this day: YYYY-MM-DD") {
        (options, text) throws(UsageError) in
        options.asOf = try day(text, after: "--as-of")
      },
      OptionRow("--format", "FORMAT", help: "\(words(of: ReportFormat.self)) (default text)") {
        (options, text) throws(UsageError) in
        options.format = try choice(text, after: "--format")
      },
      OptionRow("--output", "FILE", help: "write the report to a file, whole or not at all") {
        $0.output = $1 == "-" ? nil : $1
      },
      OptionRow("--color", "WHEN", help: "\(words(of: ColourChoice.self)) (default auto)") {
        (options, text) throws(UsageError) in
        options.colour = try choice(text, after: "--color")
      },
      OptionRow("--quiet", help: "the decisions and amounts that move, without reasons") {
        $0.verbosity = .quiet
      },
      OptionRow("--verbose", help: "the edits that move nothing as well") {
        $0.verbosity = .verbose
      },
      OptionRow("--help", help: "print this text") { $0.showsHelp = true },
    ]
  }
}
