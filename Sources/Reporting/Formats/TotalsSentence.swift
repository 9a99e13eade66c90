internal import ContractModel

extension ReportTotals {
  /// What the run comes to, on one line and in words of ours only.
  var sentence: String {
    ([contractsText, casesText] + money.map(\.sentence) + [completenessText])
      .joined(separator: "; ")
  }

  /// How many contracts came to each decision: `2 contracts: 1 withhold, 1 pay`.
  var contractsText: String {
    guard contractCount > 0 else { return countText }
    let counts = decisions.filter { $0.count > 0 }.map { "\($0.count) \($0.decision.words)" }
    return "\(countText): " + counts.joined(separator: ", ")
  }

  /// How many contracts were decided: `2 contracts`.
  var countText: String {
    switch contractCount {
    case 0: "no contract was decided"
    case 1: "1 contract"
    default: "\(contractCount) contracts"
    }
  }

  /// How many cases came out so: `4 passed, 1 failed, 0 undecided, 2 skipped`.
  var casesText: String {
    ReportCase.Outcome.allCases.map { "\(cases[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
  }

  /// Whether the run is to be relied on, and what it was told to leave out.
  var completenessText: String {
    let waivers = head.honoursWaivers ? "" : ", waivers left out"
    let shard = head.shard.map { ", shard \($0.text) only" } ?? ""
    return (isComplete ? "complete" : "incomplete: not everything could be decided") + waivers
      + shard
  }

  var caseCount: Int { cases.values.reduce(0, +) }
}
