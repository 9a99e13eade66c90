internal import ContractModel
internal import Reporting

/// What the command line of `timeline` asks for.
struct TimelineOptions {
  var paths: [String] = []
  var rules: [String] = []
  var from: CivilDate?
  var to: CivilDate?
  var format = ReportFormat.text
  /// `nil` is standard output.
  var output: String?
  var colour = ColourChoice.auto
  var verbosity = TextStyle.Verbosity.normal
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<TimelineOptions>] {
    [
      OptionRow("--rules", "PATH", repeatable: true, help: "rules file or folder; may be repeated")
      {
        $0.rules.append($1)
      },
      OptionRow("--from", "DATE", help: "begin on this day, not on the first that is named") {
        (options, text) throws(UsageError) in
        options.from = try day(text, after: "--from")
      },
      OptionRow("--to", "DATE", help: "end on this day, not on the last that is named") {
        (options, text) throws(UsageError) in
        options.to = try day(text, after: "--to")
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
      OptionRow("--quiet", help: "the decisions and their amounts, without bars and reasons") {
        $0.verbosity = .quiet
      },
      OptionRow("--help", help: "print this text") { $0.showsHelp = true },
    ]
  }
}
