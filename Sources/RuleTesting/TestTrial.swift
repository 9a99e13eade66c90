import ContractCheck
import ContractModel
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// One test, or one row of it: decided on every day it names, and compared.
struct TestTrial {
  private let asOf: LineSyntax
  private let contract: LineSyntax
  private let expectations: [LineSyntax]
  private let title: TextSyntax
  private let calendars: [BusinessCalendar]
  private let files: SourceFiles
  private let plan: EvaluationPlan

  private(set) var failures: [TestFailure] = []
  /// What is wrong with the test, its contract or the rules; the test is invalid if that is an error.
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var brokenInvariant: String?
  private var outcomes: [CivilDate: CheckOutcome] = [:]
  private var isIncomplete = false

  init(
    _ test: TestText, row: CaseRow?, calendars: [BusinessCalendar], files: SourceFiles,
    plan: EvaluationPlan
  ) {
    func filling(_ line: LineSyntax, isOfContract: Bool = false) -> LineSyntax {
      row.flatMap { $0.filling(line, isOfContract: isOfContract) } ?? line
    }
    asOf = filling(test.asOf)
    contract = filling(test.contract, isOfContract: true)
    expectations = test.expectations.map { filling($0) }
    title = test.title
    self.calendars = calendars
    self.files = files
    self.plan = plan
  }

  var status: TestResult.Status {
    if isIncomplete || diagnostics.contains(where: \.isError) { return .invalid }
    return failures.isEmpty ? .passed : .failed
  }

  mutating func run() {
    let (day, parts, expected) = read()
    guard let day else { return }
    judge(expected, on: day)
    guard !isIncomplete else { return }
    for part in parts { judge(part, on: part.day ?? day, allowing: expected) }
  }

  /// Looks for mistakes and decides nothing.
  mutating func check() {
    let (_, _, expected) = read()
    let checked = contract.checkedContract(
      in: files, against: plan.rules, calendars: calendars)
    if expected.isEmpty { diagnostics += checked.diagnostics }
  }

  private mutating func read() -> (CivilDate?, [ExpectedPart], [ExpectedDiagnostic]) {
    var reader = ExpectationReader(rules: plan.rules)
    let day = reader.day(of: asOf)
    var parts: [ExpectedPart] = []
    var expected: [ExpectedDiagnostic] = []
    for line in expectations {
      if let diagnostic = ExpectedDiagnostic(line) {
        expected.append(diagnostic)
      } else if let part = reader.part(line) {
        parts.append(part)
      } else {
        isIncomplete = true
      }
    }
    diagnostics += reader.diagnostics
    isIncomplete = isIncomplete || day == nil || !reader.isSound
    return (day, parts, expected)
  }

  private mutating func judge(_ expected: [ExpectedDiagnostic], on day: CivilDate) {
    let found = outcome(on: day).diagnostics
    guard !expected.isEmpty else {
      diagnostics += found.filter(\.isError)
      return
    }
    failures += expected.failures(among: found)
  }

  private mutating func judge(
    _ part: ExpectedPart, on day: CivilDate, allowing expected: [ExpectedDiagnostic]
  ) {
    let outcome = outcome(on: day)
    guard let decision = outcome.contracts.first else {
      if expected.isEmpty {
        diagnostics += outcome.diagnostics.filter(\.isError)
        isIncomplete = true
        return
      }
      failures += part.expectations.map {
        TestFailure(
          subject: part.label, what: $0.measure.words, expected: $0.expected ?? "none",
          found: "no decision", range: $0.range)
      }
      return
    }
    guard let subject = subject(part, in: decision.contract) else { return }
    let judge = PartJudge(decision: decision, subject: subject, label: part.label)
    failures += part.expectations.compactMap(judge.failure)
  }

  /// Returns the part of a path; that there is none, or more than one, is reported.
  private mutating func subject(_ part: ExpectedPart, in contract: Contract) -> SubjectID? {
    guard let inner = part.path.first else { return .contract }
    let found = contract.subjects.indices.map(SubjectID.init).filter { id in
      contract[id].kind == inner.kind && contract[id].name == inner.name.text
        && part.path.dropFirst().allSatisfy { outer in
          contract.ancestor(of: id, kind: outer.kind).map { contract[$0].name } == outer.name.text
        }
    }
    if let only = found.first, found.count == 1 { return only }
    let names = contract.subjects.filter { $0.kind == inner.kind }.map(\.name)
    diagnostics.append(
      found.isEmpty
        ? .unknownName(inner.name, what: .part(inner.kind), among: names)
        : .severalParts(inner.name, inner.kind))
    return nil
  }

  private mutating func outcome(on day: CivilDate) -> CheckOutcome {
    if let outcome = outcomes[day] { return outcome }
    let outcome = ContractCheck.deciding(
      contract, calendars: calendars, in: files, under: plan, asOf: day)
    outcomes[day] = outcome
    brokenInvariant = brokenInvariant ?? outcome.brokenInvariant
    return outcome
  }
}
