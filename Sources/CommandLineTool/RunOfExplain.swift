internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// One explanation on its way: contracts are decided file by file, and nothing of a decision is kept but
/// why it is so.
struct RunOfExplain {
  let options: ExplainOptions
  let host: Host
  private let asOf: CivilDate
  private var finder: InputFinder
  /// Files of contracts that are explained together.
  private var waiting: [ContractInput] = []
  private var explanations: [Explanation] = []
  /// The ids of all contracts, asked for or not.
  private var ids: [String] = []
  private var hasErrors = false
  private var brokenLaw: String?
  private var complaints = 0

  /// The most contracts that are explained at once: of more nobody reads all, and memory ends.
  private let mostContracts: Int

  init(_ options: ExplainOptions, on host: Host, mostContracts: Int = 10_000) {
    self.options = options
    self.mostContracts = mostContracts
    self.host = host
    asOf = host.asOf(options.asOf, verbosity: options.report.verbosity)
    finder = InputFinder(host: host)
  }

  /// Explains everything that was named, and returns how it went.
  mutating func explain() -> ExitStatus {
    let paths = CheckPaths(options.paths, source: options.source, on: host)
    let contracts = finder.files(at: paths.contracts, ending: ".contract")
    let failuresOfContracts = finder.failures
    let rulePaths = host.rulePaths(options.rules, beside: options.paths)
    let rules = finder.files(at: rulePaths, ending: ".rules")
    let isLacking = finder.failures > failuresOfContracts
    complainOfProblems()
    guard !rules.isEmpty, !contracts.isEmpty || !paths.documents.isEmpty, !isLacking else {
      guard !hasErrors else { return .unusableInput }
      _ = host.complainedOfNothing(
        in: CheckInput(ruleFiles: rules, contractFiles: contracts, recordFiles: [:], asOf: asOf),
        paths: options.paths, rules: rulePaths, to: "explain")
      return .nothingToCheck
    }
    var session = CheckSession(
      CheckTerms(
        ruleFiles: rules, asOf: asOf, isAsOfAsked: options.asOf != nil, explains: true,
        contract: options.contract))
    take(session.rules)
    for contract in contracts { explain(contract, in: &session) }
    explainWaiting(in: &session)
    explain(documentsAt: paths.documents, in: &session)
    if let brokenLaw { return host.confessing(brokenLaw) }
    guard explanations.count <= mostContracts else {
      host.complain(
        "there are more than \(mostContracts) contracts to explain; name one with --contract ID"
      )
      return .unusableInput
    }
    let unknown = unknownNames
    for message in unknown { host.complain(message) }
    guard unknown.isEmpty else { return .unusableInput }
    return .combining(statuses + [write()])
  }

  private var statuses: [ExitStatus] {
    if hasErrors { return [.unusableInput] }
    return explanations.isEmpty ? [.nothingToCheck] : []
  }

  private mutating func complainOfProblems() {
    for problem in finder.problems.dropFirst(complaints) { complain(problem) }
    complaints = finder.problems.count
  }

  private mutating func complain(_ problem: String) {
    host.complain(problem)
    hasErrors = true
  }

  private mutating func take(_ outcome: CheckOutcome) {
    brokenLaw = brokenLaw ?? outcome.brokenInvariant
    guard brokenLaw == nil else { return }
    host.tell(outcome.diagnostics, in: outcome.files, verbosity: options.report.verbosity)
    hasErrors = hasErrors || outcome.diagnostics.contains(where: \.isError)
    ids += outcome.leftOut
    if explanations.count <= mostContracts { explanations += outcome.explanations }
  }

