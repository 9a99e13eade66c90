import ContractModel
import Reporting
import SourceText

extension Report {
  /// A report of no contracts.
  static func empty(baseline: String? = nil) -> Report {
    Report(
      ReportHead(
        asOf: SampleContract.asOf, asOfIsToday: false, toolVersion: "1.2.3", baseline: baseline))
  }

  /// The sample twice, once known from an earlier report, and an error.
  static var mixed: Report {
    var report = empty(baseline: "old.json")
    let sample = SampleContract().report.contracts[0]
    let known = BaselineComparison(knownFindings: [0, 1, 2, 10], isKnown: true)
    report.add(sample)
    report.add(ReportedContract(sample.decision, files: sample.files, comparison: known))
    report.add(
      ReportedDiagnostic(error: DiagnosticID("unreadable-file"), "'a, b: c' cannot be read"))
    return report
  }

  /// The sample with what was read for it, and with what an earlier report knew.
  static func sample(
    _ sample: SampleContract = SampleContract(), known: Set<Int>? = nil, isKnown: Bool = false,
    errors: [String] = []
  ) -> Report {
    let plain = sample.report
    var report = empty(baseline: known == nil ? nil : "earlier.json")
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
    var report = empty()
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

  /// A contract that is paid although a rule of it is broken.
  static var costingNothing: Report {
    SampleContract.report(ofFinding: .failed)
  }

  private static func inputs(of sample: SampleContract) -> [ReportedInput] {
    [
      ReportedInput(path: sample.path, role: .records, bytes: Array("records".utf8)),
      ReportedInput(path: "Rules/exchange.rules", role: .rules, bytes: Array("rules".utf8)),
      ReportedInput(path: sample.contractPath, role: .contract, bytes: Array("contract".utf8)),
    ]
  }

  /// How many cases it has, and how many that came out in one of several ways.
  var caseCount: Int { totals.cases.values.reduce(0, +) }

  func count(_ outcomes: ReportCase.Outcome...) -> Int {
    outcomes.reduce(0) { $0 + (totals.cases[$1] ?? 0) }
  }
}
