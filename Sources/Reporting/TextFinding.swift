internal import ContractModel
internal import SourceText

extension ContractText {
  /// The most records that are named under a finding unless all is asked for.
  static let namedRecords = 3

  /// Writes what the findings of one part say: those that are not met, and how many are.
  mutating func writeFindings(of part: SubjectID) {
    let isVerbose = page.style.verbosity == .verbose
    let findings = sections[part].map { decision.findings[$0] }
    for finding in findings where isVerbose || !finding.verdict.isUnremarkable {
      writeFinding(finding)
    }
    let met = findings.count { $0.verdict == .met }
    if !isVerbose, met > 0 {
      let words = "\(met) \(met == 1 ? "rule" : "rules") met"
      page.line([Verdict.met.mark] + TextWord.words(of: words, .dim), indent: 4)
    }
  }

  private mutating func writeFinding(_ finding: Finding) {
    var words = [finding.verdict.mark]
    words += TextWord.untrusted(contract.findingName(of: finding.subject))
    var gap = page.gap(after: words, indent: 4, toColumn: columns.rule)
    words += TextWord.untrusted(finding.rule.rule, gap: gap)
    gap = page.gap(after: words, indent: 4, toColumn: columns.message)
    words += TextWord.words(of: finding.verdict.words + ":", finding.verdict.mark.ink, gap: gap)
    words += TextWord.untrusted(finding.message)
    if let section = finding.rule.section { words += TextWord.section(section, gap: 3) }
    page.line(words, indent: 4, hanging: min(columns.message, page.style.width / 2))
    if page.style.verbosity == .verbose { writeValues(of: finding) }
    writePlaces(of: finding)
  }

  private mutating func writeValues(of finding: Finding) {
    for value in finding.values {
      page.line(
        TextWord.untrusted(value.name) + [TextWord("=", .dim)] + TextWord.untrusted(value.text),
        indent: detailIndent)
    }
    for missing in contract.missingTexts(of: finding) {
      page.line(
        [TextWord("missing:", .yellow)] + TextWord.untrusted(missing), indent: detailIndent)
    }
    if let defeat = finding.defeatedBy {
      page.line(
        [TextWord(finding.defeatWord)] + TextWord.untrusted(defeat.rule), indent: detailIndent)
    }
  }

  private mutating func writePlaces(of finding: Finding) {
    let records = finding.sortedRecords
    let isVerbose = page.style.verbosity == .verbose
    let named = isVerbose ? records[...] : records.prefix(Self.namedRecords)
    var places = named.map { TextWord.untrusted(files.placeText(of: $0), .dim) }
    if named.count < records.count {
      places.append([TextWord("\(records.count - named.count) more", .dim)])
    }
    places.append(TextWord.untrusted(files.placeText(of: finding.rule.range), .dim))
    page.line(TextWord.separated(places), indent: detailIndent, hanging: detailIndent)
  }

  private var detailIndent: Int { mutating get { page.isAligned ? columns.rule : 6 } }
}

extension Verdict {
  /// Whether a reader in a hurry may pass over it.
  var isUnremarkable: Bool {
    switch self {
    case .met, .notApplicable: true
    case .failed, .unproven, .contested, .excused, .waived, .notDue, .errored: false
    }
  }
}
