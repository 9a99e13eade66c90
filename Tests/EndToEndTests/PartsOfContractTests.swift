import ContractCheck
import ContractModel
import SourceText
import Testing

/// Numbers and sums over milestones and lines, from text to finding.
@Suite struct PartsOfContract {
  private static let rules = """
    act acceptance asserted by buyer {
      about milestone
      dated date
      result accepted or rejected
    }
    evidence progress plural reports asserted by buyer {
      about milestone
      dated date
      complete percent 0% to 100%
    }
    clause parts "Parts" {
      cites "1"
      rounds half up to cent
      accepted  means some acceptances where result is accepted
      finished  means earliest dated of acceptances where result is accepted
      complete  means latest complete of reports
      done      means number of milestones where accepted
      share     means share of milestones where accepted
      worth     means sum of amount of milestones where accepted
      last      means latest finished of milestones where finished is given
      well-on   means number of milestones where complete is at least 50%
      worth-on  means sum of amount of milestones where complete is at least 50%
      average   means sum of complete of milestones
      billed    means sum of amount of lines
      of-all    means sum of amount of contract's lines

      rule whole for contract {
        then report whole showing done, share, worth, last, well-on, worth-on, average
      }
      before    means sum of amount of predecessors
      ready     means all predecessors have complete is at least 50%

      rule each-billed for each milestone {
        then report billed showing billed, of-all, before, ready
      }
      rule order for contract {
        require no milestones where finished is given and complete is less than 50%
        otherwise report early
      }
    }
    """

  private static let contract = """
    contract parts "Parts" {
      party buyer "Buyer"
      party supplier "Supplier"
      incorporates parts
      milestone first "First" {
        due 2024-01-31
        amount USD 100.00
        acceptance {
          dated 2024-01-20
          result accepted
          asserted by buyer
        }
        progress {
          dated 2024-01-20
          complete 40%
          asserted by buyer
        }
        deliverable screen "Screen"
      }
      milestone second "Second" {
        due 2024-02-29
        amount USD 200.00
        acceptance {
          dated 2024-02-10
          result accepted
          asserted by buyer
        }
        progress {
          dated 2024-02-10
          complete 90%
          asserted by buyer
        }
      }
      milestone third "Third" {
        after first, second
        due 2024-03-31
        amount USD 400.00
      }
      invoice one {
        received 2024-03-01
        line a {
          for milestone first
          amount USD 60.00
        }
        line b {
          for deliverable screen
          amount USD 40.00
        }
        line c {
          for milestone second
          amount USD 7.00
        }
      }
      invoice later {
        received 2024-05-01
        line d {
          for milestone first
          amount USD 1.00
        }
      }
    }
    """

  /// The values that a finding shows, by the names of its subject and the meaning.
  private static let values: [String: String] = {
    var values: [String: String] = [:]
    for decision in outcome.contracts {
      for finding in decision.findings {
        let subject = decision.contract[finding.subject].name
        for value in finding.values { values["\(subject) \(value.name)"] = value.text }
      }
    }
    return values
  }()

  private static let outcome = ContractCheck.run(
    CheckInput(
      ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
      contractFiles: [InputFile(path: "a.contract", bytes: Array(contract.utf8))],
      recordFiles: [:], asOf: CivilDate(year: 2024, month: 4, day: 1)!))

  @Test(arguments: [
    "parts done": "2 milestones", "parts share": "66.6666…%", "parts worth": "USD 300.00",
    "parts last": "2024-02-10", "parts well-on": "1 milestone to 2 milestones",
    "parts worth-on": "USD 200.00 to USD 600.00", "parts average": "«missing»",
    "first billed": "USD 100.00", "second billed": "USD 7.00", "third billed": "USD 0.00",
    "third of-all": "USD 107.00", "third before": "USD 300.00", "first before": "USD 0.00",
    "third ready": "no", "first ready": "yes", "parts first's complete": "40%",
    "parts first's finished": "2024-01-20",
  ])
  func areCountedAndAdded(_ name: String, _ text: String) {
    #expect(Self.outcome.errorIDs == [])
    #expect(Self.values[name] == text)
  }

  @Test func areShownWhereTheyFallShort() {
    #expect(Self.values["parts second's complete"] == nil)
  }
}
