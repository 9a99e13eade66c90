package import ContractCheck

/// What decides, so that a run of the command line can be tried with any outcome.
package struct Checker {
  package var recordPatterns: (_ contract: InputFile) -> [String]
  package var zones: (_ contract: InputFile) -> [String]
  package var run: (_ input: CheckInput) -> CheckOutcome

  package init(
    recordPatterns: @escaping (_ contract: InputFile) -> [String],
    zones: @escaping (_ contract: InputFile) -> [String],
    run: @escaping (_ input: CheckInput) -> CheckOutcome
  ) {
    self.recordPatterns = recordPatterns
    self.zones = zones
    self.run = run
  }

  /// The contract check itself.
  package static var standard: Checker {
    Checker(
      recordPatterns: ContractCheck.recordPatterns(in:), zones: ContractCheck.zones(in:),
      run: ContractCheck.run)
  }
}
