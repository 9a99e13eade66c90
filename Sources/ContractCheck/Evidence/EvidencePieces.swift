import Dispatch
import Records
import RuleEvaluation
import SourceText
import Synchronization

/// The pieces of one record file, shared by those who look at them at once: each reads in what it looks
/// at, so that its bytes lie in the cache of the same processor.
final class EvidencePieces: Sendable {
  private struct Incoming {
    var lines: LineBuffer
    /// How many pieces were begun.
    var pieces = 0
    var isStopped = false
  }

  /// What hangs on the place that a piece has in the file.
  private struct Piece {
    let runs: FoldRuns
    let oddLines: [FlatReader.OddLine]
    let lines: Int
  }

  /// What was drawn from the pieces.
  private struct Drawn {
    var state: FoldState
    var oddLines: [FlatReader.OddLine] = []
    var numbering: PieceNumbering
    /// By number, those that were looked at before one that stands above them.
    var waiting: [Int: Piece] = [:]
    /// What does not hang on places, from each who looked, whose lines have the numbers of their pieces.
    var others: [FoldState] = []

    mutating func add(_ piece: Piece) {
      state.append(piece.runs)
      numbering.add(lines: piece.lines)
      oddLines += piece.oddLines.map {
        FlatReader.OddLine(number: numbering.line($0.number), bytes: $0.bytes)
      }
    }
  }

  private let incoming: Mutex<Incoming>
  private let drawn: Mutex<Drawn>
  private let empty: FoldState
  private let mostOdd: Int
  private let jobs: Int
  /// How many pieces may be begun before the one that stands above them is added.
  private let ahead: DispatchSemaphore

  /// The pieces of lines that stand below so many others; where more than the most are odd, the rest is
  /// not looked at.
  init(of lines: LineBuffer, after above: Int, into state: FoldState, mostOdd: Int, jobs: Int) {
    incoming = Mutex(Incoming(lines: lines))
    drawn = Mutex(Drawn(state: state, numbering: PieceNumbering(after: above)))
    empty = state.emptied
    self.mostOdd = mostOdd
    self.jobs = jobs
    ahead = DispatchSemaphore(value: 4 * jobs)
  }

  /// Looks at all of them, at so many at once as there are jobs.
  func read(by reader: @Sendable () -> FlatReader) {
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      var piece = LinePiece(bytes: [], bounds: 0..<0)
      var begun = next(in: &piece)
      // There may be fewer pieces than jobs.
      guard begun != nil else { return }
      var reader = reader()
      var mine = empty
      while let number = begun {
        var odd: [FlatReader.OddLine] = []
        let lines = reader.read(
          piece.bytes, within: piece.bounds, after: PieceNumbering.start(of: number)
        ) { batch, kind in
          mine.add(batch, of: kind)
        } odd: {
          odd.append($0)
        }
        add(Piece(runs: mine.takeRuns(), oddLines: odd, lines: lines), number)
        begun = next(in: &piece)
      }
      // Where the last of its lines stand is not known before all others have ended.
      drawn.withLock { $0.others.append(mine) }
    }
  }

  /// Hands out what was drawn, and returns why that is not all; nil where it is.
  func end(
    into state: inout FoldState, _ oddLines: inout [FlatReader.OddLine]
  ) -> LineBuffer.Failure? {
    drawn.withLock { drawn in
      (state, oddLines) = (drawn.state, drawn.oddLines)
      for var other in drawn.others {
        other.renumber(drawn.numbering.line)
        state.merge(other)
      }
    }
    return incoming.withLock { $0.lines.failure }
  }

  /// Puts the next lines in the place of the last, and returns the number of their piece.
  private func next(in piece: inout LinePiece) -> Int? {
    ahead.wait()
    let number = incoming.withLock { incoming -> Int? in
      // Nobody else may keep the room of the last, or it would be copied.
      var buffer: [UInt8] = []
      swap(&buffer, &piece.bytes)
      guard !incoming.isStopped, let next = incoming.lines.next(reusing: consume buffer) else {
        return nil
      }
      piece = next
      defer { incoming.pieces += 1 }
      return incoming.pieces
    }
    if number == nil { ahead.signal() }
    return number
  }

  /// Adds what hangs on the place of a piece, and of those that waited for it.
  private func add(_ piece: Piece, _ number: Int) {
    let isTooOdd = drawn.withLock { drawn in
      drawn.waiting[number] = piece
      while let piece = drawn.waiting.removeValue(forKey: drawn.numbering.pieces) {
        drawn.add(piece)
        ahead.signal()
      }
      return drawn.oddLines.count > mostOdd
    }
    if isTooOdd { incoming.withLock { $0.isStopped = true } }
  }
}

/// What numbers lines have that were read before it was known how many stand above their piece: that of
/// the piece, then that in the piece.
private struct PieceNumbering {
  /// How many lines stand above each piece that was added, and below the last.
  private var above: [Int]

  init(after lines: Int) { above = [lines] }

  /// How many pieces were added.
  var pieces: Int { above.count - 1 }

  /// The number that the line above a piece has.
  static func start(of piece: Int) -> Int { piece << 32 }

  mutating func add(lines: Int) { above.append(above[pieces] + lines) }

  func line(_ number: Int) -> Int { above[number >> 32] + number & 0xFFFF_FFFF }
}
