internal import ContractModel
internal import SourceText

/// What the cases of one contract say in words, safe to be shown by whoever reads the report.
struct CaseWording {
  let reported: ReportedContract
  private let movements: [Int?: [Movement]]
  private let illustrative: IllustrativeFigures

  init(_ reported: ReportedContract) {
    self.reported = reported
    let decision = reported.decision
    movements = Dictionary(grouping: decision.settled.movements, by: \.finding)
    illustrative = IllustrativeFigures(decision)
  }

  private var contract: Contract { reported.contract }
  private var decision: ContractDecision { reported.decision }

  /// Names a case among those of all contracts: `vermont purchase exchange/online-purchase`.
  func name(of reported: ReportCase) -> String {
    VisibleText.escaping("\(contract.id) \(reported.name)")
  }

  /// What it says without the name of the contract: `failed: late; withheld USD 5,100,000.00`.
  func message(of reported: ReportCase) -> String {
    let known = reported.isKnown ? "known: " : ""
    let verdict = reported.finding == nil ? "" : "\(reported.word): "
    let details = reported.finding.map(details) ?? detailsOfWhole
    return VisibleText.escaping(
      known + verdict + ([reported.message] + details).joined(separator: "; "))
  }

  /// The same after the names of the contract, the part and the rule.
  func sentence(of reported: ReportCase) -> String {
    let subject = reported.finding == nil ? "" : " · \(reported.name)"
    return VisibleText.escaping(contract.title + subject) + ": " + message(of: reported)
  }

  /// What moved on account of a finding, by bucket, and whether it rests on a made-up figure.
  func amounts(
    of finding: Int
  ) -> [(bucket: Bucket, amount: Amount, isIllustrative: Bool)] {
    let moved = movements[finding] ?? []
    return Bucket.allCases.compactMap { bucket in
      let movements = moved.filter { $0.bucket == bucket }
      let sum = AmountSum(movements.map(\.amount)).total
      guard !sum.isZero else { return nil }
      return (bucket, sum, movements.contains { illustrative.contains($0.line) })
    }
  }

  /// The same as decimal texts, with whether any of them rests on a made-up figure.
  func amountsJSON(of finding: Int) -> JSONValue {
    guard let currency = contract.currency else { return .null }
    let amounts = amounts(of: finding)
    return .object(
      [("currency", .string(currency.code))]
        + amounts.map {
          (name: $0.bucket.rawValue, value: .string($0.amount.decimalText(in: currency)))
        } + [("illustrative", .bool(amounts.contains(where: \.isIllustrative)))])
  }

  private func details(of index: Int) -> [String] {
    let finding = decision.findings[index]
    return amounts(of: index).map { "\($0.bucket.words) \(text($0.amount, $0.isIllustrative))" }
      + finding.missing.sorted().map(words) + defeat(of: finding)
      + (finding.releasedBy.isEmpty
        ? [] : ["released by " + finding.releasedBy.joined(separator: ", ")])
  }

  private var detailsOfWhole: [String] {
    let blocked = decision.settled.blocked.map { ["blocked \(text($0, false))"] } ?? []
    let releases = decision.releases.map {
      "\($0.bucket.words) \(text($0.amount, $0.lines.contains(where: illustrative.contains)))"
        + " released by \($0.conditions.joined(separator: ", "))"
    }
    let mark = illustrative.contains(.contract) ? ["some of it is illustrative"] : []
    return mark + blocked + releases
  }

  private func words(of missing: MissingEvidence) -> String {
    if let day = missing.uncoveredDay { return "missing \(day.text) in calendar \(missing.kind)" }
    let field = missing.field.map { ".\($0)" } ?? ""
    return "missing \(missing.kind)\(field) of \(contract.path(of: missing.subject))"
  }

  /// By what a rule does not count, a waiver with whoever answers for it; or what might have been.
  private func defeat(of finding: Finding) -> [String] {
    guard let defeat = finding.defeatedBy else { return [] }
    if let waiver = waiver(of: finding) {
      return ["by waiver \(waiver.name): \(waiver.justification)"]
    }
    return finding.verdict.outcome == .undecided
      ? ["\(defeat.rule) could not be decided"] : ["by \(defeat.rule)"]
  }

  /// The waiver by which a rule is not held against the supplier.
  func waiver(of finding: Finding) -> Waiver? {
    guard finding.verdict == .waived, let defeat = finding.defeatedBy else { return nil }
    return contract.waivers.first { $0.range == defeat.range }
  }

  private func text(_ amount: Amount, _ isIllustrative: Bool) -> String {
    guard let currency = contract.currency else { return "no amount" }
    return amount.text(in: currency) + (isIllustrative ? " (illustrative)" : "")
  }
}

extension ReportCase {
  /// The rule that the decision of a contract as a whole counts as.
  static let decisionRule = "holdback/decision"

  /// The rule with what it stands in, for the contract as a whole too: `exchange/online-purchase`.
  var qualifiedRule: String { finding == nil ? Self.decisionRule : rule }
}

extension Waiver {
  /// Why it was given, by whom and until when.
  var justification: String {
    "\(reason); approved by \(approvedBy), through \(through.text)"
      + (isIllustrative ? " (illustrative)" : "")
  }
}
