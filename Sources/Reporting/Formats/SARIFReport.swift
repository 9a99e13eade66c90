internal import ContractModel
internal import SourceText

/// The report as SARIF 2.1.0, for code scanning: what stands against paying, each at its contract.
package struct SARIFReport: ReportWriter {
  /// What is left out unless asked for, as GitHub would show it as if it were open.
  package enum Inclusion: String, Hashable, Sendable, CaseIterable {
    /// What a waiver takes away, as suppressed.
    case waived
    /// What is met, excused, not due or not applicable.
    case passed
  }

  /// The most results that GitHub takes, and the most waivers that are told.
  package static let mostResults = 25_000
  private static let mostWaivers = 1_000

  private let head: ReportHead
  private let includes: Set<Inclusion>
  private let limit: Int
  private var results = JSONListText(level: 4)
  private var rules = SARIFRules()
  private var written = 0
  private var omitted = 0
  private var waivers: [JSONValue] = []
  private var untoldWaivers = 0

  package init(
    _ head: ReportHead, includes: Set<Inclusion> = [], limit: Int = Self.mostResults
  ) {
    self.head = head
    self.includes = includes
    self.limit = limit
  }

  package var opensWithTotals: Bool { false }

  package func opening(_ totals: ReportTotals) -> String {
    let file = JSONListText(level: 2)
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas"
    let versions: [(name: String, value: JSONValue)] = [
      ("$schema", .string(schema + "/sarif-schema-2.1.0.json")), ("version", .string("2.1.0")),
    ]
    let run: [(name: String, value: JSONValue)] = [
      ("automationDetails", .object([("id", .string("holdback/\(head.asOf.text)"))])),
      ("columnKind", .string("unicodeCodePoints")),
    ]
    return "{" + file.members(versions) + file.start("runs") + file.line(2) + "{"
      + results.members(run) + results.start("results")
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let wording = CaseWording(contract)
    note(waiversOf: contract)
    return contract.cases.map { write($0, of: wording) }.joined()
  }

  private mutating func write(_ reported: ReportCase, of wording: CaseWording) -> String {
    let contract = wording.reported
    let finding = reported.finding.map { contract.decision.findings[$0] }
    let index = rules.index(of: reported.qualifiedRule, for: finding)
    guard contract.gravity(of: reported) != nil || includes(finding) else { return "" }
    guard written < limit else {
      omitted += 1
      return ""
    }
    written += 1
    let result = SARIFResult(
      wording: wording, reported: reported, ruleIndex: index, hasBaseline: head.baseline != nil)
    return results.element(result.json)
  }

  /// Whether what does not stand against paying was asked for; `nil` is the decision to pay.
  private func includes(_ finding: Finding?) -> Bool {
    includes.contains(finding?.verdict == .waived ? .waived : .passed)
  }

  private mutating func note(waiversOf contract: ReportedContract) {
    for (waiver, isUsed) in contract.decision.reportedWaivers where isUsed {
      guard waivers.count < Self.mostWaivers else {
        untoldWaivers += 1
        continue
      }
      waivers.append(
        notification(
          "note", "waiver-in-use", "\(contract.contract.id): \(waiver.sentence)",
          at: contract.files.placeOfFirstLine(of: waiver.range)))
    }
  }

  package func closing(_ totals: ReportTotals) -> String {
    let driver: [(name: String, value: JSONValue)] = [
      ("name", .string("holdback")), ("semanticVersion", .string(head.toolVersion)),
      ("rules", rules.json),
    ]
    let invocation: [(name: String, value: JSONValue)] = [
      ("executionSuccessful", .bool(totals.isComplete && totals.contractCount > 0)),
      ("toolExecutionNotifications", .array(notifications(totals))),
    ]
    let properties: [(name: String, value: JSONValue)] = [
      ("asOf", .string(head.asOf.text)), ("waiversHonoured", .bool(head.honoursWaivers)),
      ("baseline", .text(head.baseline)), ("summary", totals.json),
    ]
    let members: [(name: String, value: JSONValue)] = [
      ("tool", .object([("driver", .object(driver))])),
      ("invocations", .array([.object(invocation)])),
      ("artifacts", .array(totals.inputs.map(\.sarif))),
      ("properties", .object(properties)),
    ]
    return results.end + results.furtherMembers(members) + results.line(2) + "}"
      + results.line(1) + "]\n}\n"
  }

  /// What kept the run from deciding comes first; then what was left out, and why.
  private func notifications(_ totals: ReportTotals) -> [JSONValue] {
    let diagnostics = totals.diagnostics
    var all = (diagnostics.filter(\.isError) + diagnostics.filter { !$0.isError }).map {
      diagnostic in
      notification(
        diagnostic.level.rawValue, diagnostic.id, diagnostic.sentence, at: diagnostic.place)
    }
    if totals.contractCount == 0 {
      all.append(notification("error", "nothing-decided", totals.countText))
    }
    if omitted > 0 {
      all.append(
        notification(
          "warning", "too-many-results",
          "\(omitted) more results are not in this file, which has \(written) of"
            + " \(written + omitted)"))
    }
    if untoldWaivers > 0 {
      all.append(
        notification("note", "waiver-in-use", "\(untoldWaivers) more waivers are in use"))
    }
    return all + waivers
  }

  private func notification(
    _ level: String, _ id: String, _ text: String, at place: ReportedPlace? = nil
  ) -> JSONValue {
    .object([
      ("level", .string(level)),
      ("descriptor", .object([("id", .string(id))])),
      ("message", SARIFText.message(text)),
      ("locations", .array(place.map { [$0.sarifLocation()] } ?? [])),
    ])
  }
}

extension ReportedInput {
  fileprivate var sarif: JSONValue {
    let role =
      switch role {
      case .rules: "userSpecifiedConfiguration"
      case .contract, .records: "analysisTarget"
      }
    return .object([
      ("location", .sarifArtifact(path)), ("roles", .texts([role])),
      ("hashes", .object([("sha-256", .string(sha256))])),
    ])
  }
}
