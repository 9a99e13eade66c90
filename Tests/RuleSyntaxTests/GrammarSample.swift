/// One text that uses every production of the grammar.
enum GrammarSample {
  static let text = records + clauses + contract

  static let records = #"""
    /// What a system was seen to do.
    /// Second line.
    evidence test-run plural test-runs keyed by subject, check asserted by buyer or verifier {
      about deliverable or milestone
      dated   date
      begins  date
      through date on or before as-of
      check   text
      /// How long it took.
      took    optional number at least 0
      result  passed or failed
      fee     optional money per calendar day
      length  calendar days
      grace   months 1 month to 3 months
      price   money at least USD 0
    }

    claim promise asserted by supplier { about contract }

    register defect plural defects keyed by number asserted
      by buyer
        or verifier {
      about deliverable
    }

    act delay {
      critical yes or no
    }


    """#

  static let clauses = #"""
    clause working-exchange "Each capability \"works\" \\ well" {
      cites "3"
      rounds half up to cent
      /// The least share.
      term floor percent 50% to 100% default 99%
      term window calendar days default 14 calendar days
      term cap money
      term rate money per calendar day by net-late default
        | net-late                            | rate                        |
        | at most 30 calendar days            | USD 10,000 per calendar day |
        | above 30 calendar days to 60 calendar days | USD 15,000.50 per calendar day |
        | any                                 | USD 125,000 per calendar day |
      term state works or degraded default works or degraded

      runs     means test-runs where check is "subsidy" and dated is within window before as-of
      wide     means contract's test-runs ever where result is passed
      old      means test-runs ever
      plain    means test-runs
      tried    means number of runs
      passing  means share of runs where result is passed
      longest  means longest run of runs where result is failed
      worst    means worst day of runs where result is passed
      slow     means 95% percentile of took of runs
      total    means sum of price of runs
      biggest  means largest price of runs
      least    means smallest price of contract's runs
      first    means earliest dated of runs where result is passed, or as-of while none
      finding  means latest state of capabilities
      lost     means calendar days covered by delays where cause is buyer or force-majeure
      covered  means business days covered by delays
      net-late means calendar days after due through finished less excused-days
      both     means business days from due through last business day through finished
      pay-day  means first business day from 30 calendar days after received
      met-by   means first business day from 3 months after due within month
      period   means last day of month from 16 with received
      months   means whole months after first day of month with due through as-of
      early    means 2 business days before 3 months after due
      weeks    means started weeks of net-late
      months   means whole months of (net-late)
      charge   means 5% of amount
      rounded-charge means (5% of amount) less paid rounded half even to USD 1
      up-charge      means amount * 2 / 3 + paid less 12 rounded up to cent
      damages  means rate for each day of net-late
      damages2 means rate for each calendar day of net-late, or USD 0 while none
      least-of means lesser of a, b + c and milestone's amount
      later-of means later of due and 2013-10-01
      is-late  means net-late is more than 0 calendar days
      ready    means some acceptances where result is accepted
      quiet    means no defects where severity is critical
      worthy   means is-late and ready
      band     means
        | net-late                 | kind     | band  |
        | at least 2 weeks         | severable | none |
        | 2013-10 to below 2014-01 | given    | 5%    |

      /// Nobody is paid.
      rule calculated for deliverable eligibility {
        cites "3.1"
        admits promises, letters
        when is-late
        require tried is at least 200 test-runs
        require passing is at least floor
          and finding is not works or degraded
          and dated is on or after 2013-10-01T09:00:00-04:00
        require any of {
          state is none
          cap is given
          all deliverables where kind is severable have finding is works and is-late
          any of {
            no defects
            amount is approximately USD 20,000,000
          }
        }
        require moved is before due and moved is after 2013-10 and due is on or before moved
        require (a
          + b) is less than c and d is at most 10% and e is any
        otherwise withhold milestone's amount until met or some settlements where x is y
        otherwise defer amount
        otherwise defer amount until is-late and ready
      }

      rule for-the-contract for contract {
        then suspend payment until some settlements
        then reject invoice
        then retain 5% of earned until state is closed
        then release amount
        then recover 10% of earned
        then deduct damages as delay capped at cap capped at 10% of value
        then deduct damages
          as delay
          capped at cap
        then deduct damages as other without limit
        then dispute amount until some settlements
        then set off amount
        then pay by pay-day
        then owe amount as interest
        then notify supplier of breach by 5 calendar days after as-of
        then notify supplier of breach
        then report progress showing tried, passing
        then report progress
        then refer to verifier
      }

      rule everywhere for each milestone where critical is yes {
        when is-late
        then excuse
      }

      rule bare {
        then excuse
      }

      exception not-the-suppliers-delay to calculated for milestone launch {
        cites "FAR"
        when some delays where cause is buyer
        then excuse
      }
    }


    """#

  static let contract = #"""
    calendar us-federal { holiday 2013-11-28 "Thanksgiving" }

    contract sample "Sample" {
      party buyer "State" // a comment
      authority {
        verifier outranks buyer on capability, test-run
      }
      value USD 82,600,000 reported "its $82.6 million" in "a.txt"
      month-end clamp
      register defect complete through 2013-12-26
      incorporates damages illustrative {
        cap USD 5,000,000 illustrative
        share 10% to 12%
        rate
          | net-late                 | rate                        |
          | at most 30 calendar days | USD 10,000 per calendar day |
      }
      milestone launch "Open enrolment" {
        due on or before 2013-10-01
        amount more than USD 1,000,000 reported "more than" in "b.txt"
        length approximately 200 test-runs
        window 2013-10-01 through 2013-10-31
        state works or degraded
        period 2013-10-01 to 2013-11-01
        above-all above 5% to below 6%
        deliverable accounts "Accounts"
      }
      waiver late of calculated for milestone launch {
        from 2013-12-01
        through 2013-12-31
        by "Commissioner"
      }
    }

    """#
}
