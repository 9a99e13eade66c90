internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

extension [ShardReport] {
  /// Throws unless these are all shards of one run, each once, by this version of the program.
  func requireOneRun() throws(MergeMistake) {
    let first = self[0]
    for report in self {
      let version = report.head.toolVersion
      guard version == HoldbackCommand.version else {
        throw .otherTool(report.path, version, here: HoldbackCommand.version)
      }
      guard report.shard.count == first.shard.count else {
        throw .differing(report.path, "another number of shards", from: first.path)
      }
    }
    try requireEachShardOnce()
    for report in self {
      if let subject = report.difference(from: first) {
        throw .differing(report.path, subject, from: first.path)
      }
    }
  }

  private func requireEachShardOnce() throws(MergeMistake) {
    var paths: [Int: String] = [:]
    for report in self {
      if let first = paths.updateValue(report.path, forKey: report.shard.index) {
        throw .shardTwice(report.shard.text, first, report.path)
      }
    }
    let count = self[0].shard.count
    let absent = (1...count).filter { paths[$0] == nil }
    if !absent.isEmpty { throw .absent(absent.map { "\($0)/\(count)" }) }
  }
}

extension ShardReport {
  /// What this shard was asked otherwise than another; nil where there is nothing.
  fileprivate func difference(from other: ShardReport) -> String? {
    if head.asOf != other.head.asOf { return "another as-of date" }
    if reported.paths != other.reported.paths { return "other paths" }
    if head.honoursWaivers != other.head.honoursWaivers { return "another --no-waivers" }
    if head.baseline != other.head.baseline || reported.baseline != other.reported.baseline {
      return "another --baseline"
    }
    if reported.allowsEmpty != other.reported.allowsEmpty { return "another --allow-empty" }
    return nil
  }
}

extension ShardReport.Closing {
  /// What was found wrong with what every shard reads.
  var general: [ReportedDiagnostic] { diagnostics.filter { $0.found == nil } }

  /// What was found wrong with a contract, or what it needs.
  var placed: [ReportedDiagnostic] { diagnostics.filter { $0.found != nil } }

  /// What every shard reads.
  var common: [ReportedInput] { inputs.filter { $0.role != .records } }
}

extension [ReportedDiagnostic] {
  /// What the shards found, in the order in which one run finds it: a file that several could not
  /// read is told of where it was asked for first.
  var inOrderOfRun: [ReportedDiagnostic] {
    let sorted = enumerated().sorted { left, right in
      let (first, second) = (left.element.found, right.element.found)
      return first == second ? left.offset < right.offset : first.precedes(second)
    }
    var unreadable: Set<String> = []
    return sorted.map(\.element).filter {
      $0.id != DiagnosticID.unreadable.rawValue || unreadable.insert($0.message).inserted
    }
  }
}

extension RunPlace? {
  /// Whether it stands before another in the run; what has no place is found before all that has.
  fileprivate func precedes(_ other: RunPlace?) -> Bool {
    guard let self, let other else { return other != nil }
    return self < other
  }
}

extension [ShardReport.Contract?] {
  /// The index of the contract that stands first in the run; nil where none is left.
  var indexOfFirst: Int? {
    var first: Int?
    for (index, contract) in enumerated() {
      guard let contract else { continue }
      if let place = first.flatMap({ self[$0]?.place }), place <= contract.place { continue }
      first = index
    }
    return first
  }
}
