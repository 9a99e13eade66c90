package import SourceText

/// The mistakes found in one file, up to a limit, so that a hostile file cannot fill the memory.
package struct MistakeList: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  var isEmpty: Bool { diagnostics.isEmpty }

  /// Tells whether some mistakes have been left out, so that reading on is of no use.
  package var isFull: Bool { diagnostics.count > RecordLimits.mistakes }

  /// Adds a mistake; the first beyond the limit gives way to the word that there are more.
  mutating func append(_ diagnostic: Diagnostic) {
    if diagnostics.count < RecordLimits.mistakes {
      diagnostics.append(diagnostic)
    } else if diagnostics.count == RecordLimits.mistakes {
      diagnostics.append(.tooManyMistakes(at: diagnostic.range))
    }
  }

  package mutating func append(contentsOf others: [Diagnostic]) {
    for diagnostic in others { append(diagnostic) }
  }
}
