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

  /// Reports each milestone that would have to come after itself.
  private mutating func reportCyclesOfPredecessors() {
    for (id, statement) in orders {
      guard let path = path(from: id) else { continue }
      lines.report(.predecessorCycle(statement, path.map { subjects[$0.index].name }))
    }
  }

  /// Returns the shortest way from a milestone through its predecessors back to itself.
  private func path(from start: SubjectID) -> [SubjectID]? {
    var seen: Set<SubjectID> = []
    var open = [[start]]
    while !open.isEmpty {
      var further: [[SubjectID]] = []
      for path in open {
        for next in subjects[path[path.count - 1].index].predecessors {
          if next == start { return path + [start] }
          if seen.insert(next).inserted { further.append(path + [next]) }
        }
      }
      open = further
    }
    return nil
  }
}
