import Dispatch
import Synchronization

/// Does work that comes in pieces on all processors at once.
enum Workers {
  /// Returns what each piece comes to, in their order: the same on any number of processors.
  static func results<Result: Sendable>(
    of count: Int, _ piece: @Sendable (Int) -> Result
  ) -> [Result] {
    let found = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let result = piece(place)
      found.withLock { $0[place] = result }
    }
    return found.withLock { $0.compactMap { $0 } }
  }
}
