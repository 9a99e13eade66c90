internal import Reporting

/// What the command line of `lint` asks for.
struct LintOptions {
  enum Format: String, CaseIterable {
    case text
    case json
  }

  var paths: [String] = []
  var rules: [String] = []
  var isFixing = false
  var format = Format.text
  /// `nil` is standard output.
  var output: String?
  var colour = ColourChoice.auto
  var verbosity = TextStyle.Verbosity.normal
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<LintOptions>] {
    [
      OptionRow("--rules", "PATH", repeatable: true, help: "rules file or folder; may be repeated")
      {
        $0.rules.append($1)
      },
      OptionRow("--fix", help: "mend in place what can be mended without changing a decision") {
        $0.isFixing = true
      },
      OptionRow("--format", "FORMAT", help: "\(words(of: Format.self)) (default text)") {
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
      OptionRow("--quiet", help: "how much was found, and nothing about what") {
        $0.verbosity = .quiet
      },
      OptionRow("--help", help: "print this text") { $0.showsHelp = true },
    ]
  }
}
