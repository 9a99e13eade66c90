import ContractModel
import RuleSyntax
import SourceText

/// Which milestones come after which.
extension ContractChecker {
  /// Finds the milestones that others come after, now that every one is known: `after design, tests`.
  mutating func checkPredecessors() {
    for (id, statement) in orders {
      var reader = LineReader(statement)
      var predecessors: [SubjectID] = []
      repeat {
        guard let name = reader.takeName() else {
          lines.reportNext(of: reader, wanted: "the name of a milestone")
          break
        }
        guard let predecessor = part(name, .milestone) else { continue }
        if predecessors.contains(predecessor) {
          lines.report(.duplicateName(name, what: "predecessor", first: statement.keyword.range))
        } else {
          predecessors.append(predecessor)
        }
      } while reader.takeSeparator()
      lines.finish(reader)
      subjects[id.index].predecessors = predecessors
    }
    reportCyclesOfPredecessors()
  }

  /// Reports each circle of milestones that would have to come after themselves.
  private mutating func reportCyclesOfPredecessors() {
    guard !orders.isEmpty else { return }
    var all: [SubjectID: [SubjectID]] = [:]
    for (id, _) in orders { all[id] = subjects[id.index].predecessors }
    let circling = Predecessors(all: all).circling
    var told: Set<SubjectID> = []
    for (id, statement) in orders where !told.contains(id) {
      guard let path = circling.path(backTo: id) else { continue }
      told.formUnion(path)
      lines.report(.predecessorCycle(statement, path.map { subjects[$0.index].name }))
    }
  }
}

/// What comes after what.
private struct Predecessors {
  let all: [SubjectID: [SubjectID]]

  /// Those alone that may come after themselves, and what of that comes before them, in its order.
  var circling: Predecessors {
    let left = withoutFirsts.reversed.withoutFirsts.all
    return only { left[$0] != nil }
  }

  private func only(_ isKept: (SubjectID) -> Bool) -> Predecessors {
    Predecessors(all: all.filter { isKept($0.key) }.mapValues { $0.filter(isKept) })
  }

  /// What comes before what.
  private var reversed: Predecessors {
    var reversed: [SubjectID: [SubjectID]] = all.mapValues { _ in [] }
    for (id, predecessors) in all {
      for predecessor in predecessors { reversed[predecessor, default: []].append(id) }
    }
    return Predecessors(all: reversed)
  }

  /// What is left when whatever comes after nothing is taken away, again and again.
  private var withoutFirsts: Predecessors {
    let followers = reversed.all
    var waiting = followers.mapValues { _ in 0 }
    for (id, predecessors) in all { waiting[id] = predecessors.count }
    var firsts = waiting.filter { $0.value == 0 }.map(\.key)
    while let first = firsts.popLast() {
      waiting[first] = nil
      for follower in followers[first] ?? [] {
        waiting[follower, default: 0] -= 1
        if waiting[follower] == 0 { firsts.append(follower) }
      }
    }
    return only { waiting[$0] != nil }
  }

  /// Returns the shortest way from one through its predecessors back to itself.
  func path(backTo start: SubjectID) -> [SubjectID]? {
    // By what each was reached from.
    var reached: [SubjectID: SubjectID] = [:]
    var open = [start]
    var place = 0
    while place < open.count {
      let current = open[place]
      place += 1
      for next in all[current] ?? [] where reached[next] == nil {
        reached[next] = current
        if next == start { return Self.path(to: start, reached) }
        open.append(next)
      }
    }
    return nil
  }

  private static func path(
    to start: SubjectID, _ reached: [SubjectID: SubjectID]
  ) -> [SubjectID] {
    var path = [start]
    while let before = reached[path[path.count - 1]], before != start { path.append(before) }
    return [start] + path.reversed()
  }
}
