package import ContractCheck

/// What decides, so that a run of the command line can be tried with any outcome.
package struct Checker {
  package var needs: (_ contract: InputFile) -> ContractNeeds
  package var run: (_ input: CheckInput) -> CheckOutcome

  package init(
    needs: @escaping (_ contract: InputFile) -> ContractNeeds,
    run: @escaping (_ input: CheckInput) -> CheckOutcome
  ) {
    self.needs = needs
    self.run = run
  }

  /// The contract check itself.
  package static var standard: Checker {
    Checker(needs: ContractCheck.needs(of:), run: ContractCheck.run)
  }
}
