import Dispatch
import Records
import RuleEvaluation
import SourceText
import Synchronization

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
    jobs = inputs.jobs
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
      guard let header = lines.firstLine() else { return lines.hasFailed ? .broken : .hasNoLines }
      self.header = header
      line = 1
    }
    let names = header.map(Self.names(inHeader:))
    let recipes = recipes
    if let header, let names {
      guard header.count <= Self.longestHeader, recipes.takes(header: header, names) else {
        return .hasNoLines
      }
    }
    let isRead = read(&lines, after: line, named: names, as: file, into: &state)
    guard isRead else { return .broken }
    // What follows the last line that was looked at may be what stands against paying.
    guard oddLines.count <= Self.mostOddLines else { return .hasNoLines }
    oddLines.sort { $0.number < $1.number }
    // A text in quotes may go on in the next line; and without a first line nothing tells what a file
    // is written in.
    let hasQuotes = isTable && oddLines.contains { $0.bytes.contains(UInt8(ascii: "\"")) }
    let isOddFromTheStart = oddLines.first?.number == 1 && !isTable
    let hasMark =
      isOddFromTheStart && oddLines[0].bytes.first.map { $0 >= 0x80 || $0 == 0 } ?? false
    return hasQuotes || hasMark ? .hasNoLines : .read
  }

  private mutating func read(
    _ lines: inout LineBuffer, after before: Int, named names: [[UInt8]]?, as file: FileID,
    into state: inout FoldState
  ) -> Bool {
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
      return !lines.hasFailed
    }
    let workers = (0...jobs).map { _ in
      EvidenceWorker(FlatReader(file: file, header: names, recipe: recipes.recipe), state.emptied)
    }
    let queue = DispatchQueue(label: "records", attributes: .concurrent)
    var numbering = PieceNumbering(after: before)
    var begun = 0
    while true {
      while begun - numbering.pieces < workers.count,
        let piece = lines.next(reusing: workers[begun % workers.count].buffer)
      {
        let worker = workers[begun % workers.count]
        worker.take(piece, number: begun)
        begun += 1
        queue.async { worker.read() }
      }
      guard numbering.pieces < begun else { break }
      let worker = workers[numbering.pieces % workers.count]
      worker.hand(over: &state, &oddLines, &numbering)
      if oddLines.count > Self.mostOddLines { return !lines.hasFailed }
    }
    for worker in workers { worker.hand(over: &state, by: numbering) }
    return !lines.hasFailed
  }

  private static func names(inHeader line: [UInt8]) -> [[UInt8]] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Array.init)
  }
}

/// Whole lines, with room behind them.
struct LinePiece: Sendable {
  var bytes: [UInt8]
  var bounds: Range<Int>
}

/// What numbers lines have that were read before it was known how many stand above their piece: that of
/// the piece, then that in the piece.
private struct PieceNumbering {
  /// How many lines stand above each piece that was read, and below the last.
  private var above: [Int]

  init(after lines: Int) { above = [lines] }

  /// How many pieces were read.
  var pieces: Int { above.count - 1 }

  /// The number that the line above a piece has.
  static func start(of piece: Int) -> Int { piece << 32 }

  mutating func add(lines: Int) { above.append(above[pieces] + lines) }

  func line(_ number: Int) -> Int { above[number >> 32] + number & 0xFFFF_FFFF }
}

/// One of those that look at pieces: a class, as it remembers what it has learnt of the file and drawn
/// from it, and is handed from one thread to the next.
private final class EvidenceWorker: Sendable {
  private struct State {
    var reader: FlatReader
    var drawn: FoldState
    let empty: FoldState
    // The piece at hand, and what comes of it: the runs, what could not be drawn from, the lines.
    var piece = LinePiece(bytes: [], bounds: 0..<0)
    var number = 0
    var runs: FoldRuns
    var oddLines: [FlatReader.OddLine] = []
    var lines = 0
  }

  private let state: Mutex<State>
  private let isRead = DispatchSemaphore(value: 0)

  init(_ reader: sending FlatReader, _ empty: FoldState) {
    var drawn = empty
    let runs = drawn.takeRuns()
    state = Mutex(State(reader: reader, drawn: drawn, empty: empty, runs: runs))
  }

  /// The room that the last piece was in.
  var buffer: [UInt8] {
    state.withLock { state in
      var buffer: [UInt8] = []
      swap(&buffer, &state.piece.bytes)
      return buffer
    }
  }

  /// Takes the next piece: nobody else may keep it, or its room would be copied when it is reused.
  func take(_ piece: consuming LinePiece, number: Int) {
    let piece = piece
    state.withLock { state in
      state.piece = piece
      state.number = number
    }
  }

  func read() {
    state.withLock { state in
      var odd: [FlatReader.OddLine] = []
      // Taken out, so that nothing of it is copied.
      var drawn = state.empty
      swap(&drawn, &state.drawn)
      state.lines = state.reader.read(
        state.piece.bytes, within: state.piece.bounds,
        after: PieceNumbering.start(of: state.number)
      ) { batch, kind in
        drawn.add(batch, of: kind)
      } odd: {
        odd.append($0)
      }
      state.runs = drawn.takeRuns()
      swap(&drawn, &state.drawn)
      state.oddLines = odd
    }
    isRead.signal()
  }

  /// Waits until the piece is read, and adds what hangs on its place in the file to what was before.
  func hand(
    over drawn: inout FoldState, _ oddLines: inout [FlatReader.OddLine],
    _ numbering: inout PieceNumbering
  ) {
    isRead.wait()
    state.withLock { state in
      drawn.append(state.runs)
      numbering.add(lines: state.lines)
      oddLines += state.oddLines.map {
        FlatReader.OddLine(number: numbering.line($0.number), bytes: $0.bytes)
      }
    }
  }

  /// Adds everything else, once there are no more pieces.
  func hand(over drawn: inout FoldState, by numbering: PieceNumbering) {
    state.withLock { state in
      var mine = state.empty
      swap(&mine, &state.drawn)
      mine.renumber { numbering.line($0) }
      drawn.merge(mine)
    }
  }
}
