/// The part of a run that a report tells of, with what has to be the same in the reports of all parts.
package struct ReportedShard: Hashable, Sendable {
  /// Which one it is, from 1.
  package let index: Int
  package let count: Int
  /// The paths that the run was given.
  package let paths: [String]
  /// Whether there may be nothing to check.
  package let allowsEmpty: Bool
  /// The SHA-256 of the earlier report that this one is held against; nil where none was read.
  package let baseline: String?

  package init(index: Int, count: Int, paths: [String], allowsEmpty: Bool, baseline: String?) {
    self.index = index
    self.count = count
    self.paths = paths
    self.allowsEmpty = allowsEmpty
    self.baseline = baseline
  }

  /// The part as an option names it: `2/4`.
  package var text: String { "\(index)/\(count)" }
}

/// Where in the whole run something was found, so that parts of it can be put together in its order.
package struct RunPlace: Hashable, Comparable, Sendable {
  /// Which file of contracts or documents, in the order in which they are decided.
  package let file: Int
  /// Where in the file, in the order in which what is there is decided.
  package let contract: Int

  package init(file: Int, contract: Int) {
    self.file = file
    self.contract = contract
  }

  package static func < (left: RunPlace, right: RunPlace) -> Bool {
    (left.file, left.contract) < (right.file, right.contract)
  }
}
