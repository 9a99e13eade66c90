import ContractCheck
import ContractModel
import RuleChecking
import RuleSyntax

/// One line that a test could expect, of one part of a contract.
struct ExpectedLine {
  /// As a test names it: `line launch of invoice one`.
  let part: String
  let text: String
}

extension CheckedClause {
  /// Returns the first thing that a test could expect of a decision and that another one does not bear
  /// out: a verdict before an amount, an amount before what is told.
  func difference(
    of decision: ContractDecision, from other: ContractDecision
  ) -> ExpectedLine? {
    let measures: [[Expectation.Measure]] = [
      rules.map { .verdict(of: $0.citation.rule) },
      Bucket.allCases.map { .bucket($0) } + [.carriedForward],
      Fact.allCases.filter { $0 != .cites }.map { .fact($0) },
      meanings.map { .value(of: $0.name) },
    ]
    let subjects = decision.contract.subjects.indices.map(SubjectID.init)
    for group in measures {
      for subject in subjects {
        let label = decision.contract.label(of: subject)
        let judge = PartJudge(decision: decision, subject: subject, label: label)
        let otherJudge = PartJudge(decision: other, subject: subject, label: label)
        for measure in group {
          let found = Set(judge.found(for: measure).map(\.text))
          let otherFound = Set(otherJudge.found(for: measure).map(\.text))
          if let text = measure.line(expecting: found, not: otherFound) {
            return ExpectedLine(part: label, text: text)
          }
        }
      }
    }
    return nil
  }

  /// The verdict of the first of its rules that was decided.
  func firstVerdict(in decision: ContractDecision) -> ExpectedLine? {
    decision.findings.first { $0.rule.clause == name }.map { finding in
      ExpectedLine(
        part: decision.contract.label(of: finding.subject),
        text: "\(finding.rule.rule) \(finding.verdict.rawValue)")
    }
  }
}

extension Expectation.Measure {
  /// The line that holds where these texts are found, and not where the others are.
  fileprivate func line(expecting found: Set<String>, not others: Set<String>) -> String? {
    guard found != others else { return nil }
    switch self {
    case .decision, .invoiced, .bucket, .carriedForward, .verdict:
      return found.count == 1 ? found.first.map { "\(words) \($0.asExpected)" } : nil
    case .value:
      let told = found.subtracting(others).min()
      return told.map { "\(words) \($0.asExpected)" }
    case .fact(let fact):
      if let told = found.subtracting(others).min() { return "\(words) \(fact.written(told))" }
      return others.subtracting(found).min().map { "no \(words) \(fact.written($0))" }
    case .noFact: return nil
    }
  }
}

extension Fact {
  fileprivate func written(_ text: String) -> String {
    switch self {
    case .cites, .releasedBy: text.quoted
    case .code, .notice, .report, .refer, .missing, .owed, .payBy: text
    }
  }
}

extension Contract {
  /// The part as a test names it.
  fileprivate func label(of subject: SubjectID) -> String {
    guard subject != .contract else { return "contract" }
    let part = self[subject]
    let label = "\(part.kind.rawValue) \(part.name)"
    guard let parent = part.parent, parent != .contract else { return label }
    return "\(label) of \(self[parent].kind.rawValue) \(self[parent].name)"
  }
}
