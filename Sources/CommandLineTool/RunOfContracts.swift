internal import ContractCheck
internal import ContractModel
internal import Reporting
internal import SourceText

/// Contracts on their way through one session, file by file and document by document: each is handed on,
/// and nothing of it is kept but its id.
struct RunOfContracts {
  /// What the command line names.
  struct Named {
    let paths: [String]
    let rules: [String]
    /// The source by which documents are read for their contracts.
    let source: String?
    /// The id of the one contract that is asked for; nil for all.
    let contract: String?
  }

  private let named: Named
  private let verbosity: TextStyle.Verbosity
  private let host: Host
  private var finder: InputFinder
  /// Files of contracts that are gone through together.
  private var waiting: [ContractInput] = []
  /// The ids of all contracts, asked for or not.
  private var ids: [String] = []
  private var warnings = ToldWarnings(about: SourceFiles())
  private var complaints = 0
  /// How many things are done at once.
  private lazy var jobs = host.jobs(nil)
  /// Whether something could not be read or decided.
  private(set) var hasErrors = false
  private var brokenLaw: String?
  private var isEnough = false

  init(_ named: Named, verbosity: TextStyle.Verbosity, on host: Host) {
    self.named = named
    self.verbosity = verbosity
    self.host = host
    finder = InputFinder(host: host)
  }

  /// Goes through everything that was named, and hands on what is found for as long as more is wanted;
  /// returns how the command ends where nothing more is to be said.
  mutating func run(
    to verb: String, under terms: (_ ruleFiles: [InputFile]) -> CheckTerms,
    wantsMoreAfter take: (CheckOutcome) -> Bool
  ) -> ExitStatus? {
    let paths = CheckPaths(named.paths, source: named.source, on: host)
    let contracts = finder.files(at: paths.contracts, ending: ".contract")
    let failuresOfContracts = finder.failures
    let rulePaths = host.rulePaths(named.rules, beside: named.paths)
    let rules = finder.files(at: rulePaths, ending: ".rules")
    let isLacking = finder.failures > failuresOfContracts
    complainOfProblems()
    guard !rules.isEmpty, !contracts.isEmpty || !paths.documents.isEmpty, !isLacking else {
      guard !hasErrors else { return .unusableInput }
      _ = host.complainedOfNothing(
        in: CheckInput(
          ruleFiles: rules, contractFiles: contracts, recordFiles: [:], asOf: .first),
        paths: named.paths, rules: rulePaths, to: verb)
      return .nothingToCheck
    }
    var session = CheckSession(terms(rules))
    warnings = ToldWarnings(about: session.rules.files)
    hand(on: session.rules, to: take)
    for contract in contracts where !isEnough { read(contract, in: &session, handingOnTo: take) }
    readWaiting(in: &session, handingOnTo: take)
    read(documentsAt: paths.documents, in: &session, handingOnTo: take)
    host.tellRest(of: warnings, verbosity: verbosity)
    if let brokenLaw { return host.confessing(brokenLaw) }
    // One that could not be decided is there.
    guard !hasErrors, let asked = named.contract, !ids.contains(asked) else { return nil }
    host.complain(unknownName(asked, "contract", among: ids, "there is no"))
    return .unusableInput
  }

  private mutating func complainOfProblems() {
    for problem in finder.problems.dropFirst(complaints) { complain(problem) }
    complaints = finder.problems.count
  }

  private mutating func complain(_ problem: String) {
    host.complain(problem)
    hasErrors = true
  }

  private mutating func hand(on outcome: CheckOutcome, to take: (CheckOutcome) -> Bool) {
    brokenLaw = brokenLaw ?? outcome.brokenInvariant
    guard brokenLaw == nil else { return }
    let untold = warnings.untold(outcome.diagnostics, in: outcome.files)
    host.tell(untold, in: outcome.files, verbosity: verbosity)
    hasErrors = hasErrors || outcome.diagnostics.contains(where: \.isError)
    ids += outcome.ids
    if !isEnough { isEnough = !take(outcome) }
  }

