import Records
import RuleEvaluation
import SourceText

/// One record file on its way, cut into pieces of whole lines that are looked at in parallel.
struct EvidenceFile {
  private let isTable: Bool
  private let recipes: EvidenceRecipes
  private let jobs: Int
  private let pieceSize: Int
  private(set) var header: [UInt8]?
  private(set) var oddLines: [FlatReader.OddLine] = []

  /// Beyond so many lines that are not plain, all of them are read with care.
  private static let mostOddLines = 100_000
  /// A longer first line of a table is not read again with each odd line.
  private static let longestHeader = 4096

  init(_ stream: RecordStream, recipes: EvidenceRecipes, of inputs: RecordInputs) {
    // A short file is sooner read than shared out.
    jobs = stream.size > inputs.pieceSize ? inputs.jobs : 1
    pieceSize = inputs.pieceSize
    isTable = RecordFormat(path: stream.path) == .csv
    self.recipes = recipes
  }

  /// How reading a file went.
  enum Outcome {
    case read
    /// It cannot be read on.
    case broken
    /// Where its records begin and end is only known when it is read as a whole.
    case hasNoLines
  }

  /// Draws from every line.
  mutating func read(
    by fill: @escaping RecordStream.Reading, as file: FileID, into state: inout FoldState
  ) -> Outcome {
    var lines = LineBuffer(fill, size: pieceSize)
    var line = 0
    if isTable {
      guard let header = lines.firstLine() else {
        return lines.failure == .unreadable ? .broken : .hasNoLines
      }
      self.header = header
      line = 1
    }
    let names = header.map { CSVTable.names(inHeader: $0) ?? [] }
    if let header, let names {
      guard header.count <= Self.longestHeader, recipes.takes(columns: names) else {
        return .hasNoLines
      }
    }
    switch read(&lines, after: line, named: names, as: file, into: &state) {
    case nil: break
    case .unreadable: return .broken
    case .longLine: return .hasNoLines
    }
    // What follows the last line that was looked at may be what stands against paying.
    guard oddLines.count <= Self.mostOddLines else { return .hasNoLines }
    oddLines.sort { $0.number < $1.number }
    // A text in quotes may go on in the next line; and without a first line nothing tells what a file
    // is written in.
    let hasOpenQuotes =
      isTable
      && oddLines.contains {
        $0.bytes.contains(UInt8(ascii: "\"")) && !CSVTable.isRow($0.bytes)
      }
    let isOddFromTheStart = oddLines.first?.number == 1 && !isTable
    let hasMark =
      isOddFromTheStart && oddLines[0].bytes.first.map { $0 >= 0x80 || $0 == 0 } ?? false
    return hasOpenQuotes || hasMark ? .hasNoLines : .read
  }

  private mutating func read(
    _ lines: inout LineBuffer, after before: Int, named names: [[UInt8]]?, as file: FileID,
    into state: inout FoldState
  ) -> LineBuffer.Failure? {
    let recipes = recipes
    guard jobs > 1 else {
      var reader = FlatReader(file: file, header: names, recipe: recipes.recipe)
      var buffer: [UInt8] = []
      var line = before
      while oddLines.count <= Self.mostOddLines, let piece = lines.next(reusing: consume buffer) {
        line += reader.read(piece.bytes, within: piece.bounds, after: line) { batch, kind in
          state.add(batch, of: kind)
        } odd: {
          oddLines.append($0)
        }
        buffer = piece.bytes
      }
      return lines.failure
    }
    let pieces = EvidencePieces(
      of: lines, after: before, into: state, mostOdd: Self.mostOddLines, jobs: jobs)
    pieces.read {
      FlatReader(file: file, header: names, recipe: recipes.recipe)
    }
    return pieces.end(into: &state, &oddLines)
  }
}
