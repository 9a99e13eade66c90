/// The files of a folder to start from. They have the one layout, and are tried whenever they are written.
extension StarterFolder {
  /// The text of the contract, under its name and its title.
  static func contract(_ name: String, _ title: String) -> String {
    """
    // Everything here is made up. Put in what your contract says, then what was put on file about it.

    contract \(name) "\(title)" illustrative {
      party buyer    "The buyer"
      party supplier "The supplier"
      party verifier "Whoever checks the work"
      value   USD 100,000
      records "status/*.ndjson"

      incorporates working-milestones
      incorporates delay-damages {
        cap 10%
      }

      milestone launch "Launch" {
        due    2026-03-02
        amount USD 60,000
        deliverable log-in "Account creation and log-in"
      }

      invoice first {
        received 2026-03-20
        line launch {
          for    milestone launch
          amount USD 60,000
        }
      }
    }

    """
  }

  /// What may be put on file.
  static let recordKinds = """
    // What may be put on file about the contract, and by whom. Everything in this folder is made up, to be changed.

    /// What one deliverable was seen to do, by somebody entitled to say so.
    evidence capability plural capabilities asserted by buyer or verifier {
      about deliverable
      dated date
      state working or degraded or failing
    }

    /// The buyer's decision on a milestone that was delivered to it.
    act acceptance asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }

    """

  /// What follows from it.
  static let clauses = """
    // When a milestone is paid, and what its delay costs. The text of the rules binds; comments explain it.

    /// A milestone is paid when everything in it works and the buyer has accepted it.
    clause working-milestones "What works and is accepted is paid" {
      cites "4"

      finding means latest state of capabilities

      /// Nobody is paid for a deliverable that does not work.
      rule deliverable-works for each deliverable {
        cites "4.1"
        require finding is working
        otherwise withhold milestone's amount until met
      }

      /// What the buyer has not accepted is not paid.
      rule milestone-accepted for each milestone {
        cites "4.2"
        reason not-accepted
        require some acceptances where result is accepted
        otherwise withhold amount until met
      }
    }

    /// Damages for each calendar day from the due date to acceptance, up to a share of the milestone.
    clause delay-damages "Damages for each day of delay" {
      cites "5"
      rounds half up to cent

      /// What one day of delay costs, in percent of the milestone's amount.
      term daily-percent percent 0% to 100% default 0.1%
      /// The most that is deducted for one milestone, in percent of its amount.
      term cap percent 0% to 100%

      finished    means earliest dated of acceptances where result is accepted, or as-of while none
      days-late   means calendar days after due through finished
      percent-due means daily-percent for each day of days-late

      /// What is accepted on its due date, or before, costs nothing.
      rule accepted-without-delay for each milestone {
        cites "5.1"
        require days-late is 0 calendar days
        otherwise deduct percent-due of amount as delay capped at cap of amount
      }
    }

    """

  /// What the clauses must come to.
  static let tests = """
    // What the clauses must come to, each row on a contract of its own.

    contract sample "Sample" {
      party buyer    "Buyer"
      party supplier "Supplier"
      party verifier "Verifier"
      incorporates working-milestones
      incorporates delay-damages {
        cap 10%
      }
      milestone launch "Launch" {
        due    2026-03-02
        amount USD 60,000
        deliverable log-in "Log-in"
      }
      invoice one {
        received 2026-03-20
        line launch {
          for    milestone launch
          amount USD 60,000
        }
      }
    }

    test "what works and is accepted is paid, less a thousandth for each day of delay" {
      cites "5.1"
      as-of 2026-12-31
      contract sample {
        milestone launch {
          acceptance {
            dated    accepted-on
            result   accepted
            asserted by buyer
          }
          deliverable log-in {
            capability {
              dated    2026-03-01
              state    working
              asserted by verifier
            }
          }
        }
      }
      expect milestone launch {
        accepted-without-delay verdict
        deducted               damages
        pay                    paid
      }
      cases
        | accepted-on | verdict | damages   | paid       |
        | 2026-03-02  | met     | USD 0     | USD 60,000 |
        | 2026-03-12  | failed  | USD 600   | USD 59,400 |
        | 2026-06-30  | failed  | USD 6,000 | USD 54,000 |
    }

    test "what does not work holds the milestone" {
      cites "4.1"
      as-of 2026-03-31
      contract sample {
        milestone launch {
          acceptance {
            dated    2026-03-02
            result   accepted
            asserted by buyer
          }
          deliverable log-in {
            capability {
              dated    2026-03-10
              state    found
              asserted by verifier
            }
          }
        }
      }
      expect deliverable log-in {
        deliverable-works verdict
      }
      expect milestone launch {
        pay      paid
        withheld held
      }
      cases
        | found    | verdict | paid       | held       |
        | working  | met     | USD 60,000 | USD 0      |
        | degraded | failed  | USD 0      | USD 60,000 |
        | failing  | failed  | USD 0      | USD 60,000 |
    }

    test "what nobody looked at, or accepted, is not paid" {
      cites "4.2"
      as-of 2026-03-31
      contract sample { }
      expect deliverable log-in {
        deliverable-works unproven
        missing           capability
      }
      expect milestone launch {
        milestone-accepted failed
        code               not-accepted
        pay                USD 0
        withheld           USD 60,000
      }
    }

    """

  /// What was put on file.
  static let records = """
    {"record": "capability", "about": "log-in", "by": "verifier", "dated": "2026-03-10", "state": "working", "illustrative": true}
    {"record": "acceptance", "about": "launch", "by": "buyer", "dated": "2026-03-12", "result": "accepted", "illustrative": true}

    """
}
