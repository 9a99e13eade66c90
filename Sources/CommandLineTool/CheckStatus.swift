internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

extension CheckOutcome {
  /// What comes of a check for which there is nothing to read.
  static var nothing: CheckOutcome {
    CheckOutcome(
      contracts: [], diagnostics: [], files: SourceFiles(), brokenInvariant: nil,
      checkedNothing: true)
  }

  /// Every status that applies to what was decided, and to what could not be.
  func statuses(under options: CheckOptions) -> [ExitStatus] {
    var statuses: [ExitStatus] = []
    let decisions = Set(contracts.flatMap(\.settled.allDecisions))
    if decisions.contains(where: options.failOn.includes) { statuses.append(.failed) }
    if decisions.contains(where: \.isOpen), !options.allowsUndecided {
      statuses.append(.undecided)
    }
    if checkedNothing, !options.allowsEmpty { statuses.append(.nothingToCheck) }
    if isIncomplete { statuses.append(.unusableInput) }
    return statuses
  }

  /// Whether some input or rule could not be evaluated.
  var isIncomplete: Bool {
    diagnostics.contains(where: \.isError)
      || contracts.contains { $0.findings.contains { $0.verdict == .errored } }
  }
}
