import RuleChecking
import RuleSyntax
import SourceText

/// Where conditions stand, and so what follows where they contradict one another.
enum StatementPlace {
  /// `when`, or the `where` of a subject, of a rule.
  case application(of: String)
  case requirement(of: String)
  /// `when` of an exception.
  case exception(String)
  /// `where` after a kind of record.
  case records
  /// Within `any of`, in a release or in a meaning.
  case elsewhere
}

/// Looks for conditions that say nothing, contradict one another, or stand twice.
struct StatementChecker {
  let files: SourceFiles
  private(set) var diagnostics: [Diagnostic] = []

  /// Each condition is compared with so many before it of one list.
  private static let longestReach = 64

  init(files: SourceFiles) { self.files = files }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Looks at conditions that must all be so, given those that are.
  mutating func check(_ list: [Statement], given: [Statement] = [], in place: StatementPlace) {
    let conjuncts = list.flatMap(\.conjuncts)
    let known = given.flatMap(\.conjuncts).prefix(Self.longestReach)
    for (index, conjunct) in conjuncts.enumerated() {
      if check(alone: conjunct, in: place) { continue }
      let near = conjuncts[max(0, index - Self.longestReach)..<index]
      if compare(conjunct, with: near, in: place, isOneList: true) { continue }
      _ = compare(conjunct, with: known, in: place, isOneList: false)
    }
  }

  /// Looks at conditions of which one must be so.
  mutating func check(alternatives: [Statement]) {
    for (index, part) in alternatives.enumerated() {
      if check(alone: part, in: .elsewhere) { continue }
      let near = alternatives[max(0, index - Self.longestReach)..<index]
      _ = near.contains { compare(alternative: part, with: $0) }
    }
  }

  /// Returns whether something was found about a condition by itself.
  private mutating func check(alone statement: Statement, in place: StatementPlace) -> Bool {
    switch statement {
    case .any(let parts, _):
      check(alternatives: parts)
      return false
    case .all(let parts, _):
      check(parts, in: .elsewhere)
      return false
    case .single(let single):
      if single.isOfItself {
        diagnostics.append(.comparedWithItself(at: single.range))
        return true
      }
      switch single.outlook {
      case .always: diagnostics.append(.conditionAlwaysHolds(at: single.range))
      case .never: diagnostics.append(.contradiction(at: single.range, with: nil, in: place))
      case .open: return false
      }
      return true
    }
  }

  /// Returns whether something was found about a condition beside others that must be so too.
  private mutating func compare(
    _ statement: Statement, with others: ArraySlice<Statement>, in place: StatementPlace,
    isOneList: Bool
  ) -> Bool {
    func fix(_ statement: Statement) -> Fix? {
      isOneList ? files[statement.range.file].removing(conjunct: statement.range) : nil
    }
    for other in others {
      let (range, earlier) = (statement.range, other.range)
      if statement.key == other.key {
        diagnostics.append(.conditionRepeated(at: range, first: earlier, fix: fix(statement)))
      } else if other.implies(statement) {
        diagnostics.append(.conditionImplied(at: range, by: earlier, fix: fix(statement)))
      } else if isOneList, statement.implies(other) {
        diagnostics.append(.conditionImplied(at: earlier, by: range, fix: fix(other)))
      } else if statement.excludes(other) {
        diagnostics.append(.contradiction(at: range, with: earlier, in: place))
      } else {
        continue
      }
      return true
    }
    return false
  }

  /// Returns whether something was found about two conditions of which one is enough.
  private mutating func compare(alternative part: Statement, with other: Statement) -> Bool {
    func fix(_ statement: Statement) -> Fix? {
      files[statement.range.file].removing(lines: statement.range)
    }
    if part.key == other.key {
      diagnostics.append(.conditionRepeated(at: part.range, first: other.range, fix: fix(part)))
    } else if part.implies(other) {
      diagnostics.append(.alternativeCovered(at: part.range, by: other.range, fix: fix(part)))
    } else if other.implies(part) {
      diagnostics.append(.alternativeCovered(at: other.range, by: part.range, fix: fix(other)))
    } else {
      return false
    }
    return true
  }
}
