import ContractModel

/// The steps of the program, each for all parts of a kind.
extension BriefRun {
  mutating func work(
    out step: BriefProgram.Step, at start: Int, of program: borrowing BriefProgram,
    _ contract: borrowing PlainContract, _ values: inout MutableSpan<BriefValue>
  ) {
    let count = parts.count(step.kind)
    switch step.form {
    case .constant(let quantity): values.fill(start, count, with: BriefValue(quantity))
    case .term(let clause, let term):
      values.fill(start, count, with: BriefValue(contract.terms[clause][term]))
    case .asOf: values.fill(start, count, with: BriefValue(contract.asOf))
    case .field(let field, let isOptional):
      for place in 0..<count {
        values[start + place] = BriefValue(
          stated: contract[field, parts.part(place, step.kind)],
          absent: isOptional ? .none : .missing)
      }
    case .slot(let slot):
      let isAbsenceKnown = draw(program.slots[slot], of: program, from: contract, values.span)
      let divisor = contract.divisor(of: program.slots[slot])
      for place in 0..<count {
        values[start + place] = drawings[place].value(
          program.slots[slot].measure, over: divisor, isAbsenceKnown: isAbsenceKnown)
      }
    case .wider(let other):
      let kind = program.steps[other].kind
      // Where there is no such part to look in, what is drawn from records takes a closer look.
      let absent = program.steps[other].form.isSlot ? BriefValue.odd : .missing
      for place in 0..<count {
        let wide = parts.ancestor(of: parts.part(place, step.kind), kind: kind)
        values[start + place] =
          wide < 0 ? absent : values[starts[other] + Int(parts.places[Int(wide)])]
      }
    case .sum(let left, let right, let isNegative):
      values.fill(start, count, starts[left], starts[right]) {
        $0.adding($1, isNegative: isNegative)
      }
    case .product(let left, let right):
      values.fill(start, count, starts[left], starts[right]) { $0.multiplied(by: $1) }
    case .quotient(let left, let right):
      values.fill(start, count, starts[left], starts[right]) { $0.divided(by: $1) }
    case .pick(let left, let right, let isGreater):
      values.fill(start, count, starts[left], starts[right]) {
        $0.picking($1, isGreater: isGreater)
      }
    case .days(let first, let last, let isStartIncluded):
      values.fill(start, count, starts[first], starts[last]) {
        $1.days(since: $0, isStartIncluded: isStartIncluded)
      }
    case .moved(let day, let length, let isBefore):
      values.fill(start, count, starts[day], starts[length]) {
        $0.moved(by: $1, isBefore: isBefore)
      }
    case .rounded(let other, let rule):
      values.fill(start, count, starts[other], starts[other]) { value, _ in value.rounded(rule) }
    case .each(let rate, let days):
      values.fill(start, count, starts[rate], starts[days]) { $0.forEach(of: $1) }
    case .parts(let kind, let measure):
      let first = measure.step.map { starts[$0] } ?? 0
      for place in 0..<count {
        values[start + place] = parts.drawn(
          measure, from: kind, of: parts.part(place, step.kind), step.kind
        ) { values[first + $0] }
      }
    case .standIn(let other, let wanted):
      values.fill(start, count, starts[other], starts[wanted]) { $1.form == .none ? $0 : $1 }
    }
  }
}

extension MutableSpan<BriefValue> {
  /// Puts a value at so many places from one on.
  @inline(__always)
  fileprivate mutating func fill(_ start: Int, _ count: Int, with value: BriefValue) {
    for place in 0..<count { self[start + place] = value }
  }

  /// Puts there what two values come to that stand elsewhere.
  @inline(__always)
  fileprivate mutating func fill(
    _ start: Int, _ count: Int, _ first: Int, _ second: Int,
    _ body: (BriefValue, BriefValue) -> BriefValue
  ) {
    for place in 0..<count { self[start + place] = body(self[first + place], self[second + place]) }
  }
}

extension BriefParts {
  /// What the parts of a kind come to that lie in a part or bill it.
  @inline(__always)
  fileprivate func drawn(
    _ measure: BriefProgram.PartMeasure, from kind: Int, of whole: Int32, _ wholeKind: Int,
    _ value: (_ place: Int) -> BriefValue
  ) -> BriefValue {
    var count: Int64 = 0
    var drawn = BriefValue(0)
    for place in 0..<self.count(kind)
    where ancestor(of: part(place, kind), kind: wholeKind) == whole {
      switch measure {
      case .number: break
      case .sum: drawn = drawn.adding(value(place))
      case .extreme(_, let isGreatest):
        drawn = count == 0 ? value(place) : drawn.picking(value(place), isGreater: isGreatest)
      }
      count += 1
    }
    switch measure {
    case .number: return BriefValue(count)
    case .sum: return drawn
    case .extreme: return count == 0 ? .none : drawn.form == .none ? .missing : drawn
    }
  }
}

extension BriefProgram.PartMeasure {
  /// The step that it measures.
  fileprivate var step: Int? {
    switch self {
    case .number: nil
    case .sum(let step), .extreme(let step, _): step
    }
  }
}

extension BriefProgram.Form {
  fileprivate var isSlot: Bool {
    if case .slot = self { true } else { false }
  }
}
