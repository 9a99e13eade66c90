internal import ContractModel
internal import SourceText

/// One remark at a place of a text, as services for code review show it: of no format, untrusted.
struct Annotation {
  enum Level {
    case error
    case warning
    /// Nothing is wrong, but a reader is to know it.
    case notice
  }

  let level: Level
  /// The rule, or the id of a diagnostic.
  let code: String
  let title: String
  /// Each is made safe by itself.
  let lines: [String]
  let place: ReportedPlace?

  fileprivate init(
    _ level: Level, code: String, title: String, lines: [String], place: ReportedPlace?
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
    cases.compactMap(annotation) + waiverAnnotations
  }

  private func annotation(of reported: ReportCase) -> Annotation? {
    guard let level = level(of: reported) else { return nil }
    let details = details(of: reported)
    return Annotation(
      level, code: reported.rule,
      title: reported.finding == nil ? contract.title : "\(contract.id) \(reported.name)",
      lines: [details.headline] + details.labelled, place: reported.place)
  }

  private func level(of reported: ReportCase) -> Annotation.Level? {
    switch reported.outcome {
    case .passed, .skipped: return nil
    case .failed: return .error
    case .undecided: break
    }
    let verdict = reported.finding.map { decision.findings[$0].verdict }
    return verdict == .errored ? .error : .warning
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
      isError ? .error : .warning, code: id, title: id, lines: [message] + adviceLines,
      place: place)
  }
}
