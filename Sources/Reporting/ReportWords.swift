internal import ContractModel

extension Verdict {
  /// The verdict in words.
  var words: String {
    switch self {
    case .met: "met"
    case .failed: "failed"
    case .unproven: "unproven"
    case .contested: "contested"
    case .excused: "excused"
    case .waived: "waived"
    case .notDue: "not due"
    case .notApplicable: "not applicable"
    case .errored: "not evaluated"
    }
  }

  var mark: TextWord {
    switch self {
    case .met: TextWord("✓", .green)
    case .failed: TextWord("✗", .red)
    case .unproven: TextWord("?", .yellow)
    case .contested, .errored: TextWord("!", .yellow)
    case .excused, .waived: TextWord("~", .dim)
    case .notDue, .notApplicable: TextWord("–", .dim)
    }
  }
}

extension Decision {
  /// The recommendation in words.
  var words: String {
    switch self {
    case .suspendAll: "suspend all"
    case .recoverOverpayment: "recover overpayment"
    case .rejectInvoice: "reject invoice"
    case .withhold: "withhold"
    case .dispute: "dispute"
    case .holdForEvidence: "hold for evidence"
    case .undecided: "undecided"
    case .payInPart: "pay in part"
    case .notDue: "not due"
    case .pay: "pay"
    }
  }

  var ink: TextWord.Ink {
    switch self {
    case .suspendAll, .recoverOverpayment, .rejectInvoice, .withhold: .red
    case .dispute, .holdForEvidence, .undecided: .yellow
    case .payInPart, .pay: .green
    case .notDue: .dim
    }
  }

  var mark: TextWord {
    switch self {
    case .suspendAll, .recoverOverpayment, .rejectInvoice, .withhold: TextWord("✗", ink)
    case .dispute: TextWord("!", ink)
    case .holdForEvidence, .undecided: TextWord("?", ink)
    case .payInPart: TextWord("~", ink)
    case .notDue: TextWord("–", ink)
    case .pay: TextWord("✓", ink)
    }
  }

  /// The bucket whose amount says most about the decision.
  var bucket: Bucket {
    switch self {
    case .suspendAll, .withhold, .holdForEvidence, .undecided: .withheld
    case .rejectInvoice: .rejected
    case .dispute: .disputed
    case .notDue: .notDue
    case .recoverOverpayment, .payInPart, .pay: .pay
    }
  }
}

extension Bucket {
  /// Where the money goes, in words.
  var words: String {
    switch self {
    case .pay: "pay"
    case .retained: "retained"
    case .recovered: "recovered"
    case .deducted: "deducted"
    case .withheld: "withheld"
    case .disputed: "disputed"
    case .rejected: "rejected"
    case .notDue: "not due"
    }
  }

  /// Whether something may yet release it.
  var isHeld: Bool {
    switch self {
    case .retained, .withheld, .disputed, .rejected, .notDue: true
    case .pay, .recovered, .deducted: false
    }
  }
}

extension ReasonCode {
  /// The code in words: `evidence missing`.
  var words: String {
    String(rawValue.map { $0 == "_" ? " " : $0 }).lowercased()
  }
}
