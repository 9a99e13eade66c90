internal import ContractCheck
internal import ContractModel
internal import Reporting

/// What the command line of `check` asks for.
struct CheckOptions {
  /// More than any machine has processors for.
  private static let mostJobs = 256

  var paths: [String] = []
  var rules: [String] = []
  var asOf: CivilDate?
  var format = CheckFormat.text
  var report = ReportOptions()
  /// Reports in files, beside the one on standard output.
  var reports: [(format: CheckFormat, path: String)] = []
  /// The report of an earlier run, whose findings do not fail again.
  var baseline: String?
  var honoursWaivers = true
  /// What a SARIF report tells beside what stands against paying.
  var inclusions: Set<SARIFReport.Inclusion> = []
  /// The part of the contracts that is decided; nil for all.
  var shard: Shard?
  var status = StatusOptions()
  var standardInputName: String?
  /// The source by which documents are read for their contracts.
  var source: String?
  /// What an engine measured, to be taken in the place of records.
  var measures: String?
  /// How many documents are decided at once; nil for as many as there are processors.
  var jobs: Int?
  var showsHelp = false

  /// The options, in the order of help.
  static var rows: [OptionRow<CheckOptions>] {
    [
      .rules(\.rules),
      .day("--as-of", \.asOf),
      OptionRow("--source", "NAME", help: "read the paths as documents of this source") {
        $0.source = $1
      },
      OptionRow(
        "--measures", "FILE", of: .path([".csv", ".ndjson", ".jsonl", ".json"]),
        help: "what the query of `holdback sql` answered, for its records"
      ) {
        $0.measures = $1
      },
      OptionRow("--jobs", "N", help: "what is decided at once (default: one a processor)") {
        (options, text) throws(UsageError) in
        guard let jobs = Int(text), (1...CheckOptions.mostJobs).contains(jobs) else {
          throw .notACount(text, "--jobs", most: CheckOptions.mostJobs)
        }
        options.jobs = jobs
      },
      .format(\.format, help: "how the report is written: see below (default text)"),
      .output(\.report),
      .reports(\.reports),
      .failOn(\.status),
      OptionRow(
        "--baseline", "FILE", of: .path([".json"]),
        help: "a JSON report of before: only what is new fails"
      ) {
        $0.baseline = $1
      },
      OptionRow("--no-waivers", help: "decide as if nothing had been waived") {
        $0.honoursWaivers = false
      },
      OptionRow(
        "--sarif-include", "LIST", of: .choice(of: SARIFReport.Inclusion.self),
        help:
          "what else SARIF tells: \(choices(of: SARIFReport.Inclusion.self).joined(separator: ","))"
      ) { (options, text) throws(UsageError) in
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
          options.inclusions.insert(try choice(String(word), after: "--sarif-include"))
        }
      },
      .colour(\.report),
      .quiet(\.report, help: "what to pay, and nothing about why"),
      .verbose(\.report, help: "every finding, with the values it rests on"),
      OptionRow(
        "--shard", "I/N", help: "decide part I of N of the contracts; 'merge' joins the reports"
      ) { (options, text) throws(UsageError) in
        guard let shard = Shard(parsing: text) else { throw .notAShard(text) }
        options.shard = shard
      },
      .exitZero(\.status),
      OptionRow("--allow-empty", help: "end with 0, not 3, when there is nothing to check") {
        $0.status.allowsEmpty = true
      },
      .allowUndecided(\.status),
      OptionRow(
        "--stdin-filename", "NAME", of: .path([".contract"]),
        help: "what - is called, and where its records are"
      ) {
        $0.standardInputName = $1
      },
      .help(\.showsHelp),
    ]
  }

  /// A document is decided by the records in it.
  func requireRecords() throws(UsageError) {
    if measures != nil, source != nil { throw .notTogether("--measures", "--source") }
  }

  /// Of two reports in one place the second would undo the first.
  func requirePlaces() throws(UsageError) {
    for place in try report.places(besides: reports.map(\.path)) {
      if place == baseline.map(FilePath.normalized) { throw .overBaseline(place) }
    }
  }

  /// A statement that names all that was read, about a part of it, would say more than was decided.
  func requireWholeForAttestation() throws(UsageError) {
    guard shard != nil, ([format] + reports.map(\.format)).contains(.attestation) else { return }
    throw .attestationOfShard
  }
}
