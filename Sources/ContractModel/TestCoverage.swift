package import SourceText

/// What a rule can come to that a test should show.
package enum CoveredOutcome: String, CaseIterable, Hashable, Sendable {
  case met
  case failed
  case notApplicable = "not-applicable"
  case unproven
  /// Defeated by an exception, or put off by one.
  case excused
  case waived
}

extension Verdict {
  /// The outcome that shows with this verdict; nil where no test is asked to show it.
  package var coveredOutcome: CoveredOutcome? {
    switch self {
    case .met: .met
    case .failed: .failed
    case .notApplicable: .notApplicable
    case .unproven: .unproven
    case .excused, .notDue: .excused
    case .waived: .waived
    case .contested, .errored: nil
    }
  }
}

/// How much of the rules the tests that passed have shown.
package struct TestCoverage: Sendable {
  package struct Rule: Sendable {
    package let name: String
    package let range: SourceRange
    /// What the rule can come to, in the order of their names above.
    package let reachable: [CoveredOutcome]
    package let covered: Set<CoveredOutcome>

    package init(
      name: String, range: SourceRange, reachable: [CoveredOutcome], covered: Set<CoveredOutcome>
    ) {
      self.name = name
      self.range = range
      self.reachable = reachable
      self.covered = covered
    }

    package var missing: [CoveredOutcome] { reachable.filter { !covered.contains($0) } }
  }

  /// A row of a table in the rules, which a contract may not replace or did not.
  package struct Row: Sendable {
    /// The meaning or term that the table is.
    package let table: String
    /// As written, on one line.
    package let text: String
    package let range: SourceRange
    package let isCovered: Bool

    package init(table: String, text: String, range: SourceRange, isCovered: Bool) {
      self.table = table
      self.text = text
      self.range = range
      self.isCovered = isCovered
    }
  }

  package struct Clause: Sendable {
    package let name: String
    package let range: SourceRange
    package let rules: [Rule]
    package let rows: [Row]

    package init(name: String, range: SourceRange, rules: [Rule], rows: [Row]) {
      self.name = name
      self.range = range
      self.rules = rules
      self.rows = rows
    }
  }

  /// In the order of the files by path, and of the clauses in a file.
  package let clauses: [Clause]

  package init(clauses: [Clause]) { self.clauses = clauses }

  package var outcomes: Share { clauses.map(\.outcomes).reduce(.nothing, +) }
  package var rows: Share { clauses.map(\.coveredRows).reduce(.nothing, +) }
}

extension TestCoverage.Clause {
  package var outcomes: Share {
    rules.map { rule in
      Share(rule.reachable.count - rule.missing.count, of: rule.reachable.count)
    }.reduce(.nothing, +)
  }

  package var coveredRows: Share { Share(rows.count(where: \.isCovered), of: rows.count) }
}

/// So many of so many.
package struct Share: Hashable, Sendable {
  package let part: Int
  package let whole: Int

  package init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  package static let nothing = Share(0, of: 0)

  package static func + (left: Share, right: Share) -> Share {
    Share(left.part + right.part, of: left.whole + right.whole)
  }

  package var isWhole: Bool { part == whole }

  /// Of nothing, everything is there.
  package func isAtLeast(percent: Int) -> Bool { part * 100 >= whole * percent }

  /// In percent with one decimal, rounded down, so that only what is whole reads `100%`.
  package var percentText: String {
    guard part < whole else { return "100%" }
    let thousandths = part * 1000 / whole
    return "\(thousandths / 10).\(thousandths % 10)%"
  }
}
