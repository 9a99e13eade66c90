extension ResultsPage {
  /// What the workloads were to take, a row each: of the greater size where a size matters.
  var goals: [Goal] {
    goalsOfOne
      + sized.flatMap { workload, outcome in
        workload.things == "contracts"
          ? goalsOfPortfolio(workload, outcome.rows)
          : goalsOfEvidence(workload, outcome.rows)
      }
  }

  private var goalsOfOne: [Goal] {
    let text = one.median(of: OneContract.text)
    let line = one.median(of: OneContract.line)
    let jaq = one.median(of: "jaq")
    return [
      .atMost(
        "W1, a contract of text", 2_000, or: 3_500, "ms wall", reached: text.map { $0.wall / 1_000 }
      ),
      .atMost(
        "W1, a line by a source", 2_000, or: 3_500, "ms wall", reached: line.map { $0.wall / 1_000 }
      ),
      .atMost("W1, a line: memory", 6_000, "MiB", reached: line.map(\.peak)),
      .times("W1, a line: faster than jaq", 1_000, reached: ratio(jaq?.wall, line?.wall)),
    ]
  }

  private func goalsOfPortfolio(_ workload: SizedWorkload, _ rows: [SizedWorkload.Row]) -> [Goal] {
    let ours = rows[0].large
    let told = rows.first { $0.name == AtSize.told }?.large
    return [
      .atMost(
        "W2, the amounts of each contract", 13_000, or: 20_000, "µs CPU",
        reached: ours.map { $0.processor / (workload.size * 10) }),
      .atMost(
        "W2, every finding told as well", 13_000, or: 20_000, "µs CPU",
        reached: told.map { $0.processor / (workload.size * 10) }),
    ] + shared("W2", workload, rows, duckdb: 5_000, memory: 20_000)
  }

  private func goalsOfEvidence(_ workload: SizedWorkload, _ rows: [SizedWorkload.Row]) -> [Goal] {
    let isCSV = workload.file.hasSuffix(".csv")
    let each = rows[0].large.map { $0.processor / (workload.size * 10) }
    let goal: Goal =
      isCSV
      ? .atMost("\(workload.name), each record", 80, or: 120, "µs CPU", reached: each)
      : .atMost("\(workload.name), each record", 140, or: 210, "µs CPU", reached: each)
    return [goal]
      + shared(workload.name, workload, rows, duckdb: isCSV ? nil : 10_000, memory: 32_000)
  }

  /// What is asked of every size: less than DuckDB, flat memory, growth, and two processors.
  private func shared(
    _ name: String, _ workload: SizedWorkload, _ rows: [SizedWorkload.Row], duckdb: Int?,
    memory: Int
  ) -> [Goal] {
    let one = rows[0].large
    let two = rows.first { $0.name == AtSize.twoJobs }?.large
    let other = rows.first { $0.name == "DuckDB, 1 thread" }?.large
    let less = duckdb.map {
      Goal.times(
        "\(name), less CPU than DuckDB", $0, reached: ratio(other?.processor, one?.processor))
    }
    return [less].compactMap { $0 } + [
      .atMost("\(name), memory at 10 N", memory, "MiB", reached: one.map(\.peak)),
      .atMost("\(name), growth of CPU, 10 ×", 10_200, "×", reached: workload.growth(of: rows[0])),
      .times(
        "\(name), two jobs against one", 1_800, or: 1_600, reached: ratio(one?.wall, two?.wall)),
    ]
  }

  private func ratio(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other, other > 0 else { return nil }
    return one * 1_000 / other
  }
}

extension Measurement {
  /// Thousandths of a mebibyte.
  fileprivate var peak: Int { peakKilobytes * 1_000 / 1_024 }
}
