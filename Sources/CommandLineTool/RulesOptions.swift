internal import Reporting

/// What the command line of `rules` asks for.
struct RulesOptions {
  /// Those of the operands and those after `--rules`.
  var paths: [String] = []
  var filter: String?
  var format = ReportFormat.text
  /// `nil` is standard output.
  var output: String?
  var colour = ColourChoice.auto
  var verbosity = TextStyle.Verbosity.normal
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<RulesOptions>] {
    [
      OptionRow("--rules", "PATH", repeatable: true, help: "one more PATH; may be repeated") {
        $0.paths.append($1)
      },
      OptionRow("--filter", "TEXT", help: "list only what speaks of the text") { $0.filter = $1 },
      OptionRow("--format", "FORMAT", help: "\(words(of: ReportFormat.self)) (default text)") {
        (options, text) throws(UsageError) in
        options.format = try choice(text, after: "--format")
      },
      OptionRow("--output", "FILE", help: "write the list to a file, whole or not at all") {
        $0.output = $1 == "-" ? nil : $1
      },
      OptionRow("--color", "WHEN", help: "\(words(of: ColourChoice.self)) (default auto)") {
        (options, text) throws(UsageError) in
        options.colour = try choice(text, after: "--color")
      },
      OptionRow("--quiet", help: "a line for each clause and each kind of record") {
        $0.verbosity = .quiet
      },
      OptionRow("--help", help: "print this text") { $0.showsHelp = true },
    ]
  }
}
