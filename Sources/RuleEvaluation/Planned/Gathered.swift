/// Elements in their order, each once.
///
/// Most values rest on few of them, or on the same ones as the next value: what is shared is not
/// copied, and nothing is hashed.
struct Gathered<Element: Comparable & Sendable>: Sendable, ExpressibleByArrayLiteral {
  private(set) var elements: [Element] = []

  init(arrayLiteral elements: Element...) { self.init(elements) }

  /// Makes them of elements in any order.
  init(_ elements: [Element]) {
    self.elements = elements
    // Most are made of nothing.
    guard elements.count > 1 else { return }
    let isInOrder = zip(elements, elements.dropFirst()).allSatisfy { $0 < $1 }
    guard !isInOrder else { return }
    self.elements = []
    for element in elements.sorted() where element != self.elements.last {
      self.elements.append(element)
    }
  }

  /// Makes them of elements that are in order, each once.
  init(inOrder elements: [Element]) { self.elements = elements }

  var isEmpty: Bool { elements.isEmpty }

  /// Returns the first ones, at most so many.
  func first(_ count: Int) -> Gathered {
    elements.count <= count ? self : Gathered(inOrder: Array(elements.prefix(count)))
  }

  mutating func insert(_ element: Element) { formUnion([element]) }

  mutating func formUnion(_ other: Gathered) {
    guard let otherFirst = other.elements.first else { return }
    guard let last = elements.last else {
      elements = other.elements
      return
    }
    if last < otherFirst {
      elements += other.elements
    } else if elements != other.elements {
      elements = Self.merged(elements, other.elements)
    }
  }

  func union(_ other: Gathered) -> Gathered {
    var result = self
    result.formUnion(other)
    return result
  }

  private static func merged(_ left: [Element], _ right: [Element]) -> [Element] {
    var merged: [Element] = []
    merged.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        merged.append(left[first])
        first += 1
        second += 1
      } else if left[first] < right[second] {
        merged.append(left[first])
        first += 1
      } else {
        merged.append(right[second])
        second += 1
      }
    }
    return merged + left[first...] + right[second...]
  }
}
