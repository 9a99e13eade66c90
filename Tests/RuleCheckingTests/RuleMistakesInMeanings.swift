/// What the meaning `x`, read for a milestone, is made of.
extension MarkedCase {
  static let meanings = cases(
    """
    share-without-where:
      x means share of «capabilities»

    percentile-range:
      x means «0%» percentile of share of capabilities

    percentile-range:
      x means «101%» percentile of share of capabilities

    day-not-in-every-month:
      x means first day of month from «29» with as-of

    day-not-in-every-month:
      x means last day of month from «0» with as-of

    day-not-in-every-month:
      x means last day of month from «1.5» with as-of

    type-mismatch:
      x means whole months after «5%» through as-of

    unordered-bound:
      x means largest «state» of capabilities

    not-summable:
      x means sum of «dated» of capabilities

    not-summable:
      x means sum of «state» of capabilities

    optional-unguarded:
      x means latest «took» of capabilities

    optional-unguarded:
      x means calendar days covered by contract's «stops»

    record-without-span:
      x means calendar days covered by «acceptances»

    unknown-unit:
      x means started weeks of 5 calendar days + («whole months» of 5 calendar days)

    unknown-field:
      x means latest «stat» of capabilities

    unknown-name:
      x means number of «capabilties»

    unknown-name:
      x means number of «mileston»'s capabilities

    unreachable-part:
      x means number of «invoice»'s capabilities

    not-a-collection:
      y means 5%
      x means number of «y»

    owner-twice:
      y means contract's stops where ends is as-of
      x means number of «contract»'s y

    type-mismatch:
      x means latest share of capabilities, or «USD 5» while none

    unknown-name:
      x means latest share of capabilities, or «nothing» while none

    rounding-unit:
      x means 5% rounded «up to cent»

    rounding-unit:
      x means amount rounded «up to 5%»

    too-many-fraction-digits:
      x means amount rounded up to «USD 0.001»

    reads-itself:
      «x» means x + 5%

    reads-itself:
      «x» means y + 5%
      y means z
      z means x

    reads-itself:
      y means z
      z means x
      «x» means y + 5%

    reads-itself:
      «y» means y where state is works
      x means number of y

    reads-itself:
      «y» means z where state is works
      z means y where share is 5%
      x means number of y

    reads-itself:
      term t percent by x
      «x» means t + 5%

    reads-itself:
      term «t» percent by t
      x means t

    reads-itself:
      term «t» percent by u
      term u percent by t
      x means t

    not-a-rate:
      x means «due» for each day of 5 calendar days

    unknown-unit:
      x means amount for each «fortnight» of 5 calendar days

    unknown-unit:
      term t money per calendar day
      x means t for each «week» of 5 calendar days

    type-mismatch:
      term t money per calendar day
      x means t for each day of «5 business days»

    type-mismatch:
      x means amount for each month of «5 calendar days»

    type-mismatch:
      x means amount for each started week of «5 business days»

    type-mismatch:
      x means amount for each started 2 calendar days of «5 business days»

    type-mismatch:
      term t money per calendar day
      x means «t» for each started 2 calendar days of 5 calendar days

    not-a-rate:
      x means «due» for each whole 2 weeks of 2 weeks

    not-a-length:
      x means amount for each started «5%» of 5 calendar days

    not-a-length:
      term t percent
      x means amount for each «t» of 5 calendar days

    unknown-name:
      x means amount for each started «grase» of 5 calendar days

    period-empty:
      x means amount for each «0 weeks» of 5 weeks

    type-mismatch:
      x means interest on «5%» at 5% for 5 calendar days

    type-mismatch:
      x means interest on amount at «amount» for 5 calendar days

    type-mismatch:
      x means interest on amount at 5% for «5 business days»

    type-mismatch:
      x means interest on amount at 5% for 5 calendar days compounded every «2 weeks»

    period-empty:
      x means interest on amount at 5% for 5 calendar days compounded every «0 calendar days»

    table-result-name:
      x means
      | amount | «y» |
      | any | 5% |

    table-result-range:
      x means
      | amount | x |
      | any | «at least 5%» |

    type-mismatch:
      x means
      | amount | x |
      | at most USD 5 | 5% |
      | any | «USD 5» |

    type-mismatch:
      x means
      | amount | x |
      | «5%» | 5% |

    unknown-name:
      x means
      | «amuont» | x |
      | USD 5 | 5% |
      | USD 6 | 6% |

    unknown-word:
      x means
      | critical | x |
      | «maybe» | 5% |
      | yes | 6% |

    condition-tested:
      y means some acceptances
      x means
      | y | x |
      | «yes» | 5% |

    collection-as-value:
      y means capabilities
      x means «y» + 5%

    collection-as-value:
      y means capabilities where state is works
      x means «y» + 5%

    not-a-role:
      x means number of delays where cause is «5%»

    unknown-word:
      x means number of capabilities where state is works or «fail»

    unknown-unit:
      term t «started weeks»
      x means t

    unknown-unit:
      term t money per «week»
      x means t

    unknown-name:
      term t «munny»
      x means t + 5%

    day-of-no-kind:
      term t «days»
      x means t

    type-mismatch:
      term t percent «5 to 9»
      x means t

    unordered-bound:
      term t text «5 to 9»
      x means t

    declared-twice:
      term t yes or no or «no»
      x means t

    outside-domain:
      term t percent 0% to 5% default «6%»
      x means t

    wrong-value-type:
      term t percent default «USD 5»
      x means t

    unknown-value:
      term t yes or no default «maybe»
      x means t

    unexpected-table:
      term t percent default
      «| amount | t |
      | any | 5% |»
      x means t

    wrong-head:
      term t percent by amount default
      | «amout» | t |
      | any | 5% |
      x means t

    wrong-head:
      term t percent by amount default
      | amount | «x» |
      | any | 5% |
      x means t

    wrong-columns:
      term t percent by amount default
      «| t |
      | 5% |»
      x means t

    wrong-value-type:
      term t percent by amount default
      | amount | t |
      | «5%» | 5% |
      x means t

    type-mismatch:
      term t money per calendar day by «amount»
      x means t

    unknown-name:
      term t percent by «amout»
      x means t

    declared-twice:
      x means 5%
      «x» means 6%

    supplied-word:
      «amount» means 5%
      x means 5% + amount
    """)
}
