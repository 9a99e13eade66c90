internal import ContractModel
internal import Reporting

/// What the command line of `explain` asks for.
struct ExplainOptions {
  var paths: [String] = []
  var rules: [String] = []
  var asOf: CivilDate?
  var milestone: String?
  var rule: String?
  var format = ReportFormat.text
  /// `nil` is standard output.
  var output: String?
  var colour = ColourChoice.auto
  var verbosity = TextStyle.Verbosity.normal
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<ExplainOptions>] {
    [
      OptionRow("--milestone", "NAME", help: "only this milestone, and the lines that bill it") {
        $0.milestone = $1
      },
      OptionRow("--rule", "NAME", help: "only this rule, whatever it came to") { $0.rule = $1 },
      OptionRow("--rules", "PATH", repeatable: true, help: "rules file or folder; may be repeated")
      {
        $0.rules.append($1)
      },
      OptionRow("--as-of", "DATE", help: "decide on what was known by this day: YYYY-MM-DD") {
        (options, text) throws(UsageError) in
        guard let date = CivilDate.parsing(text.utf8) else { throw .notADate(text, "--as-of") }
        options.asOf = date
      },
      OptionRow("--format", "FORMAT", help: "\(words(of: ReportFormat.self)) (default text)") {
        (options, text) throws(UsageError) in
        options.format = try choice(text, after: "--format")
      },
      OptionRow("--output", "FILE", help: "write the explanation to a file, whole or not at all") {
        $0.output = $1 == "-" ? nil : $1
      },
      OptionRow("--color", "WHEN", help: "\(words(of: ColourChoice.self)) (default auto)") {
        (options, text) throws(UsageError) in
        options.colour = try choice(text, after: "--color")
      },
      OptionRow("--verbose", help: "every rule, every value, and records that would release") {
        $0.verbosity = .verbose
      },
      OptionRow("--help", help: "print this text") { $0.showsHelp = true },
    ]
  }
}
