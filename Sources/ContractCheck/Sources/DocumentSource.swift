import Records
import RuleChecking

/// A source by which documents can be read for their contracts.
package struct DocumentSource: Sendable {
  let checked: CheckedSource

  package var name: String { checked.name }
  /// How the names of its files end.
  package var endings: [String] { checked.format.endings }
  /// What of a file is a document of its own.
  package var unit: DocumentUnit {
    switch checked.format {
    case .json: .file
    case .jsonLines: .line
    case .csv: .row
    }
  }
  /// The names of the time zones that it states.
  package var zones: [String] { checked.zones }
  /// False where there is a mistake in it: nothing must be read by it.
  package var isSound: Bool { checked.isSound }
}

/// What of a file is a document: a file of several can be read in pieces.
package enum DocumentUnit: Sendable {
  case file
  case line
  /// A row of a table, below its header.
  case row
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
