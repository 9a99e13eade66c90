internal import ContractModel
internal import SourceText

/// An explanation for other programs.
package enum JSONExplanation {
  package static func rendering(_ report: ExplanationReport) -> String {
    JSONValue.object([
      ("version", .number(1)),
      ("asOf", .string(report.asOf.text)),
      (
        "contracts",
        .array(
          report.explanations.map { ExplanationJSON(explanation: $0, report: report).contract })
      ),
    ]).text
  }
}

private struct ExplanationJSON {
  let explanation: Explanation
  let report: ExplanationReport
  let illustrative: IllustrativeFigures

  init(explanation: Explanation, report: ExplanationReport) {
    self.explanation = explanation
    self.report = report
    illustrative = IllustrativeFigures(explanation.decision)
  }

  var contract: JSONValue {
    let json = JSONContract(ReportedContract(explanation.decision, files: explanation.files))
    return .object([
      ("id", .string(explanation.contract.id)),
      ("title", .string(explanation.contract.title)),
      ("asOf", .string(explanation.asOf(in: report).text)),
      ("decision", .string(explanation.decision.settled.decision.rawValue)),
      ("currency", .text(explanation.contract.currency?.code)),
      ("amounts", .array(explanation.amounts.map { amount($0, json) })),
      ("findings", .array(asked.map { finding($0, json) })),
    ])
  }

  private var asked: [Int] {
    explanation.decision.findings.indices.filter {
      report.asks(about: explanation.decision.findings[$0], in: explanation.contract)
    }
  }

  private func amount(_ amount: ExplainedAmount, _ json: JSONContract) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    switch amount.held {
    case .suspension: members.append(("bucket", .string("blocked")))
    case .line(let line, let bucket):
      members.append(("line", .string(explanation.contract.path(of: line))))
      members.append(("bucket", .string(bucket.rawValue)))
    }
    members.append(("amount", json.json(amount.amount)))
    members.append(("illustrative", .bool(amount.held.isIllustrative(by: illustrative))))
    members.append(("findings", .array(amount.findings.map(JSONValue.number))))
    let list = explanation.cures.first { $0.held == amount.held }
    members.append(("cures", .array((list?.cures ?? []).map { cure($0, json) })))
    members.append(("curesComplete", .bool(list?.isComplete ?? true)))
    return .object(members)
  }

  private func cure(_ cure: Cure, _ json: JSONContract) -> JSONValue {
    .object([
      ("asOf", .string(cure.day.text)),
      ("pay", json.json(cure.paid)),
      ("changes", .array(cure.changes.map(change))),
    ])
  }

  private func change(_ change: CureChange) -> JSONValue {
    .object([
      ("change", .string(change.words)),
      ("by", .string(change.maker.rawValue)),
      (
        "record",
        change.record.isEmpty ? .null : .object(change.record.map { ($0.name, .string($0.text)) })
      ),
      ("count", .number(change.count)),
    ])
  }

  private func finding(_ place: Int, _ json: JSONContract) -> JSONValue {
    let found = explanation.findings[place]
    return .object([
      ("index", .number(place)),
      ("finding", json.finding(place)),
      ("clauseTitle", .text(found?.clause)),
      ("effects", .array((found?.effects ?? []).map { effect($0, json) })),
      ("conditions", .array((found?.conditions ?? []).map(condition))),
    ])
  }

  private func effect(_ effect: ExplainedEffect, _ json: JSONContract) -> JSONValue {
    .object([
      ("text", .string(effect.text)),
      ("amount", json.json(effect.amount?.amount)),
      ("cap", json.json(effect.cap?.amount)),
      ("values", .array(effect.values.map(value))),
    ])
  }

  private func condition(_ condition: ExplainedCondition) -> JSONValue {
    .object([
      ("role", .string(condition.role.code)),
      ("text", .string(condition.text)),
      ("verdict", .string(condition.verdict.rawValue)),
      ("at", condition.range.json(in: explanation.files)),
      ("records", condition.records.json(in: explanation.files)),
      ("values", .array(condition.values.map(value))),
    ])
  }

  private func value(_ value: ExplainedValue) -> JSONValue {
    .object([
      ("name", .string(value.name)),
      ("value", .string(value.text)),
      ("definition", .text(value.definition)),
      ("at", value.range?.json(in: explanation.files) ?? .null),
      ("records", value.records.json(in: explanation.files)),
      ("missing", .texts(value.missing)),
      ("values", .array(value.values.map(self.value))),
    ])
  }
}

extension ExplainedCondition.Role {
  fileprivate var code: String {
    switch self {
    case .when: "when"
    case .require: "require"
    case .release(let verb): "release \(verb.rawValue)"
    case .exception(let name): "exception \(name)"
    }
  }
}
