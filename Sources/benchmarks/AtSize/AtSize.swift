#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// `benchmarks at-size`: the workloads of a portfolio and of evidence, by ours and by the peers.
struct AtSize {
  static let oneJob = "holdback, 1 job"
  static let twoJobs = "holdback, 2 jobs"
  static let told = "holdback, 1 job, every finding told"
  static let usage = """
    usage: benchmarks at-size [PATH-OF-HOLDBACK] [--contracts N] [--records N] [--rounds N]
                              [--results FILE]

    Each workload is done at N and at 10 N: 10,000 contracts and 1,000,000 records where no number
    is given. It is run from the top of the repository; Sources/benchmarks/peers.sh sets up the peers.
    """

  private static let library = [
    "--rules", "Rules/records.rules", "--rules", "Rules/sources/portfolio.rules",
  ]

  let options: AtSizeOptions

  /// Measures all, prints the page, and writes it where `--results` says; the exit status.
  func run() -> Int32 {
    guard unsafe access("Rules/sources/portfolio.rules", R_OK) == 0 else {
      return refuse("there is no Rules/sources/portfolio.rules here: run it from the repository")
    }
    guard let folder = Workload.newFolder() else { return refuse("there is no temporary folder") }
    let printed = "\(folder)/printed"
    defer {
      for name in ["printed", "evidence.rules", "lines.contract", "rows.contract"] {
        unsafe unlink("\(folder)/\(name)")
      }
      unsafe rmdir(folder)
    }
    guard writeContracts(in: folder) else { return refuse("nothing can be written to \(folder)") }
    let peers = Peers(printed: printed)
    for name in peers.absent { print("\(name) is not there and is left out") }
    let machine = lines(of: peers, printed: printed)

    let line = "\(folder)/one.ndjson"
    let runs = options.rounds * 7
    announce("W1: \(runs) runs of each")
    guard
      let one = OneContract(
        holdback: options.holdback,
        contenders: [portfolio(OneContract.line, line, jobs: 1, ["--quiet"])]
          + peers.ofPortfolio(at: line, threads: [1]),
        runs: runs, line: line, printed: printed)
    else { return refuse("one contract could not be decided") }
    var sized: [(workload: SizedWorkload, outcome: SizedWorkload.Outcome)] = []
    var status: Int32 = 0
    for workload in workloads(in: folder, peers) {
      guard let outcome = workload.measured(rounds: options.rounds, printed: printed) else {
        status = refuse("\(workload.name) could not be made, or ours could not do it")
        continue
      }
      sized.append((workload, outcome))
    }
    let page = ResultsPage(
      machine: machine, peers: peers, one: one, oneRuns: runs, rounds: options.rounds, sized: sized)
    print(page.text)
    if let results = options.results, !Workload.write(page.text, to: results) {
      return refuse("'\(results)' could not be written")
    }
    return status
  }

  private func refuse(_ why: String) -> Int32 {
    print("benchmarks: \(why)")
    return 2
  }

  private func lines(of peers: Peers, printed: String) -> [String] {
    ["Measured on \(Machine.today) (UTC)"] + Machine.lines + [
      "Swift: \(Machine.version(of: "swift", printed: printed))",
      "Ours: \(Machine.version(of: options.holdback, printed: printed))",
    ] + peers.present.map { "\($0.name): \($0.version)" }
  }

  private func writeContracts(in folder: String) -> Bool {
    let lines = EvidenceContract.contract(records: "evidence.ndjson", source: "run-lines")
    let rows = EvidenceContract.contract(records: "evidence.csv", source: "run-rows")
    return Workload.write(EvidenceContract.rules, to: "\(folder)/evidence.rules")
      && Workload.write(lines, to: "\(folder)/lines.contract")
      && Workload.write(rows, to: "\(folder)/rows.contract")
  }

  private func workloads(in folder: String, _ peers: Peers) -> [SizedWorkload] {
    let file = "\(folder)/portfolio.ndjson"
    let portfolio = SizedWorkload(
      name: "W2, contracts", things: "contracts", file: file,
      checkedSize: min(1_000, options.contracts),
      size: options.contracts,
      contenders: [
        portfolio(Self.oneJob, file, jobs: 1, ["--quiet"]),
        portfolio(Self.twoJobs, file, jobs: 2, ["--quiet"]),
        portfolio(Self.told, file, jobs: 1, []),
      ] + peers.ofPortfolio(at: file, threads: [1, 2]),
      fullest: Contender(
        name: Self.oneJob, program: options.holdback,
        arguments: ["check", file] + Self.library + ["--format", "json"],
        reading: Answer.ofSummary, most: .max),
      write: { PortfolioText.write(count: $0, to: file) })
    return [portfolio]
      + [("W3, NDJSON", "ndjson", "lines"), ("W3, CSV", "csv", "rows")].map {
        name, ending, contract in
        let file = "\(folder)/evidence.\(ending)"
        let ours = "\(folder)/\(contract).contract"
        return SizedWorkload(
          name: name, things: "records", file: file, checkedSize: min(10_000, options.records),
          size: options.records,
          contenders: [
            evidence(Self.oneJob, ours, folder, jobs: 1),
            evidence(Self.twoJobs, ours, folder, jobs: 2),
          ] + peers.ofEvidence(at: file),
          fullest: evidence(Self.oneJob, ours, folder, jobs: 1),
          write: { EvidenceText.write(count: $0, asCSV: ending == "csv", to: file) })
      }
  }

  private func portfolio(
    _ name: String, _ file: String, jobs: Int, _ more: [String]
  ) -> Contender {
    Contender(
      name: name, program: options.holdback,
      arguments: ["check", file] + Self.library + ["--jobs", String(jobs)] + more,
      reading: Answer.ofWords, most: .max)
  }

  private func evidence(_ name: String, _ contract: String, _ folder: String, jobs: Int)
    -> Contender
  {
    Contender(
      name: name, program: options.holdback,
      arguments: [
        "check", contract, "--rules", "\(folder)/evidence.rules", "--as-of", "2019-12-31", "--jobs",
        String(jobs), "--format", "csv",
      ], reading: Answer.ofGroups, most: .max)
  }
}
