/// How often each value occurs, for each part: exact, however many there are.
struct Histograms: Sendable {
  /// The values that are counted without being looked up: milliseconds, most counts.
  private static let small = 4096
  /// The scale of numbers without a unit.
  private static let millionths: Int64 = 1_000_000

  /// How many parts of one a value counts.
  private let scale: Int64
  /// The counts of small values in ones, for one part after the other: all in one, so that they are
  /// found at once.
  private var counts: [UInt32] = []
  /// Where those of each part begin; -1 where it has none yet.
  private var starts: [Int]
  /// How many are counted there: few enough that no count is too large.
  private var counted = 0
  /// All other values, by part.
  private var others: [[Int64: Int]]

  init(scale: Int64, parts: Int) {
    self.init(scale: scale, others: [[Int64: Int]](repeating: [:], count: parts))
  }

  /// For each part, so many times the one value that is asked for.
  init(scale: Int64, values: [(value: Int64, count: Int)]) {
    self.init(scale: scale, others: values.map { [$0.value: $0.count] })
  }

  private init(scale: Int64, others: [[Int64: Int]]) {
    self.scale = scale
    self.others = others
    starts = [Int](repeating: -1, count: others.count)
  }

  /// Adds the value of each record to the part that it counts for; -1 stands for none.
  mutating func add(_ values: [Int64], to parts: [Int32]) {
    makeRoom(for: parts)
    if counted + values.count > Int(UInt32.max) { spill() }
    counted += values.count
    let large = addSmall(values.span, to: parts.span)
    for row in large { others[Int(parts[row])][values[row], default: 0] += 1 }
  }

  /// Adds the small values, and returns the rows of the others.
  private mutating func addSmall(_ values: Span<Int64>, to parts: Span<Int32>) -> [Int] {
    var large: [Int] = []
    let (scale, starts) = (scale, starts)
    let places = starts.span
    var counts = counts.mutableSpan
    for row in parts.indices where parts[row] >= 0 {
      let value = values[row]
      // A division by a number that the compiler knows is a multiplication.
      let ones = scale == Self.millionths ? value / Self.millionths : value / scale
      if ones >= 0, ones < Int64(Self.small), ones * scale == value {
        counts[places[Int(parts[row])] + Int(ones)] &+= 1
      } else {
        large.append(row)
      }
    }
    return large
  }

  private mutating func makeRoom(for parts: [Int32]) {
    var wanted = counts.count
    for part in parts where part >= 0 && starts[Int(part)] < 0 {
      starts[Int(part)] = wanted
      wanted += Self.small
    }
    if wanted > counts.count {
      counts += repeatElement(0, count: wanted - counts.count)
    }
  }

  mutating func merge(_ other: Histograms) {
    if counts.isEmpty, others.allSatisfy(\.isEmpty) {
      self = other
      return
    }
    makeRoom(for: other.starts.indices.filter { other.starts[$0] >= 0 }.map { Int32($0) })
    if counted + other.counted > Int(UInt32.max) { spill() }
    counted += other.counted
    for (part, start) in other.starts.enumerated() where start >= 0 {
      for ones in 0..<Self.small { counts[starts[part] + ones] += other.counts[start + ones] }
    }
    for part in others.indices where !other.others[part].isEmpty {
      others[part].merge(other.others[part], uniquingKeysWith: +)
    }
  }

  private mutating func spill() {
    for part in others.indices {
      for (value, count) in smallCounts(of: part) { others[part][value, default: 0] += count }
    }
    for place in counts.indices { counts[place] = 0 }
    counted = 0
  }

  /// The small values of a part that occur.
  private func smallCounts(of part: Int) -> [(value: Int64, count: Int)] {
    let start = starts[part]
    guard start >= 0 else { return [] }
    return (0..<Self.small).compactMap { ones in
      let count = Int(counts[start + ones])
      return count > 0 ? (Int64(ones) * scale, count) : nil
    }
  }

  /// Returns the value of a part at a rank, counted from 1 and from the smallest.
  func value(of part: Int, atRank rank: Int) -> Int64? {
    let all = smallCounts(of: part) + others[part].map { (value: $0.key, count: $0.value) }
    var seen = 0
    for (value, count) in all.sorted(by: { $0.value < $1.value }) {
      seen += count
      if seen >= rank { return value }
    }
    return nil
  }
}
