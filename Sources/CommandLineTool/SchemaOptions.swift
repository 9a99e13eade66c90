internal import Reporting

/// What the command line of `schema` asks for.
struct SchemaOptions {
  /// Where the kinds of records are declared.
  var rules: [String] = []
  var report = ReportOptions()
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<SchemaOptions>] {
    [
      .rules(\.rules, help: "where the kinds of records are declared; may be repeated"),
      .output(\.report, of: "schema"),
      .help(\.showsHelp),
    ]
  }
}

/// What a schema may describe.
enum SchemaSubject: String, CaseIterable {
  case report
  case contract
  case records
}
