import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// Lines of a source about the contract as a whole.
extension BriefSourcePlanner {
  func party(_ line: SourceLine) throws(NotPlain) -> (role: String, SourceValue) {
    guard line.condition == nil, line.provenance == nil, line.steps == nil,
      line.values.count == 2, case .written(.name(let role)) = line.values[0]
    else { throw NotPlain() }
    return (role.text, line.values[1])
  }

  /// `register defect complete through from "as_of"`.
  mutating func register(
    _ line: SourceLine
  ) throws(NotPlain) -> BriefSource.Register {
    guard line.condition == nil, line.values.count == 4,
      case .written(.name(let name)) = line.values[0],
      case .written(.name(let first)) = line.values[1], first.text == "complete",
      case .written(.name(let second)) = line.values[2], second.text == "through",
      let kind = rules.kinds.firstIndex(where: { $0.name == name.text }),
      rules.kinds[kind].nature == .register
    else { throw NotPlain() }
    return BriefSource.Register(kind: kind, through: try day(line.values[3]))
  }

  mutating func incorporation(
    _ line: SourceLine, at incorporated: Int
  ) throws(NotPlain) -> (clause: Int, [BriefSource.Term]) {
    guard line.condition == nil, line.provenance == nil, line.values.count == 1,
      case .written(.name(let name)) = line.values[0],
      let place = rules.clauses.firstIndex(where: { $0.name == name.text }),
      rules.clauses[place].isSound, rules.clauses[place].roles.isEmpty
    else { throw NotPlain() }
    var given: [String: SourceLine] = [:]
    for step in line.steps ?? [] {
      guard case .line(let term) = step, term.condition == nil, term.provenance == nil,
        term.table == nil, given.updateValue(term, forKey: term.keyword.text) == nil
      else { throw NotPlain() }
    }
    var terms: [BriefSource.Term] = []
    for (index, term) in rules.clauses[place].terms.enumerated() {
      if let line = given.removeValue(forKey: term.name) {
        terms.append(try self.term(term, line, of: incorporated, at: index))
      } else if let standard = try constant(term) {
        terms.append(
          BriefSource.Term(
            clause: incorporated, place: index,
            reading: add(BriefSource.Reading(constant: standard.number)),
            divisor: standard.divisor))
      }
    }
    guard given.isEmpty else { throw NotPlain() }
    return (place, terms)
  }

  mutating func term(
    _ term: CheckedTerm, _ line: SourceLine, of incorporated: Int, at place: Int
  ) throws(NotPlain) -> BriefSource.Term {
    let reading = try only(line)
    guard term.input == nil, case .literal(let unit)? = reading.unit else { throw NotPlain() }
    let scale = try scale(of: unit)
    return BriefSource.Term(
      clause: incorporated, place: place,
      reading: try number(reading, scale, within: term.domain), divisor: scale.divisor)
  }

  /// The value of a term by default; nil where it has none that is reckoned with.
  mutating func constant(_ term: CheckedTerm) throws(NotPlain) -> PlainQuantity? {
    switch term.standard {
    case .quantity(let interval)?:
      guard let exact = interval.exact, let quantity = PlainQuantity(exact) else {
        throw NotPlain()
      }
      return quantity
    case .money(let interval, let currency)?:
      try agree(on: currency)
      guard let exact = interval.exact, let quantity = PlainQuantity(exact) else {
        throw NotPlain()
      }
      return quantity
    case .word(let place)?:
      guard place < Self.mostWords else { throw NotPlain() }
      return PlainQuantity(1 << Int64(place))
    // A clause that reckons with these is not decided in brief.
    case .text?, .table?: return nil
    case nil: throw NotPlain()
    }
  }
}
