import ContractCheck
import ContractModel
import Reporting
import SourceText
import Testing

/// Payments from the text of a contract to both reports, on the days before, on and after each.
@Suite struct PaymentReports {
  static let contract = SmallWorld.contract.replacing(
    "  invoice one {",
    with: """
        value USD 9,000,000
        payment first {
          made   2013-11-20
          amount USD 2,000,000
          for    invoice one
        }
        payment second {
          made   2013-12-20
          amount USD 4,000,000
          for    invoice one
        }
        payment earlier {
          made   2013-12-22
          amount USD 1,000,000
        }
        invoice one {
      """)

  static let rules =
    SmallWorld.rules + """
      clause payments "What was paid" {
        cites "6"
        rule paid-once for each invoice {
          require paid is at most amount
          otherwise report paid-twice
        }
        rule advanced for contract {
          require paid is given and paid is at least USD 1,000,000
          otherwise report nothing-advanced
        }
      }
      """

  private func outcome(on day: Int, of month: Int, contract: String = contract) -> CheckOutcome {
    let incorporating = contract.replacing(
      "  incorporates working-exchange",
      with: "  incorporates working-exchange\n  incorporates payments")
    return SmallWorld.outcome(
      rules: Array(Self.rules.utf8), contract: Array(incorporating.utf8),
      asOf: CivilDate(year: 2013, month: month, day: day)!)
  }

  private func report(_ outcome: CheckOutcome, on day: Int, of month: Int) -> Report {
    outcome.report(as: CivilDate(year: 2013, month: month, day: day)!)
  }

  private func text(_ outcome: CheckOutcome, on day: Int, of month: Int) -> String {
    let report = report(outcome, on: day, of: month)
    let style = TextStyle(colour: false, width: 100, verbosity: .normal)
    return TextReport(report.totals.head, style: style).rendering(report)
  }

  @Test(
    arguments: [
      (19, 11, nil, "pay", "failed"), (20, 11, [2_000_000, 3_000_000, 0], "pay", "failed"),
      (19, 12, [2_000_000, 3_000_000, 0], "pay", "failed"),
      (20, 12, [6_000_000, 0, 1_000_000], "recover-overpayment", "failed"),
      (22, 12, [6_000_000, 0, 1_000_000], "recover-overpayment", "met"),
    ] as [(Int, Int, [Int64]?, String, String)])
  func countFromTheDayTheyWereMade(
    _ day: Int, _ month: Int, _ paid: [Int64]?, _ decision: String, _ advanced: String
  ) throws {
    let outcome = outcome(on: day, of: month)
    #expect(outcome.errorIDs.isEmpty && outcome.brokenInvariant == nil, "\(outcome.diagnostics)")
    let contract = try #require(outcome.contracts.first)
    let whole = contract.settled.paidToDate[.contract]
    #expect(whole.map { [$0.before, $0.now, $0.overpaid].map { $0.nominal / 100 } } == paid)
    #expect(contract.settled.decision.rawValue == decision)
    let verdicts = Dictionary(
      uniqueKeysWithValues: contract.findings.map { ($0.rule.rule, $0.verdict.rawValue) })
    #expect(verdicts["paid-once"] == (paid?.first == 6_000_000 ? "failed" : "met"))
    #expect(verdicts["advanced"] == advanced)
  }

  /// An earlier day knows nothing of what was paid later.
  @Test(arguments: [(19, 11), (20, 11), (19, 12)])
  func leaveEarlierDaysAsTheyWere(_ day: Int, _ month: Int) throws {
    let lines = Self.contract.split(separator: "\n", omittingEmptySubsequences: false)
    let later = try #require(lines.firstIndex { $0.contains("payment second") })
    let end = try #require(lines.firstIndex { $0.contains("invoice one {") })
    let shortened = (lines[..<later] + lines[end...]).joined(separator: "\n")
    #expect(
      text(outcome(on: day, of: month), on: day, of: month)
        .replacing(/contract:[0-9]+/, with: "contract")
        == text(outcome(on: day, of: month, contract: shortened), on: day, of: month)
        .replacing(/contract:[0-9]+/, with: "contract"))
  }

  @Test func areShownInTheText() {
    let page = text(outcome(on: 25, of: 12), on: 25, of: 12)
    #expect(page.contains("recover overpayment  USD 1,000,000.00 of USD 5,000,000.00 invoiced"))
    #expect(
      page.contains(
        "  payable to date USD 5,000,000.00 · paid before USD 6,000,000.00 · overpaid USD 1,000,000.00"
      ), "\(page)")
    #expect(page.contains("  pay now USD 0.00 of USD 5,000,000.00 invoiced\n"), "\(page)")
  }

  @Test func areShownInTheJSON() {
    let json = JSONReport().rendering(report(outcome(on: 25, of: 12), on: 25, of: 12))
    for line in [
      "\"paidBefore\": \"6000000.00\"", "\"payNow\": \"0.00\"", "\"overpaid\": \"1000000.00\"",
    ] {
      #expect(json.split(separator: line).count == 4, "\(json)")
    }
  }

  @Test func areSaidInTheSentenceOfEveryFormat() {
    let report = report(outcome(on: 25, of: 12), on: 25, of: 12)
    let words =
      "pay USD 0.00 of USD 5,000,000.00 invoiced, paid before USD 6,000,000.00, "
      + "overpaid USD 1,000,000.00"
    for page in [JUnitReport().rendering(report), TAPReport().rendering(report)] {
      #expect(page.contains(words), "\(page)")
    }
  }

  @Test func areNotSpokenOfWhereNoneIsForAnInvoice() {
    let json = JSONReport().rendering(report(outcome(on: 19, of: 11), on: 19, of: 11))
    #expect(!json.contains("paidBefore"))
    #expect(!text(outcome(on: 19, of: 11), on: 19, of: 11).contains("paid before"))
  }
}
