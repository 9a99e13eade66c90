import ContractCheck
import ContractModel
import RuleAnalysis
import RuleChecking
import RuleSyntax
import RuleTesting
import SourceText
import TestSupport
import Testing

/// Tables that a contract gives the terms of a clause.
@Suite struct GapsOfContracts {
  static let rules = """
    evidence run plural runs asserted by buyer {
      about milestone
      dated date
      result passed or failed
    }

    clause levels "Levels" {
      cites "1"
      rounds half up to cent
      term credit percent by passing
      term rate money per calendar day by late
      term limit percent 0% to 100%
      passing means share of runs where result is passed
      late means calendar days after due through as-of
      rule kept for each milestone {
        require credit is 0%
        otherwise deduct credit of amount as credit capped at limit of amount
      }
      rule in-time for each milestone {
        require late is 0 calendar days
        otherwise deduct rate for each day of late as delay without limit
      }
    }

    """

  static func contract(_ credit: String, _ rate: String) -> String {
    """
    contract sample "Sample" {
      party buyer    "Buyer"
      party supplier "Supplier"
      incorporates levels {
        limit 10%
        credit
        \(credit)
        rate
        \(rate)
      }
      milestone launch "Launch" {
        due    2013-10-01
        amount USD 1,000
      }
    }
    """
  }

  static let goodRate = """
    | late | rate |
    | at most 10 calendar days | USD 5 per calendar day |
    | at least 11 calendar days | USD 10 per calendar day |
    """
  static let goodCredit = """
    | passing | credit |
    | at least 90% | 0% |
    | less than 90% | 5% |
    """

  static let cases: [GapCase] = [
    GapCase("both whole", contract(goodCredit, goodRate)),
    GapCase(
      "a share left out", ["table-gap"],
      contract("«| passing | credit |\n| at least 90% | 0% |\n| less than 80% | 5% |»", goodRate)),
    GapCase(
      "a day left out", ["table-gap"],
      contract(
        goodCredit,
        """
        «| late | rate |
        | at most 10 calendar days | USD 5 per calendar day |
        | at least 12 calendar days | USD 10 per calendar day |»
        """)),
    GapCase(
      "a share twice", ["table-overlap"],
      contract("| passing | credit |\n| at least 90% | 0% |\n«| at most 90% | 5% |»", goodRate)),
  ]

  @Test(arguments: cases)
  func areFound(_ sample: GapCase) throws {
    let source = MarkedSource(sample.text)
    var files = SourceFiles()
    let contract = files.add(SourceFile(path: "a.contract", bytes: source.bytes))
    let rules = files.add(SourceFile(path: "a.rules", bytes: Array(Self.rules.utf8)))
    let tree = SyntaxTree.parsing(files[contract], id: contract)
    let book = RuleBook.checking([SyntaxTree.parsing(files[rules], id: rules).value], in: files)
    let lines = tree.value.declarations.compactMap { declaration in
      if case .line(let line) = declaration { line } else { nil }
    }
    let found = lines.map { $0.checkedContract(in: files, against: book.value, calendars: []) }
    let checked = try #require(found.first?.value)
    let findings = GapAnalysis.findings(in: checked, of: book.value, files: files)
    let report = (found.flatMap(\.diagnostics) + findings).map { $0.rendered(in: files) }
      .joined(separator: "\n")
    #expect(checked.isSound, "\(report)")
    #expect(findings.map(\.id.rawValue) == sample.ids, "\(report)")
    #expect(findings.map(\.range) == source.ranges, "\(report)")
    for finding in findings {
      let test = finding.counterExample ?? ""
      let outcome = RuleTesting.run(
        TestInput(
          ruleFiles: [InputFile(path: "a.rules", bytes: Array(Self.rules.utf8))],
          testFiles: [InputFile(path: "a.tests", bytes: Array(test.utf8))]))
      let words = outcome.diagnostics.map { $0.rendered(in: outcome.files) }
      #expect(outcome.results.map(\.status) == [.failed], "\(words) \(report)")
      #expect(outcome.results.flatMap(\.failures).map(\.found) == ["errored"], "\(report)")
    }
  }
}
