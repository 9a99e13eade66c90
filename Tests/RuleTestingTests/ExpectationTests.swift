import ContractModel
import RuleTesting
import SourceText
import Testing

@Suite struct Expectations {
  @Test(arguments: [
    "on-time failed", "works met", "late 3 calendar days", "deducted USD 10,000", "pay USD 90,000",
    "invoiced USD 100,000", "withheld USD 0", "decision pay-in-part", "seen works",
    "notice delay", "notice delay by 2013-10-07", "report delay", "refer buyer", "code late",
    "cites \"1.1\"", "no code suspended", "no report oddity", "no owed", "no pay-by",
    "carried-forward USD 0", "tries at least 1 finding", "tries at least 1 findings",
    "no missing finding",
    "not-due USD 0",
  ])
  func areMet(_ line: String) {
    let outcome = Trial.late(expecting: line)
    #expect(outcome.statuses == [.passed], "\(outcome.words)")
  }

  @Test(arguments: [
    ("on-time met", "failed"), ("late 2 calendar days", "3 calendar days"),
    ("late at least 3 calendar days", "3 calendar days"),
    ("late approximately 3 calendar days", "3 calendar days"),
    ("late 3 calendar days to 4 calendar days", "3 calendar days"),
    ("late 3 weeks", "3 calendar days"), ("late 3", "3 calendar days"),
    ("late missing", "3 calendar days"), ("late none", "3 calendar days"),
    ("deducted USD 10,000.01", "USD 10,000.00"), ("deducted EUR 10,000", "USD 10,000.00"),
    ("deducted approximately USD 10,000", "USD 10,000.00"),
    ("deducted at least USD 10,000", "USD 10,000.00"), ("decision pay", "pay-in-part"),
    ("seen fails", "works"), ("seen \"works\"", "works"), ("seen works or fails", "works"),
    ("notice delay by 2013-10-08", "delay by 2013-10-07"), ("no notice", "delay by 2013-10-07"),
    ("no notice delay", "delay by 2013-10-07"), ("no code late", "late, satisfied"),
    ("report oddity", "delay"), ("pay-by 2013-12-01", "nothing"),
    ("cites \"1\"", "1.1"), ("missing finding", "nothing"), ("released-by \"x\"", "nothing"),
    ("finished 2013-10-04", "nothing"), ("no-rule-applies unproven", "nothing"),
    ("answer 2013-10-07", "nothing"),
  ])
  func areNotMet(_ line: String, found: String) {
    let outcome = Trial.late(expecting: line)
    #expect(outcome.statuses == [.failed], "\(outcome.words)")
    #expect(outcome.results.first?.failures.map(\.found) == [found])
  }

  @Test func pointAtTheirLine() throws {
    let outcome = Trial.late(expecting: "late 2 calendar days")
    let failure = try #require(outcome.results.first?.failures.first)
    let file = outcome.files[failure.range.file]
    #expect(failure.subject == "milestone launch" && failure.what == "late")
    #expect(failure.expected == "2 calendar days")
    let line = file.line(file.position(at: failure.range.lower).line)
    #expect(String(decoding: line, as: UTF8.self) == "    late 2 calendar days")
  }

  /// A share that no decimal writes is nobody's expectation, and a half is.
  @Test(arguments: [(2, "33.3333%", TestResult.Status.failed), (1, "50%", .passed)])
  func aThirdIsNoDecimal(failing: Int, expected: String, status: TestResult.Status) {
    let findings = (1...failing).map { day in
      "finding {\ndated 2013-10-0\(day + 1)\nstate fails\nasserted by buyer\n}"
    }.joined(separator: "\n")
    let outcome = Trial.late(
      expecting: "working \(expected)", recording: findings)
    #expect(outcome.statuses == [status], "\(outcome.words)")
  }

  @Test(arguments: [
    ("line launch of invoice one", "pay USD 90,000"), ("invoice one", "decision pay-in-part"),
    ("invoice one on 2013-10-31", "invoiced USD 0"), ("contract", "code late"),
    ("contract on 2013-10-02", "pay USD 0"),
    ("milestone launch on 2013-10-03", "late 2 calendar days"),
  ])
  func areOfAPartOnADay(_ part: String, line: String) {
    let outcome = Trial.late(expecting: line, of: part)
    #expect(outcome.statuses == [.passed], "\(outcome.words)")
  }
}
