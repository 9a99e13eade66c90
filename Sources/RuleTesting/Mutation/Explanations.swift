import ContractModel
import RuleSyntax
import SourceText

/// What the rules say, in comments, of mutants that no test can kill.
///
/// `// equivalent bound: the rate is zero at the bound` explains the mutants of one sort that change
/// the line it stands on, or, where it has a line of its own, the next line that is none.
struct Explanations {
  private struct Place: Hashable {
    let file: FileID
    let line: Int
    let change: String
  }

  private struct Explanation {
    let place: Place
    let reason: String
    let range: SourceRange
    var isUsed = false
  }

  private var explanations: [Explanation] = []
  private let files: SourceFiles

  private static let mark = Array("// equivalent ".utf8)

  init(_ trees: [SyntaxTree], in files: SourceFiles) {
    self.files = files
    for tree in trees { collect(from: tree) }
  }

  private mutating func collect(from tree: SyntaxTree) {
    let file = files[tree.file]
    var pending: [(change: String, reason: String, range: SourceRange)] = []
    let written = tree.tokens.filter { $0.kind != .endOfFile }
    let places = Dictionary(
      written.map { (file.position(at: $0.lower).line, $0.upper) }, uniquingKeysWith: max)
    for line in 1...file.lineCount {
      if let comment = comment(inLine: line, after: places[line], of: tree.file) {
        pending.append(comment)
      }
      guard places[line] != nil else { continue }
      for (change, reason, range) in pending {
        let place = Place(file: tree.file, line: line, change: change)
        explanations.append(Explanation(place: place, reason: reason, range: range))
      }
      pending = []
    }
  }

  /// The explanation that a line gives behind its last token.
  private func comment(
    inLine number: Int, after lastToken: Int?, of id: FileID
  ) -> (change: String, reason: String, range: SourceRange)? {
    let line = files[id].line(number)
    let rest = line[max(line.startIndex, min(lastToken ?? line.startIndex, line.endIndex))...]
    guard let start = rest.indices.first(where: { rest[$0...].starts(with: Self.mark) }) else {
      return nil
    }
    let words = String(decoding: rest[(start + Self.mark.count)...], as: UTF8.self)
    let parts = words.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let reason = parts[1].split(separator: " ").joined(separator: " ")
    return (
      String(parts[0]), reason, SourceRange(file: id, lower: start, upper: line.endIndex)
    )
  }

  /// Returns why no test can kill a mutant, where the rules say so.
  mutating func reason(for mutant: Mutant) -> String? {
    let line = files[mutant.range.file].position(at: mutant.range.lower).line
    let place = Place(
      file: mutant.range.file, line: line, change: mutant.change.rawValue)
    guard let found = explanations.firstIndex(where: { $0.place == place }) else { return nil }
    explanations[found].isUsed = true
    return explanations[found].reason
  }

  /// Returns a warning for each explanation, in the clauses that were mutated, of nothing.
  func mistakes(inClausesNamed names: Set<String>, of trees: [SyntaxTree]) -> [Diagnostic] {
    let ranges = trees.flatMap(\.declarations).compactMap { declaration -> SourceRange? in
      guard case .clause(let clause) = declaration, names.contains(clause.name.text) else {
        return nil
      }
      return clause.range
    }
    return explanations.filter { explanation in
      !explanation.isUsed
        && ranges.contains { $0.contains(explanation.range) }
    }.map { Diagnostic.explainsNothing($0.place.change, at: $0.range) }
  }
}
