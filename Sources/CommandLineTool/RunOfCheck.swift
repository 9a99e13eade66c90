internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// One check on its way: contract files are read, decided and reported one after the other.
struct RunOfCheck {
  let options: CheckOptions
  let host: Host
  private let asOf: CivilDate
  private let baseline: Baseline?
  var finder: InputFinder
  var reports: CheckReports
  private var tally = CheckTally()
  private var warnings = ToldWarnings(about: SourceFiles())
  private var progress: ProgressLine
  private(set) var brokenLaw: String?
  /// Whether something that was named could not be read.
  private var hasProblems = false
  /// Whether it was said of a file that there is nothing in it.
  private var hasEmptyFiles = false
  private var complaints = 0
  /// How many things are done at once.
  private(set) lazy var jobs = host.jobs(options.jobs)
  /// Files of contracts, with their places in the run, that are decided together at their turn.
  var waiting: [(place: Int, input: ContractInput)] = []
  /// Whether the files were looked through, and no contract of this shard was in any.
  private var isIdle = false

  init(_ options: CheckOptions, _ head: ReportHead, against baseline: Baseline?, on host: Host) {
    self.options = options
    self.host = host
    self.baseline = baseline
    asOf = head.asOf
    finder = InputFinder(host: host, standardInputName: options.standardInputName)
    reports = CheckReports(head, asked: options, on: host)
    progress = ProgressLine(host: host, isWanted: options.showsProgress(on: host))
  }

  /// Decides everything that was named, and returns how it went.
  mutating func decide(by checker: Checker) -> ExitStatus {
    let paths = CheckPaths(
      options.paths, source: options.source, standardInputName: finder.standardInputName, on: host)
    let contracts = finder.files(at: paths.contracts, ending: ".contract")
    complainOfProblems()
    let failuresOfContracts = finder.failures
    let rulePaths = host.rulePaths(options.rules, beside: placesOfContracts)
    let rules = finder.files(at: rulePaths, ending: ".rules")
    tellIgnored()
    let measures = options.measures.flatMap { finder.recordFile(at: $0, source: nil) }
    let isLacking = finder.failures > failuresOfContracts
    complainOfProblems()
    if !rules.isEmpty, !contracts.isEmpty || !paths.documents.isEmpty, !isLacking {
      let isBrief = reports.areBrief && baseline == nil && options.shard == nil
      let session = checker.begin(
        CheckTerms(
          ruleFiles: rules, asOf: asOf, isAsOfAsked: options.asOf != nil,
          honoursWaivers: options.honoursWaivers, shard: options.shard, measures: measures,
          purpose: isBrief ? .sumUp : .decide))
      reports.add(rules, as: .rules)
      reports.add(measures.map { [$0] } ?? [], as: .records)
      warnings = ToldWarnings(about: session.rules.files)
      take(session.rules, of: nil)
      decide(contracts, in: session, by: checker)
      decide(documentsAt: paths.documents, after: contracts.count, in: session)
      host.tellRest(of: warnings, verbosity: options.report.verbosity)
    }
    if let law = brokenLaw {
      reports.abandon()
      return host.confessing(law)
    }
    if tally.checkedNothing, !hasProblems, !tally.hasErrors, !hasEmptyFiles {
      tellNothing(
        was: CheckInput(
          ruleFiles: rules, contractFiles: contracts, recordFiles: [:], asOf: asOf),
        rulePaths: rulePaths, hasDocuments: !paths.documents.isEmpty)
    }
    var statuses = tally.statuses(under: options.status)
    if isIdle { statuses.removeAll { $0 == .nothingToCheck } }
    if hasProblems { statuses.append(.unusableInput) }
    return .combining(statuses + reports.end())
  }

  /// A missing rule may be the one that holds money back, so without all the rules nothing is
  /// decided; nor is a contract without all its records.
  private mutating func decide(
    _ contracts: [InputFile], in session: Checker.Session, by checker: Checker
  ) {
    isIdle = options.shard != nil
    let ordered = inOrder(contracts.map { ($0, session.needs($0)) })
    let areMany = contracts.count >= CheckSession.fewFiles && jobs > 1
    for (count, contract) in ordered.enumerated() where brokenLaw == nil {
      progress.show(count, of: contracts.count)
      reports.add([contract.file], as: .contract)
      guard options.shard?.contains(someOf: contract.needs.ids) ?? true else { continue }
      isIdle = false
      decide(contract.file, at: count, needing: contract.needs, amongMany: areMany, in: session)
    }
    decideWaiting(in: session)
    progress.clear()
  }

  /// The files in the order of their first contracts, so that no name of a folder decides what a
  /// reader finds first.
  private func inOrder(
    _ contracts: [(file: InputFile, needs: ContractNeeds)]
  ) -> [(file: InputFile, needs: ContractNeeds)] {
    func first(_ needs: ContractNeeds) -> String { needs.ids.sortedByBytes.first ?? "" }
    return contracts.enumerated().map { ($0.offset, first($0.element.needs), $0.element) }
      .sorted { left, right in
        left.1 == right.1 ? left.0 < right.0 : left.1.utf8.lexicographicallyPrecedes(right.1.utf8)
      }.map(\.2)
  }

