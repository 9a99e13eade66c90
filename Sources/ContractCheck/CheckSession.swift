package import ContractModel
import RuleChecking
import RuleEvaluation
import SourceText

/// What contracts are gone through for.
package enum CheckPurpose: Sendable {
  /// To decide each, with its findings.
  case decide
  /// To say what each comes to, as nobody asks why.
  case sumUp
  /// To say of each why it is decided so, and what would release what is held.
  case explain
  /// To understand each and decide none, so that it can be decided as of any day.
  case understand
}

/// What holds for all contracts of a check.
package struct CheckTerms: Sendable {
  package let ruleFiles: [InputFile]
  package let asOf: CivilDate
  /// Whether the as-of date was asked for: then it counts, whatever a document says.
  package let isAsOfAsked: Bool
  /// Whether the waivers of contracts count.
  package let honoursWaivers: Bool
  /// The part of the contracts that is decided; nil for all.
  package let shard: Shard?
  /// What an engine measured, which is taken in the place of records.
  package let measures: InputFile?
  package let purpose: CheckPurpose
  /// The id of the one contract that is decided; nil for all.
  package let contract: String?

  package init(
    ruleFiles: [InputFile], asOf: CivilDate, isAsOfAsked: Bool = true,
    honoursWaivers: Bool = true, shard: Shard? = nil, measures: InputFile? = nil,
    purpose: CheckPurpose = .decide, contract: String? = nil
  ) {
    self.purpose = purpose
    self.contract = contract
    self.measures = measures
    self.ruleFiles = ruleFiles
    self.isAsOfAsked = isAsOfAsked
    self.asOf = asOf
    self.honoursWaivers = honoursWaivers
    self.shard = shard
  }
}

/// A file of contracts with what they ask for beside it.
package struct ContractInput {
  package let file: InputFile
  package let records: RecordInputs
  /// What the machine has on the zones that the contracts name, by name.
  package let zones: [String: ZoneFile]

  package init(file: InputFile, records: RecordInputs, zones: [String: ZoneFile] = [:]) {
    self.file = file
    self.records = records
    self.zones = zones
  }

  /// Whether it may wait for others, to be decided at once with them: so little of it is in memory.
  package var canWait: Bool {
    records.streams.isEmpty
      && records.files.reduce(file.bytes.count) { $0 + $1.bytes.count } <= 1 << 18
  }
}

/// A check whose contracts are decided file by file, under rules that are read once; nothing of a
/// contract is kept when it was handed on.
package struct CheckSession {
  /// What reading the rules came to: their mistakes, and no contract.
  package let rules: CheckOutcome
  let plan: EvaluationPlan
  private(set) var run: CheckRun
  var briefs = BriefSources()
  /// The contracts that documents stated so far.
  var register = ContractRegister()

  package init(_ terms: CheckTerms) {
    var run = CheckRun(asOf: terms.asOf)
    run.takesStatedAsOf = !terms.isAsOfAsked
    run.honoursWaivers = terms.honoursWaivers
    run.shard = terms.shard
    run.purpose = terms.purpose
    run.contractsAsked = terms.contract.map { [$0] }
    run.measures = terms.measures.map { MeasureFile(file: $0, rules: terms.ruleFiles) }
    plan = EvaluationPlan(run.readRules(terms.ruleFiles))
    rules = run.outcome
    run.diagnostics = []
    self.run = run
  }

  /// Returns what the contracts of a file are called, and ask for beside it.
  package mutating func needs(of file: InputFile) -> ContractNeeds {
    let parsed = ParsedFile(file, among: run.files)
    run.latest = parsed
    return parsed.tree.value.needs
  }

  /// Decides the contracts of a file, and hands on each as it is decided, with what was wrong.
  package mutating func decide(_ input: ContractInput, handingOn take: (CheckOutcome) -> Void) {
    let rulesOnly = run.files
    run.zoneFiles = input.zones
    withoutActuallyEscaping(take) { take in
      run.decide(input.file, records: input.records, under: plan, handingOn: take)
    }
    run.files = rulesOnly
  }

  /// Fewer files are decided before others have begun to.
  package static var fewFiles: Int { 8 }

  /// So many files may wait to be decided at once: some for each job, as one may take longer than others.
  package static func mostFiles(atOnceBy jobs: Int) -> Int { 16 * jobs }

  /// Decides files of contracts at once, and hands on what is found in each, by its place among them, in
  /// their order. Their records are read as a whole.
  package mutating func decide(
    _ inputs: [ContractInput], jobs: Int, handingOn take: (_ place: Int, CheckOutcome) -> Void
  ) {
    guard jobs > 1, inputs.count >= Self.fewFiles else {
      for (place, input) in inputs.enumerated() { decide(input) { take(place, $0) } }
      return
    }
    let (before, plan) = (run.withoutContracts, plan)
    let files = inputs.map { ($0.file, records: $0.records.files, zones: $0.zones) }
    var place = 0
    WorkAtOnce(after: files, jobs: jobs, next: { nil }) { file, records, zones in
      var run = before
      run.zoneFiles = zones
      var outcomes: [CheckOutcome] = []
      run.decide(file, records: RecordInputs(files: records), under: plan) { outcomes.append($0) }
      return (run: run, outcomes: outcomes)
    }.run { decided in
      if run.hasContracts(of: decided.run) {
        // Which it could not know.
        decide(inputs[place]) { take(place, $0) }
      } else {
        run.note(contractsOf: decided.run)
        for outcome in decided.outcomes { take(place, outcome) }
      }
      place += 1
    }
  }
}
