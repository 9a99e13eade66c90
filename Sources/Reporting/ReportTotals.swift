package import ContractModel
internal import SourceText

/// What a run comes to, added up as its contracts are decided; its size does not grow with theirs.
package struct ReportTotals: Sendable {
  package let head: ReportHead
  package private(set) var contractCount = 0
  /// By the places of the decisions.
  private var counts = [Int](repeating: 0, count: Decision.allCases.count)
  private var sums: [Currency: MoneyTotal] = [:]
  /// How many cases came out so.
  package private(set) var cases: [ReportCase.Outcome: Int] = [:]
  /// How many findings have each verdict.
  package private(set) var verdicts: [Verdict: Int] = [:]
  package private(set) var diagnostics: [ReportedDiagnostic] = []
  private var read: Set<ReportedInput> = []

  package init(_ head: ReportHead) { self.head = head }

  /// How many contracts have each decision, the gravest first; none is left out.
  package var decisions: [(decision: Decision, count: Int)] {
    Decision.allCases.map { ($0, counts[$0.place]) }
  }

  /// The sums for each currency, by code.
  package var money: [MoneyTotal] { sums.values.sorted { $0.currency < $1.currency } }

  /// Everything that was read, in the order of paths.
  package var inputs: [ReportedInput] { read.sorted() }

  /// Whether everything that was asked for was decided: nothing was unreadable or unusable.
  package var isComplete: Bool {
    !diagnostics.contains(where: \.isError) && verdicts[.errored] == nil
  }

  /// Whether something that was invoiced rests on a figure that nobody reported.
  var isIllustrative: Bool { sums.values.contains(where: \.isIllustrative) }

  /// The gravest decision of all contracts; nil where none was decided.
  package var gravest: Decision? { decisions.first { $0.count > 0 }?.decision }

  package mutating func add(_ contract: ReportedContract) {
    let decision = contract.decision
    contractCount += 1
    counts[decision.settled.decision.place] += 1
    if let currency = contract.contract.currency {
      sums[currency, default: MoneyTotal(currency)].add(decision)
    }
    for finding in decision.findings { verdicts[finding.verdict, default: 0] += 1 }
    for outcome in contract.outcomes { cases[outcome, default: 0] += 1 }
  }

  package mutating func add(_ contract: BriefDecision) {
    contractCount += 1
    counts[contract.decision.place] += 1
    sums[contract.currency, default: MoneyTotal(contract.currency)].add(contract)
    for verdict in Verdict.allCases where contract.verdicts[verdict.place] > 0 {
      verdicts[verdict, default: 0] += contract.verdicts[verdict.place]
      cases[verdict.outcome, default: 0] += contract.verdicts[verdict.place]
    }
    var decisions = contract.decisionsOfParts
    decisions.insert(contract.decision)
    cases[ReportCase.Outcome.whole(of: decisions.all), default: 0] += 1
  }

  package mutating func add(_ contract: ToldContract) {
    contractCount += 1
    counts[contract.decision.place] += 1
    if let currency = contract.currency {
      sums[currency, default: MoneyTotal(currency)].add(contract)
    }
    for finding in contract.findings { verdicts[finding.verdict, default: 0] += 1 }
    for outcome in contract.outcomes { cases[outcome, default: 0] += 1 }
  }

  /// An error is a case of its own, that is not decided.
  package mutating func add(_ diagnostic: ReportedDiagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.isError { cases[.undecided, default: 0] += 1 }
  }

  package mutating func add(_ input: ReportedInput) { read.insert(input) }
}

/// A file that a run read, and what its bytes were.
package struct ReportedInput: Hashable, Comparable, Sendable {
  package enum Role: String, Hashable, Sendable, CaseIterable { case rules, contract, records }

  package let path: String
  package let role: Role
  /// 64 lower hexadecimal digits.
  package let sha256: String

  package init(path: String, role: Role, bytes: [UInt8]) {
    self.path = path
    self.role = role
    sha256 = SHA256.hexadecimal(of: bytes)
  }

  package init(path: String, role: Role, sha256: String) {
    self.path = path
    self.role = role
    self.sha256 = sha256
  }

  package static func < (left: ReportedInput, right: ReportedInput) -> Bool {
    left.path == right.path
      ? (left.role.rawValue, left.sha256) < (right.role.rawValue, right.sha256)
      : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }
}
