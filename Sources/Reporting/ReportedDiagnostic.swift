package import SourceText

/// Something wrong with what a run was given, with its place as a reader finds it: it can be told
/// when the text that it is about is no longer at hand.
package struct ReportedDiagnostic: Hashable, Sendable {
  package struct Note: Hashable, Sendable {
    package let message: String
    package let place: ReportedPlace

    package init(message: String, place: ReportedPlace) {
      self.message = message
      self.place = place
    }
  }

  package let isError: Bool
  package let id: String
  package let message: String
  /// `nil` where it is about no text, such as a file that could not be read.
  package let place: ReportedPlace?
  package let notes: [Note]
  package let help: String?
  /// Where in the whole run it was found, if this is a part of one; nil for what every part finds.
  package let found: RunPlace?

  package init(_ diagnostic: Diagnostic, in files: SourceFiles, found: RunPlace? = nil) {
    isError = diagnostic.isError
    id = diagnostic.id.rawValue
    message = diagnostic.message
    place = files.place(of: diagnostic.range)
    notes = diagnostic.notes.map { Note(message: $0.message, place: files.place(of: $0.range)) }
    help = diagnostic.help
    self.found = found
  }

  /// An error that is about no text.
  package init(error id: DiagnosticID, _ message: String, found: RunPlace? = nil) {
    isError = true
    self.id = id.rawValue
    self.message = message
    place = nil
    notes = []
    help = nil
    self.found = found
  }

  /// What another report said.
  package init(
    isError: Bool, id: String, message: String, place: ReportedPlace?, notes: [Note],
    help: String?, found: RunPlace? = nil
  ) {
    self.isError = isError
    self.id = id
    self.message = message
    self.place = place
    self.notes = notes
    self.help = help
    self.found = found
  }

  /// The same, as a report of the whole run has it.
  package var ofWholeRun: ReportedDiagnostic {
    ReportedDiagnostic(
      isError: isError, id: id, message: message, place: place, notes: notes, help: help)
  }
}

extension ReportedDiagnostic {
  /// Where it is, and the places that explain it: `Rules/a.rules:14:3, Rules/a.rules:2:8`.
  package var placesText: String {
    ([place].compactMap(\.self) + notes.map(\.place)).map(\.text).joined(separator: ", ")
  }

  /// All that it says, in lines that begin with words of ours: plain text, still untrusted.
  var lines: [String] {
    let first = "\(level.rawValue): \(message) [\(id)]"
    return [first] + [place.map { "at: \($0.text)" }].compactMap(\.self) + adviceLines
  }

  /// What is wrong and what to do about it, for formats with a place and an id of their own.
  var sentence: String { ([message] + adviceLines).joined(separator: "; ") }

  /// What to do about it, and the places that explain it.
  var adviceLines: [String] {
    [help.map { "help: \($0)" }].compactMap(\.self)
      + notes.map { "note: \($0.message) at \($0.place.text)" }
  }
}
