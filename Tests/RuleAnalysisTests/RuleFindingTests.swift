import RuleAnalysis
import SourceText
import Testing

/// Rules, exceptions and effects that do nothing, or what cannot be meant.
@Suite struct RuleFindings {
  private static let base = """
      rule on-time for each milestone {
        when critical is given and critical is yes
        require late is 0 calendar days
        otherwise withhold amount until met or some delays
      }

    """

  static let findings = FindingCase.cases(
    """
    said-twice:
      rule first-said for each milestone {
      when finding is works and tried is at least 5 capabilities
      then report x
      }
      rule «second-said» for each milestone {
      when tried is at least 5 capabilities
      when finding is works
      then report x
      }

    said-twice:
      exception one to on-time {
      when some acceptances
      then excuse
      }
      exception «two» to on-time {
      when some acceptances
      then excuse
      }

    exception-out-of-reach:
      exception «one» to on-time {
      when critical is given and critical is no
      then excuse
      }

    exception-never-defeats:
      exception one to on-time {
      when late is more than 10 calendar days
      when «late is less than 10 calendar days»
      then excuse
      }

    exception-forestalled:
      exception near to on-time {
      when some acceptances
      then excuse
      }
      exception near-too to reading {
      when some acceptances
      then excuse
      }
      exception «far» to sample {
      when some acceptances where result is accepted
      then defer amount
      }

    effect-of-nothing:
      rule r for each milestone {
      when some acceptances
      then withhold «0% of amount» until some delays
      }

    claim-never-read:
      rule r for each milestone {
      admits «statements»
      require finding is works
      otherwise report x
      }

    meaning-never-read:
      «idle» means number of delays
    """)

  @Test(arguments: findings) func areFound(_ finding: FindingCase) {
    Analysed.expect(finding.id, AnalysisSample.clause(Self.base + finding.text))
  }

  /// Each is a near miss of one of the above.
  static let soundTexts = [
    """
    rule first-said for each milestone {
    when finding is works
    then report x
    }
    rule second-said for each deliverable {
    when finding is works
    then report x
    }
    """,
    """
    exception one to on-time {
    when some acceptances where result is accepted
    then excuse
    }
    exception two to on-time {
    when no acceptances where result is accepted
    then defer amount
    }
    """,
    """
    exception one to on-time {
    when critical is given and critical is yes
    then excuse
    }
    """,
    """
    exception near to on-time {
    when some acceptances where result is accepted
    then excuse
    }
    exception far to sample {
    when some acceptances
    then defer amount
    }
    """,
    """
    exception near to on-time {
    when some acceptances
    then excuse
    }
    exception far to sample {
    when some acceptances
    then excuse
    }
    """,
    """
    rule r for each milestone {
    when some acceptances
    then withhold 1% of amount until some delays
    }
    """,
    """
    rule r for each milestone {
    admits statements
    require some statements
    otherwise report x
    }
    """,
    """
    said means number of statements
    rule r for each milestone {
    admits statements
    require finding is works
    otherwise report x showing said
    }
    """,
    """
    rule r for each milestone {
    admits statements
    require finding is works
    otherwise report x
    }
    exception e to r {
    when some statements
    then excuse
    }
    """,
  ]

  @Test(arguments: soundTexts) func areNotFoundInSoundRules(_ text: String) {
    let analysed = Analysed(rules: AnalysisSample.clause(Self.base + text))
    #expect(analysed.outcome.diagnostics.isEmpty, "\(analysed.report)")
  }

  @Test func aClauseWithoutARuleIsFound() {
    Analysed.expect(
      .init("clause-without-rule"), "clause «idle» {\n  cites \"1\"\n}\n")
  }
}
