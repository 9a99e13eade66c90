package import ContractModel

/// What a report knows before any contract is decided.
package struct ReportHead: Hashable, Sendable {
  package let asOf: CivilDate
  /// Whether nobody named the date, so that it is the day of the run.
  package let asOfIsToday: Bool
  /// The version of the program: `0.5.0`.
  package let toolVersion: String
  /// Whether waivers count; a run may leave them out to show what they hide.
  package let honoursWaivers: Bool
  /// The path of the earlier report that this one is held against.
  package let baseline: String?
  /// What the run left to others; nil where it decided all contracts.
  package let shard: ReportedShard?

  package init(
    asOf: CivilDate, asOfIsToday: Bool, toolVersion: String, honoursWaivers: Bool = true,
    baseline: String? = nil, shard: ReportedShard? = nil
  ) {
    self.asOf = asOf
    self.asOfIsToday = asOfIsToday
    self.toolVersion = toolVersion
    self.honoursWaivers = honoursWaivers
    self.baseline = baseline
    self.shard = shard
  }
}
