internal import ContractModel
internal import SourceText

/// Says in words what the cases of one contract are about: plain text, still untrusted.
struct CaseWording {
  /// The most records that are named; the report for programs names all.
  static let namedRecords = 10

  let reported: ReportedContract
  private let moved: MovedAmounts

  init(_ reported: ReportedContract) {
    self.reported = reported
    moved = MovedAmounts(reported.decision)
  }

  private var contract: Contract { reported.contract }
  private var decision: ContractDecision { reported.decision }

  /// Names a case among those of all contracts: `vermont purchase exchange/online-purchase`.
  func name(of reportedCase: ReportCase) -> String { "\(contract.id) \(reportedCase.name)" }

  /// What it says after the names of the contract, the part and the rule.
  func sentence(of reportedCase: ReportCase) -> String {
    let subject = reportedCase.finding == nil ? "" : " · \(reportedCase.name)"
    return contract.title + subject + ": " + details(of: reportedCase).sentence
  }

  func details(of reportedCase: ReportCase) -> CaseDetails {
    guard let index = reportedCase.finding else {
      return CaseDetails(
        type: decision.settled.decision.rawValue, headline: reportedCase.headline, places: [],
        facts: holds)
    }
    let finding = decision.findings[index]
    return CaseDetails(
      type: finding.code.rawValue, headline: reportedCase.headline,
      places: [
        .init("clause", [finding.rule.clause + finding.rule.sectionSuffix]),
        .init("rule", [reported.files.placeText(of: finding.rule.range)]),
        .init("record", reported.recordTexts(of: finding)),
      ],
      facts: moves(of: index) + [
        .init("missing", contract.missingTexts(of: finding)),
        .init(finding.defeatWord, [defeatText(of: finding)].compactMap(\.self)),
        .init("released by", finding.releases),
      ])
  }

  /// The amounts that a finding moved, as decimal texts, with whether any is illustrative.
  func amountsJSON(of finding: Int) -> JSONValue {
    guard let currency = contract.currency else { return .null }
    let amounts = moved[finding]
    return .object(
      [("currency", .string(currency.code))]
        + amounts.map {
          (name: $0.bucket.rawValue, value: .string($0.amount.decimalText(in: currency)))
        } + [("illustrative", .bool(amounts.contains(where: \.isIllustrative)))])
  }

  private func moves(of finding: Int) -> [CaseDetails.Item] {
    guard let currency = contract.currency else { return [] }
    return moved[finding].map {
      .init($0.bucket.words, [$0.amount.text(in: currency, isIllustrative: $0.isIllustrative)])
    }
  }

  /// What is held of the contract as a whole, each amount with what releases it.
  private var holds: [CaseDetails.Item] {
    guard let currency = contract.currency else { return [] }
    func text(_ amount: String, _ conditions: [String]) -> String {
      conditions.isEmpty ? amount : "\(amount), released by: " + conditions.releasedByAll
    }
    let blocked = decision.settled.blocked.map {
      text($0.text(in: currency), decision.endsOfSuspension)
    }
    let releases = decision.releases
    return [.init("blocked", [blocked].compactMap(\.self))]
      + Bucket.allCases.map { bucket in
        .init(
          bucket.words,
          releases.filter { $0.bucket == bucket }.map {
            text(
              $0.amount.text(in: currency, isIllustrative: $0.isIllustrative), $0.conditions)
          })
      }
  }

  /// The waiver, with everything said of it, or the exception by which a rule is not held against
  /// the supplier, or might not be.
  private func defeatText(of finding: Finding) -> String? {
    contract.waiver(of: finding)?.sentence ?? finding.defeatedBy.map { "exception '\($0.rule)'" }
  }
}

extension ReportedContract {
  /// The places of the records that a finding rests on; where there are many, of the first.
  func recordTexts(
    of finding: Finding, atMost limit: Int = CaseWording.namedRecords
  ) -> [String] {
    let records = finding.sortedRecords
    let named = records.prefix(limit).map { files.placeText(of: $0) }
    return named.count < records.count ? named + ["\(records.count - named.count) more"] : named
  }
}
