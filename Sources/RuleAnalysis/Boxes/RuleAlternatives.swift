import ContractModel
import RuleChecking

// Which rules and exceptions say the same of the same.
extension CheckedEffect {
  /// What it does, to what: the same for effects that take the place of one another.
  struct Deed: Hashable {
    let verb: EffectVerb
    let ground: String?
    let object: String?
  }

  var deed: Deed { Deed(verb: verb, ground: ground, object: object) }

  /// How much it takes, and by when.
  var measure: String {
    let all = [amount, deadline].map { $0?.key ?? "" } + caps.map(\.key)
    return all.joined(separator: "; ")
  }
}

extension CheckedRule {
  fileprivate var effects: [CheckedEffect] { consequences + remedies }

  /// Whether it and another do one thing at all.
  func isAlternative(to other: CheckedRule) -> Bool {
    !Set(effects.map(\.deed)).isDisjoint(with: other.effects.map(\.deed))
  }

  /// Whether it and another do one thing to a different measure.
  func contradicts(_ other: CheckedRule) -> Bool {
    effects.contains { mine in
      other.effects.contains { $0.deed == mine.deed && $0.measure != mine.measure }
    }
  }
}

extension [CheckedEffect] {
  /// What follows in all; to excuse is to take nothing.
  var consequence: [String] {
    filter { $0.verb != .excuse }.map {
      "\($0.verb.rawValue) \($0.ground ?? "") \($0.object ?? ""): \($0.measure)"
    }
  }
}
