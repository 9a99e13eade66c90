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
    String(
      decoding: rawValue.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 | 0x20 },
      as: UTF8.self)
  }

  /// Makes the code that rules write as a word.
  package init?(word: String) {
    guard let code = Self.allCases.first(where: { $0.isWritten(word.utf8) }) else { return nil }
    self = code
  }

  private func isWritten(_ word: String.UTF8View) -> Bool {
    rawValue.utf8.elementsEqual(word) { code, written in
      code == UInt8(ascii: "_") ? written == UInt8(ascii: "-") : code | 0x20 == written
    }
  }
}
