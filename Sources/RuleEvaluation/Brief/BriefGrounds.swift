import ContractModel
import RuleChecking

/// The grounds of effects: two effects of one ground for one part count once.
struct BriefGrounds: Sendable {
  private enum Ground: Hashable {
    case named(String)
    case own(clause: String, rule: String, place: Int)
  }

  private var all: [Ground] = []

  /// Returns the number of the ground that an effect names, or of its own one.
  mutating func number(of effect: CheckedEffect, at place: Int, of rule: Citation) -> Int32 {
    let ground =
      effect.ground.map(Ground.named)
      ?? .own(clause: rule.clause, rule: rule.rule, place: place)
    if let known = all.firstIndex(of: ground) { return Int32(known) }
    all.append(ground)
    return Int32(all.count - 1)
  }

  /// For each number the place of its ground in the order in which grounds take money.
  var order: [Int32] {
    var order = [Int32](repeating: 0, count: all.count)
    let sorted = all.indices.sorted { precedes(all[$0], all[$1]) }
    for (place, number) in sorted.enumerated() { order[number] = Int32(place) }
    return order
  }

  private func precedes(_ left: Ground, _ right: Ground) -> Bool {
    switch (left, right) {
    case (.named(let left), .named(let right)): left < right
    case (.named, .own): true
    case (.own, .named): false
    case (.own(let clause, let rule, let place), .own(let clause2, let rule2, let place2)):
      (clause, rule, place) < (clause2, rule2, place2)
    }
  }
}
