internal import ContractModel
internal import Reporting

/// What the command line of `diff` asks for.
struct DiffOptions {
  var paths: [String] = []
  var rules: [String] = []
  var contracts: [String] = []
  /// The source by which documents among the contracts are read.
  var source: String?
  var asOf: CivilDate?
  var format = ReportFormat.text
  var report = ReportOptions()
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<DiffOptions>] {
    [
      OptionRow(
        "--contracts", "PATH", of: .path([".contract"]), repeatable: true,
        help: "what is decided, where OLD and NEW are rules or records"
      ) {
        $0.contracts.append($1)
      },
      OptionRow(
        "--source", "NAME", help: "read what --contracts names as documents of this source"
      ) {
        $0.source = $1
      },
      .rules(\.rules, help: "the rules, where OLD and NEW are contracts or records"),
      .day("--as-of", \.asOf),
      .format(\.format),
      .output(\.report),
      .colour(\.report),
      .quiet(\.report, help: "the decisions and amounts that move, without reasons"),
      .verbose(\.report, help: "the edits that move nothing as well"),
      .help(\.showsHelp),
    ]
  }
}
