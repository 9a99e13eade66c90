internal import ContractModel
internal import SourceText

/// One remark at a place of a text, as services for code review show it: of no format, untrusted.
struct Annotation {
  let level: RemarkLevel
  /// The rule, or the id of a diagnostic.
  let code: String
  let title: String
  /// Each is made safe by itself.
  let lines: [String]
  let place: ReportedPlace?

  init(
    _ level: RemarkLevel, code: String, title: String, lines: [String], place: ReportedPlace?
  ) {
    self.level = level
    self.code = code
    self.title = title
    self.lines = lines
    self.place = place
  }
}

extension ReportedContract {
  /// What stands against paying, the decision first, as services show only the first few; then the
  /// waivers that made a difference. What was known before is not told again.
  var annotations: [Annotation] {
    let wording = CaseWording(self)
    return cases.filter { !$0.isKnown }.compactMap { annotation(of: $0, wording) }
      + waiverAnnotations
  }

  private func annotation(of reported: ReportCase, _ wording: CaseWording) -> Annotation? {
    guard let level = gravity(of: reported)?.level else { return nil }
    let details = wording.details(of: reported)
    return Annotation(
      level, code: reported.rule,
      title: reported.finding == nil ? contract.title : wording.name(of: reported),
      lines: [details.headline] + details.lines, place: reported.place)
  }

  private var waiverAnnotations: [Annotation] {
    decision.reportedWaivers.filter(\.isUsed).map { waiver, _ in
      Annotation(
        .notice, code: "waiver", title: "\(contract.id) waiver \(waiver.name)",
        lines: [waiver.sentence], place: files.placeOfFirstLine(of: waiver.range))
    }
  }
}

extension ReportedDiagnostic {
  var annotation: Annotation {
    Annotation(
      level, code: id, title: id, lines: [message] + adviceLines, place: place)
  }
}
