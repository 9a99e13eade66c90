import ContractModel
import Foundation
import Reporting
import SourceText
import Testing

/// The formats for other programs whose text is JSON.
enum JSONFormat: CaseIterable {
  case sarif
  case wholeSARIF
  case ctrf
  case gitlab
  case attestation

  func text(of report: Report) -> String {
    switch self {
    case .sarif: SARIFReport(report.totals.head).rendering(report)
    case .wholeSARIF:
      SARIFReport(report.totals.head, includes: [.passed, .waived]).rendering(report)
    case .ctrf: CTRFReport().rendering(report)
    case .gitlab: GitLabReport().rendering(report)
    case .attestation: AttestationReport().rendering(report)
    }
  }
}

typealias JSONObject = [String: Any]

/// Reads a text as another program would.
func json<Value>(_ text: String, as: Value.Type = JSONObject.self) throws -> Value {
  try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Value)
}

extension Report {
  /// The sample with what was read for it, and with what an earlier report knew.
  static func sample(
    _ sample: SampleContract = SampleContract(), known: Set<Int>? = nil, isKnown: Bool = false,
    errors: [String] = []
  ) -> Report {
    let plain = sample.report
    let head = plain.totals.head
    var report = Report(
      ReportHead(
        asOf: head.asOf, asOfIsToday: false, toolVersion: head.toolVersion,
        baseline: known == nil ? nil : "earlier.json"))
    for contract in plain.contracts {
      report.add(
        ReportedContract(
          contract.decision, files: contract.files,
          comparison: known.map { BaselineComparison(knownFindings: $0, isKnown: isKnown) }))
    }
    for diagnostic in plain.totals.diagnostics { report.add(diagnostic) }
    for error in errors {
      report.add(ReportedDiagnostic(error: DiagnosticID("unreadable-file"), error))
    }
    for input in inputs(of: sample) { report.add(input) }
    return report
  }

  /// A contract that nothing stands against, with only the findings of some verdicts.
  static func passing(
    _ verdicts: Set<Verdict>, known: Set<Int> = [], hasInputs: Bool = true
  ) -> Report {
    let sample = SampleContract()
    var report = Report(
      ReportHead(asOf: SampleContract.asOf, asOfIsToday: false, toolVersion: "1.2.3"))
    for contract in sample.report.contracts {
      let decision = ContractDecision(
        contract: contract.decision.contract,
        findings: contract.decision.findings.filter { verdicts.contains($0.verdict) },
        settled: Settled(
          decision: .pay, movements: [], amounts: [:], decisions: [:], blocked: nil,
          carriedForward: [:]))
      report.add(
        ReportedContract(
          decision, files: contract.files,
          comparison: BaselineComparison(knownFindings: known, isKnown: false)))
    }
    if hasInputs { for input in inputs(of: sample) { report.add(input) } }
    return report
  }

  private static func inputs(of sample: SampleContract) -> [ReportedInput] {
    [
      ReportedInput(path: sample.path, role: .records, bytes: Array("records".utf8)),
      ReportedInput(path: "Rules/exchange.rules", role: .rules, bytes: Array("rules".utf8)),
      ReportedInput(path: sample.contractPath, role: .contract, bytes: Array("contract".utf8)),
    ]
  }

  func count(_ outcomes: ReportCase.Outcome...) -> Int {
    outcomes.reduce(0) { $0 + (totals.cases[$1] ?? 0) }
  }
}
