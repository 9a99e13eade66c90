package import RuleSyntax
package import SourceText

/// How documents of somebody else state contracts and records: lines of a contract in which values
/// are read `from` a place of the document.
package struct CheckedSource: Sendable {
  /// How the documents of a source are written.
  package enum Format: String, CaseIterable, Sendable {
    /// A file is one document.
    case json
    /// Each line is a document.
    case jsonLines = "json-lines"
    /// Each row is a document; its fields have the names of the columns.
    case csv

    /// How the names of such files end.
    package var endings: [String] {
      switch self {
      case .json: [".json"]
      case .jsonLines: [".ndjson", ".jsonl"]
      case .csv: [".csv"]
      }
    }
  }

  package let name: String
  package let title: String?
  package let documentation: String?
  package let format: Format
  package let steps: [SourceStep]
  package let range: SourceRange
  /// False where a mistake in it was reported: nothing must be read by it.
  package let isSound: Bool

  /// The same source, by which nothing must be read.
  var unsound: CheckedSource {
    CheckedSource(
      name: name, title: title, documentation: documentation, format: format, steps: steps,
      range: range, isSound: false)
  }

  /// The names of the time zones that it states for its contracts.
  package var zones: [String] { steps.flatMap(\.zones) }

  /// The columns that a row must have, by their names, in the order of the source.
  package var columns: [String] {
    var columns: [String] = []
    for path in steps.flatMap(\.paths) {
      let name = path.components.last.map { String(decoding: $0.name, as: UTF8.self) }
      if let name, !columns.contains(name) { columns.append(name) }
    }
    return columns
  }

  /// Whether its documents state contracts, and not only records.
  package var statesContracts: Bool { steps.contains(where: \.statesContracts) }
}

/// One line of a source.
package indirect enum SourceStep: Sendable {
  /// A line of a contract, or of a part or record in it.
  case line(SourceLine)
  /// Lines for each element of an array of the document.
  case each(SourceEach)

  fileprivate var zones: [String] {
    switch self {
    case .each(let each): each.steps.flatMap(\.zones)
    case .line(let line):
      line.keyword.text == "zone"
        ? line.values.compactMap(\.writtenText) : (line.steps ?? []).flatMap(\.zones)
    }
  }

  fileprivate var paths: [SourcePath] {
    switch self {
    case .each(let each): [each.path] + each.condition.paths + each.steps.flatMap(\.paths)
    case .line(let line):
      line.values.flatMap(\.paths) + line.condition.paths + (line.steps ?? []).flatMap(\.paths)
    }
  }

  fileprivate var statesContracts: Bool {
    switch self {
    case .line(let line): line.role == .contract
    case .each(let each): each.steps.contains(where: \.statesContracts)
    }
  }
}

// Nothing changes the lines of a source, and every document is read by them: they are shared and never
// copied.

/// The lines that each element of an array states.
package final class SourceEach: Sendable {
  package let path: SourcePath
  /// Whether a document may be without the array.
  package let isOptional: Bool
  package let condition: SourceCondition?
  package let steps: [SourceStep]

  init(path: SourcePath, isOptional: Bool, condition: SourceCondition?, steps: [SourceStep]) {
    self.path = path
    self.isOptional = isOptional
    self.condition = condition
    self.steps = steps
  }
}

