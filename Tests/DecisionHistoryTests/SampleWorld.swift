import ContractCheck
import ContractModel
import TestSupport

/// A contract, its rules and its records, every part of which may be otherwise.
struct SampleWorld {
  var toleratesDegraded = false
  var withholdsHalf = false
  var forgivesAccepted = false
  var readsGraceDay = false
  var rate = 1_000
  var cap = "20%"
  var amount = 100_000
  var due = "2013-10-01"
  var incorporatesLateness = true
  var hasSecondInvoice = false
  var amendedDue: String?
  var waiver: String?
  var records: [String] = [
    Self.capability("2013-10-20", "fails"), Self.capability("2013-11-10", "works"),
    Self.acceptance("2013-11-12"),
  ]

  static let asOf = CivilDate(year: 2013, month: 12, day: 26)!

  static func capability(_ day: String, _ state: String) -> String {
    """
    {"record": "capability", "about": "accounts", "by": "buyer", "dated": "\(day)", "state": "\(state)"}
    """
  }

  static func acceptance(_ day: String) -> String {
    """
    {"record": "acceptance", "about": "milestone launch", "by": "buyer", "dated": "\(day)", "result": "accepted"}
    """
  }

  /// Returns a world that chance made; the same for one state of the generator.
  static func random(using generator: inout SplitMix64) -> SampleWorld {
    var world = SampleWorld()
    world.toleratesDegraded = .random(using: &generator)
    world.withholdsHalf = .random(using: &generator)
    world.forgivesAccepted = .random(using: &generator)
    world.readsGraceDay = .random(using: &generator)
    world.rate = Int.random(in: 1...3, using: &generator) * 1_000
    world.cap = ["5%", "20%", "100%"].randomElement(using: &generator)!
    world.amount = Int.random(in: 1...2, using: &generator) * 50_000
    world.due = ["2013-10-01", "2013-10-15"].randomElement(using: &generator)!
    world.incorporatesLateness = Int.random(in: 0...3, using: &generator) > 0
    world.hasSecondInvoice = .random(using: &generator)
    world.amendedDue = [nil, nil, "2013-11-01"].randomElement(using: &generator)!
    world.waiver = [nil, nil, "2013-11-25"].randomElement(using: &generator)!
    let days = ["2013-10-05", "2013-10-20", "2013-11-10", "2013-12-05"]
    let states = ["works", "degraded", "fails"]
    world.records = days.compactMap { day in
      guard Bool.random(using: &generator) else { return nil }
      return capability(day, states.randomElement(using: &generator)!)
    }
    if Bool.random(using: &generator) { world.records.append(acceptance("2013-11-12")) }
    world.records.shuffle(using: &generator)
    return world
  }

  var rules: String {
    """
    evidence capability plural capabilities asserted by buyer or verifier {
      about deliverable
      dated date
      state works or degraded or fails
    }

    act acceptance asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }

    /// What does not work is not paid.
    clause working "Each capability works" {
      cites "3"
      rounds half up to cent
      finding means latest state of capabilities

      rule deliverable-works for each deliverable {
        cites "3.2"
        require finding is works\(toleratesDegraded ? " or degraded" : "")
        otherwise withhold \(withholdsHalf ? "50% of " : "")milestone's amount until met
      }
    \(forgivesAccepted ? Self.exception : "")
    }

    clause late "Damages for delay" {
      cites "5"
      rounds half up to cent
      term rate money per calendar day by days-late
      term cap percent 0% to 100% default \(cap)
      finished means earliest dated of acceptances where result is accepted, or as-of while none
    \(readsGraceDay ? "  grace-day means 5 calendar days after due" : "")
      days-late means calendar days after \(readsGraceDay ? "grace-day" : "due") through finished

      rule in-time for each milestone {
        require days-late is 0 calendar days
        otherwise deduct rate for each day of days-late as delay capped at cap of amount
      }
    }

    """
  }

  private static let exception = """
      exception forgiven to deliverable-works for each deliverable {
        when some milestone's acceptances where result is accepted
        then excuse
      }
    """

  var contract: String {
    """
    contract sample "Sample" {
      party buyer    "State"
      party supplier "Supplier"
      party verifier "Verifier"
      records "status/*"
      incorporates working
    \(incorporatesLateness ? Self.lateness(rate) : "")
      milestone launch "Enrolment" {
        due    \(due)
        amount USD \(amount)
        deliverable accounts "Accounts"
      }
    \(invoice("one", received: "2013-10-25"))
    \(hasSecondInvoice ? invoice("two", received: "2013-11-20") : "")
    \(amendedDue.map(Self.amendment) ?? "")
    \(waiver.map(Self.waiver) ?? "")
    }

    """
  }

  private static func lateness(_ rate: Int) -> String {
    """
      incorporates late {
        rate
          | days-late | rate                         |
          | any       | USD \(rate) per calendar day |
      }
    """
  }

  private func invoice(_ name: String, received: String) -> String {
    """
      invoice \(name) {
        received \(received)
        line launch {
          for    milestone launch
          amount USD \(amount)
        }
      }
    """
  }

  private static func amendment(_ due: String) -> String {
    """
      amendment more-time {
        effective 2013-10-10
        approved  "Buyer"
        because   "more time"
        milestone launch {
          due \(due)
        }
      }
    """
  }

  private static func waiver(_ through: String) -> String {
    """
      waiver patience of deliverable-works for milestone launch {
        from     2013-11-01
        through  \(through)
        approved "Buyer"
        because  "patience"
      }
    """
  }

  func input(asOf: CivilDate = SampleWorld.asOf) -> CheckInput {
    CheckInput(
      ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
      contractFiles: [InputFile(path: "a.contract", bytes: Array(contract.utf8))],
      recordFiles: [
        "a.contract": [
          InputFile(
            path: "status/state.ndjson",
            bytes: Array(records.map { $0 + "\n" }.joined().utf8))
        ]
      ], asOf: asOf)
  }
}
