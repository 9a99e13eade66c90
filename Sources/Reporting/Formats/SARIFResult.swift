internal import ContractModel
internal import SourceText

/// Writes one case of a contract as a result.
struct SARIFResult {
  /// The most records that are named beside the rule.
  static let namedRecords = 5

  let wording: CaseWording
  let reported: ReportCase
  let ruleIndex: Int
  /// Whether the run is held against an earlier report.
  let hasBaseline: Bool

  private var contract: ReportedContract { wording.reported }
  private var finding: Finding? { reported.finding.map { contract.decision.findings[$0] } }

  var json: JSONValue {
    let (kind, level) = kindAndLevel
    let fingerprint = reported.fingerprint(in: contract.contract)
    let members: [(name: String, value: JSONValue)] = [
      ("ruleId", .string(reported.qualifiedRule)),
      ("ruleIndex", .number(ruleIndex)),
      ("kind", .string(kind)),
      ("level", .string(level)),
      ("message", SARIFText.message(wording.sentence(of: reported))),
      ("locations", .array([reported.place.sarifLocation()])),
      ("relatedLocations", .array(relatedLocations)),
      ("partialFingerprints", .object([("primaryLocationLineHash", .string(fingerprint))])),
    ]
    return .object(members + baselineState + suppressions + [("properties", properties)])
  }

  private var kindAndLevel: (kind: String, level: String) {
    switch contract.gravity(of: reported) {
    case let gravity?: ("fail", gravity.level.rawValue)
    case nil where reported.result == .passed: ("pass", "none")
    case nil where finding?.verdict == .waived: ("informational", "none")
    case nil: ("notApplicable", "none")
    }
  }

  private var baselineState: [(name: String, value: JSONValue)] {
    hasBaseline ? [("baselineState", .string(reported.isKnown ? "unchanged" : "new"))] : []
  }

  private var suppressions: [(name: String, value: JSONValue)] {
    guard let waiver = finding.flatMap(contract.contract.waiver) else { return [] }
    let suppression: [(name: String, value: JSONValue)] = [
      ("kind", .string("external")), ("status", .string("accepted")),
      ("justification", .string(VisibleText.escaping(waiver.sentence))),
      ("location", contract.files.placeOfFirstLine(of: waiver.range).sarifLocation()),
    ]
    return [("suppressions", .array([.object(suppression)]))]
  }

  /// The rule, and the first of the records that the finding rests on.
  private var relatedLocations: [JSONValue] {
    guard let finding else { return [] }
    let files = contract.files
    let rule = files.placeOfFirstLine(of: finding.rule.range).sarifLocation(as: (1, "the rule"))
    let records = finding.sortedRecords.prefix(Self.namedRecords).enumerated()
    return [rule]
      + records.map { index, record in
        .sarifLocation(
          files[record.file].path, [("startLine", .number(record.line))],
          as: (index + 2, "a record"))
      }
  }

  private var properties: JSONValue {
    let decision = contract.decision.settled.decision
    return .object([
      ("contract", .string(contract.contract.id)),
      ("subject", .string(reported.subject)),
      ("verdict", .string(finding?.verdict.rawValue ?? decision.rawValue)),
      ("section", .text(finding?.rule.section)),
      ("amounts", reported.finding.map(wording.amountsJSON) ?? .null),
    ])
  }
}
