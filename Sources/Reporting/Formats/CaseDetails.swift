internal import ContractModel
internal import SourceText

/// What formats of tests and annotations say of a case beside its name: plain text, still untrusted.
struct CaseDetails {
  /// Every text under a label of ours, in the order of reading.
  struct Line {
    let label: String
    let texts: [String]
  }

  /// The reason code of a finding, or the decision: one word.
  let type: String
  /// What came out, and why, in one sentence that begins with a word of ours.
  let headline: String
  let lines: [Line]

  /// The most records that are named; the report for programs names all.
  static let namedRecords = 10

  /// The lines, each with its label.
  var labelled: [String] { lines.flatMap { line in line.texts.map { "\(line.label): \($0)" } } }
}

extension ReportedContract {
  func details(of reported: ReportCase) -> CaseDetails {
    let known = isKnown(reported) ? "known, " : ""
    guard let index = reported.finding else {
      return CaseDetails(
        type: decision.settled.decision.rawValue, headline: known + reported.message,
        lines: [.init(label: "held", texts: releaseTexts)].filter { !$0.texts.isEmpty })
    }
    let finding = decision.findings[index]
    let lines: [CaseDetails.Line] = [
      .init(label: "clause", texts: [finding.clauseText]),
      .init(label: "rule", texts: [files.placeText(of: finding.rule.range)]),
      .init(label: "by", texts: [defeatText(of: finding)].compactMap { $0 }),
      .init(label: "missing", texts: missingTexts(of: finding)),
      .init(label: "record", texts: recordTexts(of: finding)),
      .init(label: "released by", texts: finding.releasedBy),
    ]
    return CaseDetails(
      type: finding.code.rawValue, headline: "\(known)\(reported.word): \(reported.message)",
      lines: lines.filter { !$0.texts.isEmpty })
  }

  /// Whether an earlier report had it too.
  func isKnown(_ reported: ReportCase) -> Bool {
    reported.finding.map(isKnown) ?? comparison?.isKnown ?? false
  }

  /// The places of the records that a finding rests on; where there are many, of the first.
  func recordTexts(
    of finding: Finding, atMost limit: Int = CaseDetails.namedRecords
  ) -> [String] {
    let records = finding.sortedRecords
    let named = records.prefix(limit).map { files.placeText(of: $0) }
    return named.count < records.count ? named + ["\(records.count - named.count) more"] : named
  }

  /// What is held, each amount with what releases it.
  var releaseTexts: [String] {
    guard let currency = contract.currency else { return [] }
    let illustrative = IllustrativeFigures(decision)
    return blockedTexts(in: currency)
      + decision.releases.map { release in
        let mark = release.lines.contains(where: illustrative.contains) ? " (illustrative)" : ""
        return "\(release.bucket.words) \(release.amount.text(in: currency))\(mark), released by: "
          + release.conditions.joined(separator: "; ")
      }
  }

  private func blockedTexts(in currency: Currency) -> [String] {
    guard let blocked = decision.settled.blocked else { return [] }
    let conditions = decision.findings.flatMap { finding in
      finding.effects.filter { $0.verb == .suspend }.flatMap(\.releasedBy)
    }.withoutRepetition
    let end = conditions.isEmpty ? "" : ", released by: " + conditions.joined(separator: "; ")
    return ["blocked \(blocked.text(in: currency))\(end)"]
  }

  /// The exception or waiver that changed the verdict, a waiver with everything said of it.
  private func defeatText(of finding: Finding) -> String? {
    guard let defeat = finding.defeatedBy else { return nil }
    let waiver = contract.waivers.first { $0.range == defeat.range }
    return waiver?.sentence ?? "exception '\(defeat.rule)'"
  }

  private func missingTexts(of finding: Finding) -> [String] {
    finding.missing.sorted().map { missing in
      let field = missing.field.map { ".\($0)" } ?? ""
      return "\(missing.kind)\(field) of \(contract.path(of: missing.subject))"
    }
  }
}

extension Finding {
  /// The clause and the section it cites: `exchange §5.2`.
  fileprivate var clauseText: String { rule.clause + (rule.section.map { " §\($0)" } ?? "") }
}

extension Waiver {
  /// What is waived, until when, by whom and why.
  var sentence: String {
    "waiver '\(name)' of '\(rule)' from \(from.text) through \(through.text), "
      + "approved by \(approvedBy): \(reason)"
  }
}
