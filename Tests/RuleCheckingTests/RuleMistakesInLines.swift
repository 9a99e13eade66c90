/// What stands in a rule about invoices.
extension MarkedCase {
  static let linesOfRules = cases(
    """
    approximate-test:
      require received is «approximately 2014-01-01»

    type-mismatch:
      require received is on or before «5%»

    type-mismatch:
      require received is «amount»

    wrong-comparison:
      require received is at least «2014-01-01»

    wrong-comparison:
      require amount is before «USD 5»

    wrong-comparison:
      require amount is «within 5 calendar days before as-of»

    unordered-bound:
      require number is given
      require number is «at least "5"»

    not-a-text:
      require number is given
      require number is «five»

    optional-unguarded:
      require «number» is "5"

    optional-unguarded:
      require «contract's value» is at most USD 5

    unknown-name:
      require «recieved» is before as-of

    unknown-name:
      require «contrakt»'s value is given

    unknown-name:
      require contract's «valeu» is given

    unknown-name:
      require no «capabilitis»

    singular-collection:
      require no «acceptance»

    collection-as-value:
      require «acceptances» is given

    field-of-another-part:
      require «due» is before as-of

    field-of-another-part:
      require «value» is given

    unreachable-part:
      require «milestone»'s due is before as-of

    not-a-condition:
      require «amount»

    not-a-length:
      require received is before («5%» after received)

    not-a-length:
      require received is within «USD 5» before as-of

    unknown-name:
      require received is within 5 calendar days before «as-off»

    records-out-of-reach:
      require some «capabilities»

    parts-not-within:
      require all «milestones» have due is before as-of

    lateness-of-no-milestone:
      require («calendar days late through as-of») is 0 calendar days

    parts-filtered:
      require all «lines where amount is USD 5» have amount is USD 5

    type-mismatch:
      require all lines have amount is «5%»

    unit-mixed:
      require «amount + 5%» is USD 5

    unit-mixed:
      require «amount * amount» is USD 5

    unit-mixed:
      require «received less received» is 5 calendar days

    unit-mixed:
      require received is («5 calendar days + 5 business days») after received

    unit-mixed:
      require received is «received + 5%»

    unit-mixed:
      require («5% of received») is received

    share-is-no-percent:
      require («amount» of amount) is USD 5

    type-mismatch:
      require lesser of amount and «5%» is USD 5

    wrong-extreme:
      require «lesser of received and as-of» is as-of

    wrong-extreme:
      require «earlier of amount and amount» is USD 5

    second-currency:
      require amount is USD 5 to «EUR 6»

    second-currency:
      require amount is more than (USD 5 + «EUR 6»)

    empty-range:
      require amount is «USD 6 to USD 5»

    too-many-fraction-digits:
      require amount is «USD 5.001»

    unknown-unit:
      require amount is (USD 5 * (5 «defcts» / 5 defects))

    unknown-unit:
      require («started months» of 5 calendar days) is 5 weeks

    type-mismatch:
      require (started weeks of «5 business days») is 5 weeks

    type-mismatch:
      require calendar days after «amount» through received is 5 calendar days

    day-of-no-kind:
      require received is 5 «days» after received

    moment-for-a-day:
      require received is «2013-10-01T09:00:00-04:00»

    stage-order:
      require earned is at least USD 5
      otherwise «dispute amount until met»

    stage-order:
      require entitled is at least USD 5
      otherwise «dispute amount until met»

    stage-order:
      require payable is at least USD 5
      otherwise «withhold amount until met»

    release-on-failure:
      require amount is at least USD 5
      otherwise «release amount»

    release-already-met:
      then withhold amount «until met»

    release-already-met:
      require amount is at least USD 5
      otherwise withhold amount until met
      then withhold amount «until met or received is after 2014-01-01»

    excuse-outside-exception:
      then «excuse»

    unknown-name:
      then report x showing «y»

    type-mismatch:
      then notify buyer of x by «amount»

    type-mismatch:
      then owe «5%» as interest

    unknown-name:
      admits «statments»
      then report x

    singular-collection:
      admits «statement»
      then report x

    not-a-claim:
      admits «defects»
      then report x

    not-a-record-test:
      require some contract's stops where «no defects»

    not-a-field:
      require some contract's stops where «5%» is 5%

    unknown-field:
      require no contract's stops where «endss» is as-of

    optional-unguarded:
      require no contract's stops where «begins» is as-of
    """)
}
