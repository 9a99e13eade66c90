/// Some decisions, each once.
package struct DecisionSet: Hashable, Sendable {
  /// A bit for each, by its place among all.
  private var bits: UInt16 = 0

  package init() {}

  package init(_ decisions: [Decision]) {
    for decision in decisions { insert(decision) }
  }

  package mutating func insert(_ decision: Decision) { bits |= 1 << UInt16(decision.place) }

  package mutating func formUnion(_ others: DecisionSet) { bits |= others.bits }

  package func contains(_ decision: Decision) -> Bool {
    bits & 1 << UInt16(decision.place) != 0
  }

  /// The gravest first.
  package var all: [Decision] {
    bits == 0 ? [] : Decision.allCases.filter(contains)
  }
}
