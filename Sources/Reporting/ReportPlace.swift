internal import ContractModel
package import SourceText

/// A range of a text as people and other programs find it; lines and columns count from 1.
package struct ReportedPlace: Hashable, Sendable {
  package let path: String
  package let line: Int
  /// Counted in bytes, as the diagnostics on a terminal do.
  package let byteColumn: Int
  /// Counted in Unicode scalars.
  package let column: Int
  package let endLine: Int
  /// The scalar after the last one.
  package let endColumn: Int
}

extension ReportedPlace {
  /// A place as a JSON report tells it, of which no more is known than where it begins.
  package init(path: String, line: Int, byteColumn: Int) {
    self.init(
      path: path, line: line, byteColumn: byteColumn, column: byteColumn, endLine: line,
      endColumn: byteColumn)
  }

  /// The place as `Contracts/vermont/vermont.contract:14:3`.
  var text: String { "\(path):\(line):\(byteColumn)" }
}

extension SourceFiles {
  /// Returns where a range stands.
  package func place(of range: SourceRange) -> ReportedPlace {
    let file = self[range.file]
    let (start, end) = (file.position(at: range.lower), file.position(at: range.upper))
    return ReportedPlace(
      path: file.path, line: start.line, byteColumn: start.column,
      column: file.scalarColumn(at: range.lower), endLine: end.line,
      endColumn: file.scalarColumn(at: range.upper))
  }

  /// Returns where the first line of a range stands, cut off where that line ends: what a reader is
  /// pointed to when the range is a whole block.
  func placeOfFirstLine(of range: SourceRange) -> ReportedPlace {
    let file = self[range.file]
    let line = file.line(file.position(at: range.lower).line)
    let upper = max(range.lower, min(range.upper, line.endIndex))
    return place(of: SourceRange(file: range.file, lower: range.lower, upper: upper))
  }

  /// The place of a record as `status/capability.json:14`.
  func placeText(of record: RecordReference) -> String {
    "\(self[record.file].path):\(record.line)"
  }

  /// The place where a range begins, as `Rules/exchange.rules:31`.
  func placeText(of range: SourceRange) -> String {
    let file = self[range.file]
    return "\(file.path):\(file.position(at: range.lower).line)"
  }
}
