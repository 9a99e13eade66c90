import ContractModel
import RuleChecking

// What a record has to state beside what matters.
extension Scenario {
  mutating func completeDrafts() {
    for place in drafts.indices { completeDraft(place) }
  }

  private mutating func completeDraft(_ place: Int) {
    let kind = scope.kinds[drafts[place].kind]
    let dated = drafts[place].fields[.dated] ?? .quantity(defaultDay)
    drafts[place].fields[.dated] = dated
    if drafts[place].fields[.by] == nil {
      drafts[place].fields[.by] = .text(kind.asserters.first ?? "buyer")
    }
    // A span of which one end matters lasts that one day.
    let stated = kind.fields.indices.filter { kind.fields[$0].type == .date }
      .compactMap { drafts[place].fields[.declared($0)] }.first
    for (number, field) in kind.fields.enumerated()
    where drafts[place].fields[.declared(number)] == nil {
      if field.isOptional {
        drafts[place].fields[.declared(number)] = Wanted.none
      } else if field.type == .date {
        drafts[place].fields[.declared(number)] = stated ?? dated
      } else if kind.keyFields.contains(number) {
        drafts[place].fields[.declared(number)] = key(place, field)
      } else {
        drafts[place].fields[.declared(number)] = sample(extent(of: field), of: field.type)
      }
    }
  }

  private var defaultDay: Rational {
    let first = Rational(Int(CounterExampleDays.first.dayNumber))
    return asOf.map { min($0, first) } ?? first
  }

  private func extent(of field: RecordKind.Field) -> Extent {
    Extent(of: field.type).limited(to: field.domain)
  }

  /// Keys of their own, so that no record stands in the place of another.
  private func key(_ place: Int, _ field: RecordKind.Field) -> Wanted? {
    switch field.type {
    case .text: .text("\(place + 1)")
    case .number, .count: .quantity(Rational(place + 1))
    default: sample(extent(of: field), of: field.type)
    }
  }
}
