package import SourceText

/// The mistakes in literals and in ranges of them.
extension DiagnosticID {
  package static let boundsDiffer = DiagnosticID("bounds-differ")
  package static let dayOfNoKind = DiagnosticID("day-of-no-kind")
  package static let emptyRange = DiagnosticID("empty-range")
  package static let momentForADay = DiagnosticID("moment-for-a-day")
  package static let moneyOutOfRange = DiagnosticID("money-out-of-range")
  package static let notAValue = DiagnosticID("not-a-value")
  package static let rateNotPerDay = DiagnosticID("rate-not-per-day")
  package static let tooManyFractionDigits = DiagnosticID("too-many-fraction-digits")
  package static let unitOfNoNumber = DiagnosticID("unit-of-no-number")
  package static let unknownCurrency = DiagnosticID("unknown-currency")
  package static let unorderedBound = DiagnosticID("unordered-bound")
  package static let zeroInFront = DiagnosticID("zero-in-front")
}
