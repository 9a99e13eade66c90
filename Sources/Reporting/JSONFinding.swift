internal import ContractModel
internal import SourceText

extension JSONContract {
  func finding(_ index: Int) -> JSONValue {
    let finding = decision.findings[index]
    return .object([
      ("rule", .string(finding.rule.rule)),
      ("fingerprint", .string(cases[index + 1].fingerprint(in: contract))),
      ("baseline", baseline(of: index)),
      ("verdict", .string(finding.verdict.rawValue)),
      ("code", .string(finding.code.rawValue)),
      ("subject", .string(contract.path(of: finding.subject))),
      ("clause", .string(finding.rule.clause)),
      ("section", .text(finding.rule.section)),
      ("message", .string(finding.message)),
      ("documentation", .text(finding.documentation)),
      ("at", finding.rule.range.json(in: files)),
      ("records", finding.sortedRecords.json(in: files)),
      ("missing", .array(finding.missing.sorted().map(missing))),
      ("releasedBy", .texts(finding.releasedBy)),
      ("defeatedBy", .text(finding.defeatedBy?.rule)),
      ("effects", .array(finding.effects.map(effect))),
      ("values", .array(finding.values.map(\.json))),
      ("amount", json(amount(movedBy: index))),
    ])
  }

  /// Whether an earlier report had it too; null where there was none.
  private func baseline(of index: Int) -> JSONValue {
    reported.comparison == nil ? .null : .string(reported.isKnown(index) ? "known" : "new")
  }

  private func missing(_ missing: MissingEvidence) -> JSONValue {
    .object([
      ("kind", .string(missing.kind)),
      ("field", .text(missing.field)),
      ("subject", .string(contract.path(of: missing.subject))),
    ])
  }

  private func effect(_ effect: Effect) -> JSONValue {
    .object([
      ("verb", .string(effect.verb.rawValue)),
      ("amount", json(effect.amount?.amount)),
      ("cap", json(effect.cap?.amount)),
      ("ground", .text(effect.ground)),
      ("object", .text(effect.object)),
      ("deadline", .text(effect.deadline?.dateCode)),
      ("provisional", .bool(effect.isProvisional)),
    ])
  }
}

extension NamedValue {
  fileprivate var json: JSONValue {
    .object([("name", .string(name)), ("value", .string(text))])
  }
}
