internal import ContractModel
internal import SourceText

/// What a person is to be told, or is owed, beside what the payment comes to; what an undecided rule
/// might yet say is not said.
extension JSONContract {
  /// What `owe` lists: it moves no money of the invoices.
  var owed: JSONValue {
    told(by: .owe) { effect in
      [("amount", json(effect.amount?.amount)), ("as", .text(effect.ground))]
    }
  }

  var notices: JSONValue {
    told(by: .notify) { effect in
      [
        ("party", .text(effect.object)),
        ("of", .text(effect.ground)),
        ("by", .text(effect.deadline?.dateCode)),
      ]
    }
  }

  /// The day by which rules want a subject paid, of several the earliest.
  func payBy(_ subject: SubjectID) -> JSONValue {
    (payDays[subject] ?? []).compactMap(\.dateCode).min().map { .string($0) } ?? .null
  }

  private func told(
    by verb: EffectVerb, _ fields: (Effect) -> [(name: String, value: JSONValue)]
  ) -> JSONValue {
    .array(
      effects(of: verb).map { finding, effect in
        .object(
          [("subject", .string(contract.path(of: finding.subject)))] + fields(effect) + [
            ("rule", .string(finding.rule.rule)),
            ("clause", .string(finding.rule.clause)),
            ("section", .text(finding.rule.section)),
          ])
      })
  }

  private func effects(of verb: EffectVerb) -> [(finding: Finding, effect: Effect)] {
    decision.findings.flatMap { finding in
      finding.certainEffects.filter { $0.verb == verb }.map { (finding, $0) }
    }
  }
}

extension ContractDecision {
  /// The waivers on file, and whether each made a difference.
  var waiversJSON: JSONValue {
    .array(
      reportedWaivers.map { waiver, isUsed in
        .object([
          ("name", .string(waiver.name)),
          ("rule", .string(waiver.rule)),
          ("subject", .string(contract.path(of: waiver.subject))),
          ("from", .string(waiver.from.text)),
          ("through", .string(waiver.through.text)),
          ("approvedBy", .string(waiver.approvedBy)),
          ("reason", .string(waiver.reason)),
          ("used", .bool(isUsed)),
        ])
      })
  }
}
