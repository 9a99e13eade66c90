import ContractModel
import RuleSyntax
import SourceText

/// Mistakes in what follows.
extension MutantFinder {
  mutating func mutate(_ effects: [EffectSyntax]) {
    for effect in effects {
      if effects.count > 1 { dropStatement(effect.range, as: .effect) }
      mutateVerb(of: effect)
      if let amount = effect.amount { mutate(amount) }
      mutateCaps(of: effect)
      if let release = effect.release { mutate(release) }
      if let deadline = effect.deadline {
        shift(deadline, isUp: true)
        mutateParts(of: deadline)
      }
    }
  }

  private mutating func mutateVerb(of effect: EffectSyntax) {
    switch effect.verb.text {
    case "withhold": add(.verb, effect.verb.range, "dispute")
    case "dispute", "retain": add(.verb, effect.verb.range, "withhold")
    case "recover": add(.verb, effect.verb.range, "set off")
    case "set-off": add(.verb, effect.verb.range, "recover")
    case "deduct":
      guard let amount = effect.amount else { return }
      add(.verb, effect.range, "set off \(text(of: amount.range))")
    case "defer": add(.verb, effect.range, "excuse")
    default: break  // No other verb takes the same words, or one of its kind is left out above.
    }
  }

  private mutating func mutateCaps(of effect: EffectSyntax) {
    for cap in effect.caps {
      let words = range(from: token(before: cap.range, 2).lower, to: cap.range.upper)
      add(.cap, words, effect.caps.count > 1 ? "" : "without limit")
      mutate(cap)
    }
  }

  /// Leaves out each way out of a hold; `met` changes nothing where the rule failed.
  private mutating func mutate(_ release: ReleaseSyntax) {
    let isOneOfSeveral = release.isMetEnough || release.conditions.count > 1
    for condition in release.conditions {
      if isOneOfSeveral { dropRelease(condition.range, of: release) }
      mutate(condition)
    }
  }

  private mutating func dropRelease(_ range: SourceRange, of release: ReleaseSyntax) {
    let before = token(before: range)
    if text(of: before) == "or" {
      drop(.alternative, from: before.lower, through: range.upper)
    } else {
      drop(.alternative, from: range.lower, through: token(after: range).upper)
    }
  }
}
