package import ContractModel

/// Everything one run of a timeline has to say, in a fixed order and of no format.
package struct TimelineReport: Sendable {
  /// In the order of their ids, by bytes.
  package let timelines: [Timeline]
  package let diagnostics: [ReportedDiagnostic]

  package init(timelines: [Timeline], diagnostics: [ReportedDiagnostic]) {
    self.timelines = timelines
    self.diagnostics = diagnostics
  }
}

extension AmountKind {
  /// The amount in words.
  var words: String {
    switch self {
    case .invoiced: "invoiced"
    case .bucket(let bucket): bucket.words
    case .payNow: "pay now"
    case .overpaid: "overpaid"
    case .blocked: "blocked"
    case .carriedForward: "carried forward"
    }
  }

  /// The amount's name in JSON.
  var code: String {
    switch self {
    case .invoiced: "invoiced"
    case .bucket(let bucket): bucket.rawValue
    case .payNow: "payNow"
    case .overpaid: "overpaid"
    case .blocked: "blocked"
    case .carriedForward: "carriedForward"
    }
  }
}

extension TimelineStep {
  /// The amounts of the contract that are not zero, in the order of reports, without what was
  /// invoiced and what is payable.
  var heldAmounts: [(kind: AmountKind, amount: Amount)] {
    AmountKind.all.compactMap { kind in
      guard kind != .invoiced, kind != .bucket(.pay), kind != .payNow else { return nil }
      guard let amount = amounts[kind], !amount.isZero else { return nil }
      return (kind, amount)
    }
  }
}
