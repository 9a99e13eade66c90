import ContractModel

/// The questions of a clause, each for all parts of a kind.
extension BriefRun {
  mutating func answer(
    _ question: BriefProgram.Question, of program: BriefProgram,
    _ contract: borrowing PlainContract
  ) {
    answerStarts.append(answers.count)
    let count = parts.ofKind[question.kind].count
    switch question.form {
    case .always: for _ in 0..<count { answers.append(.yes) }
    case .bounds(let step, let lower, let upper):
      for place in 0..<count {
        answers.append(isWithin(values[starts[step] + place], lower, upper, at: place))
      }
    case .words(let step, let mask):
      for place in 0..<count {
        let value = values[starts[step] + place]
        answers.append(value.isThere ?? BriefTruth(value.number & mask != 0))
      }
    case .given(let step):
      for place in 0..<count { answers.append(values[starts[step] + place].isGiven) }
    case .none(let step):
      for place in 0..<count { answers.append(values[starts[step] + place].isGiven.not) }
    case .slot(let place):
      let isAbsenceKnown = draw(program.slots[place], of: contract)
      for drawing in drawings {
        answers.append(
          drawing.truth(program.slots[place].measure, isAbsenceKnown: isAbsenceKnown))
      }
    case .wider(let other):
      let kind = program.questions[other].kind
      for place in 0..<count {
        let wide = parts.ancestor(of: parts.ofKind[question.kind][place], kind: kind)
        answers.append(
          wide < 0 ? .odd : answers[answerStarts[other] + Int(parts.places[Int(wide)])])
      }
    case .parts(let kind, let asked, let isEvery):
      for place in 0..<count {
        answers.append(
          judged(
            asked, of: kind, in: parts.ofKind[question.kind][place], question.kind,
            isEvery: isEvery))
      }
    case .both(let left, let right):
      for place in 0..<count {
        answers.append(
          answers[answerStarts[left] + place].and(answers[answerStarts[right] + place]))
      }
    case .either(let left, let right):
      for place in 0..<count {
        answers.append(
          answers[answerStarts[left] + place].or(answers[answerStarts[right] + place]))
      }
    case .not(let other):
      for place in 0..<count { answers.append(answers[answerStarts[other] + place].not) }
    }
  }

  mutating func isWithin(
    _ value: BriefValue, _ lower: BriefProgram.Bound?, _ upper: BriefProgram.Bound?,
    at place: Int
  ) -> BriefTruth {
    if let open = value.isThere { return open }
    var truth = BriefTruth.yes
    if let lower {
      truth = truth.and(
        value.isAbove(values[starts[lower.step] + place], orEqual: lower.isIncluded))
    }
    if let upper {
      truth = truth.and(
        value.isAbove(values[starts[upper.step] + place], orEqual: !upper.isIncluded).not)
    }
    return truth
  }

  mutating func judged(
    _ question: Int?, of kind: Int, in whole: Int32, _ wholeKind: Int, isEvery: Bool
  ) -> BriefTruth {
    var truth = isEvery ? BriefTruth.yes : .no
    var isAny = false
    for (place, part) in parts.ofKind[kind].enumerated()
    where parts.ancestor(of: part, kind: wholeKind) == whole {
      let answer = question.map { answers[answerStarts[$0] + place] } ?? .yes
      truth = isEvery ? truth.and(answer) : truth.or(answer)
      isAny = true
    }
    return isAny || !isEvery ? truth : .unknown
  }
}
