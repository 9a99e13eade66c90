#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// One contract, from launch to exit: as text of its own with its records, and as a line of a portfolio.
struct OneContract {
  static let text = "holdback, a contract of text"
  static let line = "holdback, a line by a source"

  let results: [(Command, [Measurement])]
  var notes: [String] = []

  /// Compares what is said to the line, then times all in turn.
  ///
  /// `contenders` read the line, ours first.
  init?(holdback: String, contenders: [Contender], runs: Int, line: String, printed: String) {
    guard let folder = Workload.written(), PortfolioText.write(count: 1, to: line) else {
      return nil
    }
    defer {
      Workload.remove(folder)
      unsafe unlink(line)
    }
    guard let (reference, _) = contenders[0].answer(into: printed) else { return nil }
    var commands = [
      Command(name: "/bin/true", path: "/bin/true", arguments: []),
      Command(
        name: Self.text, path: holdback,
        arguments: [
          "check", "\(folder)/contract", "--rules", "\(folder)/rules", "--as-of", "2014-03-01",
        ]),
    ]
    for contender in contenders {
      guard let (answer, _) = contender.answer(into: printed), answer.agrees(with: reference) else {
        notes.append("\(contender.name) came to something else and is left out")
        continue
      }
      commands.append(contender.command())
    }
    var measured = commands.map { ($0, [Measurement]()) }
    for _ in 0..<runs {
      for place in measured.indices {
        guard let run = measured[place].0.run() else { return nil }
        measured[place].1.append(run)
      }
    }
    results = measured
  }

  func median(of name: String) -> Measurement? {
    results.first { $0.0.name == name }.flatMap { Measurement.median(of: $0.1) }
  }

  /// A row for each, compared with ours by the time on the wall.
  var table: [String] {
    let ours = median(of: Self.line)
    let rows = results.compactMap { command, runs -> String? in
      guard let median = Measurement.median(of: runs), let ours else { return nil }
      let columns = [
        decimal(median.wall, over: 1_000_000, places: 2),
        decimal(median.processor, over: 1_000_000, places: 2),
        decimal(median.wall, over: ours.wall, places: 2),
        decimal(median.peakKilobytes, over: 1_024, places: 1),
      ]
      return "| \(command.name) | \(columns.joined(separator: " | ")) |"
    }
    return ["| program | wall ms | CPU ms | × ours, wall | peak MiB |", "|---|---|---|---|---|"]
      + rows
  }
}
