/// What one run of a program took.
struct Measurement {
  /// Nanoseconds from launch to exit.
  let wall: Int
  /// Nanoseconds of user and system time.
  let processor: Int
  let peakKilobytes: Int

  /// The median of each figure for itself; nil where nothing was measured.
  static func median(of runs: [Measurement]) -> Measurement? {
    guard !runs.isEmpty else { return nil }
    let middle = runs.count / 2
    return Measurement(
      wall: runs.map(\.wall).sorted()[middle],
      processor: runs.map(\.processor).sorted()[middle],
      peakKilobytes: runs.map(\.peakKilobytes).sorted()[middle])
  }

  /// Returns a table of the median, least and greatest of each figure, a row for each command.
  static func table(of results: [(Command, [Measurement])]) -> String {
    let rows = results.map { command, runs in
      let columns = [
        spread(runs.map(\.wall), over: 1_000), spread(runs.map(\.processor), over: 1_000),
        spread(runs.map { $0.peakKilobytes * 1_000 }, over: 1_024),
      ]
      return "| \(command.name) | \(columns.joined(separator: " | ")) |"
    }
    return (["| run | wall ms | CPU ms | peak MiB |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }

  /// Returns a line for each size after the first: how the time of the processor grew with it.
  static func growth(
    of results: [(Command, [Measurement])], sizes: [Int], of things: String
  ) -> [String] {
    let medians = results.map { _, runs in runs.map(\.processor).sorted()[runs.count / 2] }
    return zip(medians, medians.dropFirst()).enumerated().map { place, pair in
      let factor = sizes[place + 1] / sizes[place]
      let tenths = pair.1 * 10 / max(1, pair.0)
      return "\(things) ×\(factor): CPU ×\(tenths / 10).\(tenths % 10)"
    }
  }

  /// Returns a line for each command after the first: what it takes beyond the first, in percent of
  /// that.
  static func shares(of results: [(Command, [Measurement])]) -> [String] {
    let medians = results.map { _, runs in runs.map(\.processor).sorted()[runs.count / 2] }
    return results.indices.dropFirst().map { place in
      let share = (medians[place] - medians[0]) * 100 / max(1, medians[0])
      return "\(results[place].0.name): \(share) % of deciding"
    }
  }

  /// Thousandths of the figure divided by a thousand times the unit, to two places.
  private static func spread(_ values: [Int], over unit: Int) -> String {
    let sorted = values.sorted().map { hundredths($0, unit) }
    return "\(sorted[sorted.count / 2]) [\(sorted[0]), \(sorted[sorted.count - 1])]"
  }

  private static func hundredths(_ value: Int, _ unit: Int) -> String {
    let scaled = value / (unit * 10)
    let fraction = scaled % 100
    return "\(scaled / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
