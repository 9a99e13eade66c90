package import ContractModel
internal import SourceText

/// What a run comes to, added up as its contracts are decided; its size does not grow with theirs.
package struct ReportTotals: Sendable {
  package let head: ReportHead
  package private(set) var contractCount = 0
  /// By the places of the decisions.
  private var counts = [Int](repeating: 0, count: Decision.allCases.count)
  private var sums: [Currency: MoneyTotal] = [:]
  /// By the places of outcomes and verdicts.
  private var caseCounts = [Int](repeating: 0, count: ReportCase.Outcome.allCases.count)
  private var verdictCounts = [Int](repeating: 0, count: Verdict.allCases.count)
  package private(set) var diagnostics: [ReportedDiagnostic] = []
  private var read: Set<ReportedInput> = []

  package init(_ head: ReportHead) { self.head = head }

  /// How many contracts have each decision, the gravest first; none is left out.
  package var decisions: [(decision: Decision, count: Int)] {
    Decision.allCases.map { ($0, counts[$0.place]) }
  }

  /// How many cases came out so; an outcome of none is left out.
  package var cases: [ReportCase.Outcome: Int] {
    Self.counts(of: ReportCase.Outcome.allCases, caseCounts)
  }

  /// How many findings have each verdict; one that none has is left out.
  package var verdicts: [Verdict: Int] { Self.counts(of: Verdict.allCases, verdictCounts) }

  private static func counts<Key: Hashable>(of all: [Key], _ counts: [Int]) -> [Key: Int] {
    Dictionary(uniqueKeysWithValues: zip(all, counts).filter { $0.1 > 0 })
  }

  /// The sums for each currency, by code.
  package var money: [MoneyTotal] { sums.values.sorted { $0.currency < $1.currency } }

  /// Everything that was read, in the order of paths.
  package var inputs: [ReportedInput] { read.sorted() }

  /// Whether everything that was asked for was decided: nothing was unreadable or unusable.
  package var isComplete: Bool {
    !diagnostics.contains(where: \.isError) && verdictCounts[Verdict.errored.place] == 0
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
    for finding in decision.findings { verdictCounts[finding.verdict.place] += 1 }
    for outcome in contract.outcomes { caseCounts[outcome.place] += 1 }
  }

  package mutating func add(_ contract: BriefDecision) {
    contractCount += 1
    counts[contract.decision.place] += 1
    sums[contract.currency, default: MoneyTotal(contract.currency)].add(contract)
    for verdict in Verdict.allCases {
      let count = contract.verdicts[verdict.place]
      verdictCounts[verdict.place] += count
      caseCounts[verdict.outcome.place] += count
    }
    var decisions = contract.decisionsOfParts
    decisions.insert(contract.decision)
    caseCounts[ReportCase.Outcome.whole(of: decisions).place] += 1
  }

  package mutating func add(_ contract: ToldContract) {
    contractCount += 1
    counts[contract.decision.place] += 1
    if let currency = contract.currency {
      sums[currency, default: MoneyTotal(currency)].add(contract)
    }
    for finding in contract.findings { verdictCounts[finding.verdict.place] += 1 }
    for outcome in contract.outcomes { caseCounts[outcome.place] += 1 }
  }

  /// An error is a case of its own, that is not decided.
  package mutating func add(_ diagnostic: ReportedDiagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.isError { caseCounts[ReportCase.Outcome.undecided.place] += 1 }
  }

  package mutating func add(_ input: ReportedInput) { read.insert(input) }
}

extension ReportCase.Outcome {
  /// Its place among all.
  fileprivate var place: Int {
    switch self {
    case .passed: 0
    case .failed: 1
    case .undecided: 2
    case .skipped: 3
    }
  }
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
