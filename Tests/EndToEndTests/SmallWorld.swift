import ContractCheck
import ContractModel
import Reporting
import SourceText

/// A clause, a contract and its records, small enough to spoil every byte of them.
enum SmallWorld {
  static let rules = """
    /// What a capability was seen to do.
    evidence capability plural capabilities asserted by buyer or verifier {
      about deliverable
      dated date
      state works or degraded or fails
      share optional percent 0% to 100%
    }

    clause working-exchange "Each capability works" {
      cites "3"
      finding means latest state of capabilities

      rule deliverable-works for each deliverable {
        cites "3.2"
        require finding is works
        otherwise withhold milestone's amount until met
      }
    }

    """

  static let contract = contract(named: "sample")

  static func contract(named name: String) -> String {
    """
    contract \(name) "Sample Exchange" {
      party buyer    "State of Sample"
      party supplier "Supplier"
      party verifier "Verifier"
      records "status/*"
      incorporates working-exchange
      milestone launch "Enrolment" {
        due    2013-10-01
        amount USD 5,000,000
        deliverable accounts "Accounts"
      }
      invoice one {
        received 2013-11-15
        line launch {
          for    milestone launch
          amount USD 5,000,000
        }
      }
    }

    """
  }

  static let records = """
    {"record": "capability", "about": "accounts", "by": "verifier", "dated": "2013-11-01", "state": "works"}

    """

  /// The files of two contracts and their rules; the second contract is always right.
  static var files: [String: String] {
    [
      "Rules/exchange.rules": rules,
      "Contracts/a/a.contract": contract(named: "a"),
      "Contracts/a/status/state.ndjson": records,
      "Contracts/b/b.contract": contract(named: "b"),
      "Contracts/b/status/state.ndjson": records,
    ]
  }

  /// Returns the outcome of the check of one contract in memory.
  static func outcome(
    rules: [UInt8] = Array(rules.utf8), contract: [UInt8] = Array(contract.utf8),
    records: [UInt8] = Array(records.utf8), named recordFile: String = "status/state.ndjson",
    asOf: CivilDate = CivilDate(year: 2013, month: 12, day: 26)!,
    zones: [String: ZoneFile] = [:]
  ) -> CheckOutcome {
    let contractFile = InputFile(path: "a.contract", bytes: contract)
    return ContractCheck.run(
      CheckInput(
        ruleFiles: [InputFile(path: "a.rules", bytes: rules)], contractFiles: [contractFile],
        recordFiles: ["a.contract": [InputFile(path: recordFile, bytes: records)]],
        zoneFiles: zones, asOf: asOf))
  }
}

extension CheckOutcome {
  /// What would be paid over all contracts, in minor units.
  var pay: Int64 {
    contracts.flatMap(\.settled.movements).filter { $0.bucket == .pay }
      .reduce(0) { $0 + $1.amount.nominal }
  }

  var errorIDs: [String] { diagnostics.filter(\.isError).map(\.id.rawValue) }
}

extension CheckOutcome {
  /// The report of a check as of a day.
  func report(as asOf: CivilDate) -> Report {
    var report = Report(ReportHead(asOf: asOf, asOfIsToday: false, toolVersion: "0.0.0"))
    for decision in contracts { report.add(ReportedContract(decision, files: files)) }
    for diagnostic in diagnostics { report.add(ReportedDiagnostic(diagnostic, in: files)) }
    return report
  }
}
