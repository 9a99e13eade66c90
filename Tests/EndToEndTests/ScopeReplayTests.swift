import ContractCheck
import ContractModel
import Reporting
import SourceText
import Testing

/// Parts that amendments add and remove, on the days before, on and after each.
@Suite struct ScopeReplay {
  private static let amendment = """
      amendment winter {
        effective 2013-12-10
        recorded  2013-12-12
        approved  "Commissioner"
        because   "the accounts are left to the federal exchange"
        removes milestone launch
        adds milestone notices "Paper notices" {
          amount USD 1,000,000
          deliverable letters "Letters" {
            capability {
              state    works
              dated    2013-11-20
              asserted by verifier
            }
          }
        }
      }
      invoice two {
        received 2013-12-11
        line notices {
          for    milestone notices
          amount USD 1,000,000
        }
      }
    }

    """

  private static let contract: String = {
    let text = SmallWorld.contract
    let end = text.lastIndex(of: "}") ?? text.endIndex
    return text[..<end] + amendment
  }()

  private func outcome(_ contract: String = contract, on day: Int) -> CheckOutcome {
    SmallWorld.outcome(
      contract: Array(contract.utf8), asOf: CivilDate(year: 2013, month: 12, day: day)!)
  }

  private func json(_ outcome: CheckOutcome) -> String {
    JSONReport().rendering(outcome.report(as: .first))
  }

  /// What each invoice pays, and what of it is not due, in dollars.
  private func amounts(_ outcome: CheckOutcome) throws -> [String: [Int64]] {
    #expect(outcome.errorIDs.isEmpty && outcome.brokenInvariant == nil, "\(outcome.diagnostics)")
    let decision = try #require(outcome.contracts.first)
    let invoices = decision.contract.subjects(of: .invoice)
    return Dictionary(
      uniqueKeysWithValues: invoices.map { invoice in
        let amounts = decision.settled.amounts[invoice]
        return (
          decision.contract[invoice].name,
          [Bucket.pay, .notDue].map { (amounts?[$0].nominal ?? -1) / 100 }
        )
      })
  }

  @Test(
    arguments: [
      (10, ["one": [5_000_000, 0]]), (11, ["one": [5_000_000, 0], "two": [0, 1_000_000]]),
      (12, ["one": [0, 5_000_000], "two": [1_000_000, 0]]),
      (26, ["one": [0, 5_000_000], "two": [1_000_000, 0]]),
    ] as [(Int, [String: [Int64]])])
  func whatBillsAPartThatIsNotInForceIsNotDue(_ day: Int, _ expected: [String: [Int64]]) throws {
    let outcome = outcome(on: day)
    #expect(try amounts(outcome) == expected)
    let notDue = outcome.contracts.flatMap(\.findings).filter { $0.code == .notDue }
    #expect(notDue.isEmpty == (day == 10))
    #expect(notDue.allSatisfy { $0.verdict == .notDue })
  }

  /// Before it is on file an amendment changes nothing, not even by the records of what it adds.
  @Test(arguments: [1, 10])
  func anEarlierDayKnowsNothingOfIt(_ day: Int) {
    #expect(json(outcome(on: day)) == json(outcome(SmallWorld.contract, on: day)))
  }
}
