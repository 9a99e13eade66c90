import ContractCheck
import ContractModel
import SourceText
import Testing

/// Penalties by periods and interest, from text to finding: the published answers.
@Suite struct LatePayment {
  private static func value(_ meanings: String) -> String? {
    let rules = """
      clause late "Late" {
        cites "1"
        rounds half up to cent
        term penalty percent default 10.5%
        term grace calendar days default 2 calendar days
        delay means calendar days after received through as-of
        \(meanings)
        rule shown for each invoice {
          then report shown showing x
        }
      }
      """
    let contract = """
      contract late "Late" {
        party buyer "Buyer"
        party supplier "Supplier"
        incorporates late
        invoice one {
          received 2014-04-01
          line goods {
            amount USD 200.00
          }
        }
      }
      """
    let outcome = ContractCheck.run(
      CheckInput(
        ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
        contractFiles: [InputFile(path: "a.contract", bytes: Array(contract.utf8))],
        recordFiles: [:], asOf: CivilDate(year: 2014, month: 4, day: 7)!))
    #expect(outcome.errorIDs == [])
    return outcome.contracts.first?.findings.lazy.flatMap(\.values).first?.text
  }

  @Test(arguments: [
    // 10.5% for each two days of six, and of five: a day begun counts as two.
    ("penalty for each started 2 calendar days of delay", "USD 63.00"),
    ("penalty for each started grace of delay", "USD 63.00"),
    ("penalty for each started grace of 5 calendar days", "USD 63.00"),
    ("penalty for each whole grace of 5 calendar days", "USD 42.00"),
    ("penalty for each grace of 5 calendar days", "USD 52.50"),
    ("penalty for each 1 week of 2 weeks", "USD 42.00"),
    ("penalty for each started week of delay", "USD 21.00"),
  ])
  func isCountedByPeriods(_ rate: String, _ text: String) {
    #expect(Self.value("rate means \(rate)\n x means rate of amount") == text)
  }

  @Test(arguments: [
    // 1,500 at 6.5% from April 1 to April 11; at 6% from April 1 to June 15, twice compounded.
    ("USD 1,500 at 6.5% for 10 calendar days", "USD 2.71"),
    ("USD 1,500 at 6% for 75 calendar days compounded every 30 calendar days", "USD 18.83"),
    ("USD 1,500 at 6% for 75 calendar days", "USD 18.75"),
    ("amount at 36% for delay", "USD 1.20"),
    // Fractions that do not fit are no reason to be a cent off.
    (
      "USD 1,000,000 at 6.125% for 365 calendar days compounded every 30 calendar days",
      "USD 63,903.35"
    ),
    ("USD 1,500 at 6% for 401 calendar days compounded every 1 calendar days", "«error»"),
  ])
  func bearsInterest(_ terms: String, _ text: String) {
    let meanings = "owed means interest on \(terms)\n x means owed rounded half up to cent"
    #expect(Self.value(meanings) == text)
  }
}
