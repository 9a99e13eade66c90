/// Counts which constructs occur in a value, by the cases of the enumerations within it.
struct ConstructCensus {
  private(set) var counts: [String: Int] = [:]

  mutating func count(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .enum {
      let name = mirror.children.first?.label ?? "\(value)"
      counts["\(mirror.subjectType).\(name)", default: 0] += 1
    }
    for child in mirror.children { count(child.value) }
  }

  /// Returns those of some constructs that did not occur.
  func missing(among names: [String]) -> [String] { names.filter { counts[$0] == nil } }
}
