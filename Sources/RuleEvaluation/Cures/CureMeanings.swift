import ContractModel
import RuleChecking

extension ClauseRun {
  /// Returns ways to bring a meaning to what is wanted.
  mutating func proposals(
    makingMeaning place: Int, _ wanted: Wanted, for subject: SubjectID
  ) -> [Proposal] {
    let meaning = clause.meanings[place]
    guard let about = contract.ancestor(of: subject, kind: meaning.subject) else { return [] }
    switch meaning.form {
    case .aggregate(let aggregate):
      guard let slot = plan.meaningSlots[place] else { return [] }
      return Self.oneOf(
        wanted.alternatives.map {
          proposals(making: aggregate.measure, of: slot, $0, for: about)
        })
    case .quantity(let expression): return proposals(making: expression, wanted, for: about)
    case .table(let table): return proposals(making: table, wanted, for: about)
    case .parts(let aggregate):
      return proposals(making: aggregate, at: place, wanted, for: about)
    case .condition, .invalid: return []
    }
  }

  /// A row whose result is wanted, and for it all its cells.
  private mutating func proposals(
    making table: CheckedTable, _ wanted: Wanted, for subject: SubjectID
  ) -> [Proposal] {
    var found: [[Proposal]] = []
    for row in table.rows where wanted.isMet(by: value(of: row.result, for: subject).value) {
      var ways: [[Proposal]] = []
      for (input, cell) in zip(table.inputs, row.cells) {
        if case .any = cell { continue }
        let value = self.wanted(cell, isNegated: false, of: input.type, for: subject)
        ways.append(value.map { proposals(making: input.value, $0, for: subject) } ?? [])
      }
      found.append(Self.together(ways))
    }
    return Self.oneOf(found)
  }

  /// All parts for which the condition does not hold yet, where more are wanted; else as many of
  /// those for which it holds.
  private mutating func proposals(
    making aggregate: CheckedPartAggregate, at place: Int, _ wanted: Wanted, for subject: SubjectID
  ) -> [Proposal] {
    let parts = parts(aggregate.parts, of: subject)
    guard let condition = plan.meaningParts[place] else {
      return proposals(making: aggregate.measure, of: parts, wanted)
    }
    var found: [[Proposal]] = []
    for isMore in [true, false] {
      found.append(
        Self.together(parts.map { proposals(making: condition, isMore, for: $0) }))
    }
    return Self.oneOf(found)
  }

  /// The latest day, or the greatest amount, is brought about by what it is drawn from.
  private mutating func proposals(
    making measure: CheckedPartAggregate.Measure, of parts: [SubjectID], _ wanted: Wanted
  ) -> [Proposal] {
    switch measure {
    case .number, .share: []
    case .sum(let value):
      parts.count == 1 ? proposals(making: value, wanted, for: parts[0]) : []
    case .greatest(let value), .least(let value):
      Self.together(parts.map { proposals(making: value, wanted, for: $0) })
    }
  }
}
