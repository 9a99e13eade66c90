internal import ContractModel
internal import SourceText

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
    totals.errorCases.enumerated().map { index, error in
      TAPLine(error, number: number + index + 1).text
    }.joined()
  }
}

/// One test, with a block of YAML unless it passed.
private struct TAPLine {
  private let outcome: ReportCase.Outcome
  private let number: Int
  private let names: [String]
  /// Why it is skipped, in a word of ours.
  private let reason: String
  /// Values of one line each: readers of TAP take an item of a list with a colon for a list of keys.
  private let block: [(key: String, text: String)]

  init(_ reported: ReportCase, _ wording: CaseWording, number: Int) {
    let details = wording.details(of: reported)
    outcome = reported.outcome
    self.number = number
    let ordinal = reported.ordinal > 1 ? [String(reported.ordinal)] : []
    names = [wording.reported.contract.id, reported.subject, reported.rule] + ordinal
    reason = reported.isKnown ? "known" : reported.word
    let items = details.items.map { item in
      (
        key: String(item.label.map { $0 == " " ? "-" : $0 }),
        text: item.texts.joined(separator: "; ")
      )
    }
    block =
      [
        ("message", details.headline), ("verdict", reported.word), ("code", details.type),
        ("at", reported.place.text),
      ] + items
  }

  init(_ error: ErrorCase, number: Int) {
    outcome = .undecided
    self.number = number
    names = ["holdback", error.name]
    reason = ""
    block = [("message", error.diagnostic.lines.joined(separator: "; "))]
  }

  var text: String {
    let result = outcome == .failed || outcome == .undecided ? "not ok" : "ok"
    let directive = outcome == .skipped ? " # SKIP \(reason)" : ""
    let first = "\(result) \(number) - \(description)\(directive)\n"
    guard outcome != .passed else { return first }
    let lines = ["---"] + block.map { "\($0.key): \(quoted($0.text))" } + ["..."]
    return first + lines.map { "  \($0)\n" }.joined()
  }

  /// The names with nothing but letters, digits and four signs.
  private var description: String {
    names.map { name in
      name.isEmpty ? "-" : name.replacingScalars { $0.isPlain ? nil : "-" }
    }.joined(separator: "/")
  }

  /// Returns a text between quotes with the only two escapes that every reader knows.
  private func quoted(_ text: String) -> String {
    let escaped = VisibleText.escaping(text).replacingScalars { scalar in
      scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : nil
    }
    return "\"\(escaped)\""
  }
}

extension Unicode.Scalar {
  /// Whether no reader of test results takes it for anything but a part of a name.
  fileprivate var isPlain: Bool {
    switch self {
    case "A"..."Z", "a"..."z", "0"..."9", ".", "_", "/", "-": true
    default: false
    }
  }
}
