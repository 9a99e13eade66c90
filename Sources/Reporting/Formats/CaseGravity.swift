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

/// How loudly services that show remarks beside a text tell of one.
enum RemarkLevel: String {
  case error
  case warning
  /// Nothing is wrong, but a reader is to know it.
  case notice
}

extension CaseGravity {
  /// The same for every service, so that no two of them disagree.
  var level: RemarkLevel {
    switch self {
    case .costly, .broken: .error
    case .failed, .undecided: .warning
    }
  }
}

extension ReportedDiagnostic {
  var level: RemarkLevel { isError ? .error : .warning }
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
