/// Rules that a portfolio may be asked, one by one.
extension BriefWorld {
  static let kinds = """
    evidence run plural runs asserted by verifier {
      about  deliverable
      dated  date
      check  text
      result passed or failed or error
      took   optional number at least 0
      until  optional date
    }

    register fault plural faults keyed by number asserted by verifier {
      about    deliverable
      dated    date
      number   text
      severity critical or minor
      state    open or closed
    }

    act acceptance plural acceptances asserted by buyer {
      about  milestone
      dated  date
      result accepted or rejected
    }

    act sign-off plural sign-offs asserted by buyer {
      about  contract
      dated  date
      result accepted or rejected
    }

    claim boast plural boasts asserted by supplier {
      about    milestone
      dated    date
      progress percent 0% to 100%
    }

    evidence count-of-work plural counts-of-work keyed by subject asserted by verifier {
      about    milestone
      dated    date
      progress percent 0% to 100%
    }

    evidence review plural reviews keyed by subject asserted by buyer {
      about       line
      dated       date
      unsupported money at least USD 0
    }

    act charge plural charges asserted by buyer {
      about milestone
      dated date
      costs money at least USD 0
    }

    """

  static let clauseHead = """
    clause works "Works" {
      cites "1"
      rounds half up to cent

      term rate  money per calendar day
      term most  percent 0% to 100%
      term kept  percent default 10%
      term floor percent
      term quiet calendar days
      term few   calendar days default 3 calendar days
      term sum   money default USD 50

      tried         means number of runs
      passing       means share of runs where result is passed
      slowest       means largest took of runs where took is given
      quickest      means smallest took of runs where result is passed and took is given
      whole-time    means sum of took of runs where took is given
      last-run      means latest dated of runs
      last-until    means latest until of runs where until is given
      latest-result means latest result of runs
      first-passed  means earliest dated of runs where result is passed
      ever-open     means number of faults ever where state is open
      open-faults   means number of faults where severity is critical and state is open
      faultless     means all faults have state is closed
      accepted-on   means earliest dated of acceptances where result is accepted, or as-of while none
      rejected-on   means latest dated of acceptances where result is rejected
      late          means calendar days after due through accepted-on
      delayed       means calendar days late through accepted-on
      net-late      means greater of 0 calendar days and late less few
      claimed       means latest progress of boasts
      counted       means latest progress of counts-of-work
      ahead         means claimed less counted
      unsupported   means latest unsupported of reviews
      doubted       means sum of unsupported of reviews
      costs         means sum of costs of charges
      dearest-cost  means largest costs of charges
      billed        means sum of amount of lines
      invoiced      means sum of amount of invoices
      dearest       means largest amount of milestones
      cheapest      means smallest amount of contract's milestones
      last-due      means latest due of milestones, or as-of while none
      extent        means number of deliverables
      signed        means some contract's sign-offs where result is accepted
      accepted      means some acceptances where result is accepted
      proper-by     means few after due
      in-order      means any of {
        passing is at least floor
        tried is less than 2 runs
      }

      /// Says of every line that something decides of it.
      rule guard for each milestone {
        require amount is at most USD 1,000,000
        otherwise withhold amount until met
      }

    """

  /// What rules of a portfolio may ask, one rule each.
  static let pool = [
    """
    for each milestone {
        require late is 0 calendar days
        otherwise deduct rate for each day of late as delay capped at most of amount
      }
    """,
    """
    for each milestone {
        require delayed is at most few
        otherwise deduct rate for each day of delayed as delay capped at most of amount
        otherwise withhold sum until some contract's sign-offs
      }
    """,
    """
    for each milestone {
        require net-late is 0 calendar days
        otherwise deduct 1% of amount as slowness capped at sum
      }
    """,
    """
    for each milestone {
        when tried is at least 1 run
        require passing is at least floor
        otherwise withhold amount until met
      }
    """,
    """
    for each deliverable {
        require in-order
        otherwise withhold 30% of milestone's amount until met
      }
    """,
    """
    for each deliverable {
        require some runs where result is passed or error
        otherwise withhold milestone's amount until met
      }
    """,
    """
    for each deliverable {
        require all runs have result is not failed
        otherwise defer milestone's amount
      }
    """,
    """
    for each deliverable {
        when tried is at least 1 run
        require latest-result is passed
        otherwise withhold milestone's amount until met or some milestone's acceptances
      }
    """,
    """
    for each deliverable where milestone's due is on or before as-of {
        require last-run is within quiet before as-of
        otherwise report quiet
      }
    """,
    """
    for each deliverable {
        require first-passed is before milestone's due
        otherwise withhold sum until some milestone's acceptances
      }
    """,
    """
    for each milestone {
        require slowest is at most 900
        require quickest is less than 100
        otherwise withhold 10% of amount until met
      }
    """,
    """
    for each milestone {
        require whole-time is less than 5000
        otherwise report slow
        otherwise withhold 5% of amount until met
      }
    """,
    """
    for contract {
        require ever-open is at most 2 faults
        otherwise report faults
      }
    """,
    """
    for each milestone {
        require open-faults is 0 faults
        otherwise withhold amount until met
      }
    """,
    """
    for each milestone {
        require no faults where severity is critical and state is open
        otherwise withhold amount until met
      }
    """,
    """
    for each deliverable {
        require faultless
        otherwise withhold sum until met
      }
    """,
    """
    for each milestone {
        admits boasts
        require ahead is at most 5%
        otherwise withhold amount until met
      }
    """,
    """
    for each milestone {
        when no acceptances where result is accepted
        require counted is at least 50%
        otherwise withhold 20% of amount until met
      }
    """,
    """
    for each milestone {
        require rejected-on is before accepted-on
        otherwise report rejected-late
      }
    """,
    """
    for each milestone {
        require accepted-on is on or before proper-by
        otherwise withhold amount until some contract's sign-offs
      }
    """,
    """
    for each line {
        require amount is at most milestone's amount
        otherwise withhold amount until met
      }
    """,
    """
    for each line {
        require unsupported is USD 0
        otherwise dispute unsupported until met
      }
    """,
    """
    for each invoice {
        require doubted is at most sum
        otherwise reject invoice
      }
    """,
    """
    for each invoice {
        then retain kept of amount until signed
      }
    """,
    """
    for each line {
        then retain 5% of amount until some contract's sign-offs
      }
    """,
    """
    for contract {
        when value is given
        require invoiced is at most value
        otherwise suspend payment until met
      }
    """,
    """
    for contract {
        require dearest is at most 3 * cheapest
        otherwise report uneven
      }
    """,
    """
    for contract {
        require last-due is after 2013-06-01
        otherwise withhold sum until met
      }
    """,
    """
    for contract {
        require all milestones have accepted
        otherwise deduct sum as idleness capped at sum
      }
    """,
    """
    for contract {
        require no milestones where late is more than 20 calendar days
        otherwise suspend payment until met
      }
    """,
    """
    for each milestone {
        when extent is at least 1 deliverable
        require some deliverables where tried is at least 1 run
        otherwise defer amount
      }
    """,
    """
    for each milestone {
        require costs is at most sum
        otherwise deduct costs as repair capped at 50% of amount
      }
    """,
    """
    for each milestone where amount is more than USD 5,000 {
        require dearest-cost is at most sum
        otherwise set off dearest-cost
      }
    """,
    """
    for each milestone {
        require billed is at most amount
        otherwise withhold billed less amount until met
      }
    """,
    """
    for each invoice {
        require received is on or before as-of
        otherwise defer amount
      }
    """,
    """
    for each milestone {
        require last-until is given
        otherwise report undated
      }
    """,
  ]
}
