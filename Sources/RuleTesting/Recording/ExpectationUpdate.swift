import ContractCheck
import SourceText

/// A file of tests whose expectations say what came out.
package struct UpdatedFile: Hashable, Sendable {
  package let path: String
  package let old: [UInt8]
  package let new: [UInt8]
}

/// Gathers what the expectations of tests would have to say to be met.
struct ExpectationUpdate {
  private var texts: [SourceRange: Set<String>] = [:]
  private var unmet: Set<SourceRange> = []
  private var barred: Set<SourceRange> = []

  /// Adds what the rows of one test came to; nil stands for a row that could not be run.
  ///
  /// Nothing is recorded of such a test: what its other rows say may be as little meant.
  mutating func add(_ rows: [[Recording]?]) {
    let isWhole = !rows.contains { $0 == nil }
    for recording in rows.compactMap({ $0 }).joined() {
      texts[recording.range, default: []].insert(recording.text)
      if !recording.isMet { unmet.insert(recording.range) }
      if !isWhole { barred.insert(recording.range) }
    }
  }

  /// Returns the files that change; a value on which rows do not agree stays as it is.
  func files(from files: SourceFiles) -> [UpdatedFile] {
    let edits = unmet.subtracting(barred).compactMap { range -> (SourceRange, String)? in
      guard let wanted = texts[range], wanted.count == 1, let text = wanted.first else {
        return nil
      }
      return (range, text)
    }
    return files.files.indices.compactMap { index -> UpdatedFile? in
      let own = edits.filter { $0.0.file == FileID(index) }.sorted { $0.0.lower > $1.0.lower }
      guard !own.isEmpty else { return nil }
      let file = files.files[index]
      var bytes = file.bytes
      for (range, text) in own { bytes.replace(range, with: text) }
      return UpdatedFile(path: file.path, old: file.bytes, new: bytes)
    }
  }
}

extension [UInt8] {
  /// Puts a text in the place of a value; in a cell the bar after it stays where it was, if it can.
  fileprivate mutating func replace(_ range: SourceRange, with text: String) {
    var upper = range.upper
    while upper < count, self[upper] == UInt8(ascii: " ") { upper += 1 }
    let isCell = upper < count && self[upper] == UInt8(ascii: "|")
    var bytes = Array(text.utf8)
    if isCell {
      let width = Swift.max(upper - range.lower, bytes.count + 1)
      bytes += [UInt8](repeating: UInt8(ascii: " "), count: width - bytes.count)
    }
    replaceSubrange(range.lower..<(isCell ? upper : range.upper), with: bytes)
  }
}
