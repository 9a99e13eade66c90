import ContractCheck
import ContractModel
import SourceText
import Testing

/// How far ways to release an amount are looked for is limited for each amount alone: those before it
/// leave as much for the last as for the first.
@Suite struct CureLimits {
  private static let lines = 60

  @Test func areThoseOfEachLine() throws {
    let explained = try Self.input().explained()
    let lists = explained.explanations.flatMap(\.cures)
    #expect(explained.diagnostics.filter(\.isError).isEmpty, "\(explained.diagnostics)")
    #expect(lists.count == Self.lines)
    for list in lists {
      #expect(list.isComplete && list.cures.count == 1, "\(list.held): \(list.cures.count)")
    }
  }

  /// Each line waits for a check of its milestone, which is asked for through many meanings.
  private static func input() throws -> CheckInput {
    let meanings = (1...60).map { "step-\($0) means step-\($0 - 1) less 0 checks" }
    let rules = """
      evidence check plural checks asserted by verifier {
        about milestone
        dated date
      }
      clause checked "Checked" {
        cites "1"
        step-0 means number of checks
        \(meanings.joined(separator: "\n"))
        rule enough for each milestone {
          require step-60 is at least 1 checks
          otherwise withhold amount until met
        }
      }
      """
    let milestones = (0..<lines).map { "milestone m\($0) {\n due 2014-01-31\n amount USD 10\n}" }
    let billed = (0..<lines).map { "line l\($0) {\n for milestone m\($0)\n amount USD 10\n}" }
    let contract = """
      contract many "Many lines" {
        party buyer    "B"
        party supplier "S"
        party verifier "V"
        incorporates checked
        \(milestones.joined(separator: "\n"))
        invoice first {
          received 2014-02-01
          \(billed.joined(separator: "\n"))
        }
      }
      """
    return CheckInput(
      ruleFiles: [InputFile(path: "r.rules", bytes: Array(rules.utf8))],
      contractFiles: [InputFile(path: "c.contract", bytes: Array(contract.utf8))],
      recordFiles: [:], asOf: try #require(CivilDate(year: 2014, month: 3, day: 1)))
  }
}
