import RuleChecking
import RuleSyntax
import SourceText

extension AnalysedTexts {
  /// The mistakes, those about meanings that nothing reads with a change that takes them away.
  ///
  /// A term stays: contracts give it a value. So does what a comment speaks of.
  var mendedMistakes: [Diagnostic] {
    let clauses = clauses.filter(\.isWhole)
    let meanings = Dictionary(
      clauses.flatMap { $0.syntax.meanings }.map { ($0.name.range, $0) },
      uniquingKeysWith: { first, _ in first })
    return mistakes.map { mistake in
      guard mistake.id == .meaningNeverRead, let meaning = meanings[mistake.range],
        meaning.documentation == nil
      else { return mistake }
      return mistake.mended(by: files[meaning.range.file].removing(lines: meaning.range))
    }
  }
}
