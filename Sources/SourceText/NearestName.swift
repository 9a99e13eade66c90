/// Finds the name that somebody probably meant.
package enum NearestName {
  /// Returns the candidate nearest to the text, if one is near enough to be worth asking about: at
  /// most a third of the text's letters differ, or one.
  package static func of(_ text: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.utf8.prefix(longest))
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let letters = Array(candidate.utf8)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(from: wanted, to: letters)
      guard distance <= limit else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// No name is longer; more of a text would only cost time.
  private static let longest = 100

  /// Returns how many letters must be put in, taken out, changed, or swapped with their neighbour.
  private static func distance(from left: [UInt8], to right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
