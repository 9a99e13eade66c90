package import ContractCheck

/// What decides, so that a run of the command line can be tried with any outcome.
package struct Checker {
  /// A check whose rules were read.
  package struct Session {
    /// What reading the rules came to.
    package let rules: CheckOutcome
    /// Decides the contracts of a file, and hands on each.
    package let decide: (_ input: ContractInput, _ take: (CheckOutcome) -> Void) -> Void

    package init(
      rules: CheckOutcome,
      decide: @escaping (_ input: ContractInput, _ take: (CheckOutcome) -> Void) -> Void
    ) {
      self.rules = rules
      self.decide = decide
    }
  }

  package var needs: (_ contract: InputFile) -> ContractNeeds
  package var begin: (_ terms: CheckTerms) -> Session

  package init(
    needs: @escaping (_ contract: InputFile) -> ContractNeeds,
    begin: @escaping (_ terms: CheckTerms) -> Session
  ) {
    self.needs = needs
    self.begin = begin
  }

  /// The contract check itself.
  package static var standard: Checker {
    Checker(needs: ContractCheck.needs(of:)) { terms in
      var session = CheckSession(terms)
      return Session(rules: session.rules) { session.decide($0, handingOn: $1) }
    }
  }
}
