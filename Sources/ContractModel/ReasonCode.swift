/// Why money does not flow, or what a person should know: a closed set after the named holds of
/// payables systems.
package enum ReasonCode: String, CaseIterable, Hashable, Sendable {
  case evidenceMissing = "EVIDENCE_MISSING"
  case evidenceStale = "EVIDENCE_STALE"
  case contested = "EVIDENCE_CONTESTED"
  case asserterNotAuthorised = "ASSERTER_NOT_AUTHORISED"
  case invoiceImproper = "INVOICE_IMPROPER"
  case duplicateInvoice = "DUPLICATE_INVOICE"
  case overCeiling = "OVER_CEILING"
  case overFinancingLimit = "OVER_FINANCING_LIMIT"
  case predecessorNotMet = "PREDECESSOR_NOT_MET"
  case notAccepted = "NOT_ACCEPTED"
  case partiallyAccepted = "PARTIALLY_ACCEPTED"
  case gateNotPassed = "GATE_NOT_PASSED"
  case overclaim = "OVERCLAIM"
  case retainage = "RETAINAGE"
  case advanceRecovery = "ADVANCE_RECOVERY"
  case systemWeakness = "SYSTEM_WEAKNESS"
  case late = "LATE"
  case damagesCapped = "LD_CAPPED"
  case serviceBreach = "SLA_BREACH"
  case repeatBreach = "REPEAT_BREACH"
  case priceReduced = "PRICE_REDUCED"
  case chargeUnsupported = "CHARGE_UNSUPPORTED"
  case customerCaused = "CUSTOMER_CAUSED"
  case excusable = "EXCUSABLE"
  case concurrent = "CONCURRENT"
  case waived = "WAIVED"
  case rightsReserved = "RIGHTS_RESERVED"
  case setOff = "SET_OFF"
  case curePeriodRunning = "CURE_PERIOD_RUNNING"
  case suspended = "SUSPENDED"
  case stopWork = "STOP_WORK"
  case terminated = "TERMINATED"
  case notDue = "NOT_DUE"
  case noRuleApplies = "NO_RULE_APPLIES"
  case reported = "REPORTED"
  case releaseDue = "RELEASE_DUE"
  case overpaid = "OVERPAID"
  case error = "ERROR"
  case satisfied = "SATISFIED"

  /// The code as rules write it: `over-ceiling`.
  package var word: String {
    String(rawValue.lowercased().map { $0 == "_" ? "-" : $0 })
  }

  private static let codes = Dictionary(uniqueKeysWithValues: allCases.map { ($0.word, $0) })

  /// Makes the code that rules write as a word.
  package init?(word: String) {
    guard let code = Self.codes[word] else { return nil }
    self = code
  }
}
