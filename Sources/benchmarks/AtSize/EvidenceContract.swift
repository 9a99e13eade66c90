/// The contract and the rules that the records of `EvidenceText` are read with.
enum EvidenceContract {
  static let rules = """
    /// One run of a check.
    evidence run plural runs asserted by verifier {
      about  deliverable
      dated  date
      result pass or fail or error
      took   number at least 0
    }

    clause evidence-at-size "What the runs of each check came to" {
      cites "W3"
      tried    means number of runs
      passing  means share of runs where result is pass
      slow     means 95% percentile of took of runs
      worst    means worst day of runs where result is pass
      failures means longest run of runs where result is fail or error

      rule good-enough for each deliverable {
        require passing is at least 95%
        require slow is at most 500
        require worst is at least 80%
        otherwise withhold milestone's amount until met
      }

      rule told for each deliverable {
        then report evidence showing tried, slow, worst, failures
      }
    }

    source run-lines "A run a line of JSON" {
      reads json-lines
    \(record)
    source run-rows "A run a row" {
      reads csv
    \(record)
    """

  private static let record = """
      run {
        about       milestone from "deliverable" deliverable from "check"
        dated       from "at" as date
        asserted by verifier
        result      from "result"
        took        from "ms"
      }
    }

    """

  /// A milestone a stage, a deliverable a check, and everything invoiced.
  static func contract(records: String, source: String) -> String {
    var text = """
      contract at-size "Checks by the million" {
        party buyer "Buyer"
        party supplier "Supplier"
        party verifier "Verifier"
        records "\(records)" from \(source)
        incorporates evidence-at-size

      """
    for stage in EvidenceText.stages {
      text += "  milestone \(stage) {\n    due 2014-01-31\n    amount USD 1,000,000\n"
      for check in EvidenceText.checks { text += "    deliverable \(check)\n" }
      text += "  }\n"
    }
    text += "  invoice i1 {\n    received 2014-02-20\n"
    for stage in EvidenceText.stages {
      text += "    line \(stage) {\n      for milestone \(stage)\n      amount USD 400,000\n    }\n"
    }
    return text + "  }\n}\n"
  }
}
