import Dispatch
import Synchronization

/// Pieces of work that are done at once, what each came to being handed on in their order. Whoever is to
/// do one reads it in, so that its bytes lie in the cache of the same processor.
final class WorkAtOnce<Piece: Sendable, Result: Sendable>: Sendable {
  private struct Incoming {
    /// The pieces that were read first, until they are taken.
    var first: ArraySlice<Piece>
    /// How many pieces were taken.
    var pieces = 0
  }

  private struct Done {
    /// By number, what the pieces came to that were not handed on.
    var pieces: [Int: Result] = [:]
    /// How many of those who work found nothing more to do.
    var ended = 0
  }

  private let incoming: Mutex<Incoming>
  private let done = Mutex(Done())
  private let jobs: Int
  private let next: @Sendable () -> Piece?
  private let work: @Sendable (Piece) -> Result
  /// Tells of each piece that was done, and of each end.
  private let news = DispatchSemaphore(value: 0)
  /// How many pieces may be taken before the one that comes first is handed on.
  private let ahead: DispatchSemaphore

  init(
    after first: [Piece], jobs: Int, next: @escaping @Sendable () -> Piece?,
    work: @escaping @Sendable (Piece) -> Result
  ) {
    incoming = Mutex(Incoming(first: first[...]))
    self.jobs = jobs
    self.next = next
    self.work = work
    ahead = DispatchSemaphore(value: 2 * jobs)
  }

  /// Does all pieces, and hands on in its turn what each came to.
  func run(handingOn take: (Result) -> Void) {
    let queue = DispatchQueue(label: "work", attributes: .concurrent)
    for _ in 0..<jobs { queue.async { self.doPieces() } }
    var number = 0
    var isOver = false
    while !isOver {
      news.wait()
      while let result = done.withLock({ $0.pieces.removeValue(forKey: number) }) {
        take(result)
        number += 1
        ahead.signal()
      }
      isOver = done.withLock { $0.ended == jobs && $0.pieces.isEmpty }
    }
  }

  private func doPieces() {
    while let (piece, number) = takePiece() {
      let result = work(piece)
      done.withLock { $0.pieces[number] = result }
      news.signal()
    }
    done.withLock { $0.ended += 1 }
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
