import ContractModel
import RuleSyntax
import SourceText

/// The words for mistakes in the versions of a contract and its invoices, in alphabetical order.
extension Diagnostic {
  static func billedTwice(
    _ line: LineSyntax, _ part: Subject, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .billedTwice,
      "this invoice bills \(part.kind.rawValue) '\(part.name)' twice", at: line.range,
      notes: [.init("the first line for it is here", at: first)],
      help: "write one line with the whole amount, or leave one of them out")
  }

  static func duplicateNumber(
    _ number: String, of invoice: Subject, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateNumber, "invoice '\(invoice.name)' has the number '\(number)' too",
      at: range, notes: [.init("the first is here", at: first)],
      help: "leave one of them out; a corrected version says 'replaces \(invoice.name)'")
  }

  static func paymentBeforeInvoice(_ line: LineSyntax, invoice: Subject) -> Diagnostic {
    Diagnostic(
      .error, .paymentBeforeInvoice,
      "this was paid before invoice '\(invoice.name)' was received", at: line.range,
      notes: [.init("the invoice is here", at: invoice.range)],
      help: "mend one of the two days, or name the invoice that was paid")
  }

  static func paymentNotExact(_ line: LineSyntax) -> Diagnostic {
    Diagnostic(
      .error, .paymentNotExact, "a payment is one exact amount", at: line.range,
      help: "write what was paid; what is only reported within bounds stands in 'paid'")
  }

  static func predecessorCycle(_ line: LineSyntax, _ path: [String]) -> Diagnostic {
    var steps = path.dropFirst().map { "'\($0)'" }
    // Of a long way nobody reads all.
    if steps.count > 10 { steps.replaceSubrange(8..<steps.count - 1, with: ["…"]) }
    return Diagnostic(
      .error, .predecessorCycle,
      "'\(path[0])' would come after itself: after " + steps.joined(separator: " after "),
      at: line.range, help: "leave out one of these 'after' lines")
  }

  static func replacedTwice(_ name: NameSyntax, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .replacedTwice, "two invoices replace invoice '\(name.text)'", at: name.range,
      notes: [.init("the first is here", at: first)],
      help: "let the later version replace the earlier one")
  }

  static func replacementCycle(_ name: NameSyntax) -> Diagnostic {
    Diagnostic(
      .error, .replacementCycle, "replacing '\(name.text)', this invoice would replace itself",
      at: name.range, help: "let the later version replace the earlier one only")
  }

  static func replacementFirst(_ line: LineSyntax, replaced: Subject) -> Diagnostic {
    Diagnostic(
      .error, .replacementFirst, "this was received before '\(replaced.name)', which it replaces",
      at: line.range, notes: [.init("the invoice that it replaces is here", at: replaced.range)],
      help: "let the later version replace the earlier one")
  }

  static func rivalScopes(
    _ change: Amendment.ScopeChange, _ part: Subject, first: SourceRange, on day: CivilDate
  ) -> Diagnostic {
    Diagnostic(
      .error, .rivalChanges,
      "\(part.kind.rawValue) '\(part.name)' is both added and removed from '\(day.text)'",
      at: change.range, notes: [.init("the other change is here", at: first)],
      help: "leave out one of the two, or give the later amendment a later date")
  }
}
