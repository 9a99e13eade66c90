import SourceText

extension Parser {
  /// What follows the verb of an effect, as far as it is read.
  private struct EffectParts {
    var amount: ExpressionSyntax?
    var object: NameSyntax?
    var ground: NameSyntax?
    var caps: [ExpressionSyntax] = []
    var isWithoutLimit = false
    var release: ReleaseSyntax?
    var deadline: ExpressionSyntax?
    var shown: [NameSyntax] = []
  }

  /// `effect`: a verb, and what the verb takes.
  mutating func parseEffect() throws(StatementFailure) -> EffectSyntax {
    let start = index
    guard let effect = keyword, Keyword.effects.contains(effect) else {
      let nearest = NearestName.of(spelling?.asName ?? "", among: Keyword.effects.spellings)
      throw failure(.unknownEffect(spelling, didYouMean: nearest, at: range))
    }
    var verb = takeName()
    if effect == .set {
      try expect(.off)
      verb = NameSyntax("set-off", range: range(from: start))
    }
    var parts = EffectParts()
    try parseRest(of: effect, &parts)
    return EffectSyntax(
      verb: verb, amount: parts.amount, object: parts.object, ground: parts.ground,
      caps: parts.caps, isWithoutLimit: parts.isWithoutLimit, release: parts.release,
      deadline: parts.deadline, shown: parts.shown, range: range(from: start))
  }

  private mutating func parseRest(
    of effect: Keyword, _ parts: inout EffectParts
  ) throws(StatementFailure) {
    switch effect {
    case .withhold, .retain, .dispute:
      parts.amount = try parseSum()
      parts.release = try parseRelease()
    case .defer:
      parts.amount = try parseSum()
      if isWord(.until) { parts.release = try parseRelease() }
    case .suspend:
      parts.object = try parseObject(.payment)
      parts.release = try parseRelease()
    case .reject: parts.object = try parseObject(.invoice)
    case .release, .recover, .set: parts.amount = try parseSum()
    case .deduct: try parseDeduction(&parts)
    case .pay:
      try expect(.by)
      parts.deadline = try parseSum()
    case .owe:
      parts.amount = try parseSum()
      try expect(.as)
      parts.ground = try parseName("a ground")
    case .notify:
      parts.object = try parseName("a party")
      try expect(.of)
      parts.ground = try parseName("a kind of notice")
      if take(.by) { parts.deadline = try parseSum() }
    case .report:
      parts.object = try parseName("the report")
      if take(.showing) { parts.shown = try parseNames("a value") { $0.take(mark: ",") } }
    case .refer:
      try expect(.to)
      parts.object = try parseName("a party")
    default: break  // `excuse` takes nothing.
    }
  }

  private mutating func parseObject(_ word: Keyword) throws(StatementFailure) -> NameSyntax {
    try expect(word)
    return NameSyntax(word.rawValue, range: range(of: index - 1))
  }

  /// `"deduct" sum "as" WORD ( "capped" "at" sum {"capped" "at" sum} | "without" "limit" )`
  private mutating func parseDeduction(_ parts: inout EffectParts) throws(StatementFailure) {
    parts.amount = try parseSum()
    try expect(.as)
    parts.ground = try parseName("a ground")
    if take(.without) {
      try expect(.limit)
      parts.isWithoutLimit = true
      return
    }
    while take(.capped) {
      try checkChain(parts.caps.count + 1)
      try expect(.at)
      parts.caps.append(try parseSum())
    }
    guard parts.caps.isEmpty else { return }
    throw failure(.deductionWithoutCap(found: spelling, at: range))
  }

  /// `until = "until" release {"or" release}`, where `release = "met" | condition`
  private mutating func parseRelease() throws(StatementFailure) -> ReleaseSyntax {
    let start = index
    try expect(.until)
    var isMetEnough = false
    var conditions: [ConditionSyntax] = []
    repeat {
      try checkChain(conditions.count + 1)
      if isWord(.met), !isAnyWord([.is, .and], ahead: 1), !isKind(.possessive, ahead: 1) {
        advance()
        isMetEnough = true
      } else {
        conditions.append(try parseCondition())
      }
    } while take(.or)
    return ReleaseSyntax(
      isMetEnough: isMetEnough, conditions: conditions, range: range(from: start))
  }
}
