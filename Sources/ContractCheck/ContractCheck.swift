import ContractModel
package import Records
package import RuleChecking
import RuleEvaluation
import RuleSyntax
import Settlement
package import SourceText

/// Decides contracts by their rules and records: the whole pipeline on one screen.
package enum ContractCheck {
  /// Returns what the contracts of a file are called, and ask for beside it.
  package static func needs(of contractFile: InputFile) -> ContractNeeds {
    let file = SourceFile(path: contractFile.path, bytes: contractFile.bytes)
    return SyntaxTree.parsing(file, id: FileID(0)).value.needs
  }

  /// Decides every contract as of the date; what cannot be decided is in the diagnostics.
  package static func run(_ input: CheckInput) -> CheckOutcome {
    var run = CheckRun(asOf: input.asOf, zoneFiles: input.zoneFiles)
    run.takesStatedAsOf = input.takesStatedAsOf
    run.contractsAsked = input.contractIDs
    run.decide(input)
    return run.outcome
  }

  /// Returns the records that a file of somebody else states by its source; nil where one cannot be
  /// read.
  package static func records(
    of input: InputFile, under ruleFiles: [InputFile]
  ) -> [RawRecord]? {
    var run = CheckRun(asOf: .first)
    let rules = run.readRules(ruleFiles)
    guard let source = rules.sources.first(where: { $0.name == input.source }), source.isSound
    else {
      return nil
    }
    let before = run.diagnostics.count
    let file = run.files.add(SourceFile(path: input.path, bytes: input.bytes))
    var records: [RawRecord] = []
    run.read(recordsIn: file, by: source) { records.append($0) }
    return run.diagnostics[before...].contains(where: \.isError) ? nil : records
  }

  /// Understands every contract and decides none; the as-of date is not looked at.
  package static func understanding(_ input: CheckInput) -> CheckOutcome {
    var run = CheckRun(asOf: input.asOf, zoneFiles: input.zoneFiles)
    run.purpose = .understand
    run.decide(input)
    return run.outcome
  }

  /// What is wrong with contract files, as files and in what they say; nothing is decided.
  package static func mistakes(
    in contracts: [FileID], of files: SourceFiles, under rules: RuleBook
  ) -> [Diagnostic] {
    var run = CheckRun(asOf: .first, files: files)
    for file in contracts { run.look(at: file, under: rules) }
    return run.diagnostics
  }
}

/// One run on its way: what has been read, decided and found wrong so far.
struct CheckRun: Sendable {
  let asOf: CivilDate
  var zoneFiles: [String: ZoneFile]
  /// Whether the waivers of contracts count.
  var honoursWaivers = true
  /// The part of the contracts that is decided; nil for all.
  var shard: Shard?
  /// The ids of the contracts that are decided; nil for all.
  var contractsAsked: Set<String>?
  /// The ids of contracts that were not asked for.
  private var leftOut: [String] = []
  /// Where in its file what is handed on was found.
  var place = 0
  /// Whether this is a test of rules: it reads no record files, and may ask that a rule has no value.
  var isTest = false
  /// Whether the as-of date that a document states counts.
  var takesStatedAsOf = true
  /// What an engine measured, which is taken in the place of records.
  var measures: MeasureFile?
  var files = SourceFiles()
  var diagnostics: [Diagnostic] = []
  var contracts: [ContractDecision] = []
  var brokenInvariant: String?
  var purpose = CheckPurpose.decide
  private var explanations: [Explanation] = []
  /// The rows of tables that applied; nil where nobody asks.
  var appliedRows: Set<SourceRange>?
  private var understood: [UnderstoodContract] = []
  /// Contracts of documents that could not be decided, which have their ids for all that.
  var undecided: [Contract] = []
  /// The contract file that was looked into last: a run of one file decides that next.
  var latest: ParsedFile?
  /// Where each contract id was first used.
  private var ids: [String: (range: SourceRange, path: String)] = [:]