  /// Takes what came of a file; of none, what came of the rules.
  mutating func take(_ outcome: CheckOutcome, of file: Int?) {
    if file != nil { isIdle = false }
    let place = file.flatMap { placeInRun($0, outcome.place) }
    brokenLaw = brokenLaw ?? outcome.brokenInvariant
    guard brokenLaw == nil else { return }
    if !outcome.diagnostics.isEmpty { progress.clear() }
    let untold = warnings.untold(outcome.diagnostics, in: outcome.files)
    host.tell(untold, in: outcome.files, verbosity: options.report.verbosity)
    for diagnostic in outcome.diagnostics {
      reports.add(ReportedDiagnostic(diagnostic, in: outcome.files, found: place))
    }
    tally.add(outcome)
    if outcome.checkedNothing, !options.status.allowsEmpty {
      for decision in outcome.contracts { tellUnchecked(decision.contract, found: place) }
    }
    for decision in outcome.contracts {
      let contract = ReportedContract(decision, files: outcome.files, place: place)
      let compared = baseline?.comparing(contract) ?? contract
      tally.add(compared)
      reports.add(compared)
    }
  }

  /// Takes a contract that was decided without a word about why.
  mutating func take(_ contract: BriefDecision) {
    tally.add(contract)
    reports.add(contract)
  }

  /// A contract to which no rule applied is not passed, whatever else was checked.
  private mutating func tellUnchecked(_ contract: Contract, found: RunPlace?) {
    let message =
      "no rule applied to contract '\(VisibleText.escaping(contract.id))': nothing of it was checked"
    progress.clear()
    host.complain(message)
    reports.add(ReportedDiagnostic(error: .nothingToCheck, message, found: found))
  }

  /// A file without a document is not passed either.
  mutating func tellEmpty(_ path: String, found: RunPlace?) {
    isIdle = false
    guard !options.status.allowsEmpty else { return }
    hasEmptyFiles = true
    let message =
      "there is no document in '\(VisibleText.escaping(path))': nothing of it was checked"
    progress.clear()
    host.complain(message)
    let diagnostic = ReportedDiagnostic(error: .noDocument, message, found: found)
    reports.add(diagnostic)
    tally.add(diagnostic)
  }

  /// Where in the whole run something is, which only the report of a shard tells.
  func placeInRun(_ file: Int, _ contract: Int) -> RunPlace? {
    options.shard.map { _ in RunPlace(file: file, contract: contract) }
  }

  /// Whether something could not be used of which nothing was said yet.
  var hasUntoldProblems: Bool { finder.problems.count > complaints }

  mutating func complainOfProblems(with file: Int? = nil) {
    let found = file.flatMap { placeInRun($0, 0) }
    for problem in finder.problems.dropFirst(complaints) { complain(problem, found: found) }
    complaints = finder.problems.count
  }

  /// Says on standard error, and in every report, that something could not be read.
  mutating func complain(_ problem: String, found: RunPlace? = nil) {
    progress.clear()
    host.complain(problem)
    reports.add(ReportedDiagnostic(error: .unreadable, problem, found: found))
    hasProblems = true
  }

  /// What a check passes over is said, as somebody may rely on it.
  private func tellIgnored() {
    guard !finder.ignored.isEmpty else { return }
    let name = IgnoredPaths.fileName
    host.complain("note: passed over, as \(name) names them: \(finder.ignored.quotedList)")
  }

  private mutating func tellNothing(
    was input: CheckInput, rulePaths: [String], hasDocuments: Bool
  ) {
    let nothing = host.nothingFound(
      in: input, paths: options.paths, rules: rulePaths, to: "check", hasDocuments: hasDocuments)
    if nothing == nil, let shard = options.shard {
      // Whether any rule applied to anything is known when all shards are put together.
      if isIdle { host.complain("note: no contract falls to shard \(shard.text)") }
      return
    }
    let message = nothing ?? options.paths.nothingApplied
    host.complain(message)
    if !options.status.allowsEmpty {
      reports.add(ReportedDiagnostic(error: .nothingToCheck, message))
    }
  }

  private var placesOfContracts: [String] {
    options.paths.map { $0 == "-" ? finder.standardInputName : $0 }
  }
}

extension CheckOptions {
  /// Whether whoever waits at the terminal sees nothing else of a long run.
  fileprivate func showsProgress(on host: Host) -> Bool {
    let isReportOnTerminal = report.output == nil && host.isOutputTerminal
    return host.isErrorTerminal && !isReportOnTerminal && report.verbosity != .quiet
      && host.environment("CI") == nil
  }
}

extension Shard {
  /// Whether some contract of a file is in this part; of a file without one, what it says of itself.
  fileprivate func contains(someOf ids: [String]) -> Bool {
    ids.isEmpty ? contains("") : ids.contains(where: contains)
  }
}

extension [String] {
  /// What is said where there are contracts and rules at these paths, and no rule applied to any.
  var nothingApplied: String { "nothing to check: no rule applied to what is in \(quotedList)" }
}

extension DiagnosticID {
  /// There was no contract, or no rule that applied to one.
  static let nothingToCheck = DiagnosticID("nothing-to-check")
  /// There was no document in a file.
  static let noDocument = DiagnosticID("no-document")
  /// A path could not be used.
  static let unreadable = DiagnosticID("unreadable")
}
