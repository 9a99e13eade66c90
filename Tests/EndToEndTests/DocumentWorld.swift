import ContractCheck
import ContractModel
import Foundation
import SourceText
import Synchronization
import TestSupport

/// Documents of somebody else, and the source by which they are contracts.
enum DocumentWorld {
  static let rules = """
    evidence run plural runs asserted by verifier {
      about  deliverable
      dated  date
      result passed or failed
      took   optional number
    }

    clause works "What was built works" {
      cites "1"
      finding means latest result of runs

      rule function-works for each deliverable {
        cites "1.1"
        require finding is passed
        otherwise withhold milestone's amount until met
      }
    }

    """

  /// The lines of the contract of `office`, read from the element at hand.
  private static let contractLines = """
    as-of from "day"
    party buyer    "State"
    party supplier from "vendor"
    party verifier "Verifier"
    value from "value/amount" in "value/currency"
    incorporates works
    each "milestones" {
      milestone from "id" {
        due    from "due" as date
        amount from "cents" in USD 0.01
      }
      invoice from "bill" when "bill" is given {
        received from "billed"
        line from "id" {
          for    milestone from "id"
          amount from "cents" in USD 0.01
        }
      }
    }
    each optional "functions" {
      deliverable from "id" from "name" {
        milestone from "milestone"
      }
    }
    each optional "runs" {
      run {
        about  from "function"
        dated  from "at" as date
        result from "ok"
          | ok  | result |
          | "y" | passed |
          | "n" | failed |
        took   from "ms" when "ms" is given
        took   from "seconds" in 1000 when "seconds" is given
        asserted by verifier
      }
    }
    """

  static let office = """
    source office "Contracts, one on each line" {
      reads json-lines
      contract from "id" from "title" when "void" is not given {
    \(contractLines)
      }
    }

    """

  /// The same contracts, all in one document.
  static let archive = """
    source archive "Contracts in an array" {
      reads json
      each "contracts" {
        contract from "id" from "title" {
    \(contractLines)
        }
      }
    }

    """

  /// Runs of tests by themselves.
  static let runs = """
    source build-server "Runs of tests" {
      reads csv
      run {
        about  from "function"
        dated  from "at" as date
        result from "ok"
          | ok  | result |
          | "y" | passed |
          | "n" | failed |
        took   from "ms"
        asserted by verifier
      }
    }

    """

  /// A contract that is paid.
  static let document = document("c1")

  static func document(_ id: String, title: String = "One", isPassed: Bool = true) -> String {
    """
    {"id":\(json(id)),"title":\(json(title)),"vendor":"V","day":"2013-12-01","value":{"amount":1000,\
    "currency":"USD"},"milestones":[{"id":"m","due":"2013-10-01","cents":50000,"bill":"b1",\
    "billed":"2013-11-01"}],"functions":[{"id":"f","milestone":"m"}],"runs":[{"function":"f",\
    "at":"2013-10-01","ok":"\(isPassed ? "y" : "n")","ms":5}]}
    """
  }

  static func json(_ text: String) -> String {
    let data = try? JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  /// Contracts of which about half pass, long enough to come in several pieces.
  static func documents(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
      let title = String(repeating: "long ", count: Int.random(in: 1...1_500, using: &random))
      return document(
        "c\(number)", title: title + "title", isPassed: Bool.random(using: &random))
    }
  }

  /// Returns what a text comes to that is read by the first source of the rules, piece by piece.
  static func outcomes(
    of pieces: [SourceFile], rules: String = rules + office, jobs: Int = 1
  ) -> [CheckOutcome] {
    var session = CheckSession(
      CheckTerms(
        ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
        asOf: CivilDate(year: 2014, month: 1, day: 31)!, isAsOfAsked: false))
    precondition(session.rules.diagnostics.isEmpty, "\(session.rules.errorIDs)")
    let rest = Mutex(pieces[...])
    var outcomes: [CheckOutcome] = []
    session.decide(
      by: session.documentSources[0], zones: [:], jobs: jobs,
      next: { rest.withLock { $0.popFirst() } },
      handingOn: { if case .whole(let outcome) = $0 { outcomes.append(outcome) } })
    return outcomes
  }

  static func outcomes(
    of text: [UInt8], named path: String = "a.ndjson", rules: String = rules + office
  ) -> [CheckOutcome] {
    outcomes(of: [SourceFile(path: path, bytes: text)], rules: rules)
  }

  /// A folder with the rules, and files of documents.
  static func folder(_ files: [String: String]) throws -> TemporaryFolder {
    try TemporaryFolder(
      files.merging(["Rules/office.rules": rules + office]) { own, _ in own })
  }
}
