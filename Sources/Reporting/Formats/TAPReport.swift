internal import ContractModel

/// The cases in version 13 of the Test Anything Protocol, which every reader takes.
///
/// A word of a description can turn a failure into a pass, so descriptions are made of names only;
/// all other text stands in a block below.
package struct TAPReport: ReportWriter {
  private var number = 0

  package init() {}

  package var opensWithTotals: Bool { true }

  /// A plan of no tests passes, so that a run without a case plans for one that never comes.
  package func opening(_ totals: ReportTotals) -> String {
    "TAP version 13\n1..\(max(1, totals.caseCount))\n"
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let wording = CaseWording(contract)
    return contract.cases.map { reported in
      number += 1
      return TAPLine(reported, wording, number: number).text
    }.joined()
  }

  package func closing(_ totals: ReportTotals) -> String {
    totals.diagnostics.errorCases.enumerated().map { index, error in
      TAPLine(error, number: number + index + 1).text
    }.joined()
  }
}

extension TAPLine {
  fileprivate init(_ reported: ReportCase, _ wording: CaseWording, number: Int) {
    let details = wording.details(of: reported)
    let ordinal = reported.ordinal > 1 ? [String(reported.ordinal)] : []
    let items = details.items.map { item in
      (
        key: String(item.label.map { $0 == " " ? "-" : $0 }),
        text: item.texts.joined(separator: "; ")
      )
    }
    self.init(
      reported.outcome, number: number,
      names: [wording.reported.contract.id, reported.subject, reported.rule] + ordinal,
      reason: reported.isKnown ? "known" : reported.word,
      block: [
        ("message", details.headline), ("verdict", reported.word), ("code", details.type),
        ("at", reported.place.text),
      ] + items)
  }

  fileprivate init(_ error: DiagnosticCase, number: Int) {
    self.init(
      .undecided, number: number, names: ["holdback", error.name],
      block: [("message", error.diagnostic.lines.joined(separator: "; "))])
  }
}
