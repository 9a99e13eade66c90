internal import Reporting

/// What the command line of `merge` asks for.
struct MergeOptions {
  var paths: [String] = []
  var format = ReportFormat.text
  var report = ReportOptions()
  var reports: [(format: ReportFormat, path: String)] = []
  var status = StatusOptions()
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<MergeOptions>] {
    [
      .format(\.format),
      .output(\.report),
      .reports(\.reports),
      .failOn(\.status),
      .colour(\.report),
      .exitZero(\.status),
      .allowUndecided(\.status),
      .help(\.showsHelp),
    ]
  }

  /// The reports, as `check` would be asked for its reports.
  var asOfCheck: CheckOptions {
    var options = CheckOptions()
    options.format = format.ofCheck
    options.report = report
    options.reports = reports.map { ($0.format.ofCheck, $0.path) }
    return options
  }
}

extension ReportFormat {
  fileprivate var ofCheck: CheckFormat {
    switch self {
    case .text: .text
    case .json: .json
    }
  }
}
