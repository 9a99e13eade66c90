import RuleAnalysis
import SourceText
import Testing

/// Conditions that say nothing, contradict one another, or stand twice.
@Suite struct ConditionFindings {
  static let findings = FindingCase.cases(
    """
    compared-with-itself:
      rule r for each milestone {
      when «late is at least late»
      then report x
      }

    compared-with-itself:
      rule r for each milestone {
      require tried is at least 1 capabilities and «due is on or before due»
      otherwise report x
      }

    condition-repeated:
      rule r for each milestone {
      when tried is at least 1 capabilities and finding is works and «tried is at least 1 capabilities»
      then report x
      }

    condition-repeated:
      rule r for each milestone {
      require finding is works
      require tried is at least 1 capabilities
      require «finding is works»
      otherwise report x
      }

    condition-repeated:
      rule r for each milestone {
      when finding is degraded
      require tried is at least 1 capabilities and «finding is degraded»
      otherwise report x
      }

    condition-repeated:
      rule r for each milestone {
      require any of {
        finding is works
        tried is at least 5 capabilities
        «finding is works»
      }
      otherwise report x
      }

    condition-implied:
      rule r for each milestone {
      require late is at most 5 calendar days
      require «late is less than 10 calendar days»
      otherwise report x
      }

    condition-implied:
      rule r for each milestone {
      require «finding is works or degraded» and finding is works
      otherwise report x
      }

    condition-implied:
      rule r for each milestone {
      when late is 3 calendar days
      require «late is 2 calendar days to 4 calendar days» and passing is at least floor
      otherwise report x
      }

    condition-implied:
      rule r for each milestone {
      when finished is before due and «finished is on or before due»
      then report x
      }

    condition-always-holds:
      rule r for each milestone {
      require «tried is at least 0 capabilities» and finding is works
      otherwise report x
      }

    condition-always-holds:
      rule r for each milestone {
      when «finding is works or degraded or fails»
      then report x
      }

    condition-always-holds:
      rule r for each milestone {
      when «passing is not more than 100%»
      then report x
      }

    condition-always-holds:
      rule r for each milestone {
      when «floor is at least 40%»
      then report x
      }

    condition-never-holds:
      rule r for each milestone {
      require any of {
        «late is less than 0 calendar days»
        finding is works
      }
      otherwise report x
      }

    condition-never-holds:
      odd means late is more than 5 calendar days and «late is less than 5 calendar days»
      rule r for each milestone {
      when odd
      then report x
      }

    alternative-covered:
      rule r for each milestone {
      require any of {
        late is at most 10 calendar days
        «late is at most 5 calendar days»
      }
      otherwise report x
      }

    alternative-covered:
      rule r for each milestone {
      require finding is works
      otherwise withhold amount until some acceptances or «some acceptances where result is accepted»
      }

    rule-never-applies:
      rule r for each milestone {
      when late is more than 5 calendar days
      when «late is at most 5 calendar days»
      then report x
      }

    rule-never-applies:
      rule r for each milestone {
      when finding is works and «finding is not works»
      then report x
      }

    rule-never-applies:
      rule r for each milestone {
      when some acceptances and «no acceptances»
      then report x
      }

    rule-never-applies:
      rule r for each milestone {
      when finished is after due
      when «finished is on or before due»
      then report x
      }

    rule-never-applies:
      rule r for each milestone {
      when «passing is more than 100%»
      then report x
      }

    rule-never-applies:
      rule r for each milestone where critical is given {
      when «critical is none»
      then report x
      }

    rule-never-met:
      rule r for each milestone {
      require «late is less than 0 calendar days»
      otherwise report x
      }

    rule-never-met:
      rule r for each milestone {
      when finding is fails
      require «finding is works»
      otherwise report x
      }

    rule-never-met:
      rule r for each milestone {
      require «floor is less than 50%»
      otherwise report x
      }

    rule-never-fails:
      rule «r» for each milestone {
      require passing is at most 100%
      require tried is at least 0 capabilities
      otherwise report x
      }

    rule-never-fails:
      rule «r» for each milestone {
      when finding is works
      require finding is works or degraded
      otherwise report x
      }

    records-never-match:
      open-closed means number of defects where state is open and «state is closed»
      rule r for each milestone {
      when open-closed is at least 1 defects
      then report x
      }

    records-never-match:
      critical-ones means defects where severity is critical
      minors means number of critical-ones where «severity is minor»
      rule r for each milestone {
      when minors is at least 1 defects
      then report x
      }

    records-never-match:
      rule r for each milestone {
      require no capabilities where «share is more than 100%»
      otherwise report x
      }

    condition-repeated:
      critical-ones means defects where severity is critical
      rule r for each milestone {
      require no critical-ones where state is open and «severity is critical»
      otherwise report x
      }

    records-never-match:
      rule r for each milestone {
      when all capabilities have «share is more than 100%»
      then report x
      }
    """.replacing("\n      ", with: "\n  "))

  @Test(arguments: findings) func areFound(_ finding: FindingCase) {
    Analysed.expect(finding.id, AnalysisSample.clause(finding.text))
  }

  /// Each is a near miss of one of the above.
  static let soundTexts = [
    "when late is at least window\nthen report x",
    "when finding is works\nrequire tried is at least 1 capabilities\notherwise report x",
    "require late is at most 5 calendar days and tried is at least 5 capabilities\notherwise report x",
    "require late is 5 calendar days to 10 calendar days\notherwise report x",
    "require any of {\nlate is at most 5 calendar days\ntried is at most 5 capabilities\n}\notherwise report x",
    "require tried is at least 1 capabilities\notherwise report x",
    "require passing is 100%\notherwise report x",
    "when late is more than 5 calendar days and late is less than 7 calendar days\nthen report x",
    "when late is at least 5 calendar days and late is at most 5 calendar days\nthen report x",
    "when finished is on or after due and finished is on or before due\nthen report x",
    "when finding is not works and finding is not fails\nthen report x",
    "when some acceptances where result is accepted and dated is before due\n"
      + "when no acceptances where result is rejected\nthen report x",
    "when some acceptances and no acceptances where result is rejected\nthen report x",
    "when critical is given and critical is yes\nthen report x",
    "require passing is at least floor\notherwise report x",
    "require floor is at least 60%\notherwise report x",
    "when finding is works or degraded\nrequire finding is works\notherwise report x",
    "require no defects where severity is critical and state is open\notherwise report x",
    "require no capabilities where took is given and took is more than 0\notherwise report x",
    "require finding is works\notherwise withhold amount until met or some acceptances",
  ]

  @Test(arguments: soundTexts) func areNotFoundInSoundRules(_ text: String) {
    let analysed = Analysed(
      rules: AnalysisSample.clause("rule r for each milestone {\n\(text)\n}"))
    #expect(analysed.outcome.diagnostics.isEmpty, "\(analysed.report)")
  }
}
