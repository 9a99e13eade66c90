/// What the meaning `x`, read for a milestone, draws from parts of the contract.
extension MarkedCase {
  static let parts = cases(
    """
    parts-misplaced:
      x means longest run of «lines» where amount is USD 5

    parts-misplaced:
      x means 95% percentile of amount of «lines»

    parts-misplaced:
      x means calendar days covered by «predecessors»

    parts-misplaced:
      x means worst day of «milestones» where amount is USD 5

    parts-misplaced:
      x means «lines»

    parts-misplaced:
      dear means «lines» where amount is USD 5
      x means number of dear

    parts-misplaced:
      x means number of «lines ever»

    parts-not-within:
      x means number of «milestones»

    parts-not-within:
      x means number of contract's «predecessors»

    parts-not-within:
      x means some «invoices» where received is as-of

    unreachable-part:
      x means number of «invoice»'s lines

    parts-filtered:
      x means all «predecessors where amount is USD 5» have due is as-of

    share-without-where:
      x means share of «lines»

    not-summable:
      x means sum of «due» of predecessors

    not-summable:
      x means sum of «critical» of predecessors

    wrong-extreme:
      x means largest «due» of predecessors

    wrong-extreme:
      x means latest «amount» of lines

    unordered-bound:
      x means largest «critical» of predecessors

    field-of-another-part:
      x means sum of «due» of lines

    unknown-name:
      x means sum of «amuont» of lines

    type-mismatch:
      y means number of lines
      x means no predecessors where y is «2 invoices»

    optional-unguarded:
      x means number of «contract's invoices where number is "5"»

    reads-itself:
      «x» means sum of x of contract's milestones

    reads-itself:
      «x» means latest x of predecessors

    reads-itself:
      «x» means sum of y of predecessors
      y means x + x

    reads-itself:
      «x» means share of predecessors where y
      y means some contract's milestones where x is at least 5%

    reads-itself:
      «x» means no contract's milestones where x

    supplied-word:
      «lines» means 5%
      x means 5% + lines
    """)
}
