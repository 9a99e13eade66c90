#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// `benchmarks [PATH-OF-HOLDBACK]`: what one cold run costs, from launch to exit; `benchmarks at-size`
/// does the workloads of many contracts and many records, beside other programs.
///
/// It prints and never judges: a figure is read beside `/bin/true` of the same machine and minute.
@main enum Benchmarks {
  static let runs = 101

  static func main() {
    let arguments = CommandLine.arguments
    if arguments.dropFirst().first == "at-size" { measureAtSize(arguments.dropFirst(2)) }
    let holdback = arguments.count > 1 ? arguments[1] : sibling(of: arguments[0])
    guard unsafe access(holdback, X_OK) == 0 else {
      print("benchmarks: no program at '\(holdback)'; give the path of holdback")
      exit(2)
    }
    guard let folder = Workload.written() else {
      print("benchmarks: the workload could not be written to a temporary folder")
      exit(2)
    }
    let one = ["check", "Contracts/kentucky", "--rules", "Rules", "--as-of", "2013-12-26"]
    let sized = [
      "check", "\(folder)/contract", "--rules", "\(folder)/rules", "--as-of", "2014-03-01",
      "--format", "json",
    ]
    let commands = [
      Command(name: "/bin/true", path: "/bin/true", arguments: []),
      Command(name: "holdback --version", path: holdback, arguments: ["--version"]),
      Command(name: "one sample contract", path: holdback, arguments: one),
      Command(name: "W1: \(Workload.size)", path: holdback, arguments: sized),
    ]
    _ = report(commands, runs: runs, on: "One cold run")
    Workload.remove(folder)
    measureReports(with: holdback)
    measureLint(with: holdback)
    measureExplain(with: holdback)
    measureParts(with: holdback)
  }

  private static func measureAtSize(_ words: ArraySlice<String>) -> Never {
    let holdback = sibling(of: CommandLine.arguments[0])
    guard let options = AtSizeOptions(words, holdback: holdback) else {
      print(AtSize.usage)
      exit(2)
    }
    guard unsafe access(options.holdback, X_OK) == 0 else {
      print("benchmarks: no program at '\(options.holdback)'; give the path of holdback")
      exit(2)
    }
    exit(AtSize(options: options).run())
  }

  /// Prints what each format costs beside deciding alone: the report that says nothing but the sums
  /// stands for that.
  private static func measureReports(with holdback: String) {
    guard let folder = ReportWorkload.written() else { return }
    defer { ReportWorkload.remove(folder) }
    let check = ["check", folder, "--rules", "\(folder)/workload.rules", "--as-of", "2014-03-01"]
    let bare = Command(
      name: "deciding \(ReportWorkload.size) contracts", path: holdback,
      arguments: check + ["--quiet"])
    let commands =
      [bare]
      + ReportWorkload.formats.map { format in
        Command(
          name: "and writing \(format)", path: holdback,
          arguments: check + ["--quiet", "--format", format])
      }
    let results = report(commands, runs: ReportWorkload.runs, on: "The formats of a report")
    for line in Measurement.shares(of: results) { print(line) }
  }

  /// Prints what lint costs as a library grows: it should grow as the rules do.
  private static func measureLint(with holdback: String) {
    let paths = LintWorkload.sizes.compactMap { LintWorkload.written(ruleCount: $0) }
    defer { for path in paths { LintWorkload.remove(path) } }
    let commands = zip(LintWorkload.sizes, paths).map { size, path in
      Command(name: "lint: \(size) rules", path: holdback, arguments: ["lint", path])
    }
    let results = report(commands, runs: LintWorkload.runs, on: "Lint as rules grow")
    for line in Measurement.growth(of: results, sizes: LintWorkload.sizes, of: "rules") {
      print(line)
    }
  }

  /// Prints what it costs to explain a contract as its records grow: it should grow as they do.
  private static func measureExplain(with holdback: String) {
    let folders = ExplainWorkload.sizes.compactMap { ExplainWorkload.written(recordCount: $0) }
    defer { for folder in folders { ExplainWorkload.remove(folder) } }
    let commands = zip(ExplainWorkload.sizes, folders).map { size, folder in
      Command(
        name: "explain: \(size) records", path: holdback,
        arguments: ["explain", folder, "--rules", folder, "--as-of", "2014-03-01"])
    }
    let results = report(commands, runs: ExplainWorkload.runs, on: "Explain as records grow")
    for line in Measurement.growth(of: results, sizes: ExplainWorkload.sizes, of: "records") {
      print(line)
    }
  }

  /// Prints what contracts cost as their parts grow: they should grow as those do.
  private static func measureParts(with holdback: String) {
    let sizes = PartsWorkload.sizes
    let all = PartsWorkload.allCases.flatMap { parts in sizes.map { (parts, $0) } }
    let folders = all.compactMap { parts, size in parts.written(count: size) }
    defer { for folder in folders { PartsWorkload.remove(folder) } }
    let commands = zip(all, folders).map { sized, folder in
      Command(
        name: "\(sized.1) \(sized.0.rawValue)", path: holdback,
        arguments: [sized.0.command, folder, "--rules", folder, "--as-of", "2014-03-01"])
    }
    let results = report(commands, runs: PartsWorkload.runs, on: "Contracts as their parts grow")
    for (place, parts) in PartsWorkload.allCases.enumerated() {
      let own = Array(results.dropFirst(place * sizes.count).prefix(sizes.count))
      for line in Measurement.growth(of: own, sizes: sizes, of: parts.rawValue) { print(line) }
    }
  }

  /// Says what is measured, measures it and prints the table.
  private static func report(
    _ commands: [Command], runs: Int, on matter: String
  ) -> [(Command, [Measurement])] {
    announce("\n\(matter): \(runs) runs of each, interleaved; median [least, greatest]\n")
    let results = measured(commands, runs: runs)
    print(Measurement.table(of: results))
    return results
  }

  /// Runs every command once in each round, so that a slow minute falls on all of them alike.
  private static func measured(
    _ commands: [Command], runs: Int
  ) -> [(Command, [Measurement])] {
    var results = commands.map { ($0, [Measurement]()) }
    for _ in 0..<runs {
      for place in results.indices {
        guard let run = results[place].0.run() else {
          print("benchmarks: '\(results[place].0.name)' could not be started, or decided nothing")
          exit(2)
        }
        results[place].1.append(run)
      }
    }
    return results
  }

  private static func sibling(of program: String) -> String {
    let folder = program.utf8.lastIndex(of: UInt8(ascii: "/")).map { program[..<$0] } ?? "."
    return "\(folder)/holdback"
  }
}
