import ContractModel
import RuleChecking

// Conditions on a subject and tests of records.
extension CheckedGenerator {
  mutating func condition(for subject: SubjectKind, depth: Int) -> CheckedCondition {
    let named = meanings.indices.filter {
      meanings[$0].subject == subject && meanings[$0].type == .condition
    }
    if !named.isEmpty, chance(15) { return .meaning(one(of: named)) }
    switch below(depth > 0 ? 10 : 6) {
    case 0: return .some(collection(for: subject))
    case 1: return .no(collection(for: subject))
    case 2: return .everyRecord(collection(for: subject), have: rowTest(for: subject, depth: 0))
    case 6: return .all((0..<(1 + below(2))).map { _ in condition(for: subject, depth: depth - 1) })
    case 7, 8: return .any((0..<2).map { _ in condition(for: subject, depth: depth - 1) })
    case 9:
      guard let parts = parts(of: subject) else { return .all([]) }
      let asked = chance(80) ? condition(for: parts.word.kind, depth: 0) : nil
      switch below(3) {
      case 0: return .somePart(parts, where: asked)
      case 1: return .noPart(parts, where: asked)
      default: return .everyPart(parts, have: asked ?? test(for: parts.word.kind))
      }
    default: return chance(1) ? .invalid : test(for: subject)
    }
  }

  /// Some parts of what a subject is or lies in; nil where there are none of any kind.
  mutating func parts(of subject: SubjectKind) -> CheckedParts? {
    let scope = one(of: Self.wider(than: subject))
    let words: [PartWord] =
      switch scope {
      case .contract: [.milestones, .deliverables, .invoices, .lines]
      case .milestone: [.deliverables, .lines, .predecessors]
      case .deliverable, .invoice: [.lines]
      case .line: []
      }
    return words.isEmpty ? nil : CheckedParts(one(of: words), of: scope)
  }

  private mutating func test(for subject: SubjectKind) -> CheckedCondition {
    let type = one(of: [
      ValueType.money, .percent, .days(.calendar), .days(.business), .date, .weeks, Self.states,
      .text, .party, .number, .count("kinds"),
    ])
    let named = meanings.indices.filter {
      meanings[$0].subject == subject && meanings[$0].type != .condition
    }
    if !named.isEmpty, chance(60) {
      let place = one(of: named)
      return .test(
        .meaning(place), meanings[place].type, isNegated: chance(30),
        range(of: meanings[place].type, for: subject))
    }
    let value =
      type == .party ? .text(one(of: Self.roles)) : expression(type, for: subject, depth: 2)
    return .test(value, type, isNegated: chance(30), range(of: type, for: subject))
  }

  mutating func range(
    of type: ValueType, for subject: SubjectKind, mayBeSeveral: Bool = true
  ) -> CheckedRange {
    if mayBeSeveral {
      switch below(20) {
      case 0: return .any
      case 1, 2: return .given
      case 3: return .none
      case 4:
        return .either(
          (0..<2).map { _ in range(of: type, for: subject, mayBeSeveral: false) })
      default: break
      }
    }
    switch type {
    case .words: return .words(UInt64(1 + below(7)))
    case .text: return .texts(some(1 + below(2), of: Self.texts))
    case .party: return .parties(some(1 + below(2), of: Self.roles))
    default:
      let form = below(3)
      return .bounds(
        lower: form == 0 ? nil : bound(of: type, for: subject),
        upper: form == 1 ? nil : bound(of: type, for: subject))
    }
  }

  private mutating func bound(of type: ValueType, for subject: SubjectKind) -> CheckedBound {
    CheckedBound(
      expression(type, for: subject, depth: chance(25) ? 1 : 0), isIncluded: chance(60))
  }

  mutating func collection(for subject: SubjectKind) -> CheckedCollection {
    CheckedCollection(
      kind: below(kinds.count), scope: one(of: Self.wider(than: subject)), isEver: chance(25),
      filter: chance(35) ? .all([]) : rowTest(for: subject, depth: 1))
  }

  mutating func rowTest(for subject: SubjectKind, depth: Int) -> RowTest {
    switch below(depth > 0 ? 8 : 6) {
    case 6: return .all((0..<2).map { _ in rowTest(for: subject, depth: depth - 1) })
    case 7: return .any((0..<2).map { _ in rowTest(for: subject, depth: depth - 1) })
    default: break
    }
    if chance(1) { return .invalid }
    let place = below(9)
    let fields = kinds[0].fields
    switch place {
    case 7:
      return .field(.dated, .date, isNegated: chance(25), range(of: .date, for: subject))
    case 8:
      return .field(.by, .party, isNegated: chance(25), range(of: .party, for: subject))
    default:
      return .field(
        .declared(place), fields[place].type, isNegated: chance(25),
        range(of: fields[place].type, for: subject))
    }
  }
}
