import ContractCheck
import ContractModel
import SourceText
import Testing

/// What is named as a release, for each sort of thing that a rule can ask for.
@Suite struct CureWords {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var kinds = ""
    let clause: String
    var contract = ""
    var records: [String] = []
    /// The sets of changes of the one amount that is held, in their order.
    let cures: [String]
  }

  @Test(arguments: cases)
  func areTheSmallestSets(_ sample: Case) throws {
    let explained = sample.input.explained()
    #expect(explained.diagnostics.filter(\.isError).isEmpty, "\(explained.diagnostics)")
    let explanation = try #require(explained.explanations.first)
    let list = try #require(explanation.cures.first)
    #expect(explanation.cures.count == 1)
    #expect(list.cures.map { $0.changes.map(\.words).joined(separator: " & ") } == sample.cures)
    #expect(list.isComplete)
  }

  @Test func areNoneWhereTheContractItselfIsInTheWay() throws {
    let input = Case(testDescription: "no rule", clause: "", contract: "", cures: []).input
    let list = try #require(input.explained().explanations.first?.cures.first)
    #expect(list.cures.isEmpty)
    #expect(!list.isInSuppliersHands)
  }

  private static let runs = """
    evidence test-run asserted by verifier {
      about  deliverable
      dated  date
      check  text
      result passed or failed
    }
    """

  private static func run(_ number: Int, _ result: String) -> String {
    """
    {"record": "test-run", "about": "engine", "by": "verifier", "dated": "2013-12-0\(number % 9 + 1)", \
    "check": "subsidy", "result": "\(result)"}
    """
  }

  private static let defects = """
    register defect keyed by number asserted by buyer {
      about    deliverable
      dated    date
      number   text
      severity critical or minor
      state    open or closed
    }
    """

  private static let acceptance = """
    act acceptance asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }
    """

  static let cases: [Case] = [
    Case(
      testDescription: "a share: all of the next, or some of more",
      kinds: runs,
      clause: """
        passing means share of test-runs where result is passed
        rule passes for each deliverable {
          require passing is at least 90%
          otherwise withhold milestone's amount until met
        }
        """,
      records: (0..<6).map { run($0, $0 < 3 ? "passed" : "failed") },
      cures: [
        """
        24 more test-runs about deliverable engine: result passed (24 of the next 24, or 93 of the \
        next 100), by verifier
        """
      ]),
    Case(
      testDescription: "a number of records", kinds: runs,
      clause: """
        tried means number of test-runs where check is "subsidy"
        rule tried-enough for each deliverable {
          require tried is at least 5 test-runs
          otherwise withhold milestone's amount until met
        }
        """,
      records: [run(1, "passed"), run(2, "failed")],
      cures: [
        "3 more test-runs about deliverable engine: check subsidy, result passed, by verifier"
      ]),
    Case(
      testDescription: "an open defect of a register that is complete", kinds: defects,
      clause: """
        rule no-critical for each deliverable {
          require no defects where severity is critical and state is open
          otherwise withhold milestone's amount until met
        }
        """,
      contract: "register defect complete through 2013-12-26",
      records: [
        """
        {"record": "defect", "about": "engine", "by": "buyer", "dated": "2013-12-01", \
        "number": "D-12", "severity": "critical", "state": "open"}
        """
      ],
      cures: [
        "defect D-12 of deliverable engine corrected: severity critical, state closed, by buyer",
        "defect D-12 of deliverable engine corrected: severity minor, state open, by buyer",
      ]),
    Case(
      testDescription: "a register that nobody declared complete", kinds: defects,
      clause: """
        rule no-critical for each deliverable {
          require no defects where severity is critical and state is open
          otherwise withhold milestone's amount until met
        }
        """,
      cures: ["the register of defects declared complete through 2013-12-26"]),
    Case(
      testDescription: "an act of the buyer", kinds: acceptance,
      clause: """
        rule accepted for each milestone {
          require some acceptances where result is accepted
          otherwise withhold amount until met
        }
        """,
      cures: ["an acceptance about milestone launch: result accepted, by buyer"]),
    Case(
      testDescription: "a day to come",
      clause: """
        rule warranty-over for each milestone {
          require as-of is on or after 2014-03-01
          otherwise withhold amount until met
        }
        """,
      cures: ["the day of the decision is 2014-03-01 or later"]),
    Case(
      testDescription: "a length of time that has to pass",
      clause: """
        since means calendar days after due through as-of
        rule retention-over for each milestone {
          require since is at least 100 calendar days
          otherwise withhold amount until met
        }
        """,
      cures: ["the day of the decision is 2014-01-09 or later"]),
    Case(
      testDescription: "a sum, less what was found",
      kinds: acceptance + "\n" + """
        evidence review asserted by buyer {
          about     milestone
          dated     date
          supported money
        }
        """,
      clause: """
        supported means sum of supported of reviews
        rule supported-enough for each milestone {
          require supported is at least USD 400
          otherwise withhold amount until met
        }
        """,
      records: [
        """
        {"record": "review", "about": "launch", "by": "buyer", "dated": "2013-12-01", \
        "supported": "USD 150.00"}
        """
      ],
      cures: ["a review about milestone launch: supported USD 250.00, by buyer"]),
    Case(
      testDescription: "two rules on one amount: a change for each",
      kinds: acceptance + "\n" + runs,
      clause: """
        finding means latest result of test-runs
        rule accepted for each milestone {
          require some acceptances where result is accepted
          otherwise withhold amount until met
        }
        rule tested for each deliverable {
          require finding is passed
          otherwise withhold milestone's amount until met
        }
        """,
      cures: [
        """
        an acceptance about milestone launch: result accepted, by buyer & a test-run about \
        deliverable engine: result passed, by verifier
        """
      ]),
    Case(
      testDescription: "either of two, the supplier's own first", kinds: acceptance + "\n" + runs,
      clause: """
        finding means latest result of test-runs
        rule tested for each deliverable {
          require finding is passed
          otherwise withhold milestone's amount until met or some milestone's acceptances where result is accepted
        }
        """,
      cures: [
        "a test-run about deliverable engine: result passed, by verifier",
        "an acceptance about milestone launch: result accepted, by buyer",
      ]),
    Case(
      testDescription: "an exception",
      kinds: runs + "\n" + """
        act descoping asserted by buyer {
          about milestone
          dated date
        }
        """,
      clause: """
        finding means latest result of test-runs
        rule tested for each deliverable {
          require finding is passed
          otherwise withhold milestone's amount until met
        }
        exception excused to tested {
          when some milestone's descopings
          then excuse
        }
        """,
      records: [run(1, "failed")],
      cures: [
        "a test-run about deliverable engine: result passed, by verifier",
        "a descoping about milestone launch, by buyer",
      ]),
    Case(
      testDescription: "what was found too late, unless it was so before",
      kinds: acceptance + "\n" + runs,
      clause: """
        first means earliest dated of test-runs where result is passed
        rule in-time for each deliverable {
          require first is on or before milestone's due
          otherwise withhold milestone's amount until met or some milestone's acceptances
        }
        """,
      records: [run(1, "passed")],
      cures: [
        "an acceptance about milestone launch: result accepted, by buyer",
        "a test-run about deliverable engine: result passed, by verifier, dated 2013-10-01",
      ]),
    Case(
      testDescription: "a waiver where nothing else is left",
      clause: """
        rule small for each milestone {
          require amount is at most USD 100
          otherwise withhold amount until met
        }
        """,
      cures: ["a waiver of small for milestone launch, approved and in force on 2013-12-26"]),
  ]
}

extension CureWords.Case {
  /// One milestone of one deliverable, billed by one line, as of the day after Christmas.
  fileprivate var input: CheckInput {
    let contractText = """
      contract sample "Sample" {
        party buyer    "B"
        party supplier "S"
        party verifier "V"
        records "*.ndjson"
        \(contract)
        incorporates sample-clause
        milestone launch "Launch" {
          due    2013-10-01
          amount USD 1,000
          deliverable engine "Engine"
        }
        invoice one {
          received 2013-12-01
          line work {
            for    milestone launch
            amount USD 1,000
          }
        }
      }

      """
    let ruleText = "\(kinds)\nclause sample-clause \"Sample\" {\ncites \"1\"\n\(clause)\n}\n"
    return CheckInput(
      ruleFiles: [InputFile(path: "a.rules", bytes: Array(ruleText.utf8))],
      contractFiles: [InputFile(path: "a.contract", bytes: Array(contractText.utf8))],
      recordFiles: [
        "a.contract": [
          InputFile(path: "a.ndjson", bytes: Array(records.joined(separator: "\n").utf8))
        ]
      ], asOf: CivilDate(year: 2013, month: 12, day: 26)!)
  }
}
