package import ContractModel
package import SourceText

/// Everything one comparison of two versions has to say, in a fixed order and of no format.
package struct DiffReport: Sendable {
  /// A version: its name as the user gave it, and what was found wrong with it.
  package struct Side: Sendable {
    package let name: String
    package let diagnostics: [Diagnostic]
    package let files: SourceFiles

    package init(name: String, diagnostics: [Diagnostic], files: SourceFiles) {
      self.name = name
      self.diagnostics = diagnostics
      self.files = files
    }
  }

  package let asOf: CivilDate
  package let old: Side
  package let new: Side
  package let diff: DecisionDiff

  package init(asOf: CivilDate, old: Side, new: Side, diff: DecisionDiff) {
    self.asOf = asOf
    self.old = old
    self.new = new
    self.diff = diff
  }

  /// The edits that move something, by their places.
  var movers: [Int] {
    let causes = diff.contracts.flatMap(\.changes).flatMap(\.cause.edits)
    return Set(causes).sorted()
  }
}

extension ChangeCause {
  /// The edits it names, in their order.
  var edits: [Int] {
    switch self {
    case .alone(let edits): edits.map(\.edit)
    case .together(let edits): edits
    case .all, .unknown: []
    }
  }
}
