/// The part of a run that one of several machines decides: some of the contracts, by their ids.
///
/// Which part a contract belongs to follows from its id alone, so that no machine, no path and no
/// other contract moves it, and two contracts of one id meet in one part.
package struct Shard: Hashable, Sendable {
  /// The most parts of a run: `merge` reads all of them at once.
  package static let limit = 200

  /// Which one it is, from 1.
  package let index: Int
  package let count: Int

  /// Makes part `index` of `count`; nil where there is none.
  package init?(_ index: Int, of count: Int) {
    guard (1...Self.limit).contains(count), (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// The part as an option names it: `2/4`.
  package var text: String { "\(index)/\(count)" }

  /// Whether the contract with an id is in this part. What a file says of itself, as that it holds no
  /// contract, is in that of its first contract, or of the empty id.
  package func contains(_ id: String) -> Bool { Self.hash(id) % UInt64(count) == UInt64(index - 1) }

  /// FNV-1a of 64 bits, folded so that every byte reaches the lowest bits; it never changes.
  ///
  /// An id is one however its signs are spelled: of those beyond ASCII, which have several spellings,
  /// only where they stand counts.
  private static func hash(_ text: String) -> UInt64 {
    let hash = text.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1.asciiValue ?? .max)) &* 0x0000_0100_0000_01b3
    }
    return hash ^ (hash >> 32)
  }
}
