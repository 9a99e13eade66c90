internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// What a check comes to as an exit status, gathered contract by contract.
struct CheckTally {
  private var decisions = DecisionSet()
  private var isIncomplete = false
  private(set) var checkedNothing = true
  private(set) var hasErrors = false
  /// Whether no rule applied to some contract.
  private var hasUnchecked = false
  /// Whether some rule could not be decided, be it one that moves no money.
  private var hasOpenRules = false

  mutating func add(_ outcome: CheckOutcome) {
    checkedNothing = checkedNothing && outcome.checkedNothing
    hasUnchecked = hasUnchecked || (outcome.checkedNothing && !outcome.contracts.isEmpty)
    hasErrors = hasErrors || outcome.diagnostics.contains(where: \.isError)
    isIncomplete = isIncomplete || outcome.isIncomplete
  }

  /// A contract of which an earlier report knew all that stands against it does not fail again. One to
  /// which no rule applied has a status of its own.
  mutating func add(_ contract: ReportedContract) {
    if contract.comparison?.isKnown == true { return }
    let decision = contract.decision
    if decision.findings.isEmpty, decision.settled.decision == .undecided { return }
    decisions.formUnion(DecisionSet(decision.settled.allDecisions))
    hasOpenRules = hasOpenRules || decision.findings.contains(where: \.verdict.isOpen)
  }

  /// Of a contract that was decided in brief some rule applied, and every one could be evaluated.
  mutating func add(_ contract: BriefDecision) {
    checkedNothing = false
    decisions.insert(contract.decision)
    decisions.formUnion(contract.decisionsOfParts)
    hasOpenRules =
      hasOpenRules || Verdict.allCases.contains { $0.isOpen && contract.verdicts[$0.place] > 0 }
  }

  /// What other reports told of a contract counts as if it had been decided here.
  mutating func add(_ contract: ToldContract) {
    checkedNothing = checkedNothing && contract.findings.isEmpty
    hasUnchecked = hasUnchecked || contract.findings.isEmpty
    isIncomplete = isIncomplete || contract.findings.contains { $0.verdict == .errored }
    if contract.isKnown || contract.findings.isEmpty && contract.decision == .undecided { return }
    decisions.formUnion(DecisionSet(contract.allDecisions))
    hasOpenRules = hasOpenRules || contract.findings.contains(where: \.verdict.isOpen)
  }

  /// An error that other reports told of; that there was nothing to check at all is known here.
  mutating func add(_ diagnostic: ReportedDiagnostic) {
    guard diagnostic.isError else { return }
    switch DiagnosticID(diagnostic.id) {
    case .nothingToCheck: return
    case .noDocument: hasUnchecked = true
    default:
      hasErrors = true
      isIncomplete = true
    }
  }

  /// Every status that applies to what was decided, and to what could not be.
  func statuses(under options: StatusOptions) -> [ExitStatus] {
    var statuses: [ExitStatus] = []
    if decisions.all.contains(where: options.failOn.includes), !options.endsWithZero {
      statuses.append(.failed)
    }
    if hasOpenRules || decisions.all.contains(where: \.isOpen), !options.allowsUndecided {
      statuses.append(.undecided)
    }
    if checkedNothing || hasUnchecked, !options.allowsEmpty { statuses.append(.nothingToCheck) }
    if isIncomplete { statuses.append(.unusableInput) }
    return statuses
  }
}

extension CheckOutcome {
  /// Whether some input or rule could not be evaluated.
  var isIncomplete: Bool {
    diagnostics.contains(where: \.isError)
      || contracts.contains { $0.findings.contains { $0.verdict == .errored } }
  }
}

extension Verdict {
  /// Whether a record is missing or contested that the rule needs.
  fileprivate var isOpen: Bool { self == .unproven || self == .contested }
}
