package import ContractModel

/// What the contracts of one currency come to.
package struct MoneyTotal: Sendable {
  package let currency: Currency
  private var invoiced = AmountSum()
  /// By the places of the buckets.
  private var buckets = [AmountSum](repeating: AmountSum(), count: Bucket.allCases.count)
  private var before = AmountSum()
  private var now = AmountSum()
  private var overpaid = AmountSum()
  private var hasPayments = false
  /// Whether something invoiced rests on a figure that nobody reported.
  package private(set) var isIllustrative = false
  /// The buckets that do.
  package private(set) var illustrative: Set<Bucket> = []

  /// What the star beside an amount means.
  static let legend = "* illustrative: made up for the example, reported by nobody"

  init(_ currency: Currency) { self.currency = currency }

  package var amounts: Amounts {
    var amounts = Amounts(invoiced: invoiced.total)
    for bucket in Bucket.allCases { amounts[bucket] = buckets[bucket.place].total }
    return amounts
  }

  /// What is to be paid now, where something was paid for an invoice before; else nil.
  package var paidToDate: PaidToDate? {
    hasPayments
      ? PaidToDate(before: before.total, now: now.total, overpaid: overpaid.total) : nil
  }

  /// What is to be paid, now where something was paid before.
  var pay: BucketAmount { bucketAmount(.pay, paidToDate?.now ?? amounts[.pay]) }

  /// What is not to be paid, by bucket.
  var held: [BucketAmount] {
    let amounts = amounts
    return Bucket.allCases.filter { $0 != .pay && !amounts[$0].isZero }
      .map { bucketAmount($0, amounts[$0]) }
  }

  /// Where what was invoiced goes, in one sentence.
  var sentence: String { sentence { $0.text(in: currency, isIllustrative: $1) } }

  /// Returns the sentence with each amount as it is to be written, which may be illustrative.
  func sentence(_ text: (Amount, Bool) -> String) -> String {
    let pay = pay
    let first =
      "pay \(text(pay.amount, pay.isIllustrative)) of"
      + " \(text(amounts.invoiced, isIllustrative)) invoiced"
    let held = held.map { "\($0.bucket.words) \(text($0.amount, $0.isIllustrative))" }
    var paid: [String] = []
    if let paidToDate {
      paid = [("paid before", paidToDate.before), ("overpaid", paidToDate.overpaid)]
        .filter { !$1.isZero }.map { "\($0) \(text($1, false))" }
    }
    return ([first] + held + paid).joined(separator: ", ")
  }

  private func bucketAmount(_ bucket: Bucket, _ amount: Amount) -> BucketAmount {
    BucketAmount(bucket: bucket, amount: amount, isIllustrative: illustrative.contains(bucket))
  }

  mutating func add(_ decision: ContractDecision) {
    let settled = decision.settled
    if let amounts = settled.amounts[.contract] { add(amounts) }
    add(
      settled.paidToDate.isEmpty ? nil : settled.paidToDate[.contract],
      payable: settled.amounts[.contract]?[.pay] ?? .zero)
    let figures = IllustrativeFigures(decision)
    isIllustrative = isIllustrative || figures.contains(.contract)
    illustrative.formUnion(figures[.contract])
  }

  mutating func add(_ contract: BriefDecision) {
    add(contract.amounts)
    add(nil, payable: contract.amounts[.pay])
  }

  mutating func add(_ contract: ToldContract) {
    add(contract.amounts)
    add(contract.paidToDate, payable: contract.amounts[.pay])
    isIllustrative = isIllustrative || contract.isIllustrative
    illustrative.formUnion(contract.illustrative)
  }

  private mutating func add(_ amounts: Amounts) {
    invoiced.add(amounts.invoiced)
    for bucket in Bucket.allCases { buckets[bucket.place].add(amounts[bucket]) }
  }

  /// A contract without payments has all that is payable to be paid now.
  private mutating func add(_ paid: PaidToDate?, payable: Amount) {
    hasPayments = hasPayments || paid != nil
    let paid = paid ?? PaidToDate(before: .zero, now: payable, overpaid: .zero)
    before.add(paid.before)
    now.add(paid.now)
    overpaid.add(paid.overpaid)
  }
}

extension ContractDecision {
  /// What one contract comes to; nil where it states no amount.
  var total: MoneyTotal? {
    guard let currency = contract.currency, settled.amounts[.contract] != nil else { return nil }
    var total = MoneyTotal(currency)
    total.add(self)
    return total
  }
}
