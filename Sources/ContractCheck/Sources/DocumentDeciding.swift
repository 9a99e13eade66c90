import ContractModel
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
    next: @escaping @Sendable () -> SourceFile?, handingOn take: (DecidedDocument) -> Void
  ) {
    guard let first = next() else { return }
    var deciding = DocumentDeciding(run: run, plan: plan, source: source.checked)
    deciding.run.zoneFiles = zones
    guard first.holdsDocuments(of: source.checked) else {
      if run.tells(of: []) { take(.nothing(path: first.path)) }
      return
    }
    if run.purpose == .sumUp {
      deciding.brief = briefs.deciding(first, by: source.checked, under: plan)
    }
    let work = deciding
    guard jobs > 1 else {
      var piece: SourceFile? = first
      while let current = piece {
        work.decide(current) { take(admitted($0)) }
        piece = next()
      }
      return
    }
    guard source.unit == .file else {
      WorkAtOnce(after: [first], jobs: jobs, next: next) { work.decided($0) }
        .run { for document in $0 { take(admitted(document)) } }
      return
    }
    var contracts: ContractsOfDocument?
    work.look(at: first, handingOn: { take(admitted($0)) }, then: { contracts = $0 })
    guard let contracts else { return }
    WorkAtOnce(after: contracts.parts, jobs: jobs, next: { nil }) { contracts.decided($0) }
      .run { for document in $0 { take(admitted(document)) } }
  }

  /// Returns the document without contracts whose ids others of the run have used.
  private mutating func admitted(_ document: DecidedDocument) -> DecidedDocument {
    switch document {
    case .nothing: return document
    case .whole(let outcome): return .whole(admitted(outcome))
    case .brief(let contract):
      let id = contract.id
      let first =
        run.path(ofContract: id)
        ?? register.note(id, in: contract.file.path, at: contract.line)
      return first.map { .whole(contract.refused(first: $0)) } ?? document
    }
  }

  /// Returns the outcome without contracts whose ids others of the run have used, be it that those could
  /// not be decided.
  private mutating func admitted(_ outcome: CheckOutcome) -> CheckOutcome {
    var diagnostics = outcome.diagnostics
    var refused: Set<String> = []
    for contract in outcome.allContracts {
      guard let first = placeBefore(contract, in: outcome.files) else { continue }
      diagnostics.append(
        .contractTwice(named: contract.id, at: contract.range, first: first))
      refused.insert(contract.id)
    }
    guard !refused.isEmpty else { return outcome }
    let contracts = outcome.contracts.filter { !refused.contains($0.contract.id) }
    return CheckOutcome(
      contracts: contracts, diagnostics: diagnostics, files: outcome.files,
      brokenInvariant: outcome.brokenInvariant,
      checkedNothing: contracts.allSatisfy(\.findings.isEmpty), appliedRows: outcome.appliedRows,
      place: outcome.place, undecided: outcome.undecided,
      explanations: outcome.explanations.filter { !refused.contains($0.decision.contract.id) },
      understood: outcome.understood.filter { !refused.contains($0.contract.id) },
      leftOut: outcome.leftOut)
  }

  /// Notes a contract of a document; returns where its id was used before, if it was.
  private mutating func placeBefore(_ contract: Contract, in files: SourceFiles) -> String? {
    run.path(ofContract: contract.id) ?? register.note(contract, in: files)
  }
}

/// What became of one document.
package enum DecidedDocument: Sendable {
  case whole(CheckOutcome)
  /// A contract without a word about why, as nobody asks.
  case brief(BriefContract)
  /// A file in which there is no document at all.
  case nothing(path: String)
}

/// What every piece of the documents is decided with.
private struct DocumentDeciding: Sendable {
  var run: CheckRun
  let plan: EvaluationPlan
  let source: CheckedSource
  /// Where documents can be decided in brief.
  var brief: BriefDecidings?

  func decided(_ piece: SourceFile) -> [DecidedDocument] {
    var documents: [DecidedDocument] = []
    decide(piece) { documents.append($0) }
    return documents
  }