  init(
    asOf: CivilDate, zoneFiles: [String: ZoneFile] = [:], files: SourceFiles = SourceFiles()
  ) {
    self.asOf = asOf
    self.zoneFiles = zoneFiles
    self.files = files
  }

  var outcome: CheckOutcome {
    CheckOutcome(
      contracts: contracts.sorted {
        $0.contract.id.utf8.lexicographicallyPrecedes($1.contract.id.utf8)
      }, diagnostics: diagnostics.withoutRepeats, files: files,
      brokenInvariant: brokenInvariant,
      checkedNothing: contracts.allSatisfy { $0.findings.isEmpty }, appliedRows: appliedRows ?? [],
      place: place, undecided: undecided, explanations: explanations, understood: understood,
      leftOut: leftOut)
  }

  /// Reads the rules and decides the contracts of files in the order of their paths, then those of
  /// documents.
  mutating func decide(_ input: CheckInput) {
    let plan = EvaluationPlan(readRules(input.ruleFiles))
    let sorted = input.contractFiles.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    for file in sorted {
      decide(file, records: RecordInputs(files: input.recordFiles[file.path] ?? []), under: plan)
    }
    for document in input.documents {
      decide(document, atMost: input.mostContracts, under: plan)
    }
  }

  mutating func readRules(_ inputs: [InputFile]) -> RuleBook {
    let sorted = inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let trees = sorted.map { parse($0) }
    let rules = RuleBook.checking(trees, in: files, having: diagnostics)
    diagnostics += rules.diagnostics
    return rules.value
  }

  /// Decides every contract of a file.
  ///
  /// Where somebody takes what is decided, it is handed on contract by contract, and nothing of it is
  /// kept but the texts of the file.
  mutating func decide(
    _ input: InputFile, records: RecordInputs, under plan: EvaluationPlan,
    handingOn take: ((CheckOutcome) -> Void)? = nil
  ) {
    let before = diagnostics.count
    let tree = parse(input)
    let calendars = checkedCalendars(of: tree, beside: plan.rules.calendars)
    let isBroken = diagnostics[before...].contains(where: \.isError)
    if !isBroken { reportEmptiness(of: tree) }
    let texts = files
    let lines = tree.contractLines.sortedByID(of: \.contractID)
    if !tells(of: lines.lazy.map(\.contractID)) { diagnostics.removeSubrange(before...) }
    for (place, line) in lines.enumerated() where decidesOrLeavesOut(line.contractID) {
      if let contract = check(line, calendars: calendars, under: plan.rules),
        isNew(contract.contract)
      {
        decide(contract, statedBy: line, records: records, under: plan, isRead: !isBroken)
      }
      handOn(to: take, from: place, keeping: texts)
    }
    handOn(to: take, from: lines.count, keeping: texts)
  }

  /// Whether what is wrong with a text that states contracts of some ids is told: a shard tells it with
  /// the first, and one that is asked for may be any.
  func tells(of ids: some Collection<String>) -> Bool {
    (shard?.contains(ids.first ?? "") ?? true)
      && (contractsAsked == nil || ids.isEmpty || ids.contains(where: isAsked))
  }

  private func decides(_ id: String) -> Bool { (shard?.contains(id) ?? true) && isAsked(id) }

  /// One without an id may be the one that is asked for.
  private func isAsked(_ id: String) -> Bool {
    contractsAsked.map { $0.contains(id) || id.isEmpty } ?? true
  }

  /// Whether a contract of an id is decided; notes it where another was asked for.
  mutating func decidesOrLeavesOut(_ id: String) -> Bool {
    let isDecided = decides(id)
    if !isDecided, contractsAsked != nil { leftOut.append(id) }
    return isDecided
  }

  private mutating func handOn(
    to take: ((CheckOutcome) -> Void)?, from place: Int, keeping texts: SourceFiles
  ) {
    self.place = place
    guard let take, let outcome = newOutcome(keeping: texts) else { return }
    take(outcome)
  }

