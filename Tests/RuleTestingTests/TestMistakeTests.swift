import ContractModel
import RuleTesting
import Testing

@Suite struct TestMistakes {
  @Test(arguments: [
    ("unknown-expectation", "on-tim met"), ("unknown-value", "on-time mett"),
    ("unknown-value", "decision pai"), ("unknown-value", "code lat"),
    ("unknown-value", "missing findin"), ("wrong-value-type", "deducted 5%"),
    ("missing-value", "deducted"), ("unexpected-value", "pay USD 5 twice"),
    ("second-currency", "pay USD 5\n    withheld EUR 5"), ("unknown-value", "no sugar"),
    // What no rule can come to is not shown by not coming out.
    ("unknown-value", "no notice dely"), ("unknown-value", "no report dely"),
    ("unknown-value", "refer byuer"), ("unknown-value", "no owed USD 5 as interst"),
    ("missing-value", "code"), ("unknown-currency", "pay XQX 5"),
  ])
  func ofALineAreExplained(_ id: String, line: String) {
    let outcome = Trial.late(expecting: line)
    #expect(outcome.errorIDs == [id], "\(outcome.words)")
    #expect(outcome.statuses == [.invalid])
  }

  @Test(arguments: [
    ("unknown-milestone", "milestone lanch"), ("unknown-invoice-line", "line lanch"),
    ("unknown-value", "mileston launch"), ("needs-one-day", "contract on 2013-10"),
    ("several-parts", "line launch"),
  ])
  func ofAPartAreExplained(_ id: String, part: String) {
    let second = "invoice two {\nreceived 2013-11-02\nline launch {\namount USD 1\n}\n}"
    let outcome = Trial.late(expecting: "decision pay", of: part, adding: second)
    #expect(outcome.errorIDs == [id], "\(outcome.words)")
    #expect(outcome.statuses == [.invalid])
  }

  @Test(arguments: [
    ("expects-nothing", "as-of 2013-12-01\ncontract base {\n}"),
    ("missing-line", "contract base {\n}\nexpect no diagnostic"),
    ("missing-line", "as-of 2013-12-01\nexpect no diagnostic"),
    ("unknown-base", "as-of 2013-12-01\ncontract bas {\n}\nexpect no diagnostic"),
    (
      "records-in-test",
      "as-of 2013-12-01\ncontract base {\nrecords \"x.csv\"\n}\nexpect no diagnostic"
    ),
    (
      "column-unread",
      "as-of 2013-12-01\ncontract base {\n}\nexpect no diagnostic\ncases\n| odd |\n| 1   |"
    ),
    (
      "duplicate-name",
      "as-of day\ncontract base {\n}\nexpect no diagnostic\ncases\n| day | day |\n| 2013-12-01 | 2013-12-01 |"
    ),
    ("missing-value", "as-of 2013-12-01\ncontract base {\n}\nexpect no diagnostic\ncases"),
    ("unknown-contract-word", "as-of 2013-12-01\ncontract base {\n}\nexpekt contract"),
    (
      "stated-twice", "as-of 2013-12-01\nas-of 2013-12-01\ncontract base {\n}\nexpect no diagnostic"
    ),
  ])
  func ofATestAreExplained(_ id: String, lines: String) {
    let outcome = Trial.run(Trial.base + "test \"a\" {\n\(lines)\n}\n")
    #expect(outcome.errorIDs.contains(id), "\(outcome.words)")
    #expect(outcome.results.isEmpty)
  }

  @Test(arguments: [
    ("not-a-test", "clause odd \"Odd\" {\n}\n"), ("not-a-test", "party buyer \"B\"\n"),
    ("duplicate-name", "contract base \"B\" {\n}\n"),
    (
      "duplicate-name",
      "test \"a\" {\nas-of 2013-12-01\ncontract base {\n}\nexpect no diagnostic\n}\n"
    ),
  ])
  func ofAFileAreExplained(_ id: String, text: String) {
    let test = "test \"a\" {\nas-of 2013-12-01\ncontract base {\n}\nexpect no diagnostic\n}\n"
    let outcome = Trial.run(Trial.base + test + text)
    #expect(outcome.errorIDs.contains(id), "\(outcome.words)")
  }

  @Test func aFileThatDoesNotParseRunsNothing() {
    let test = "test \"a\" {\nas-of 2013-12-01\ncontract base {\n}\nexpect no diagnostic\n}\n"
    let outcome = Trial.run(Trial.base + test + "test \"b\" {\n")
    #expect(!outcome.errorIDs.isEmpty && outcome.results.isEmpty)
  }

  @Test func ofTheContractLeaveTheTestInvalid() {
    let outcome = Trial.late(
      expecting: "on-time failed", adding: "milestone odd {\nduu 2013-10-01\n}")
    #expect(outcome.errorIDs.first == "unknown-contract-word", "\(outcome.words)")
    #expect(outcome.statuses == [.invalid])
  }

  @Test(arguments: [
    ("expect diagnostic unknown-contract-word", TestResult.Status.passed),
    ("expect diagnostic stated-twice", .failed), ("expect no diagnostic", .failed),
  ])
  func canBeExpected(_ line: String, status: TestResult.Status) {
    let outcome = Trial.run(
      Trial.base + """
        test "a" {
          as-of 2013-12-01
          contract base {
            milestone launch {
              duu 2013-10-01
            }
          }
          \(line)
        }

        """)
    #expect(outcome.statuses == [status], "\(outcome.words)")
    #expect(outcome.errorIDs == [])
  }
}
