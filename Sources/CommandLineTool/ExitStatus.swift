/// How a run ended, as scripts read it; the meanings never change.
package enum ExitStatus: Int32, CaseIterable, Hashable, Sendable {
  /// Every check ran, and everything due is payable.
  case success = 0
  /// A decision is at or above `--fail-on`: the only status that means "the contract fails".
  case failed = 1
  /// The usage or some input is wrong, so that something could not be decided.
  case unusableInput = 2
  /// No contract was found, or no rule applied.
  case nothingToCheck = 3
  /// Nothing failed, but evidence is missing or contested.
  case undecided = 4
  /// The program broke one of its own laws.
  case programFault = 70
  /// A report could not be written.
  case unwritableReport = 74

  /// The gravest first; where several apply, a run ends with the first of them.
  private static let byPriority: [ExitStatus] = [
    .programFault, .unwritableReport, .unusableInput, .failed, .undecided, .nothingToCheck,
  ]

  /// Returns the one status of a run to which several apply.
  package static func combining(_ statuses: some Sequence<ExitStatus>) -> ExitStatus {
    let all = Set(statuses)
    return byPriority.first(where: all.contains) ?? .success
  }

  /// Every status with its meaning.
  static var all: [(status: ExitStatus, meaning: String)] { allCases.map { ($0, $0.meaning) } }

  /// The meaning, as help explains it.
  var meaning: String {
    switch self {
    case .success: "every check ran and everything due is payable"
    case .failed: "a decision is at or above --fail-on: the contract fails"
    case .unusableInput: "could not decide: wrong usage, or unusable rules, contract or records"
    case .nothingToCheck: "nothing to check: no contract was found, or no rule applied"
    case .undecided: "undecided: nothing failed, but evidence is missing or contested"
    case .programFault: "the program's own fault"
    case .unwritableReport: "a report could not be written"
    }
  }
}