  /// Returns what was decided and found since the last time, and keeps nothing of it but some texts;
  /// nil where that is nothing.
  mutating func newOutcome(keeping texts: SourceFiles) -> CheckOutcome? {
    guard
      !contracts.isEmpty || !understood.isEmpty || !diagnostics.isEmpty || brokenInvariant != nil
        || !leftOut.isEmpty
    else { return nil }
    defer {
      leftOut = []
      understood = []
      contracts = []
      explanations = []
      undecided = []
      diagnostics = []
      files = texts
    }
    return outcome
  }

  private mutating func reportEmptiness(of tree: SyntaxTree) {
    if tree.contractLines.isEmpty { diagnostics.append(.noContract(in: tree.file)) }
  }

  /// Reads the contracts of a file that is among those of the run.
  fileprivate mutating func look(at file: FileID, under rules: RuleBook) {
    let tree = SyntaxTree.parsing(files[file], id: file)
    diagnostics += tree.diagnostics
    let calendars = checkedCalendars(of: tree.value, beside: rules.calendars)
    if tree.diagnostics.isEmpty { reportEmptiness(of: tree.value) }
    for line in tree.value.contractLines {
      if let contract = check(line, calendars: calendars, under: rules) {
        _ = isNew(contract.contract)
      }
    }
  }

  mutating func check(
    _ line: LineSyntax, calendars: [BusinessCalendar], under rules: RuleBook
  ) -> CheckedContract? {
    let checked = line.checkedContract(in: files, against: rules, calendars: calendars)
    diagnostics += checked.diagnostics
    return honoursWaivers ? checked.value : checked.value?.withoutWaivers
  }

  /// Decides a contract unless it, a clause or a record has a mistake, or its file did not parse.
  mutating func decide(
    _ contract: CheckedContract, statedBy line: LineSyntax, records: RecordInputs,
    under plan: EvaluationPlan, isRead: Bool
  ) {
    let bound = bind(records, to: contract, statedBy: line, under: plan)
    guard contract.isSound, isRead, let bound, plan.rules.isSound(for: contract) else {
      diagnostics.append(.notDecided(contract.contract))
      return
    }
    let before = contracts.count
    decide(bound, statedBy: line, under: plan)
    if contracts.count > before, lacks(records, of: contract.contract) { withdrawIfPaid() }
  }

  /// Takes back what was decided last, without any record, if something would be paid on it.
  private mutating func withdrawIfPaid() {
    let decision = contracts[contracts.count - 1]
    let pays = decision.amount(.bucket(.pay), of: .contract).map { !$0.isZero } ?? false
    diagnostics.append(.noRecordFiles(decision.contract, isUndecided: pays))
    guard pays else { return }
    contracts.removeLast()
    if purpose == .explain { explanations.removeLast() }
    diagnostics.append(.notDecided(decision.contract))
  }

  /// Decides a contract that was understood, unless that is all that is wanted.
  mutating func decide(
    _ bound: BoundContract, statedBy line: LineSyntax, under plan: EvaluationPlan,
    asOf stated: CivilDate? = nil
  ) {
    if purpose == .understand {
      understood.append(
        UnderstoodContract(line: line, bound: bound, plan: plan, statedAsOf: stated))
    } else {
      decide(bound, under: plan, asOf: stated)
    }
  }

  /// Decides a contract on the records that are bound to it, as of the day of the run unless its document
  /// states another.
  mutating func decide(
    _ bound: BoundContract, under plan: EvaluationPlan, asOf stated: CivilDate? = nil
  ) {
    let stated = takesStatedAsOf ? stated : nil
    let asOf = stated ?? self.asOf
    let (contract, records) = (bound.contract, bound.records)
    do throws(SettlementFailure) {
      let decided = try bound.decided(
        under: plan, asOf: asOf, isStated: stated != nil, noting: &appliedRows)
      contracts.append(decided.decision)
      if purpose == .explain { explanations.append(decided.explanation(under: plan, in: files)) }
      diagnostics += records.setAside(under: plan.rules.kinds, in: files)
      diagnostics += contract.daysLacked(by: decided.outcomes, under: plan.rules)
      if !isTest { diagnostics += decided.unevaluated(under: plan) }
      diagnostics += contract.unused(in: decided.outcomes, rules: plan.rules, asOf: asOf)
    } catch {
      switch error {
      case .conservationBroken(let law): brokenInvariant = brokenInvariant ?? law
      case .overflow(let amount):
        diagnostics.append(.amountOverflows(amount, in: contract.contract))
      }
    }
  }

