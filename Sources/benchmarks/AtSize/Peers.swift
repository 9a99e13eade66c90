#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The other programs that `peers.sh` sets up, as far as they are there, with what each is given to do.
struct Peers {
  /// Where `peers.sh` puts them, from the top of the repository.
  static let folder = ".build/peers"

  private static let scripts = "Sources/benchmarks/Peers"
  /// What jaq is given at most: it takes about a millisecond a contract.
  private static let mostOfJaq = 10_000

  /// Names and versions of those that are there.
  let present: [(name: String, version: String)]
  let absent: [String]

  /// Asks for the version of each; its answer is written to a file.
  init(printed: String) {
    let asked = [
      ("orjson", Self.python, Self.version(of: "orjson")),
      ("DuckDB", Self.python, Self.version(of: "duckdb")),
      ("polars", Self.python, Self.version(of: "polars")),
      ("jaq", Self.jaq, ["--version"]),
    ]
    var found: [(name: String, version: String)] = []
    for (name, program, arguments) in asked {
      let command = Command(name: name, path: program, arguments: arguments)
      guard command.run(output: printed) != nil else { continue }
      let words = FileText.beginning(of: printed).split(whereSeparator: \.isWhitespace)
      guard let version = words.last else { continue }
      found.append((name, String(version)))
    }
    present = found
    absent = asked.map(\.0).filter { name in !found.contains { $0.name == name } }
  }

  private static let python = "\(folder)/bin/python"
  private static let jaq = "\(folder)/bin/jaq"

  private static func version(of package: String) -> [String] {
    ["-c", "import importlib.metadata as m; print(m.version('\(package)'))"]
  }

  private func with(_ name: String, _ contenders: [Contender]) -> [Contender] {
    present.contains { $0.name == name } ? contenders : []
  }

  func ofPortfolio(at file: String, threads: [Int]) -> [Contender] {
    with("orjson", [.peer("Python + orjson", Self.python, ["\(Self.scripts)/portfolio.py", file])])
      + with("DuckDB", threads.map { Self.duckdb("portfolio", file, threads: $0) })
      + with(
        "jaq",
        [
          .peer(
            "jaq", Self.jaq, ["-n", "-r", "-f", "\(Self.scripts)/portfolio.jq", file],
            most: Self.mostOfJaq)
        ])
  }

  func ofEvidence(at file: String) -> [Contender] {
    let reader = file.hasSuffix(".csv") ? "Python, csv" : "Python + orjson"
    return with("orjson", [.peer(reader, Self.python, ["\(Self.scripts)/evidence.py", file])])
      + with("DuckDB", [1, 2].map { Self.duckdb("evidence", file, threads: $0) })
      + with(
        "polars",
        [
          .peer(
            "polars, all processors", Self.python, ["\(Self.scripts)/evidence_polars.py", file])
        ])
  }

  private static func duckdb(_ workload: String, _ file: String, threads: Int) -> Contender {
    .peer(
      "DuckDB, \(threads) thread\(threads == 1 ? "" : "s")", python,
      ["\(scripts)/duckdb_query.py", workload, file, String(threads)])
  }
}
