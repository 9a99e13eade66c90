/// Finds the name that someone who mistyped probably meant.
package enum NearestName {
  /// The longest text, in bytes, for which a name is sought; longer ones are not slips.
  package static let maximumLength = 128

  /// Returns the name nearest to a text, or `nil` if none is near.
  ///
  /// Distance counts bytes of UTF-8 put in, left out, replaced, or exchanged with their neighbour.
  /// Near is a distance of at most a third of the length of `text`, or 1, that leaves something of it; a
  /// name that differs in case alone is nearest. Of names at one distance the first by bytes is
  /// returned, in whatever order they come. There is none for an empty text.
  package static func of(_ text: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, wanted.count <= maximumLength else { return nil }
    let lowered = text.lowercased()
    let spelled = names.filter { $0.utf8.count == wanted.count && $0.lowercased() == lowered }
    if let spelled = spelled.min(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      return spelled
    }
    guard wanted.count > 1 else { return nil }
    var limit = max(1, wanted.count / 3)
    var rows = Rows(length: wanted.count + limit)
    var best: String?
    for name in names {
      guard abs(name.utf8.count - wanted.count) <= limit,
        let distance = rows.distance(from: wanted, to: name.utf8Span.span, within: limit)
      else { continue }
      if let best, distance == limit, !name.utf8.lexicographicallyPrecedes(best.utf8) { continue }
      // What is farther away does not matter any more.
      (best, limit) = (name, distance)
    }
    return best
  }

  /// The least numbers of slips between beginnings of two texts: the last rows of their table.
  private struct Rows {
    private var beforeLast: [Int]
    private var last: [Int]
    private var current: [Int]

    init(length: Int) {
      last = [Int](repeating: 0, count: length + 1)
      (beforeLast, current) = (last, last)
    }

    /// Returns the least number of slips, of which no byte takes part in more than one exchange; nil
    /// where it is more than a limit.
    mutating func distance(
      from source: [UInt8], to target: Span<UInt8>, within limit: Int
    ) -> Int? {
      let beyond = limit + 1
      for column in 0...target.count { last[column] = min(column, beyond) }
      for row in source.indices {
        // Beginnings whose lengths differ by more are farther apart than the limit.
        let (first, end) = (max(0, row - limit), min(target.count, row + limit + 1))
        current[first] = first == 0 ? min(row + 1, beyond) : beyond
        var nearest = current[first]
        for column in first..<end {
          let isSame = source[row] == target[column]
          var least = min(
            last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
          if row > 0, column > 0, source[row] == target[column - 1],
            source[row - 1] == target[column]
          {
            least = min(least, beforeLast[column - 1] + 1)
          }
          current[column + 1] = min(least, beyond)
          nearest = min(nearest, least)
        }
        if end < target.count { current[end + 1] = beyond }
        guard nearest <= limit else { return nil }
        (beforeLast, last, current) = (last, current, beforeLast)
      }
      return last[target.count] <= limit ? last[target.count] : nil
    }
  }
}
