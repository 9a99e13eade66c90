internal import ContractModel
internal import SourceText

/// The report as an in-toto statement with a test result, to be signed: which bytes were checked, by
/// which rules, and how it came out.
///
/// A run that read nothing has no subject, so that verifiers refuse its statement; the result is
/// `FAILED` all the same.
package struct AttestationReport: ReportWriter {
  private var passed = JSONListText(level: 3)
  /// What passed only as somebody answers for it: it is waived, or was known.
  private var warned: [String] = []
  private var failed: [String] = []
  /// The waivers of contracts, by the paths of their files.
  private var waivers: [String: [JSONValue]] = [:]

  package init() {}

  package var opensWithTotals: Bool { false }

  package func opening(_ totals: ReportTotals) -> String {
    let file = JSONListText(level: 2)
    let types: [(name: String, value: JSONValue)] = [
      ("_type", .string("https://in-toto.io/Statement/v1")),
      ("predicateType", .string("https://in-toto.io/attestation/test-result/v0.1")),
    ]
    return "{" + file.members(types) + file.line(1) + "\"predicate\": {"
      + passed.start("passedTests")
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    let wording = CaseWording(contract)
    note(waiversOf: contract)
    return contract.cases.map {
      add($0, named: VisibleText.escaping(wording.name(of: $0)), of: contract)
    }.joined()
  }

  /// What does not apply, or is excused by the contract itself, is no test.
  private mutating func add(
    _ reported: ReportCase, named name: String, of contract: ReportedContract
  ) -> String {
    switch reported.outcome {
    case .passed: return passed.element(.string(name))
    case .failed, .undecided: failed.append(name)
    case .skipped:
      let verdict = reported.finding.map { contract.decision.findings[$0].verdict }
      if reported.isKnown || verdict == .waived { warned.append(name) }
    }
    return ""
  }

  private mutating func note(waiversOf contract: ReportedContract) {
    guard case .array(let all) = contract.decision.waiversJSON, !all.isEmpty else { return }
    let path = contract.place(of: .contract).path
    waivers[path, default: []] += all
  }

  package func closing(_ totals: ReportTotals) -> String {
    let failed = failed + totals.diagnostics.errorCases.map { VisibleText.escaping($0.name) }
    let predicate: [(name: String, value: JSONValue)] = [
      ("warnedTests", .texts(warned)),
      ("failedTests", .texts(failed)),
      ("result", .string(result(totals, hasFailed: !failed.isEmpty))),
      ("configuration", .array(configuration(totals))),
    ]
    return passed.end + passed.furtherMembers(predicate) + passed.line(1) + "}"
      + JSONListText(level: 2).furtherMembers([("subject", .array(subjects(totals)))]) + "\n}\n"
  }

  private func result(_ totals: ReportTotals, hasFailed: Bool) -> String {
    let isDecided = totals.isComplete && totals.contractCount > 0 && !totals.inputs.isEmpty
    if hasFailed || !isDecided { return "FAILED" }
    return warned.isEmpty ? "PASSED" : "WARNED"
  }

  /// The rules, with how they were applied: strict readers of the predicate take no fields but its
  /// own, and the program itself has no digest here.
  private func configuration(_ totals: ReportTotals) -> [JSONValue] {
    let head = totals.head
    let annotations: [(name: String, value: JSONValue)] = [
      ("holdback_version", .string(head.toolVersion)),
      ("holdback_asOf", .string(head.asOf.text)),
      ("holdback_waiversHonoured", .bool(head.honoursWaivers)),
      ("holdback_baseline", .text(head.baseline)),
    ]
    return totals.inputs.filter { $0.role == .rules }.map { $0.descriptor(annotations) }
  }

  private func subjects(_ totals: ReportTotals) -> [JSONValue] {
    totals.inputs.filter { $0.role != .rules }.map { input in
      let waivers = input.role == .contract ? waivers[input.path] : nil
      return input.descriptor(waivers.map { [("holdback_waivers", .array($0))] } ?? [])
    }
  }
}

extension ReportedInput {
  /// The file as a resource; the digest is what tells it from others.
  fileprivate func descriptor(_ annotations: [(name: String, value: JSONValue)]) -> JSONValue {
    let members: [(name: String, value: JSONValue)] = [
      ("name", .string(path)), ("digest", .object([("sha256", .string(sha256))])),
    ]
    return .object(
      members + (annotations.isEmpty ? [] : [("annotations", .object(annotations))]))
  }
}
