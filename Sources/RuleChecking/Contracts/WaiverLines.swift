import ContractModel
import RuleSyntax
import SourceText

/// Decisions not to hold a rule against the supplier for a time.
extension ContractChecker {
  mutating func checkWaivers(_ statements: [LineSyntax]) {
    var first: [String: SourceRange] = [:]
    for line in statements { checkWaiver(line, first: &first) }
  }

  /// `waiver test-report-may-follow of tested-end-to-end for milestone launch { … }`.
  private mutating func checkWaiver(_ line: LineSyntax, first: inout [String: SourceRange]) {
    var reader = LineReader(line)
    let head = takeHead(&reader, first: &first)
    let block = lines.sorted(line.block, by: .waiver)
    let from = day("from", in: block, of: line)
    let through = day("through", in: block, of: line)
    let approved = text("approved", in: block, of: line, example: "\"Commissioner\"")
    let reason = text("because", in: block, of: line, example: "\"why it may wait\"")
    if let from, let through, through < from, let end = block.single["through"],
      let start = block.single["from"]
    {
      lines.report(.waiverEndsFirst(at: end.range, from: start.range))
    }
    guard let head, let from, let through, let approved, let reason else { return }
    waivers.append(
      Waiver(
        name: head.name, rule: head.rule, subject: head.subject, from: from, through: through,
        approvedBy: approved, reason: reason,
        isIllustrative: line.isIllustrative || self.line.isIllustrative, range: line.range))
  }

  private mutating func takeHead(
    _ reader: inout LineReader, first: inout [String: SourceRange]
  ) -> (name: String, rule: String, subject: SubjectID)? {
    guard let name = lines.takeNewName(&reader, what: "waiver", first: &first) else { return nil }
    guard takeWords(["of"], of: &reader) else { return nil }
    guard let rule = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "the name of a rule")
      return nil
    }
    let isKnown = isWaivable(rule)
    var subject: SubjectID? = .contract
    if reader.take("for") {
      subject = takePart(&reader, of: [.milestone, .deliverable, .invoice, .line])
      guard subject != nil else { return nil }
    }
    lines.finish(reader, hasBlock: true)
    guard isKnown, let subject else { return nil }
    return (name.text, rule.text, subject)
  }

  private mutating func isWaivable(_ rule: NameSyntax) -> Bool {
    let clauses = incorporations.map { rules.clauses[$0.clause] }
    let names = clauses.flatMap { $0.rules.map(\.citation.rule) }
    let owners = Set(incorporations.map(\.clause)).sorted().map { rules.clauses[$0] }
      .filter { $0.rules.contains { $0.citation.rule == rule.text } }
    if owners.count > 1 {
      lines.report(.ambiguousRule(rule, owners[0], owners[1]))
      return false
    }
    if !owners.isEmpty { return true }
    // The rule may be of a clause whose own mistake is reported already.
    guard hasSoundClauses else { return false }
    let elsewhere = rules.clauses.first { $0.rules.contains { $0.citation.rule == rule.text } }
    if let elsewhere {
      lines.report(.ruleNotIncorporated(rule, clause: elsewhere))
    } else {
      lines.report(.unknownName(rule, what: .rule, among: names))
    }
    return false
  }
}
