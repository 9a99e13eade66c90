internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// One merge on its way: the contracts of all shards in the order of the whole run.
struct RunOfMerge {
  private let options: MergeOptions
  private let host: Host
  private var shards: [ShardReport]
  private var reports: CheckReports
  private var tally = CheckTally()
  private var ids: Set<String> = []
  /// What every shard said that there is none of, if there are no contracts or no rules.
  private var nothingFound: String?
  /// Whether a shard said of a file that there is no document in it.
  private var hasEmptyFiles = false

  /// Opens the reports, which must be those of all shards of one run.
  init(_ options: MergeOptions, on host: Host) throws(MergeMistake) {
    self.options = options
    self.host = host
    shards = []
    do throws(MergeMistake) {
      for path in options.paths { shards.append(try ShardReport(reading: path, on: host)) }
      try shards.requireOneRun()
    } catch {
      for shard in shards { shard.close() }
      throw error
    }
    shards.sort { $0.shard.index < $1.shard.index }
    reports = CheckReports(shards[0].head.ofWholeRun, asked: options.asOfCheck, on: host)
  }

  /// Puts everything together, and returns what the whole run comes to.
  mutating func merge() throws(MergeMistake) -> ExitStatus {
    defer { for shard in shards { shard.close() } }
    do throws(MergeMistake) {
      try mergeContracts()
      try mergeClosings()
    } catch {
      reports.abandon()
      throw error
    }
    tellNothing()
    var status = options.status
    status.allowsEmpty = shards[0].reported.allowsEmpty
    return .combining(tally.statuses(under: status) + reports.end())
  }

  /// Takes the contract that stands first of those that the shards have next, until there is none.
  private mutating func mergeContracts() throws(MergeMistake) {
    var waiting: [ShardReport.Contract?] = []
    for index in shards.indices { waiting.append(try shards[index].next()) }
    while let first = waiting.indexOfFirst {
      if let contract = waiting[first] { try take(contract, from: shards[first].path) }
      waiting[first] = try shards[first].next()
    }
  }

  private mutating func take(
    _ contract: ShardReport.Contract, from path: String
  ) throws(MergeMistake) {
    guard ids.insert(contract.id).inserted else { throw .contractTwice(contract.id, in: path) }
    tally.add(contract.told)
    reports.add(contract.told)
  }

  private mutating func mergeClosings() throws(MergeMistake) {
    var closings: [ShardReport.Closing] = []
    for index in shards.indices { closings.append(try shards[index].closing()) }
    try requireSameInputs(closings)
    let general = closings[0].general
    nothingFound = general.first { $0.id == DiagnosticID.nothingToCheck.rawValue }?.message
    hasEmptyFiles = closings.flatMap(\.placed).contains {
      $0.id == DiagnosticID.noDocument.rawValue
    }
    for diagnostic in general + closings.flatMap(\.placed).inOrderOfRun {
      tally.add(diagnostic)
      reports.add(diagnostic.ofWholeRun)
    }
    for input in closings.flatMap(\.inputs) { reports.add(input) }
  }

  /// Every shard reads all rules and contracts, and finds the same wrong with them.
  private func requireSameInputs(_ closings: [ShardReport.Closing]) throws(MergeMistake) {
    var digests: [String: (sha256: String, path: String)] = [:]
    for (closing, shard) in zip(closings, shards) {
      for input in closing.inputs {
        let first = digests[input.path, default: (input.sha256, shard.path)]
        guard first.sha256 == input.sha256 else {
          throw .differing(shard.path, input: input.path, from: first.path)
        }
        digests[input.path] = first
      }
      guard closing.common == closings[0].common else {
        throw .differing(shard.path, "other rules or contracts", from: shards[0].path)
      }
      guard closing.general == closings[0].general else {
        throw .differing(shard.path, "other errors and warnings of all", from: shards[0].path)
      }
    }
  }

  /// Says that nothing was checked, which no shard could know.
  private mutating func tellNothing() {
    guard tally.checkedNothing, !tally.hasErrors, !hasEmptyFiles else { return }
    let message = nothingFound ?? shards[0].reported.paths.nothingApplied
    host.complain(message)
    if nothingFound == nil, !shards[0].reported.allowsEmpty {
      reports.add(ReportedDiagnostic(error: .nothingToCheck, message))
    }
  }
}
