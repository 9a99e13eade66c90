import ContractModel
import RuleSyntax
import SourceText

/// Payments that were made.
extension ContractChecker {
  mutating func checkPayments(_ statements: [LineSyntax]) {
    var first: [String: SourceRange] = [:]
    for line in statements { checkPayment(line, first: &first) }
  }

  /// `payment november { made 2013-11-30  amount USD 5,000  for invoice one }`.
  private mutating func checkPayment(_ line: LineSyntax, first: inout [String: SourceRange]) {
    var reader = LineReader(line)
    let name = lines.takeNewName(&reader, what: "payment", first: &first)
    if name != nil { lines.finish(reader, hasBlock: true) }
    let block = lines.sorted(line.block, by: .payment)
    let made = day("made", in: block, of: line)
    let amount = amountPaid(block.single["amount"], in: line)
    var invoice: SubjectID?
    if let statement = block.single["for"] {
      invoice = invoicePaid(statement)
      guard invoice != nil else { return }
    }
    guard let name, let made, let amount else { return }
    if let invoice, let statement = block.single["made"] { check(statement, made, after: invoice) }
    payments.append(
      Payment(
        name: name.text, made: made, amount: amount, invoice: invoice,
        isIllustrative: line.isIllustrative || self.line.isIllustrative, range: line.range))
  }

  private mutating func amountPaid(_ statement: LineSyntax?, in line: LineSyntax) -> Int64? {
    guard let statement else {
      lines.report(.missingLine("amount", in: line, example: "amount USD 1,000"))
      return nil
    }
    guard case .quantity(let interval)? = lines.field(.amount, of: statement) else { return nil }
    guard let exact = interval.exact, let units = Int64(exactly: exact.numerator), exact.isInteger
    else {
      lines.report(.paymentNotExact(statement))
      return nil
    }
    return units
  }

  private mutating func invoicePaid(_ statement: LineSyntax) -> SubjectID? {
    var reader = LineReader(statement)
    guard let invoice = takePart(&reader, of: [.invoice]) else { return nil }
    lines.finish(reader)
    return invoice
  }

  /// What was paid for an invoice was paid when it was there.
  private mutating func check(_ line: LineSyntax, _ made: CivilDate, after invoice: SubjectID) {
    let day = Interval(exactly: Rational(Int(made.dayNumber)))
    guard case .quantity(let received)? = subjects[invoice.index].fields[.received],
      day.isLess(than: received) == .yes
    else { return }
    lines.report(.paymentBeforeInvoice(line, invoice: subjects[invoice.index]))
  }
}
