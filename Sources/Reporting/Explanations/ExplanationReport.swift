package import ContractModel

/// Why contracts were decided as they were, for whatever format it is written in.
package struct ExplanationReport: Sendable {
  package let asOf: CivilDate
  package let asOfIsToday: Bool
  package let explanations: [Explanation]
  /// The milestone that alone is asked about, by its name.
  package let milestone: String?
  /// The rule that alone is asked about, by its name.
  package let rule: String?

  package init(
    asOf: CivilDate, asOfIsToday: Bool = false, explanations: [Explanation],
    milestone: String? = nil, rule: String? = nil
  ) {
    self.asOf = asOf
    self.asOfIsToday = asOfIsToday
    self.explanations = explanations
    self.milestone = milestone
    self.rule = rule
  }
}

extension ExplanationReport {
  /// Whether only a milestone or a rule is asked about.
  var isFocused: Bool { milestone != nil || rule != nil }

  /// Whether a finding is asked about.
  func asks(about finding: Finding, in contract: Contract) -> Bool {
    (rule == nil || finding.rule.rule == rule) && asks(about: finding.subject, in: contract)
  }

  /// Whether a part, or the milestone that it lies in or bills, is asked about.
  func asks(about subject: SubjectID, in contract: Contract) -> Bool {
    guard let milestone else { return true }
    return contract.ancestor(of: subject, kind: .milestone).map { contract[$0].name } == milestone
  }
}

/// Money of one line in one bucket, and the findings that put it there.
struct ExplainedAmount {
  let held: CureList.Held
  let amount: Amount
  let findings: [Int]
}

extension CureList.Held {
  /// Whether what is held rests on a figure that nobody reported.
  func isIllustrative(by figures: IllustrativeFigures) -> Bool {
    switch self {
    case .line(let line, let bucket): figures.contains(.bucket(bucket), of: line)
    case .suspension: figures.contains(.blocked, of: .contract)
    }
  }
}

extension Explanation {
  var contract: Contract { decision.contract }

  /// The day that decides, which may be one that a document states of itself.
  func asOf(in report: ExplanationReport) -> CivilDate { decision.statedAsOf ?? report.asOf }

  /// Every amount that is not paid as it was billed, in the order of the lines.
  var amounts: [ExplainedAmount] {
    var found: [ExplainedAmount] = []
    if let blocked = decision.settled.blocked {
      let suspending = decision.findings.indices.filter {
        decision.findings[$0].effects.contains { $0.verb == .suspend }
      }
      found.append(ExplainedAmount(held: .suspension, amount: blocked, findings: suspending))
    }
    let unpaid = decision.settled.movements.filter { !$0.amount.isZero && $0.bucket != .pay }
    let movementsOfLines = Dictionary(grouping: unpaid, by: \.line)
    for line in contract.subjects(of: .line) {
      let movements = movementsOfLines[line] ?? []
      for bucket in Bucket.allCases where movements.contains(where: { $0.bucket == bucket }) {
        let ofBucket = movements.filter { $0.bucket == bucket }
        found.append(
          ExplainedAmount(
            held: .line(line, bucket), amount: decision.settled.amounts[line]?[bucket] ?? .zero,
            findings: ofBucket.flatMap { [$0.finding].compactMap { $0 } + $0.alsoCited }
              .withoutRepetition))
      }
    }
    return found
  }
}
