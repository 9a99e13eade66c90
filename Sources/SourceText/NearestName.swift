/// Finds the name that someone who mistyped probably meant.
package enum NearestName {
  /// The longest text, in bytes, for which a name is sought; longer ones are not slips.
  package static let maximumLength = 128

  /// Returns the name nearest to a text, or `nil` if none is near.
  ///
  /// Distance counts bytes of UTF-8 put in, left out, replaced, or exchanged with their neighbour.
  /// Near is a distance of at most a third of the length of `text`, or 1. Of names at one distance
  /// the first by bytes is returned, in whatever order they come. There is none for an empty text.
  package static func of(_ text: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, wanted.count <= maximumLength else { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for name in names {
      guard abs(name.utf8.count - wanted.count) <= limit else { continue }
      let distance = distance(from: wanted, to: Array(name.utf8))
      guard distance <= limit else { continue }
      if let best, best.distance < distance { continue }
      if let best, best.distance == distance,
        !name.utf8.lexicographicallyPrecedes(best.name.utf8)
      {
        continue
      }
      best = (distance, name)
    }
    return best?.name
  }

  /// Returns the least number of slips; no byte takes part in more than one exchange.
  private static func distance(from source: [UInt8], to target: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for row in source.indices {
      var current = [row + 1]
      current.reserveCapacity(target.count + 1)
      for column in target.indices {
        let isSame = source[row] == target[column]
        var least = min(
          last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, source[row] == target[column - 1],
          source[row - 1] == target[column]
        {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[target.count]
  }
}
