import ContractModel
import RuleChecking
import SourceText

/// Finds values between two rules of a group at which neither applies, and values at which two apply
/// that were to do the same by turns.
struct RuleCasesAnalysis {
  /// The most rules of one group that are compared with one another.
  private static let ruleLimit = 100

  private let group: RuleCases
  private let symbols: [Symbol]
  private(set) var findings: [Diagnostic] = []

  init(_ group: RuleCases) {
    self.group = group
    symbols = group.cases.symbols()
  }

  /// Cases that end at different days or terms may well be meant to leave something between them.
  mutating func run() {
    guard symbols.count <= 1 else { return }
    guard group.rules.count <= Self.ruleLimit else {
      findings.append(.notAllCompared("rules that apply by turns", of: group.cases.scope.clause))
      return
    }
    let (placements, isComplete) = placements
    guard isComplete, !placements.isEmpty else { return }
    let covers = placements.map { group.cases.cover($0) }
    reportOverlaps(placements, covers)
    if group.rules.dropFirst().allSatisfy({ $0.isAlternative(to: group.rules[0]) }) {
      reportGap(placements, covers)
    }
  }

  /// Where all cases begin and end at one thing, what it is does not matter.
  private var placements: (placements: [Placement], isComplete: Bool) {
    guard group.cases.areRelative, let symbol = symbols.first,
      let value = symbol.extent.sample(of: symbol.type)
    else { return group.cases.placements(of: symbols) }
    return ([Placement(values: [symbol.key: value])], true)
  }

  private mutating func reportOverlaps(_ placements: [Placement], _ covers: [BoxCover]) {
    for second in group.rules.indices {
      for first in 0..<second where group.rules[first].contradicts(group.rules[second]) {
        // A case that lies within another is an addition to it.
        let arePartial = covers.allSatisfy {
          !$0.isWithin(first, second) && !$0.isWithin(second, first)
            && $0.overlap(of: first, second) != nil
        }
        guard arePartial, let box = covers[0].overlap(of: first, second) else { continue }
        guard let shown = witness(of: box, placements[0], covers[0]) else { continue }
        let (one, other) = (group.rules[first], group.rules[second])
        let written = test(
          shown, applying: [one, other], of: other, expecting: .notApplicable,
          title: "only one of two rules applies")
        findings.append(.rulesOverlap(one, other, at: words(of: shown), written))
      }
    }
  }

  /// Reports the first gap, where there is one whatever the cases end at.
  private mutating func reportGap(_ placements: [Placement], _ covers: [BoxCover]) {
    var stepsLeft = BoxCover.stepLimit
    let boxes = covers.compactMap { cover in
      var cover = cover
      return cover.gaps(in: &stepsLeft).boxes.first(where: { cover.isEnclosed($0) })
    }
    guard boxes.count == covers.count, let box = boxes.first,
      let shown = witness(of: box, placements[0], covers[0])
    else { return }
    let written = test(
      shown, applying: [], of: group.rules[0], expecting: .met, title: "some rule applies")
    let region = group.cases.words(of: box, in: covers[0], placements[0], symbols: symbols)
    findings.append(.rulesLeaveGap(group.rules, where: region, at: words(of: shown), written))
  }

  private func witness(
    of box: Box, _ placement: Placement, _ cover: BoxCover
  ) -> Witness? {
    let attainment = group.cases.attainment(of: box, in: cover, placement, symbols: symbols)
    if case .witnessed(let witness) = attainment { return witness }
    return nil
  }

  private func words(of witness: Witness) -> String {
    group.cases.words(of: witness, symbols: symbols)
  }

  private func test(
    _ witness: Witness, applying rules: [CheckedRule], of rule: CheckedRule,
    expecting verdict: Verdict, title: String
  ) -> String? {
    guard var scenario = witness.scenario, scenario.satisfy(scopeOf: rule) == .reached else {
      return nil
    }
    for rule in rules {
      guard scenario.apply(rule) == .reached else { return nil }
    }
    return scenario.test(
      title, of: rule.subject, expecting: "\(rule.citation.rule) \(verdict.rawValue)")
  }
}

extension BoxCover {
  /// Whether something that is covered lies on either side of a box of one axis; of words, whether
  /// more of them are covered than not.
  fileprivate func isEnclosed(_ box: Box) -> Bool {
    guard let axis = axes.first, let cells = box.first else { return false }
    let covered = Set(rows.flatMap { $0[0].possible.joined() }).filter { axis.isPossible[$0] }
    switch axis.values {
    case .ordered:
      return covered.contains { $0 < cells.lowerBound }
        && covered.contains { $0 > cells.upperBound }
    case .words: return 2 * covered.count > axis.isPossible.count { $0 }
    case .names: return false
    }
  }
}
