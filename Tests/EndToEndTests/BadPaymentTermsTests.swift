import Foundation
import Testing

/// Terms of payment that contradict themselves end with 2 and a diagnostic of their own; the contract
/// beside them is decided all the same.
@Suite struct BadPaymentTerms {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// Lines for the contract, before its invoice.
    let lines: String
    let id: String

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    .init(
      name: "a term below its range", lines: "incorporates floored {\n floor 49%\n }",
      id: "outside-domain"),
    .init(
      name: "two amendments of one date that disagree",
      lines: amendment("one", "due 2013-10-15") + amendment("two", "due 2013-10-16"),
      id: "rival-changes"),
    .init(
      name: "a waiver without an approver",
      lines: waiver("through 2013-12-31\n because \"y\""), id: "missing-line"),
    .init(
      name: "a waiver without an expiry",
      lines: waiver("approved \"Commissioner\"\n because \"y\""), id: "missing-line"),
    .init(
      name: "an invoice that bills one part twice",
      lines: """
        invoice twice {
          received 2013-11-20
          line first {
            for    milestone launch
            amount USD 1
          }
          line again {
            for    milestone launch
            amount USD 1
          }
        }
        """, id: "billed-twice"),
    .init(
      name: "two currencies",
      lines: "milestone other {\n due 2013-10-01\n amount EUR 1\n }", id: "second-currency"),
    .init(
      name: "milestones that wait for one another",
      lines: "milestone egg {\n after hen\n }\n milestone hen {\n after egg\n }",
      id: "predecessor-cycle"),
  ]

  private static func amendment(_ name: String, _ change: String) -> String {
    """
    amendment \(name) {
      effective 2013-11-01
      approved  "Commissioner"
      because   "y"
      milestone launch {
        \(change)
      }
    }

    """
  }

  private static func waiver(_ lines: String) -> String {
    "waiver late of deliverable-works for milestone launch {\n from 2013-12-01\n \(lines)\n }"
  }

  @Test(arguments: cases)
  func areSaidAndTheRestDecided(_ spoilt: Case) async throws {
    var files = SmallWorld.files
    let clause = """
      clause floored "A share of what is billed" {
        cites "4"
        term floor percent 50% to 100%

        rule part-kept for each invoice {
          cites "4.1"
          then withhold (100% less floor) of amount until some deliverables where works-now
        }

        works-now means finding is works
        finding   means latest state of capabilities
      }

      """
    files["Rules/exchange.rules"] = SmallWorld.rules + clause
    let contract = try #require(files[BadInput.contract])
    files[BadInput.contract] = contract.replacing(
      "  invoice one {", with: spoilt.lines + "\n  invoice one {", maxReplacements: 1)
    let run = try await Program.run(ReportedContracts.arguments, in: try TemporaryFolder(files))
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.contains("error[\(spoilt.id)]: "), "\(run.errors)")
    let report = try ReportJSON(run.output)
    #expect(report.contracts.map(\.id) == ["b"])
    #expect(try report.contract("b").amounts["pay"] == "5000000.00")
  }
}
