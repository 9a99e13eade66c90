import ContractCheck
import ContractModel
import SourceText
import Testing

/// What is open, contradictory or only roughly known holds at least what it could take.
@Suite struct Doubt {
  /// A milestone of USD 1,000 that works and is billed, under a clause with these rules beside.
  private static func decision(
    _ clause: String, records: [String] = [], milestone: String = ""
  ) -> (pay: Int64?, decision: Decision?, messages: [String]) {
    let rules = """
      evidence finding asserted by buyer {
        about  milestone
        dated  date
        result works or fails
      }
      evidence fault asserted by buyer {
        about milestone
        dated date
        cost  money
      }
      act trouble asserted by buyer {
        about contract
        dated date
        state open or closed
      }
      clause c "C" {
        cites "1"
        rounds half up to cent
        last means latest result of findings
        cost means latest cost of faults
        \(clause)
      }
      """
    let contract = """
      contract k "K" {
        party buyer    "B"
        party supplier "S"
        records "st/*"
        incorporates c
        milestone m1 "One" {
          amount USD 1,000
          \(milestone)
        }
        invoice i1 {
          received 2020-02-01
          line l1 {
            for    milestone m1
            amount USD 1,000
          }
        }
      }
      """
    let works =
      #"{"record":"finding","about":"m1","by":"buyer","dated":"2020-01-05","result":"works"}"#
    let lines = ([works] + records).joined(separator: "\n")
    let outcome = ContractCheck.run(
      CheckInput(
        ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
        contractFiles: [InputFile(path: "a.contract", bytes: Array(contract.utf8))],
        recordFiles: ["a.contract": [InputFile(path: "st/a.ndjson", bytes: Array(lines.utf8))]],
        asOf: CivilDate(year: 2020, month: 3, day: 1)!))
    #expect(outcome.errorIDs == [])
    let settled = outcome.contracts.first?.settled
    return (
      settled?.amounts[.contract]?[.pay].nominal, settled?.decision,
      outcome.contracts.first?.findings.map(\.message) ?? []
    )
  }

  private static let guarded = """
    rule works for each milestone {
      require last is works
      otherwise withhold amount until met
    }

    """

  private static func trouble(_ state: String?) -> String {
    let stated = state.map { #","state":"\#($0)""# } ?? ""
    return #"{"record":"trouble","about":"contract","by":"buyer","dated":"2020-01-06"\#(stated)}"#
  }

  private static func fault(_ cost: String) -> String {
    #"{"record":"fault","about":"m1","by":"buyer","dated":"2020-01-06","cost":"\#(cost)"}"#
  }

  @Test(arguments: [
    ("USD 100", Int64(90_000)), ("approximately USD 600", 0), ("more than USD 600", 0),
    ("USD 100 to USD 200", 80_000),
  ])
  func anApproximateAmountMayTakeAll(_ cost: String, _ pay: Int64) {
    for effect in ["withhold cost until met", "dispute cost until met"] {
      let rules =
        Self.guarded + """
          rule faultless for each milestone {
            require no faults
            otherwise \(effect)
          }
          """
      #expect(Self.decision(rules, records: [Self.fault(cost)]).pay == pay, "\(effect)")
    }
  }

  /// Another exact figure still bounds what is taken.
  @Test func anApproximateCapLeavesTheAmount() {
    let rules =
      Self.guarded + """
        rule faultless for each milestone {
          require no faults
          otherwise deduct USD 300 as faults capped at cost
        }
        """
    #expect(Self.decision(rules, records: [Self.fault("approximately USD 100")]).pay == 70_000)
  }

  private static func exceptions(_ amounts: [String]) -> String {
    guarded + """
      rule noted for each milestone {
        require last is fails
        otherwise report it
      }

      """
      + amounts.enumerated().map { place, amount in
        """
        exception e\(place) to noted for each milestone {
          when some contract's troubles where state is open
          then withhold \(amount) until some faults
        }

        """
      }.joined()
  }

  @Test func twoExceptionsThatDisagreeHoldTheGreater() {
    let open = [Self.trouble("open")]
    #expect(Self.decision(Self.exceptions(["USD 300"]), records: open).pay == 70_000)
    let both = Self.decision(Self.exceptions(["USD 300", "USD 400"]), records: open)
    #expect(both.pay == 60_000 && both.decision == .holdForEvidence)
    #expect(
      both.messages.contains { $0.hasPrefix("exceptions that say different things hold: last is") })
  }

  @Test(arguments: [("open", Int64(0)), (nil, 0), ("closed", 100_000)] as [(String?, Int64)])
  func anOpenExceptionHoldsWhatItCouldTake(_ state: String?, _ pay: Int64) {
    let found = Self.decision(Self.exceptions(["amount"]), records: [Self.trouble(state)])
    #expect(found.pay == pay)
  }

  /// One that holds, and one that would contradict it if what it asks were known.
  @Test func anExceptionThatMayContradictAnotherHoldsWhatItCouldTake() {
    let rules =
      Self.exceptions(["USD 300"]) + """
        exception other to noted for each milestone {
          when cost is at least USD 10
          then withhold USD 700 until some faults
        }
        """
    #expect(Self.decision(rules, records: [Self.trouble("open")]).pay == 30_000)
  }

  /// It may be met: what would follow then is not let go because an exception excuses its failure.
  @Test(arguments: [true, false])
  func anExcusedRuleThatMayBeMetHoldsWhatItWouldTake(_ isRated: Bool) {
    let rules =
      Self.guarded + """
        rule rated for each milestone {
          require cost is at most USD 10
          then retain 5% of amount until some contract's troubles where state is closed
          otherwise retain 30% of amount until some contract's troubles where state is closed
        }
        exception forgiven to rated for each milestone {
          when some contract's troubles where state is open
          then excuse
        }
        """
    let rating = isRated ? [Self.fault("USD 5")] : []
    #expect(Self.decision(rules, records: rating + [Self.trouble("open")]).pay == 95_000)
  }

  @Test(arguments: [("critical yes", Int64(100_000)), ("critical no", 0), ("", 0)])
  func aRuleThatMayNotApplyMakesNothingDue(_ milestone: String, _ pay: Int64) {
    let rules = """
      rule works for each milestone where critical is yes {
        require last is works
        otherwise withhold USD 100 until met
      }
      """
    #expect(Self.decision(rules, milestone: milestone).pay == pay)
  }
}
