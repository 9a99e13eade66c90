import RuleAnalysis
import SourceText
import TestSupport
import Testing

@Suite struct ContractFindings {
  private static let rules = """
    clause used {
      cites "1"
      rule r for each milestone {
        then report x
      }
    }

    """

  private static func contract(_ lines: String, mark: String = "") -> String {
    """
    contract one "One" \(mark) {
      party buyer    "B"
      party supplier "S"
      incorporates used
    \(lines)
    }
    """
  }

  private func analysed(_ contract: String) -> Analysed {
    Analysed(rules: Self.rules, contract: contract)
  }

  @Test(arguments: [
    "  value USD 5 illustrative\n  milestone m {\n    «due 2013-10-01»\n    amount USD 5 illustrative\n  }",
    "  value USD 5 reported \"five\" in \"a.txt\"\n  milestone m {\n    «due 2013-10»\n    "
      + "«amount more than USD 5»\n  }",
  ])
  func aFigureWithoutASourceBesideOthersIsFound(_ lines: String) {
    let source = MarkedSource(Self.contract(lines))
    let found = analysed(source.text).outcome.diagnostics
    #expect(found.map(\.id.rawValue) == source.ranges.map { _ in "figure-unmarked" })
    #expect(found.map(\.range.lower) == source.ranges.map(\.lower))
    #expect(found.map(\.range.upper) == source.ranges.map(\.upper))
  }

  @Test(arguments: [
    contract("  value USD 5\n  milestone m {\n    due 2013-10-01\n    amount USD 5\n  }"),
    contract(
      "  value USD 5\n  milestone m {\n    due 2013-10-01\n    amount USD 5\n  }",
      mark: "illustrative"),
    contract(
      "  value USD 5 illustrative\n  milestone m illustrative {\n    due 2013-10-01\n"
        + "    amount USD 5\n  }"),
  ])
  func aContractOfOneSortIsSound(_ contract: String) {
    let analysed = analysed(contract)
    #expect(analysed.outcome.diagnostics.isEmpty, "\(analysed.report)")
  }

  @Test func aMilestoneWithoutARuleIsFound() {
    let analysed = Analysed(
      rules: Self.rules.replacing("each milestone", with: "each invoice"),
      contract: Self.contract("  milestone m {\n    due 2013-10-01\n    amount USD 5\n  }"))
    #expect(analysed.outcome.diagnostics.map(\.id.rawValue) == ["unguarded-milestone"])
  }

  // MARK: Clauses

  private static let unused = rules.replacing("used", with: "«unused»")

  @Test func aClauseThatNobodyIncorporatesIsFound() {
    let source = MarkedSource(Self.unused)
    let analysed = Analysed(
      rules: source.text + Self.rules,
      tests: "contract c \"C\" {\n  incorporates used\n}\n"
        + "test \"t\" {\n  contract c {\n  }\n}\n")
    #expect(analysed.outcome.diagnostics.map(\.id.rawValue) == ["clause-never-incorporated"])
    #expect(analysed.outcome.diagnostics.map(\.range) == source.ranges)
  }

  @Test func nothingIsSaidWhereNobodyCould() {
    let analysed = Analysed(rules: MarkedSource(Self.unused).text)
    #expect(analysed.outcome.diagnostics.isEmpty, "\(analysed.report)")
  }
}
