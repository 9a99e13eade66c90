internal import ContractModel

/// How much a case that is not passed matters.
enum CaseGravity {
  /// It could not be decided for lack of evidence.
  case undecided
  /// A rule is broken at no cost.
  case failed
  /// It takes money out of a payment.
  case costly
  /// It could not be evaluated.
  case broken
}

extension ReportedContract {
  /// How much a case matters, known or new; nil where nothing stands against paying.
  func gravity(of reported: ReportCase) -> CaseGravity? {
    let finding = reported.finding.map { decision.findings[$0] }
    switch reported.result {
    case .passed, .skipped: return nil
    case .undecided: return finding?.verdict == .errored ? .broken : .undecided
    case .failed:
      guard let finding else { return .costly }
      return finding.certainEffects.contains(where: \.verb.takesMoney) ? .costly : .failed
    }
  }
}
