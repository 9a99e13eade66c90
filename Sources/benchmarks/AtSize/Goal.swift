/// What a workload was to take, beside what it took: a goal that is missed is said, not hidden.
struct Goal {
  let text: String
  /// In thousandths of the unit; nil where it was not measured.
  let reached: Int?
  let goal: Int
  /// What would still do.
  let accepted: Int
  let unit: String
  let isAtMost: Bool

  static func atMost(
    _ text: String, _ goal: Int, or accepted: Int? = nil, _ unit: String, reached: Int?
  ) -> Goal {
    Goal(
      text: text, reached: reached, goal: goal, accepted: accepted ?? goal, unit: unit,
      isAtMost: true)
  }

  /// How many times less ours takes than something else.
  static func times(
    _ text: String, _ goal: Int, or accepted: Int? = nil, reached: Int?
  ) -> Goal {
    Goal(
      text: text, reached: reached, goal: goal, accepted: accepted ?? goal, unit: "×",
      isAtMost: false)
  }

  var row: String {
    let wanted = (isAtMost ? "≤ " : "≥ ") + told(goal)
    let also = accepted == goal ? "" : " (\(told(accepted)) would do)"
    return "| \(text) | \(wanted)\(also) | \(reached.map(told) ?? "not measured") | \(verdict) |"
  }

  private var verdict: String {
    guard let reached else { return "open" }
    if meets(reached, goal) { return "reached" }
    return meets(reached, accepted) ? "accepted, the goal is missed" : "**missed**"
  }

  private func meets(_ value: Int, _ limit: Int) -> Bool {
    isAtMost ? value <= limit : value >= limit
  }

  private func told(_ thousandths: Int) -> String {
    let places = thousandths < 1_000 ? 3 : 2
    return "\(decimal(thousandths, over: 1_000, places: places)) \(unit)"
  }
}
