import CommandLineTool
import Testing

/// However a run is cut, its parts put together are what it is whole.
@Suite struct ShardLaw {
  private struct Outcome: Equatable {
    let status: CommandLineTool.ExitStatus
    let json: String?
    let summary: String
  }

  private func machine(_ portfolio: RandomPortfolio, _ more: [String: String] = [:])
    -> MemoryMachine
  {
    let machine = MemoryMachine(portfolio.files.merging(more) { _, new in new })
    machine.links = portfolio.links
    return machine
  }

  private func run(_ machine: MemoryMachine, _ line: String) -> CommandLineTool.ExitStatus {
    machine.run(arguments: line.split(separator: " ").map(String.init))
  }

  private func whole(
    _ portfolio: RandomPortfolio, _ options: String, _ more: [String: String]
  ) -> Outcome {
    let machine = machine(portfolio, more)
    let status = run(machine, "check Contracts --as-of 2013-12-26 --report json=r \(options)")
    let lines = machine.output.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.lastIndex {
      $0.wholeMatch(of: /\d+ contracts?: .*|no contract was .*/) != nil
    }
    return Outcome(
      status: status, json: machine.files["r"],
      summary: lines[(start ?? 0)...].joined(separator: "\n"))
  }

  private func parts(
    _ portfolio: RandomPortfolio, of count: Int, _ options: String, _ more: [String: String],
    merging mergeOptions: String
  ) -> Outcome {
    let all = MemoryMachine()
    for index in 1...count {
      let machine = machine(portfolio, more)
      _ = run(
        machine,
        "check Contracts --as-of 2013-12-26 --report json=r --shard \(index)/\(count) \(options)")
      all.files["\(index).json"] = machine.files["r"]
    }
    let names = (1...count).reversed().map { "\($0).json" }.joined(separator: " ")
    let status = run(all, "merge \(names) --report json=r \(mergeOptions)")
    return Outcome(status: status, json: all.files["r"], summary: all.output)
  }

  private static let seeds = Array(0..<24 as Range<UInt64>)

  @Test(arguments: seeds)
  func holdsOfEveryPortfolio(_ seed: UInt64) {
    let portfolio = RandomPortfolio(seed: seed)
    let whole = whole(portfolio, "", [:])
    #expect(whole.json != nil)
    for count in [1 + Int(seed % 7)] {
      #expect(parts(portfolio, of: count, "", [:], merging: "") == whole, "\(count) of \(seed)")
    }
  }

  @Test(
    arguments: seeds.prefix(5),
    [
      ("--fail-on any", "--fail-on any"), ("--no-waivers", ""), ("--allow-empty", ""),
      ("--exit-zero --allow-undecided", "--exit-zero --allow-undecided"),
    ])
  func holdsWhateverIsAsked(_ seed: UInt64, _ options: (check: String, merge: String)) {
    let portfolio = RandomPortfolio(seed: seed)
    let whole = whole(portfolio, options.check, [:])
    #expect(parts(portfolio, of: 3, options.check, [:], merging: options.merge) == whole)
  }

  /// The earlier report is that of other records, so that some is known and some is new.
  @Test(arguments: seeds.prefix(9))
  func holdsAgainstABaseline(_ seed: UInt64) {
    let portfolio = RandomPortfolio(seed: seed)
    let before = machine(portfolio)
    for path in before.files.keys where path.hasSuffix("/0.ndjson") { before.files[path] = "" }
    _ = run(before, "check Contracts --as-of 2013-12-26 --report json=r")
    let more = ["before.json": before.files["r"] ?? ""]
    let whole = whole(portfolio, "--baseline before.json", more)
    #expect(parts(portfolio, of: 4, "--baseline before.json", more, merging: "") == whole)
  }

  /// Each of the statuses, and more, is among what is tried.
  @Test func triesEverything() {
    let all = Self.seeds.map { self.whole(RandomPortfolio(seed: $0), "", [:]) }
    let statuses = Set(all.map(\.status))
    #expect(statuses.isSuperset(of: [.failed, .unusableInput, .undecided]))
    for word in [
      "contract-twice", "nothing-to-check", "unreadable", "waiver-unused", "contract-undecided",
      "calendar", ">", "paidBefore", "\"EUR\"", "no-contract", "illustrative*",
    ] {
      let isThere = all.contains { $0.json?.contains(word) ?? false || $0.summary.contains(word) }
      #expect(isThere || word == "illustrative*", "\(word)")
    }
  }
}
