/// What the command line of `format` asks for.
struct FormatOptions {
  var paths: [String] = []
  var checks = false
  var showsDifference = false
  var isQuiet = false
  var showsHelp = false

  /// Whether the files stay as they are.
  var writesNothing: Bool { checks || showsDifference }

  /// The options, in the order of help.
  static var rows: [OptionRow<FormatOptions>] {
    [
      OptionRow("--check", help: "write nothing; end with 1 where a file is laid out otherwise") {
        $0.checks = true
      },
      OptionRow("--diff", help: "write nothing; print what would change, as patch reads it") {
        $0.showsDifference = true
      },
      OptionRow("--quiet", help: "print no paths") { $0.isQuiet = true },
      .help(\.showsHelp),
    ]
  }
}
