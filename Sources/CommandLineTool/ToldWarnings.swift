internal import Reporting
internal import SourceText

/// The warnings that were told about a place in the rules: what many contracts have is told with the
/// first, and how many more have it at the end.
struct ToldWarnings {
  /// What makes two warnings the same, whichever contract they name.
  private struct Subject: Hashable {
    let id: DiagnosticID
    let range: SourceRange
    let notes: [Diagnostic.Note]
  }

  /// The text behind those of the rules.
  private let rulesEnd: FileID
  private var counts: [Subject: Int] = [:]
  private var first: [(subject: Subject, words: String)] = []

  /// Begins with the texts of the rules.
  init(about rules: SourceFiles) { rulesEnd = rules.next }

  /// Returns what was not told before.
  mutating func untold(_ diagnostics: [Diagnostic], in files: SourceFiles) -> [Diagnostic] {
    diagnostics.filter { diagnostic in
      guard !diagnostic.isError, diagnostic.range.file < rulesEnd else { return true }
      let subject = Subject(
        id: diagnostic.id, range: diagnostic.range, notes: diagnostic.notes)
      if let count = counts[subject] {
        counts[subject] = count + 1
        return false
      }
      counts[subject] = 1
      let places = VisibleText.escaping(ReportedDiagnostic(diagnostic, in: files).placesText)
      first.append((subject, "the warning '\(diagnostic.id.rawValue)' at \(places)"))
      return true
    }
  }

  /// What is said of those that were not told.
  var rest: [String] {
    first.compactMap { subject, words in
      guard let more = counts[subject].map({ $0 - 1 }), more > 0 else { return nil }
      return "note: \(more) more \(more == 1 ? "contract has" : "contracts have") \(words)"
    }
  }
}
