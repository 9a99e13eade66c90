import ContractModel

/// The questions of the program, each for all parts of a kind.
extension BriefRun {
  mutating func answer(
    _ question: BriefProgram.Question, at start: Int, of program: borrowing BriefProgram,
    _ contract: borrowing PlainContract, _ values: Span<BriefValue>,
    _ answers: inout MutableSpan<BriefTruth>
  ) {
    let count = parts.count(question.kind)
    switch question.form {
    case .always: for place in 0..<count { answers[start + place] = .yes }
    case .bounds(let step, let lower, let upper):
      let first = starts[step]
      for place in 0..<count {
        answers[start + place] = values[first + place].isWithin(
          lower.map { (values[starts[$0.step] + place], $0.isIncluded) },
          upper.map { (values[starts[$0.step] + place], $0.isIncluded) })
      }
    case .words(let step, let mask):
      for place in 0..<count {
        let value = values[starts[step] + place]
        answers[start + place] = value.isThere ?? BriefTruth(value.number & mask != 0)
      }
    case .given(let step):
      for place in 0..<count { answers[start + place] = values[starts[step] + place].isGiven }
    case .none(let step):
      for place in 0..<count { answers[start + place] = values[starts[step] + place].isGiven.not }
    case .slot(let slot):
      let isAbsenceKnown = draw(program.slots[slot], of: program, from: contract, values)
      for place in 0..<count {
        answers[start + place] = drawings[place].truth(
          program.slots[slot].measure, isAbsenceKnown: isAbsenceKnown)
      }
    case .wider(let other):
      let kind = program.questions[other].kind
      for place in 0..<count {
        let wide = parts.ancestor(of: parts.part(place, question.kind), kind: kind)
        answers[start + place] =
          wide < 0 ? .odd : answers[answerStarts[other] + Int(parts.places[Int(wide)])]
      }
    case .parts(let kind, let asked, let isEvery):
      let first = asked.map { answerStarts[$0] }
      for place in 0..<count {
        answers[start + place] = parts.judged(
          kind, in: parts.part(place, question.kind), question.kind, isEvery: isEvery
        ) { other in first.map { answers[$0 + other] } ?? .yes }
      }
    case .both(let left, let right):
      let (first, second) = (answerStarts[left], answerStarts[right])
      for place in 0..<count {
        answers[start + place] = answers[first + place].and(answers[second + place])
      }
    case .either(let left, let right):
      let (first, second) = (answerStarts[left], answerStarts[right])
      for place in 0..<count {
        answers[start + place] = answers[first + place].or(answers[second + place])
      }
    case .not(let other):
      for place in 0..<count {
        answers[start + place] = answers[answerStarts[other] + place].not
      }
    }
  }
}

extension BriefParts {
  /// Whether every part of a kind that lies in a part or bills it answers with yes, or some one.
  @inline(__always)
  fileprivate func judged(
    _ kind: Int, in whole: Int32, _ wholeKind: Int, isEvery: Bool,
    _ answer: (_ place: Int) -> BriefTruth
  ) -> BriefTruth {
    var truth = isEvery ? BriefTruth.yes : .no
    var isAny = false
    for place in 0..<count(kind)
    where ancestor(of: part(place, kind), kind: wholeKind) == whole {
      truth = isEvery ? truth.and(answer(place)) : truth.or(answer(place))
      isAny = true
    }
    return isAny || !isEvery ? truth : .unknown
  }
}