  private mutating func explain(_ contract: InputFile, in session: inout CheckSession) {
    let needs = session.needs(of: contract)
    if let asked = options.contract, !needs.ids.isEmpty, !needs.ids.contains(asked) {
      ids += needs.ids
      return
    }
    // A missing record may be the one that holds money back.
    let failuresBefore = finder.failures
    let records = finder.records(of: contract, matching: needs.recordPatterns)
    // What is found in other files is told in its turn.
    if finder.problems.count > complaints { explainWaiting(in: &session) }
    complainOfProblems()
    guard finder.failures == failuresBefore else { return }
    let input = ContractInput(
      file: contract, records: RecordInputs(files: records), zones: finder.zones(needs.zones))
    if input.canWait {
      waiting.append(input)
      if waiting.count == CheckSession.mostFiles(atOnceBy: host.processors()) {
        explainWaiting(in: &session)
      }
    } else {
      explainWaiting(in: &session)
      session.decide(input) { take($0) }
    }
  }

  private mutating func explainWaiting(in session: inout CheckSession) {
    let inputs = waiting
    waiting = []
    session.decide(inputs, jobs: host.processors()) { take($1) }
  }

  private mutating func explain(documentsAt paths: [String], in session: inout CheckSession) {
    guard !paths.isEmpty else { return }
    do throws(SourceChoice.Problem) {
      let choice = try SourceChoice(session.documentSources, asked: options.source)
      let groups = try choice.groups(of: paths, standardInputName: finder.standardInputName)
      for (source, paths) in groups where source.isSound {
        let found = finder.paths(at: paths, ending: source.endings)
        complainOfProblems()
        for path in found {
          if finder.isPipe(path, notAmong: paths) {
            complain("'\(VisibleText.escaping(path))': \(FileError.notRegular.words)")
          } else {
            explain(path, by: source, in: &session)
          }
        }
      }
    } catch {
      complain(error.message)
    }
  }

  private mutating func explain(
    _ path: String, by source: DocumentSource, in session: inout CheckSession
  ) {
    do throws(FileError) {
      let file = try host.openInput(path == "-" ? nil : path)
      defer { file.close() }
      let pieces = DocumentPieces(
        file, called: path, cutInto: source.unit, takesDigest: false)
      session.decide(
        by: source, zones: finder.zones(source.zones),
        jobs: pieces.isShort ? 1 : host.processors(), next: { pieces.next() },
        handingOn: { document in
          guard case .whole(let outcome) = document else { return }
          take(outcome)
          if explanations.count > mostContracts { pieces.stop() }
        })
      if let failure = pieces.failure { throw failure }
    } catch {
      complain("'\(VisibleText.escaping(path))': \(error.words)")
    }
  }

  /// What is asked about and is not there, in words.
  private var unknownNames: [String] {
    let contracts = explanations.map(\.decision.contract)
    let milestones = contracts.flatMap { contract in
      contract.subjects(of: .milestone).map { contract[$0].name }
    }
    let rules = explanations.flatMap { $0.decision.findings.map(\.rule.rule) }
    let known = ids + contracts.map(\.id)
    // One that could not be decided is there.
    let contract =
      hasErrors ? nil : unknown(options.contract, "contract", among: known, "there is no")
    if let contract { return [contract] }
    return [
      unknown(options.milestone, "milestone", among: milestones, "no contract has a"),
      unknown(options.rule, "rule", among: rules, "these contracts are not judged by a"),
    ].compactMap { $0 }
  }

  private func unknown(
    _ name: String?, _ what: String, among names: [String], _ words: String
  ) -> String? {
    guard let name, !names.contains(name) else { return nil }
    let nearest = NearestName.of(name, among: Array(Set(names)).sorted())
    // A document calls its contracts what it likes.
    let hint = nearest.map { "; did you mean '\(VisibleText.escaping($0))'?" } ?? ""
    return "\(words) \(what) named '\(VisibleText.escaping(name))'\(hint)"
  }

  private func write() -> ExitStatus {
    let sorted = explanations.sorted {
      $0.decision.contract.id.utf8.lexicographicallyPrecedes($1.decision.contract.id.utf8)
    }
    let report = ExplanationReport(
      asOf: asOf, asOfIsToday: options.asOf == nil, explanations: sorted,
      milestone: options.milestone, rule: options.rule)
    return host.write(
      options.report, in: options.format, text: { TextExplanation.rendering(report, style: $0) },
      json: { JSONExplanation.rendering(report) })
  }
}