  private mutating func parse(_ input: InputFile) -> SyntaxTree {
    let known = ParsedFile.known(latest, as: input, among: files)
    let parsed = known ?? ParsedFile(input, among: files)
    _ = files.add(parsed.file)
    diagnostics += parsed.tree.diagnostics
    return parsed.tree.value
  }

  private mutating func checkedCalendars(
    of tree: SyntaxTree, beside known: [BusinessCalendar]
  ) -> [BusinessCalendar] {
    var calendars: [BusinessCalendar] = []
    for declaration in tree.declarations {
      switch declaration {
      case .line(let line) where line.keyword.text == "calendar":
        let calendar = line.checkedCalendar()
        diagnostics += calendar.diagnostics
        guard let calendar = calendar.value else { continue }
        if (known + calendars).contains(where: { $0.name == calendar.name }) {
          diagnostics.append(.calendarTwice(calendar.name, at: line.range))
        }
        calendars.append(calendar)
      case .line(let line) where line.keyword.text == "contract": continue
      case .line(let line):
        diagnostics.append(.notInAContractFile(line.keyword.text, at: line.range))
      case .record(let record):
        diagnostics.append(.notInAContractFile(record.nature.text, at: record.name.range))
      case .clause(let clause):
        diagnostics.append(.notInAContractFile("clause", at: clause.name.range))
      }
    }
    return calendars
  }

  /// The same run before any contract.
  var withoutContracts: CheckRun {
    var run = self
    run.ids = [:]
    return run
  }

  /// Whether a contract of another run has the id of one of this.
  func hasContracts(of other: CheckRun) -> Bool { other.ids.keys.contains { ids[$0] != nil } }

  /// Notes the contracts of another run, none of which has the id of one of this.
  mutating func note(contractsOf other: CheckRun) { ids.merge(other.ids) { first, _ in first } }

  /// Returns the file of the contract that has an id, if one has it.
  func path(ofContract id: String) -> String? { ids[id]?.path }

  /// Two contracts of one id would be one in every report.
  mutating func isNew(_ contract: Contract) -> Bool {
    let path = files[contract.range.file].path
    if let first = ids[contract.id] {
      // The texts of other files may be gone by now.
      let place = first.path == path ? first.range : nil
      diagnostics.append(
        .contractTwice(contract.id, at: contract.range, first: place, in: first.path))
      return false
    }
    ids[contract.id] = (contract.range, path)
    return true
  }
}

extension [Diagnostic] {
  /// Each once: two lines of a contract may be read from one value of a document.
  fileprivate var withoutRepeats: [Diagnostic] {
    guard count > 1 else { return self }
    var told: Set<Diagnostic> = []
    return filter { told.insert($0).inserted }
  }
}

extension Array {
  /// Contracts in the order of their ids, those of one id in that of the text: two spellings of one id
  /// stand together.
  func sortedByID(of id: (Element) -> String) -> [Element] {
    guard count > 1 else { return self }
    return enumerated().sorted { first, second in
      let (left, right) = (id(first.element), id(second.element))
      return left == right ? first.offset < second.offset : left < right
    }.map(\.element)
  }
}

extension RuleBook {
  /// Whether every clause that a contract incorporates was understood.
  func isSound(for contract: CheckedContract) -> Bool {
    contract.incorporations.allSatisfy { clauses[$0.clause].isSound }
  }
}
