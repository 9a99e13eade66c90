import CommandLineTool
import Testing

/// However a run is cut, its parts put together are what it is whole.
@Suite struct ShardLaw {
  private func run(_ portfolio: RandomPortfolio, _ more: [String: String] = [:]) -> ShardedRun {
    ShardedRun(
      files: portfolio.files.merging(more) { _, new in new }, links: portfolio.links,
      paths: "Contracts")
  }

  private static let seeds = Array(0..<24 as Range<UInt64>)

  @Test(arguments: seeds)
  func holdsOfEveryPortfolio(_ seed: UInt64) {
    let run = run(RandomPortfolio(seed: seed))
    let whole = run.whole()
    #expect(whole.json != nil)
    let count = 1 + Int(seed % 7)
    #expect(run.parts(of: count) == whole, "\(count) of \(seed)")
  }

  @Test(
    arguments: seeds.prefix(5),
    [
      ("--fail-on any", "--fail-on any"), ("--no-waivers", ""), ("--allow-empty", ""),
      ("--exit-zero --allow-undecided", "--exit-zero --allow-undecided"),
    ])
  func holdsWhateverIsAsked(_ seed: UInt64, _ options: (check: String, merge: String)) {
    let run = run(RandomPortfolio(seed: seed))
    #expect(run.parts(of: 3, options.check, merging: options.merge) == run.whole(options.check))
  }

  /// The earlier report is that of other records, so that some is known and some is new.
  @Test(arguments: seeds.prefix(9))
  func holdsAgainstABaseline(_ seed: UInt64) {
    let portfolio = RandomPortfolio(seed: seed)
    let noted = portfolio.files.keys.filter { $0.hasSuffix("/0.ndjson") }
    let before = run(portfolio, Dictionary(uniqueKeysWithValues: noted.map { ($0, "") })).whole()
    let run = run(portfolio, ["before.json": before.json ?? ""])
    let options = "--baseline before.json"
    #expect(run.parts(of: 4, options) == run.whole(options))
  }

  /// Each of the statuses, and more, is among what is tried.
  @Test func triesEverything() {
    let all = Self.seeds.map { run(RandomPortfolio(seed: $0)).whole() }
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
