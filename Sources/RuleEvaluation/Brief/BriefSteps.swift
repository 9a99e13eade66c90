import ContractModel

/// The steps of a clause, each for all parts of a kind.
extension BriefRun {
  mutating func work(
    out step: BriefProgram.Step, of program: BriefProgram, _ terms: [PlainQuantity],
    _ contract: borrowing PlainContract
  ) {
    let start = values.count
    starts.append(start)
    let count = parts.ofKind[step.kind].count
    switch step.form {
    case .constant(let quantity): repeated(BriefValue(quantity), count)
    case .term(let place): repeated(BriefValue(terms[place]), count)
    case .asOf: repeated(BriefValue(contract.asOf), count)
    case .field(let field, let isOptional):
      for place in 0..<count {
        values.append(
          BriefValue(
            stated: contract[field, parts.ofKind[step.kind][place]],
            absent: isOptional ? .none : .missing))
      }
    case .slot(let place):
      let slot = program.slots[place]
      let isAbsenceKnown = draw(slot, of: contract)
      let divisor = contract.divisor(of: slot)
      for drawing in drawings {
        values.append(
          drawing.value(slot.measure, over: divisor, isAbsenceKnown: isAbsenceKnown))
      }
    case .wider(let other):
      let kind = program.steps[other].kind
      let isSlot = program.steps[other].form.isSlot
      for place in 0..<count {
        let wide = parts.ancestor(of: parts.ofKind[step.kind][place], kind: kind)
        // Where there is no such part to look in, what is drawn from records takes a closer look.
        values.append(
          wide < 0
            ? isSlot ? .odd : .missing : values[starts[other] + Int(parts.places[Int(wide)])])
      }
    case .sum(let left, let right, let isNegative):
      for place in 0..<count {
        values.append(
          values[starts[left] + place].adding(
            values[starts[right] + place], isNegative: isNegative))
      }
    case .product(let left, let right):
      for place in 0..<count {
        values.append(
          values[starts[left] + place].multiplied(by: values[starts[right] + place]))
      }
    case .quotient(let left, let right):
      for place in 0..<count {
        values.append(values[starts[left] + place].divided(by: values[starts[right] + place]))
      }
    case .pick(let left, let right, let isGreater):
      for place in 0..<count {
        values.append(
          values[starts[left] + place].picking(
            values[starts[right] + place], isGreater: isGreater))
      }
    case .days(let first, let last, let isStartIncluded):
      for place in 0..<count {
        values.append(
          values[starts[last] + place].days(
            since: values[starts[first] + place], isStartIncluded: isStartIncluded))
      }
    case .moved(let day, let length, let isBefore):
      for place in 0..<count {
        values.append(
          values[starts[day] + place].moved(
            by: values[starts[length] + place], isBefore: isBefore))
      }
    case .rounded(let other, let rule):
      for place in 0..<count { values.append(values[starts[other] + place].rounded(rule)) }
    case .each(let rate, let days):
      for place in 0..<count {
        values.append(values[starts[rate] + place].forEach(of: values[starts[days] + place]))
      }
    case .parts(let kind, let measure):
      for place in 0..<count {
        values.append(drawn(measure, from: kind, of: parts.ofKind[step.kind][place], step.kind))
      }
    case .standIn(let other, let wanted):
      for place in 0..<count {
        let value = values[starts[wanted] + place]
        values.append(value.form == .none ? values[starts[other] + place] : value)
      }
    }
  }

  mutating func repeated(_ value: BriefValue, _ count: Int) {
    for _ in 0..<count { values.append(value) }
  }

  // MARK: Parts

  mutating func drawn(
    _ measure: BriefProgram.PartMeasure, from kind: Int, of whole: Int32, _ wholeKind: Int
  ) -> BriefValue {
    var count: Int64 = 0
    var drawn = BriefValue(0)
    for (place, part) in parts.ofKind[kind].enumerated()
    where parts.ancestor(of: part, kind: wholeKind) == whole {
      switch measure {
      case .number: break
      case .sum(let step): drawn = drawn.adding(values[starts[step] + place])
      case .extreme(let step, let isGreatest):
        let value = values[starts[step] + place]
        drawn = count == 0 ? value : drawn.picking(value, isGreater: isGreatest)
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

extension BriefProgram.Form {
  fileprivate var isSlot: Bool {
    if case .slot = self { true } else { false }
  }
}
