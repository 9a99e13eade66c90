internal import ContractModel

/// From which decision on a contract fails.
enum FailureThreshold: String, CaseIterable {
  case withhold
  case dispute
  case unproven
  case any
  case never

  /// Whether a contract with the decision fails.
  func includes(_ decision: Decision) -> Bool {
    guard let least else { return false }
    return decision.gravity >= least
  }

  private var least: Int? {
    switch self {
    case .withhold: Decision.withhold.gravity
    case .dispute: Decision.dispute.gravity
    case .unproven: Decision.undecided.gravity
    case .any: Decision.payInPart.gravity
    case .never: nil
    }
  }
}

extension Decision {
  /// How much stands against paying; what is not due yet is no fault.
  fileprivate var gravity: Int {
    switch self {
    case .suspendAll, .recoverOverpayment, .rejectInvoice, .withhold: 4
    case .dispute: 3
    case .holdForEvidence, .undecided: 2
    case .payInPart: 1
    case .notDue, .pay: 0
    }
  }

  /// Whether evidence is lacking for a decision.
  var isOpen: Bool { gravity == 2 }
}
