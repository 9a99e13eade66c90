import ContractModel
import RuleSyntax
import SourceText

/// What the block of one amendment says, with the parts that it adds.
struct AmendedScope {
  let block: SortedLines
  /// The milestones that it changes, each with what it says of it.
  var milestones: [(id: SubjectID, block: SortedLines)] = []
  var added: [Amendment.ScopeChange] = []
}

/// Parts of the contract that come and go by agreement.
extension ContractChecker {
  /// Reads the blocks of amendments and adds the parts that they add, so that everything that names
  /// a part finds those of every version.
  mutating func amendedScopes(_ statements: [LineSyntax]) -> [AmendedScope] {
    var scopes = statements.map { AmendedScope(block: lines.sorted($0.block, by: .amendment)) }
    for place in scopes.indices { addMilestones(of: &scopes[place]) }
    for place in scopes.indices { readMilestones(of: &scopes[place]) }
    return scopes
  }

  /// `adds milestone small-business "Small business" { … }`.
  private mutating func addMilestones(of scope: inout AmendedScope) {
    for line in scope.block.lines("adds") {
      var reader = LineReader(line)
      guard takeWords(["milestone"], of: &reader) else { continue }
      let id = checkMilestone(line, reader)
      scope.added.append(.init(subject: id, isAdded: true, range: line.range))
    }
  }

  private mutating func readMilestones(of scope: inout AmendedScope) {
    for line in scope.block.lines("milestone") {
      let block = lines.sorted(line.block, by: .amendedMilestone)
      var reader = LineReader(line)
      guard let name = reader.takeName() else {
        lines.reportNext(of: reader, wanted: "the name of a milestone")
        continue
      }
      lines.finish(reader, hasBlock: true)
      guard let id = part(name, .milestone) else { continue }
      scope.milestones.append((id, block))
      for line in block.lines("adds") {
        var reader = LineReader(line)
        guard takeWords(["deliverable"], of: &reader) else { continue }
        let part = checkDeliverable(line, reader, in: id)
        scope.added.append(.init(subject: part, isAdded: true, range: line.range))
      }
    }
  }

  /// Returns the parts that an amendment removes, now that those of every version are known.
  mutating func removedParts(_ scope: AmendedScope) -> [Amendment.ScopeChange] {
    var removed: [Amendment.ScopeChange] = []
    for line in scope.block.lines("removes") {
      if let id = removedPart(line, .milestone, of: .contract) {
        removed.append(.init(subject: id, isAdded: false, range: line.range))
      }
    }
    for (milestone, block) in scope.milestones {
      for line in block.lines("removes") {
        if let id = removedPart(line, .deliverable, of: milestone) {
          removed.append(.init(subject: id, isAdded: false, range: line.range))
        }
      }
    }
    return removed
  }

  /// `removes milestone NAME`, or `removes deliverable NAME` of the milestone at hand.
  private mutating func removedPart(
    _ line: LineSyntax, _ kind: SubjectKind, of parent: SubjectID
  ) -> SubjectID? {
    var reader = LineReader(line)
    guard takeWords([kind.rawValue], of: &reader) else { return nil }
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "the name of \(kind.withArticle)")
      return nil
    }
    lines.finish(reader)
    let parts = subjects.indices.filter {
      subjects[$0].kind == kind && subjects[$0].parent == parent
    }
    guard let part = parts.first(where: { subjects[$0].name == name.text }) else {
      let names = parts.map { subjects[$0].name }
      lines.report(.unknownName(name, what: .part(kind), among: names))
      return nil
    }
    return SubjectID(part)
  }

  /// Of a part that comes and goes on one day, nothing says whether it is there.
  mutating func reportRivalScopes() {
    var earlier: [(day: CivilDate, change: Amendment.ScopeChange)] = []
    for amendment in amendments {
      for change in amendment.scope {
        let rival = earlier.first {
          $0.day == amendment.effective && $0.change.subject == change.subject
            && $0.change.isAdded != change.isAdded
        }
        if let rival {
          lines.report(
            .rivalScopes(
              change, subjects[change.subject.index], first: rival.change.range,
              on: amendment.effective))
        }
        earlier.append((amendment.effective, change))
      }
    }
  }
}
