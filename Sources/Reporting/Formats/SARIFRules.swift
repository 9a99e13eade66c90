internal import ContractModel
internal import SourceText

/// The rules that a run met, each once, in the order of their first findings.
struct SARIFRules {
  private var indices = [ReportCase.decisionRule: 0]
  private var descriptors: [JSONValue] = [Self.descriptorOfDecision]

  /// The descriptors, for the tool.
  var json: JSONValue { .array(descriptors) }

  /// Returns the index of a rule among the descriptors, and describes it where it is new.
  mutating func index(of id: String, for finding: Finding?) -> Int {
    if let index = indices[id] { return index }
    guard let finding else { preconditionFailure("only the decision has no finding") }
    indices[id] = descriptors.count
    descriptors.append(Self.descriptor(id, finding))
    return descriptors.count - 1
  }

  private static var descriptorOfDecision: JSONValue {
    descriptor(
      ReportCase.decisionRule, name: "decision", abstract: "A contract as a whole is to be paid.",
      text: "What is recommended for a contract as a whole, after every rule; a person decides.",
      help: "See the other results of the contract for what holds its money, and run"
        + " 'holdback explain' for what would release it.", tags: ["contract", "payment"])
  }

  private static func descriptor(_ id: String, _ finding: Finding) -> JSONValue {
    let rule = finding.rule
    let lines = (finding.documentation ?? "").split(separator: "\n")
    let documentation =
      lines.isEmpty
      ? "Rule \(rule.rule) of clause \(rule.clause)." : lines.joined(separator: " ")
    let section = rule.section.map { "It cites \($0). " } ?? ""
    return descriptor(
      id, name: rule.rule, abstract: documentation.firstSentence, text: documentation,
      help: "Rule \(rule.rule) of clause \(rule.clause). \(section)Put on record what a result"
        + " names as missing or as releasing the money, or have the rule waived by whoever may;"
        + " 'holdback explain' says how the rule was decided and what would change it.",
      tags: ["contract", "payment", rule.clause])
  }

  private static func descriptor(
    _ id: String, name: String, abstract: String, text: String, help: String, tags: [String]
  ) -> JSONValue {
    func message(_ text: String) -> JSONValue {
      SARIFText.message(text, limit: SARIFText.mostScalars)
    }
    return .object([
      ("id", .string(id)),
      ("name", .string(String(VisibleText.escaping(name).unicodeScalars.prefix(255)))),
      ("shortDescription", message(abstract)),
      ("fullDescription", message(text)),
      ("help", message(help)),
      ("properties", .object([("tags", .texts(tags.map(VisibleText.escaping)))])),
    ])
  }
}
