internal import ContractModel

extension ReportTotals {
  /// The outputs of a step, a line each: only words of ours and whole numbers, so that no value can
  /// begin another.
  package var gitHubOutputs: String {
    [
      ("decision", gravest?.rawValue ?? "none"),
      ("complete", isComplete ? "true" : "false"),
      ("contracts", String(contractCount)),
      ("failed", String(cases[.failed] ?? 0)),
      ("undecided", String(cases[.undecided] ?? 0)),
    ]
    .map { "\($0)=\($1)\n" }.joined()
  }
}
