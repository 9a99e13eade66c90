package import ContractModel
package import RuleSyntax
package import SourceText

extension LineSyntax {
  /// Returns the contract that a `contract` line states, with the clauses it incorporates.
  ///
  /// Calendars of contract files stand in `calendars`; they are known beside those of the rules.
  /// The value is nil where the line is no contract, or has no name.
  package func checkedContract(
    in files: SourceFiles, against rules: RuleBook, calendars: [BusinessCalendar] = []
  ) -> Diagnosed<CheckedContract?> {
    guard keyword.text == "contract" else { return Diagnosed(nil) }
    var checker = ContractChecker(
      line: self, files: files, rules: rules, calendars: rules.calendars + calendars)
    let contract = checker.check()
    let diagnostics = checker.lines.diagnostics.enumerated().sorted {
      let (first, second) = ($0.element.range, $1.element.range)
      return (first.file, first.lower, $0.offset) < (second.file, second.lower, $1.offset)
    }
    return Diagnosed(contract, diagnostics.map(\.element))
  }
}

/// Builds one contract; each file of this folder that extends it reads lines of one sort.
struct ContractChecker {
  let line: LineSyntax
  let files: SourceFiles
  let rules: RuleBook
  let calendars: [BusinessCalendar]
  var lines: LineChecker

  var parties: [Party] = []
  var ranks: [Rank] = []
  var subjects: [Subject] = []
  /// The parts of the contract by their names, and the first of each name in each part: a contract may
  /// have thousands, each of which is looked for.
  var places: [String: [Int]] = [:]
  var firstPlaces: [PartKey: Int] = [:]

  struct PartKey: Hashable {
    let parent: SubjectID
    let kind: SubjectKind
    let name: String
  }
  /// Lines of invoices that say what they bill.
  var billings: [(line: SubjectID, statement: LineSyntax)] = []
  /// Lines of milestones that say what they come after.
  var orders: [(milestone: SubjectID, statement: LineSyntax)] = []
  /// What invoices say of themselves that has to do with other invoices.
  var identities: [InvoiceIdentity] = []
  var completeThrough: [String: CivilDate] = [:]
  var amendments: [Amendment] = []
  var waivers: [Waiver] = []
  var payments: [Payment] = []
  var records: [InlineRecord] = []
  var incorporations: [Incorporation] = []
  /// Whether every clause it incorporates was understood, with its terms.
  var hasSoundClauses = true

  init(line: LineSyntax, files: SourceFiles, rules: RuleBook, calendars: [BusinessCalendar]) {
    self.line = line
    self.files = files
    self.rules = rules
    self.calendars = calendars
    lines = LineChecker(kinds: rules.kinds)
  }

  mutating func check() -> CheckedContract? {
    var reader = LineReader(line)
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "a name")
      return nil
    }
    let title = reader.takeText()?.value ?? name.text
    lines.finish(reader, hasBlock: true)
    let block = lines.sorted(line.block, by: .contract)

    checkParties(block, contract: name)
    checkAuthority(block.single["authority"])
    checkSubjects(block, name: name.text, title: title)
    checkAmendments(block.lines("amendment"))
    checkBillings()
    checkPredecessors()
    checkInvoiceVersions()
    checkPayments(block.lines("payment"))
    let isIncorporating = checkIncorporations(block.lines("incorporates"), contract: name)
    checkWaivers(block.lines("waiver"))
    if isIncorporating { reportUnguardedMilestones() }

    let contract = Contract(
      id: name.text, title: title, documentation: line.documentation, parties: parties,
      ranks: ranks, currency: lines.currency?.value, subjects: subjects,
      calendar: calendar(of: block.single["calendar"]),
      monthEnd: monthEnd(of: block.single["month-end"]), zone: zone(of: block.single["zone"]),
      recordPatterns: patterns(of: block.lines("records")),
      completeThrough: registers(of: block.lines("register")), amendments: amendments,
      waivers: waivers, payments: payments, inlineRecords: records, range: line.range)
    let isSound = hasSoundClauses && lines.isSound
    return CheckedContract(contract: contract, incorporations: incorporations, isSound: isSound)
  }
}

extension MonthEndPolicy {
  static let words = ["clamp", "spill", "refuse"]

  init?(word: String) {
    switch word {
    case "clamp": self = .clamp
    case "spill": self = .spill
    case "refuse": self = .refuse
    default: return nil
    }
  }
}