/// A line with what stands in it as written, and what is read.
package final class SourceLine: Sendable {
  /// What a line is to the reader of documents.
  package enum Role: Hashable, Sendable {
    case contract
    /// The day as of which the contract is decided.
    case asOf
    /// A record outside of the parts of a contract, which says itself what it is about.
    case record
    /// A deliverable that says itself which milestone it belongs to.
    case deliverable
    case other
  }

  package let role: Role
  /// Whether the line is there though the document lacks a value of it: what states a part, or a clause,
  /// must not go away unseen.
  package let isAlwaysStated: Bool
  package let keyword: NameSyntax
  package let values: [SourceValue]
  /// Where its value stands, if that is one, which the document has as it is to be; else nil.
  package let plainPath: SourcePath?
  /// What the document must say for the line to be there.
  package let condition: SourceCondition?
  package let provenance: ProvenanceSyntax?
  package let table: TableSyntax?
  package let documentation: String?
  /// Nil where the line has no braces.
  package let steps: [SourceStep]?
  package let range: SourceRange

  /// Makes what a line that stands in a source says, with the values, the condition and the block that
  /// it comes to.
  init(
    _ line: LineSyntax, role: Role, isAlwaysStated: Bool, values: [SourceValue],
    condition: SourceCondition?, steps: [SourceStep]?
  ) {
    self.role = role
    self.isAlwaysStated = isAlwaysStated
    keyword = line.keyword
    self.values = values
    plainPath = values.plainPath
    self.condition = condition
    provenance = line.provenance
    table = values.contains(where: \.isRead) ? nil : line.table
    documentation = line.documentation
    self.steps = steps
    range = line.range
  }
}

extension [SourceValue] {
  /// The path of the one value, if that is read as it stands.
  var plainPath: SourcePath? {
    guard count == 1, case .read(let reading) = self[0], reading.unit == nil,
      reading.words.isEmpty, reading.joined.isEmpty
    else { return nil }
    return reading.path
  }
}

/// One value of a line of a source.
package enum SourceValue: Sendable {
  case written(LineSyntax.Value)
  case read(SourceReading)

  /// Whether it stands in the document.
  var isRead: Bool { if case .read = self { true } else { false } }

  fileprivate var writtenText: String? {
    if case .written(.text(let text)) = self { text.value } else { nil }
  }

  fileprivate var paths: [SourcePath] {
    guard case .read(let reading) = self else { return [] }
    let paths = [reading.path] + reading.joined
    if case .currency(let currency)? = reading.unit { return paths + [currency] }
    return paths
  }
}

/// Where a value stands in the document, and how it is to be understood.
package final class SourceReading: Sendable {
  /// What the number in the document counts.
  package enum Unit: Sendable {
    /// So much each: `in USD 0.01`, `in 0.01%`.
    case literal(LiteralSyntax)
    /// One of the currency that the document names.
    case currency(SourcePath)
    /// The value is a moment or a day, of which the day as written counts.
    case date
  }

  /// What a text of the document stands for.
  package struct Word: Sendable {
    /// Nil for any other text.
    package let found: String?
    package let meant: String
  }

  package let path: SourcePath
  /// The texts at these follow the one at the path, with a slash between them.
  package let joined: [SourcePath]
  package let unit: Unit?
  /// What each text stands for; empty where it stands for itself.
  package let words: [Word]
  package let range: SourceRange

  init(
    path: SourcePath, joined: [SourcePath], unit: Unit?, words: [Word], range: SourceRange
  ) {
    self.path = path
    self.joined = joined
    self.unit = unit
    self.words = words
    self.range = range
  }
}

/// A place in a document, from the element at hand: a JSON Pointer (RFC 6901) without its first
/// slash; with it, from the top of the document; `..` is the element around.
package struct SourcePath: Hashable, Sendable {
  package struct Component: Hashable, Sendable {
    package let name: [UInt8]
    /// The place in an array that the name can be, from 0.
    package let index: Int?
  }

  package let text: String
  package let isFromTop: Bool
  /// How many elements outwards it begins.
  package let outward: Int
  package let components: [Component]
}

/// What a document must say: tests that all hold.
package struct SourceCondition: Sendable {
  package struct Test: Sendable {
    package enum Wanted: Sendable {
      case given
      case notGiven
      case among([String])
      case notAmong([String])
      /// The text at another place.
      case same(SourcePath)
    }

    package let path: SourcePath
    package let wanted: Wanted
  }

  package let tests: [Test]
}

extension SourceCondition? {
  fileprivate var paths: [SourcePath] {
    (self?.tests ?? []).flatMap { test in
      if case .same(let other) = test.wanted { [test.path, other] } else { [test.path] }
    }
  }
}
