import ContractCheck
import ContractModel
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// One test, or one row of it: decided on every day it names, and compared.
struct TestTrial {
  private let test: FilledTest
  private let files: SourceFiles
  private let plan: EvaluationPlan
  let says: TestSayings
  /// The contract, if it was read before.
  private let bound: BoundContract?

  private(set) var failures: [TestFailure] = []
  /// What is wrong with the test, its contract or the rules; the test is invalid if that is an error.
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var brokenInvariant: String?
  private var outcomes: [CivilDate: CheckOutcome] = [:]
  /// What the expectations would have to say.
  private(set) var recordings: [Recording] = []
  private var isIncomplete = false
  private var notesRows = false
  private var isRecording = false

  init(_ test: FilledTest, files: SourceFiles, plan: EvaluationPlan) {
    self.init(
      test, saying: TestSayings(asOf: test.asOf, test.expectations, under: plan.rules),
      bound: nil, files: files, plan: plan)
  }

  /// Makes the trial of a test that was read before.
  init(
    _ test: FilledTest, saying says: TestSayings, bound: BoundContract?, files: SourceFiles,
    plan: EvaluationPlan
  ) {
    self.test = test
    self.says = says
    self.bound = bound
    self.files = files
    self.plan = plan
  }

  var status: TestResult.Status {
    if isIncomplete || diagnostics.contains(where: \.isError) { return .invalid }
    return failures.isEmpty ? .passed : .failed
  }

  /// What its decisions have shown of the rules.
  var witness: Witness {
    var witness = Witness()
    for outcome in outcomes.values {
      witness.rows.formUnion(outcome.appliedRows)
      for finding in outcome.contracts.flatMap(\.findings) {
        witness.verdicts[finding.rule.range, default: []].insert(finding.verdict)
      }
    }
    return witness
  }

  mutating func run(notingRows: Bool = false, recording: Bool = false) {
    notesRows = notingRows
    isRecording = recording
    diagnostics += says.diagnostics
    isIncomplete = !says.isSound
    guard let day = says.day else { return }
    judge(says.expected, on: day)
    guard !isIncomplete else { return }
    for part in says.parts { judge(part, on: part.day ?? day, allowing: says.expected) }
  }

  /// Looks for mistakes and decides nothing.
  mutating func check() {
    diagnostics += says.diagnostics
    isIncomplete = !says.isSound || says.day == nil
    let checked = test.contract.checkedContract(
      in: files, against: plan.rules, calendars: test.calendars)
    if says.expected.isEmpty { diagnostics += checked.diagnostics }
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
    if isRecording { recordings += part.expectations.compactMap(judge.recording) }
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
    let outcome =
      bound.map { ContractCheck.deciding($0, in: files, under: plan, asOf: day) }
      ?? ContractCheck.deciding(
        test.contract, calendars: test.calendars, in: files, under: plan, asOf: day,
        notingRows: notesRows)
    outcomes[day] = outcome
    brokenInvariant = brokenInvariant ?? outcome.brokenInvariant
    return outcome
  }
}