  /// Hands on what each document of a piece comes to, none of which is kept.
  func decide(_ piece: SourceFile, handingOn take: (DecidedDocument) -> Void) {
    guard let brief else { return decideAsAWhole(piece, handingOn: take) }
    var deciding = brief.take()
    defer { brief.keep(deciding) }
    for line in piece.firstLine..<piece.firstLine + piece.lineCount {
      let range = piece.line(line).indices
      if let decision = deciding.decision(
        of: piece.bytes.span, within: range, asOf: run.asOf, takesStated: run.takesStatedAsOf)
      {
        let contract = BriefContract(decision, id: deciding.id, line: line, in: piece)
        take(borneOut(contract, in: piece))
      } else if line == 1, !deciding.isPlainText {
        // It may be that the file is no text at all, which is said once.
        return decideAsAWhole(piece, handingOn: take)
      } else {
        decideAsAWhole(piece.alone(line), handingOn: take)
      }
    }
  }

  /// Returns the contract where it comes out the same as a whole: one in so many is decided both ways,
  /// and nothing counts where the two are not alike.
  private func borneOut(_ contract: BriefContract, in piece: SourceFile) -> DecidedDocument {
    guard brief?.isOneToCheck ?? true else { return .brief(contract) }
    var decided: [DecidedDocument] = []
    decideAsAWhole(piece.alone(contract.line)) { decided.append($0) }
    guard decided.count == 1, case .whole(let outcome) = decided[0] else {
      return .whole(contract.broken)
    }
    if outcome.brokenInvariant != nil { return decided[0] }
    guard outcome.diagnostics.isEmpty, outcome.contracts.count == 1,
      BriefDecision(outcome.contracts[0]) == contract.decision
    else { return .whole(contract.broken) }
    return .brief(contract)
  }

  /// Hands on what is wrong with the document that a piece is, and then what has its contracts.
  func look(
    at piece: SourceFile, handingOn take: (DecidedDocument) -> Void,
    then decide: (ContractsOfDocument) -> Void
  ) {
    var run = run
    run.look(
      atDocumentsIn: piece, by: source, under: plan, handingOn: { take(.whole($0)) }, then: decide)
  }

  private func decideAsAWhole(
    _ piece: SourceFile, handingOn take: (DecidedDocument) -> Void
  ) {
    var run = run
    run.decide(documentsIn: piece, by: source, under: plan) { take(.whole($0)) }
  }
}

extension ContractsOfDocument {
  /// A few at a time, so that no processor waits long for another.
  fileprivate var parts: [Range<Int>] {
    let size = 16
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  fileprivate func decided(_ places: Range<Int>) -> [DecidedDocument] {
    var documents: [DecidedDocument] = []
    decide(places) { documents.append(.whole($0)) }
    return documents
  }
}

extension SourceFile {
  /// One line of the file as a part of it.
  fileprivate func alone(_ line: Int) -> SourceFile {
    SourceFile(path: path, bytes: Array(self.line(line)), firstLine: line)
  }
}

/// The sources by which documents are decided in brief, each made once in a run that has many.
struct BriefSources: Sendable {
  private var lines = 0
  private var decidings: [String: BriefDecidings?] = [:]

  /// So few lines are decided before there is a way to do it in brief.
  private static let few = 8

  /// Returns what decides in brief the documents that a piece begins; nil where there are few, or some of
  /// the source takes a closer look.
  fileprivate mutating func deciding(
    _ piece: SourceFile, by source: CheckedSource, under plan: EvaluationPlan
  ) -> BriefDecidings? {
    lines += piece.lineCount
    guard lines > Self.few else { return nil }
    if let known = decidings[source.name] { return known }
    let made = BriefSource(source, under: plan).map(BriefDecidings.init)
    decidings.updateValue(made, forKey: source.name)
    return made
  }
}

/// What decides in brief, for as many as do so at once: a class, as all of them share it, and what one
/// has made room for the next need not make.
private final class BriefDecidings: Sendable {
  private let source: BriefSource
  private let free = Mutex<[BriefDeciding]>([])
  private let count = Atomic(0)

  init(_ source: BriefSource) { self.source = source }

  private static let checkedOneIn = 4_096

  /// Whether the next contract is one of those that are decided both ways.
  var isOneToCheck: Bool {
    count.add(1, ordering: .relaxed).oldValue.isMultiple(of: Self.checkedOneIn)
  }

  func take() -> BriefDeciding { free.withLock { $0.popLast() } ?? BriefDeciding(source) }

  func keep(_ deciding: BriefDeciding) { free.withLock { $0.append(deciding) } }
}
