import ContractCheck
import ContractModel
import RuleTesting
import Testing

/// Expectations that are written anew.
@Suite struct Updates {
  /// The tests as they would have to be; nil where they stay as they are.
  private func updated(_ tests: String, rules: String = Trial.rules) -> String? {
    let outcome = RuleTesting.run(
      TestInput(
        ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
        testFiles: [InputFile(path: "a.tests", bytes: Array(tests.utf8))], updates: true))
    return outcome.updates.first.map { String(decoding: $0.new, as: UTF8.self) }
  }

  private func test(_ lines: String, day: String = "2013-10-04", _ cases: String = "") -> String {
    Trial.base + """
      test "late" {
        as-of 2013-12-01
        contract base {
          milestone launch {
            acceptance {
              dated    \(day)
              result   accepted
              asserted by buyer
            }
          }
        }
        expect milestone launch {
          \(lines)
        }
        \(cases)
      }

      """
  }

  @Test(arguments: [
    ("on-time met", "on-time failed"), ("late 2 calendar days", "late 3 calendar days"),
    ("deducted USD 1  // why", "deducted USD 10,000  // why"), ("seen fails", "seen works"),
    ("decision pay", "decision pay-in-part"), ("late missing", "late 3 calendar days"),
  ])
  func sayWhatCameOut(_ line: String, expected: String) {
    #expect(updated(test(line)) == test(expected))
  }

  @Test(arguments: [
    "on-time failed", "deducted USD 10,000.00", "no notice", "notice delay by 2013-10-08",
    "code satisfied", "on-tim met", "finished-late 2013-10-05",
  ])
  func leaveAloneWhatIsMetOrAFactOrAMistake(_ line: String) {
    #expect(updated(test(line)) == nil)
  }

  @Test func reachIntoTheCells() {
    let table = """
      cases
          | day        | verdict | taken       |
          | 2013-10-01 | failed  | USD 0       |
          | 2013-10-04 | met     | USD 5       |
      """
    let wanted = """
      cases
          | day        | verdict | taken       |
          | 2013-10-01 | met     | USD 0       |
          | 2013-10-04 | failed  | USD 10,000  |
      """
    let lines = "on-time verdict\n    deducted taken"
    #expect(updated(test(lines, day: "day", table)) == test(lines, day: "day", wanted))
  }

  /// Rows that share a line of the test have to agree on it, and a cell that the contract reads is no
  /// expectation.
  @Test(arguments: ["on-time met", "finished day"])
  func changeNothingThatSomethingElseRestsOn(_ line: String) {
    let table = "cases\n    | day        |\n    | 2013-10-01 |\n    | 2013-10-04 |"
    #expect(updated(test(line, day: "day", table)) == nil)
  }

  /// A text is written so that it is read as the same text.
  @Test func writeTextsWithTheirEscapes() {
    let rules = """
      evidence note asserted by buyer {
        about milestone
        dated date
        says  text
      }
      clause noted "Noted" {
        cites "1"
        said means latest says of notes
        rule noted-well for each milestone {
          require said is "right"
          otherwise report note showing said
        }
      }

      """
    func test(_ text: String) -> String {
      """
      test "what was said" {
        as-of 2013-12-01
        contract one "One" {
          party buyer    "B"
          party supplier "S"
          incorporates noted
          milestone launch "L" {
            due    2013-10-01
            amount USD 1
            note {
              dated       2013-10-02
              says        "a \\"b\\" «c»"
              asserted by buyer
            }
          }
        }
        expect milestone launch {
          said \(text)
        }
      }

      """
    }
    #expect(updated(test("\"else\""), rules: rules) == test("\"a \\\"b\\\" «c»\""))
  }
}
