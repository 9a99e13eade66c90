import Records
import RuleChecking

/// A source by which documents can be read for their contracts.
package struct DocumentSource: Sendable {
  let checked: CheckedSource

  package var name: String { checked.name }
  /// How the names of its files end.
  package var endings: [String] { checked.format.endings }
  /// Whether each line is a document of its own, so that a file can be read in pieces.
  package var isOfLines: Bool { checked.format == .jsonLines }
  /// The names of the time zones that it states.
  package var zones: [String] { checked.zones }
  /// False where there is a mistake in it: nothing must be read by it.
  package var isSound: Bool { checked.isSound }
}

extension CheckedSource.Format {
  /// The same format of record files.
  var ofRecords: RecordFormat {
    switch self {
    case .json: .json
    case .jsonLines: .ndjson
    case .csv: .csv
    }
  }
}
