/// Rules and exceptions of one clause.
extension MarkedCase {
  static let rulesAndExceptions = cases(
    """
    claim-not-admitted:
      rule «r» for each milestone {
      when some statements
      then report x
      }

    claim-not-admitted:
      said means latest says of statements
      rule «r» for each milestone {
      when said is given
      then report x
      }

    claim-not-admitted:
      said means latest says of statements
      rule «r» for each milestone {
      then report x showing said
      }

    claim-not-admitted:
      all-said means statements where says is "x"
      said means latest says of all-said
      rule «r» for each milestone {
      when some all-said
      then report x showing said
      }

    claim-not-admitted:
      rule r for each milestone {
      then report x
      }
      exception «e» to r {
      when some statements
      then excuse
      }

    rule-about-nothing:
      rule «r» {
      then report x
      }

    unknown-name:
      rule r for each «mileston» {
      then report x
      }

    rule-empty:
      rule «r» for each milestone {
      when some acceptances
      }

    otherwise-without-require:
      rule «r» for each milestone {
      otherwise report x
      }

    require-without-otherwise:
      rule «r» for each milestone {
      require some acceptances
      }

    unknown-name:
      rule r for each milestone {
      then report x
      }
      exception e to «rr» {
      when some acceptances
      then excuse
      }

    exception-without-when:
      rule r for each milestone {
      then report x
      }
      exception «e» to r {
      then excuse
      }

    exception-without-then:
      rule r for each milestone {
      then report x
      }
      exception «e» to r {
      when some acceptances
      }

    exception-of-another-part:
      rule r for each milestone {
      then report x
      }
      exception e to r for «each line» {
      when some acceptances
      then excuse
      }

    exception-of-another-part:
      rule r for deliverable a {
      then report x
      }
      exception e to r for «deliverable b» {
      when some capabilities
      then excuse
      }

    unknown-name:
      rule r for each milestone {
      then report x
      }
      exception e to r for each «milstone» {
      when some acceptances
      then excuse
      }

    stage-order:
      rule r for each line {
      require amount is USD 5
      otherwise «dispute amount until met»
      }
      exception e to r {
      when earned is USD 5
      then excuse
      }

    stage-order:
      rule r for each line {
      then retain 10% of earned until amount is USD 5
      then «defer amount»
      }

    meaning-never-read:
      «x» means 5%
      rule r for each milestone {
      then report x
      }

    meaning-never-read:
      term «t» percent
      rule r for each milestone {
      then report x
      }

    collection-as-value:
      x means acceptances
      rule r for each milestone {
      then report x showing «x»
      }

    table-term-of-two-parts:
      term t percent by amount
      rule r for each milestone {
      require t is 5%
      otherwise report x
      }
      rule s for each line {
      require «t» is 5%
      otherwise report x
      }

    declared-twice:
      rule r for each milestone {
      then report x
      }
      rule «r» for each milestone {
      then report x
      }

    second-currency:
      term t money default «USD 5»
      rule r for each milestone {
      require amount is EUR 5
      otherwise report x showing u
      }
      u means t

    condition-tested:
      y means some acceptances
      rule r for each milestone {
      require «y is given»
      otherwise report x
      }
    """)
}
