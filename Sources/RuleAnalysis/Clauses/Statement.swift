import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// A condition as far as it can be compared with others, and where it stands.
indirect enum Statement {
  case all([Statement], SourceRange)
  case any([Statement], SourceRange)
  case single(Single)

  /// A condition that joins no others.
  struct Single {
    let key: String
    /// What it lets pass; empty where that cannot be compared.
    let facts: [Fact]
    /// Whether the facts are all that it says.
    let isPlain: Bool
    let outlook: Outlook
    /// Whether it compares something with itself.
    let isOfItself: Bool
    let range: SourceRange
  }

  /// What one condition says of one thing.
  struct Fact {
    let subject: String
    let allowed: AllowedValues
  }

  var range: SourceRange {
    switch self {
    case .all(_, let range), .any(_, let range): range
    case .single(let single): single.range
    }
  }

  /// The conditions that this one joins by `and`.
  var conjuncts: [Statement] {
    switch self {
    case .all(let parts, _): parts.flatMap(\.conjuncts)
    case .any, .single: [self]
    }
  }

  var outlook: Outlook {
    switch self {
    case .all(let parts, _): .ofAll(parts.map(\.outlook))
    case .any(let parts, _): .ofAny(parts.map(\.outlook))
    case .single(let single): single.outlook
    }
  }

  var key: String {
    switch self {
    case .all(let parts, _): "all(\(parts.map(\.key).joined(separator: " ")))"
    case .any(let parts, _): "any(\(parts.map(\.key).joined(separator: " ")))"
    case .single(let single): single.key
    }
  }

  /// What must be so where it holds.
  var facts: [Fact] {
    switch self {
    case .all(let parts, _): parts.flatMap(\.facts)
    case .any: []
    case .single(let single): single.facts
    }
  }

  var isPlain: Bool {
    switch self {
    case .all(let parts, _): parts.allSatisfy(\.isPlain)
    case .any: false
    case .single(let single): single.isPlain
    }
  }

  /// Whether the other is so wherever this is.
  func implies(_ other: Statement) -> Bool {
    if key == other.key { return true }
    guard other.isPlain, !other.facts.isEmpty else { return false }
    return other.facts.allSatisfy { wanted in
      facts.contains { $0.subject == wanted.subject && $0.allowed.isWithin(wanted.allowed) }
    }
  }

  /// Whether this and the other are never both so.
  func excludes(_ other: Statement) -> Bool {
    facts.contains { own in
      other.facts.contains { $0.subject == own.subject && own.allowed.excludes($0.allowed) }
    }
  }
}
