import ContractModel
import RuleSyntax
import SourceText

/// `expect diagnostic ID`, or `expect no diagnostic`.
struct ExpectedDiagnostic {
  /// Nil where there must be none.
  let id: String?
  let range: SourceRange

  /// Makes the expectation of a line after `expect`; nil where it is about a part of the contract.
  init?(_ line: LineSyntax) {
    guard line.block == nil, line.table == nil, line.values.count == 2,
      case .name(let first) = line.values[0], case .name(let second) = line.values[1]
    else { return nil }
    switch (first.text, second.text) {
    case ("no", "diagnostic"): id = nil
    case ("diagnostic", let id): self.id = id
    default: return nil
    }
    range = line.range
  }
}

extension [ExpectedDiagnostic] {
  /// Returns what was expected and not reported, and the errors that were not expected.
  ///
  /// That the contract was not decided follows from any error, and need not be said.
  func failures(among found: [Diagnostic]) -> [TestFailure] {
    let ids = found.map(\.id.rawValue).filter { $0 != Self.consequence }
    let shown = ids.isEmpty ? "nothing" : ids.joined(separator: ", ")
    let expected = Set(compactMap(\.id))
    var failures = filter { $0.id.map { !ids.contains($0) } ?? !ids.isEmpty }.map {
      TestFailure(
        subject: "contract", what: $0.id == nil ? "no diagnostic" : "diagnostic",
        expected: $0.id ?? "none", found: shown, range: $0.range)
    }
    let others = found.filter { diagnostic in
      diagnostic.isError && diagnostic.id.rawValue != Self.consequence
        && !expected.contains(diagnostic.id.rawValue)
    }
    if failures.isEmpty {
      failures += others.map {
        TestFailure(
          subject: "contract", what: "diagnostic",
          expected: expected.sorted().joined(separator: ", "),
          found: "\($0.id.rawValue): \($0.message)", range: $0.range)
      }
    }
    return failures
  }

  private static var consequence: String { "contract-undecided" }
}
