import RuleAnalysis
import SourceText
import TestSupport
import Testing

/// Titles that mislead, rows and contracts that do nothing.
@Suite struct TestFindings {
  private static func test(_ title: String, _ expected: String, cases: String = "") -> String {
    """
    test "\(title)" {
      as-of 2013-12-01
      contract whole "Whole" {
      }
      expect contract {
        \(expected)
      }
      \(cases)
    }

    """
  }

  private func found(_ tests: String) -> [Diagnostic] {
    Analysed(rules: "", tests: tests).outcome.diagnostics
  }

  @Test(arguments: [
    ("nothing is withheld", "withheld USD 5"),
    ("delivered on time: nothing is deducted", "pay USD 0\n deducted USD 10.50"),
    ("the line is not paid", "pay USD 5"),
    ("the invoice is paid", "pay USD 0.00"),
    ("everything is paid", "pay USD 0"),
    ("accepted in time, and never withheld", "withheld USD 5"),
    ("should not deduct", "deducted USD 1"),
    ("a late report withholds nothing", "withheld USD 100"),
    ("no deduction", "deducted USD 7"),
    ("the milestone is not late", "code late"),
    ("the payment is no longer disputed", "disputed USD 3"),
    ("nothing is owed", "owed USD 5 as interest"),
  ])
  func aTitleThatSaysTheOppositeIsFound(_ title: String, _ expected: String) {
    let found = found(Self.test(title, expected))
    #expect(found.map(\.id.rawValue) == ["title-misleads"])
    #expect(found.map(\.range.lower) == [5])
  }

  @Test(arguments: [
    ("nothing is withheld", "withheld USD 0"),
    ("nothing is withheld", "pay USD 5"),
    ("nothing is withheld, then something", "withheld USD 0\n withheld USD 5"),
    ("the line is not paid", "pay USD 0"),
    ("the invoice is paid", "pay USD 5"),
    ("days that the buyer caused are not deducted", "deducted USD 5"),
    ("nothing is withheld of what was accepted", "withheld USD 5"),
    ("a part that is not accepted is not paid", "pay USD 5"),
    ("what is paid bears no more interest", "pay USD 0"),
    ("the milestone is not late", "no code late"),
    ("the milestone is not late twice", "code late"),
    ("nothing but the advance is recovered", "recovered USD 5"),
    ("nothing is deducted", "deducted more than USD 5"),
  ])
  func aTitleThatMayBeTrueIsNot(_ title: String, _ expected: String) {
    #expect(found(Self.test(title, expected)) == [])
  }

  @Test(arguments: [("USD 5", ["title-misleads"]), ("USD 0", [])])
  func theCasesCount(_ amount: String, ids: [String]) {
    let table = "cases\n    | held |\n    | USD 7 |\n    | \(amount) |"
    let found = found(Self.test("nothing is withheld", "withheld held", cases: table))
    #expect(found.map(\.id.rawValue) == ids)
  }

  @Test func aRowThatStandsTwiceIsFoundAndTakenAway() {
    let table = "cases\n    | held | day |\n    | USD 7 | 1 |\n    | USD 7 | 2 |\n"
    let twice = table + "    |  USD 7  | 1 |\n"
    let tests = Self.test("a", "withheld held\n pay day", cases: twice)
    let analysed = Analysed(rules: "", tests: tests)
    #expect(analysed.outcome.diagnostics.map(\.id.rawValue) == ["case-repeated"])
    let fix = analysed.outcome.diagnostics.first?.fix
    #expect(
      fix.map {
        String(tests.utf8.dropFirst($0.range.lower).prefix($0.range.upper - $0.range.lower))
      } == "    |  USD 7  | 1 |\n")
    #expect(found(Self.test("a", "withheld held\n pay day", cases: table)) == [])
  }

  @Test func aContractThatNoTestBeginsWithIsFound() {
    let source = MarkedSource(
      "contract «idle» \"Idle\" {\n}\ncontract base \"Base\" {\n}\n"
        + "test \"a\" {\n  contract base {\n  }\n}\n")
    let found = found(source.text)
    #expect(found.map(\.id.rawValue) == ["base-never-used"])
    #expect(found.map(\.range.lower) == source.ranges.map(\.lower))
  }
}