  private mutating func read(
    _ contract: InputFile, in session: inout CheckSession,
    handingOnTo take: (CheckOutcome) -> Bool
  ) {
    let needs = session.needs(of: contract)
    if let asked = named.contract, !needs.ids.isEmpty, !needs.ids.contains(asked) {
      ids += needs.ids
      return
    }
    // A missing record may be the one that holds money back.
    let failuresBefore = finder.failures
    let records = finder.records(of: contract, matching: needs.recordPatterns)
    // What is found in other files is told in its turn.
    if finder.problems.count > complaints { readWaiting(in: &session, handingOnTo: take) }
    complainOfProblems()
    guard finder.failures == failuresBefore else { return }
    let input = ContractInput(
      file: contract, records: RecordInputs(files: records), zones: finder.zones(needs.zones))
    if input.canWait {
      waiting.append(input)
      if waiting.count == CheckSession.mostFiles(atOnceBy: jobs) {
        readWaiting(in: &session, handingOnTo: take)
      }
    } else {
      readWaiting(in: &session, handingOnTo: take)
      session.decide(input) { hand(on: $0, to: take) }
    }
  }

  private mutating func readWaiting(
    in session: inout CheckSession, handingOnTo take: (CheckOutcome) -> Bool
  ) {
    let inputs = waiting
    waiting = []
    session.decide(inputs, jobs: jobs) { hand(on: $1, to: take) }
  }

  private mutating func read(
    documentsAt paths: [String], in session: inout CheckSession,
    handingOnTo take: (CheckOutcome) -> Bool
  ) {
    guard !paths.isEmpty, !isEnough else { return }
    do throws(SourceChoice.Problem) {
      let choice = try SourceChoice(session.documentSources, asked: named.source)
      let groups = try choice.groups(of: paths, standardInputName: finder.standardInputName)
      for (source, paths) in groups where source.isSound {
        let found = finder.paths(at: paths, ending: source.endings)
        complainOfProblems()
        for path in found where !isEnough {
          if finder.isPipe(path, notAmong: paths) {
            complain("'\(VisibleText.escaping(path))': \(FileError.notRegular.words)")
          } else {
            read(path, by: source, in: &session, handingOnTo: take)
          }
        }
      }
    } catch {
      complain(error.message)
    }
  }

  private mutating func read(
    _ path: String, by source: DocumentSource, in session: inout CheckSession,
    handingOnTo take: (CheckOutcome) -> Bool
  ) {
    do throws(FileError) {
      let file = try host.openInput(path == "-" ? nil : path)
      defer { file.close() }
      let pieces = DocumentPieces(
        file, called: path, cutInto: source.unit, takesDigest: false)
      session.decide(
        by: source, zones: finder.zones(source.zones),
        jobs: pieces.isShort ? 1 : jobs, next: { pieces.next() },
        handingOn: { document in
          switch document {
          case .whole(let outcome):
            hand(on: outcome, to: take)
            if isEnough { pieces.stop() }
          case .nothing(let path):
            complain("'\(VisibleText.escaping(path))': there is no document in it")
          case .brief: break
          }
        })
      if let failure = pieces.failure { throw failure }
    } catch {
      complain("'\(VisibleText.escaping(path))': \(error.words)")
    }
  }
}

/// Says that there is nothing of a name, and which name is the nearest.
func unknownName(
  _ name: String, _ what: String, among names: [String], _ words: String
) -> String {
  let nearest = NearestName.of(name, among: Array(Set(names)).sorted())
  // A document calls its contracts what it likes.
  let hint = nearest.map { "; did you mean '\(VisibleText.escaping($0))'?" } ?? ""
  return "\(words) \(what) named '\(VisibleText.escaping(name))'\(hint)"
}
