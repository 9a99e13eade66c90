import Dispatch
import Synchronization

/// Pieces of documents that are decided at once, and handed on in their order: each reads in what it
/// decides, so that its bytes lie in the cache of the same processor.
final class DocumentsAtOnce<Piece: Sendable>: Sendable {
  private struct Incoming {
    /// The pieces that were read first, until they are taken.
    var first: ArraySlice<Piece>
    /// How many pieces were taken.
    var pieces = 0
  }

  private struct Decided {
    /// By number, what the pieces came to that were not handed on.
    var pieces: [Int: [DecidedDocument]] = [:]
    /// How many of those who decide found nothing more to do.
    var ended = 0
  }

  private let incoming: Mutex<Incoming>
  private let decided = Mutex(Decided())
  private let jobs: Int
  private let next: @Sendable () -> Piece?
  private let decide: @Sendable (Piece) -> [DecidedDocument]
  /// Tells of each piece that was decided, and of each end.
  private let news = DispatchSemaphore(value: 0)
  /// How many pieces may be taken before the one that comes first is handed on.
  private let ahead: DispatchSemaphore

  init(
    after first: [Piece], jobs: Int, next: @escaping @Sendable () -> Piece?,
    decide: @escaping @Sendable (Piece) -> [DecidedDocument]
  ) {
    incoming = Mutex(Incoming(first: first[...]))
    self.jobs = jobs
    self.next = next
    self.decide = decide
    ahead = DispatchSemaphore(value: 2 * jobs)
  }

  /// Decides all pieces, and hands each document on in its turn.
  func run(handingOn take: (DecidedDocument) -> Void) {
    let queue = DispatchQueue(label: "documents", attributes: .concurrent)
    for _ in 0..<jobs { queue.async { self.decidePieces() } }
    var number = 0
    var isOver = false
    while !isOver {
      news.wait()
      while let documents = decided.withLock({ $0.pieces.removeValue(forKey: number) }) {
        for document in documents { take(document) }
        number += 1
        ahead.signal()
      }
      isOver = decided.withLock { $0.ended == jobs && $0.pieces.isEmpty }
    }
  }

  private func decidePieces() {
    while let (piece, number) = takePiece() {
      let documents = decide(piece)
      decided.withLock { $0.pieces[number] = documents }
      news.signal()
    }
    decided.withLock { $0.ended += 1 }
    news.signal()
  }

  private func takePiece() -> (Piece, number: Int)? {
    ahead.wait()
    let taken = incoming.withLock { incoming -> (Piece, number: Int)? in
      guard let piece = incoming.first.popFirst() ?? next() else { return nil }
      defer { incoming.pieces += 1 }
      return (piece, incoming.pieces)
    }
    if taken == nil { ahead.signal() }
    return taken
  }
}
