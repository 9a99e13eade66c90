package import SourceText

/// Something wrong with what a run was given, with its place as a reader finds it: it can be told
/// when the text that it is about is no longer at hand.
package struct ReportedDiagnostic: Hashable, Sendable {
  package struct Note: Hashable, Sendable {
    package let message: String
    package let place: ReportedPlace
  }

  package let isError: Bool
  package let id: String
  package let message: String
  /// `nil` where it is about no text, such as a file that could not be read.
  package let place: ReportedPlace?
  package let notes: [Note]
  package let help: String?

  package init(_ diagnostic: Diagnostic, in files: SourceFiles) {
    isError = diagnostic.isError
    id = diagnostic.id.rawValue
    message = diagnostic.message
    place = files.place(of: diagnostic.range)
    notes = diagnostic.notes.map { Note(message: $0.message, place: files.place(of: $0.range)) }
    help = diagnostic.help
  }

  /// An error that is about no text.
  package init(error id: DiagnosticID, _ message: String) {
    isError = true
    self.id = id.rawValue
    self.message = message
    place = nil
    notes = []
    help = nil
  }
}
