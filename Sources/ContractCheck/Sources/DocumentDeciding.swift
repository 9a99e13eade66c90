import ContractModel
import Dispatch
import RuleChecking
import RuleEvaluation
package import SourceText
import Synchronization

extension CheckSession {
  /// The sources of the rules whose documents state contracts.
  package var documentSources: [DocumentSource] {
    plan.rules.sources.filter(\.statesContracts).map(DocumentSource.init)
  }

  /// Decides the contracts of documents piece by piece, and hands each on in the order of the pieces.
  ///
  /// So many pieces are decided at once as there are `jobs`, and a few wait to be handed on: what is
  /// in memory does not grow with the number of documents.
  package mutating func decide(
    by source: DocumentSource, zones: [String: ZoneFile], jobs: Int,
    next: () -> SourceFile?, handingOn take: (CheckOutcome) -> Void
  ) {
    var deciding = DocumentDeciding(run: run, plan: plan, source: source.checked)
    deciding.run.zoneFiles = zones
    let work = deciding
    guard jobs > 1 else {
      while let piece = next() {
        for outcome in work.outcomes(of: piece) { take(admitted(outcome)) }
      }
      return
    }
    let queue = DispatchQueue(label: "documents", attributes: .concurrent)
    var waiting: [DecidedPiece] = []
    var isOver = false
    while true {
      while !isOver, waiting.count <= jobs {
        guard let piece = next() else {
          isOver = true
          break
        }
        let decided = DecidedPiece()
        waiting.append(decided)
        queue.async { decided.fill(with: work.outcomes(of: piece)) }
      }
      guard !waiting.isEmpty else { return }
      for outcome in waiting.removeFirst().outcomes() { take(admitted(outcome)) }
    }
  }

  /// Returns the outcome without contracts whose ids others of the run have used, be it that those could
  /// not be decided.
  private mutating func admitted(_ outcome: CheckOutcome) -> CheckOutcome {
    var diagnostics = outcome.diagnostics
    let contracts = outcome.contracts.filter { decision in
      guard let first = placeBefore(decision.contract, in: outcome.files) else { return true }
      diagnostics.append(.contractTwice(decision.contract, first: first))
      return false
    }
    // Of two in one document that was said.
    var own: Set<String> = []
    for contract in outcome.undecided where own.insert(contract.id).inserted {
      if let first = placeBefore(contract, in: outcome.files) {
        diagnostics.append(.contractTwice(contract, first: first))
      }
    }
    guard diagnostics.count > outcome.diagnostics.count else { return outcome }
    return CheckOutcome(
      contracts: contracts, diagnostics: diagnostics, files: outcome.files,
      brokenInvariant: outcome.brokenInvariant,
      checkedNothing: contracts.allSatisfy(\.findings.isEmpty))
  }

  /// Notes a contract of a document; returns where its id was used before, if it was.
  private mutating func placeBefore(_ contract: Contract, in files: SourceFiles) -> String? {
    run.path(ofContract: contract.id) ?? register.note(contract, in: files)
  }
}

/// What every piece of the documents is decided with.
private struct DocumentDeciding: Sendable {
  var run: CheckRun
  let plan: EvaluationPlan
  let source: CheckedSource

  func outcomes(of piece: SourceFile) -> [CheckOutcome] {
    var run = run
    return run.outcomes(ofDocumentsIn: piece, by: source, under: plan)
  }
}

/// One piece on its way: a class, as whoever decides it and whoever waits for it hold the same.
private final class DecidedPiece: Sendable {
  private let found = Mutex<[CheckOutcome]>([])
  private let isDecided = DispatchSemaphore(value: 0)

  func fill(with outcomes: [CheckOutcome]) {
    found.withLock { $0 = outcomes }
    isDecided.signal()
  }

  /// Waits until the piece is decided, and returns what it came to.
  func outcomes() -> [CheckOutcome] {
    isDecided.wait()
    return found.withLock { $0 }
  }
}
