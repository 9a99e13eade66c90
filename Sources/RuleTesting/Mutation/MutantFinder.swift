import ContractModel
import RuleSyntax
import SourceText

/// Finds the places of a file of rules where a small mistake is easily made, and makes it there, one
/// at a time.
///
/// A mutant that another one stands for is not made: a test that notices that one of two conditions is
/// gone also notices that one of them is enough.
struct MutantFinder {
  private let tree: SyntaxTree
  private let bytes: [UInt8]
  private var clause = ""
  private var seen: Set<Edit> = []
  private(set) var mutants: [Mutant] = []

  private struct Edit: Hashable {
    let range: SourceRange
    let replacement: String
  }

  init(_ tree: SyntaxTree, in files: SourceFiles) {
    self.tree = tree
    bytes = files[tree.file].bytes
  }

  mutating func findAll(inClausesNamed names: Set<String>) {
    for declaration in tree.declarations {
      guard case .clause(let syntax) = declaration, names.contains(syntax.name.text) else {
        continue
      }
      clause = syntax.name.text
      mutate(syntax)
    }
    mutants.sort {
      ($0.range.lower, $0.range.upper, $0.replacement)
        < ($1.range.lower, $1.range.upper, $1.replacement)
    }
  }

  private mutating func mutate(_ syntax: ClauseSyntax) {
    if let rounding = syntax.rounding { mutate(rounding) }
    for term in syntax.terms { mutate(term) }
    for meaning in syntax.meanings { mutate(meaning) }
    for rule in syntax.rules { mutate(rule) }
    for exception in syntax.exceptions { mutate(exception) }
  }

  private mutating func mutate(_ rule: RuleSyntax) {
    if let filter = rule.subject?.filter { mutate(filter: filter) }
    for condition in rule.conditions {
      dropStatement(condition.range, as: .condition)
      mutate(condition)
    }
    for requirement in rule.requirements {
      if rule.requirements.count > 1 { dropStatement(requirement.range, as: .requirement) }
      mutate(requirement)
    }
    mutate(rule.consequences)
    mutate(rule.remedies)
  }

  private mutating func mutate(_ exception: ExceptionSyntax) {
    add(.exception, exception.range, "")
    if let filter = exception.subject?.filter { mutate(filter: filter) }
    for condition in exception.conditions {
      dropStatement(condition.range, as: .condition)
      mutate(condition)
    }
    mutate(exception.consequences)
  }

  // MARK: Editing

  mutating func add(_ change: Mutant.Change, _ range: SourceRange, _ replacement: String) {
    guard text(of: range) != replacement,
      seen.insert(Edit(range: range, replacement: replacement)).inserted
    else { return }
    mutants.append(
      Mutant(change: change, clause: clause, range: range, replacement: replacement))
  }

  /// Leaves out what stands between two offsets.
  mutating func drop(_ change: Mutant.Change, from lower: Int, through upper: Int) {
    add(change, SourceRange(file: tree.file, lower: lower, upper: upper), "")
  }

  /// Leaves out a statement with the word before it.
  mutating func dropStatement(_ range: SourceRange, as change: Mutant.Change) {
    drop(change, from: token(before: range).lower, through: range.upper)
  }

  /// Puts another word in the place of the first one of a text, if it is one of these.
  mutating func swap(
    _ change: Mutant.Change, firstWordOf range: SourceRange, _ words: [String: String]
  ) {
    swap(change, tree.tokens[tokenIndex(at: range.lower)], words)
  }

  mutating func swap(_ change: Mutant.Change, _ token: Token, _ words: [String: String]) {
    guard let other = words[text(of: token)] else { return }
    add(change, self.range(of: token), other)
  }

  // MARK: Reading

  func text(of range: SourceRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }

  func text(of token: Token) -> String { text(of: range(of: token)) }

  func range(of token: Token) -> SourceRange {
    SourceRange(file: tree.file, lower: token.lower, upper: token.upper)
  }

  func range(from lower: Int, to upper: Int) -> SourceRange {
    SourceRange(file: tree.file, lower: lower, upper: upper)
  }

  /// The token before a text, or the one that lies so many before.
  func token(before range: SourceRange, _ count: Int = 1) -> Token {
    tree.tokens[max(0, tokenIndex(at: range.lower) - count)]
  }

  /// The first token after a text, or the one that lies so many after.
  func token(after range: SourceRange, _ count: Int = 1) -> Token {
    tree.tokens[min(tree.tokens.count, tokenIndex(at: range.upper) + count) - 1]
  }

  /// The place of the first token that does not begin before an offset.
  private func tokenIndex(at offset: Int) -> Int {
    var low = 0
    var high = tree.tokens.count - 1
    while low < high {
      let middle = (low + high) / 2
      if tree.tokens[middle].lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
