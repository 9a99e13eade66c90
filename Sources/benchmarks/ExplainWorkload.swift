/// One contract with many records, of which too few pass, for what an explanation costs as they grow.
enum ExplainWorkload {
  static let sizes = [10_000, 100_000, 1_000_000]
  static let runs = 3

  private static let names = ["many.rules", "many.contract", "runs.ndjson"]

  /// Writes rules, contract and records into a new temporary folder and returns its path.
  static func written(recordCount: Int) -> String? {
    let texts = [rules, contract, records(count: recordCount)]
    return Workload.newFolder(with: zip(names, texts).map { ($0, $1) })
  }

  static func remove(_ folder: String) { Workload.remove(folder, with: names) }

  private static let rules = """
    evidence test-run asserted by verifier {
      about deliverable
      dated date
      check text
      result passed or failed
    }
    clause tested "The engine passes its tests" {
      cites "1"
      runs    means test-runs where check is "subsidy"
      tried   means number of runs
      passing means share of runs where result is passed
      rule tests-passed for each deliverable {
        require tried is at least 200 test-runs
        require passing is at least 75%
        otherwise withhold milestone's amount until met
      }
    }

    """

  private static let contract = """
    contract many "Many records" {
      party buyer "Buyer"
      party supplier "Supplier"
      party verifier "Verifier"
      records "*.ndjson"
      incorporates tested
      milestone launch "Launch" {
        due 2014-01-01
        amount USD 1,000,000
        deliverable engine "Engine"
      }
      invoice i1 {
        received 2014-02-20
        line l1 {
          for milestone launch
          amount USD 1,000,000
        }
      }
    }

    """

  /// Just under three of four pass, so that some hundred more would do.
  private static func records(count: Int) -> String {
    var text = ""
    text.reserveCapacity(count * 110)
    for number in 0..<count {
      let result = number % 4 == 0 || number < 40 ? "failed" : "passed"
      text += #"{"record":"test-run","about":"engine","by":"verifier","dated":"2014-0"#
      text += "\(number % 2 + 1)-\(number % 19 + 10)"
      text += #"","check":"subsidy","result":"\#(result)"}"# + "\n"
    }
    return text
  }
}
