internal import ContractModel

/// What the command line of `sql` asks for.
struct SQLOptions {
  var rules: [String] = []
  var asOf: CivilDate?
  var dialect = SQLDialect.duckdb
  var report = ReportOptions()
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<SQLOptions>] {
    [
      .rules(\.rules),
      .day("--as-of", \.asOf),
      OptionRow(
        "--dialect", "ENGINE", of: .choice(of: SQLDialect.self),
        help: "\(words(of: SQLDialect.self)) (default duckdb)"
      ) { (options, text) throws(UsageError) in
        options.dialect = try choice(text, after: "--dialect")
      },
      .output(\.report, of: "query"),
      .help(\.showsHelp),
    ]
  }
}
