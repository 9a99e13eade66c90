import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

extension BriefSource {
  /// Nil where a line of the source, or a clause that it incorporates, is not for a brief decision.
  init?(_ source: CheckedSource, under plan: EvaluationPlan) {
    var planner = BriefSourcePlanner(rules: plan.rules)
    do throws(NotPlain) {
      self = try planner.planned(source)
    } catch {
      return nil
    }
  }
}

/// A line of the source is not for a brief decision.
struct NotPlain: Error {}

/// Makes a source ready to be read by; each line of it that says nothing unusual becomes a step.
struct BriefSourcePlanner {
  let rules: RuleBook
  var text = BriefSource.Text()
  var currency: Currency?
  var roles: Set<String> = []
  /// What the numbers of each field of a record are divided by, where it is known yet.
  var divisors: [[Int64?]]

  init(rules: RuleBook) {
    self.rules = rules
    divisors = rules.kinds.map { [Int64?](repeating: nil, count: $0.fields.count) }
  }

  mutating func planned(_ source: CheckedSource) throws(NotPlain) -> BriefSource {
    guard source.isSound, source.format == .jsonLines, source.zones.isEmpty,
      source.steps.count == 1, case .line(let contract) = source.steps[0],
      contract.role == .contract, contract.condition == nil, contract.provenance == nil,
      let steps = contract.steps
    else { throw NotPlain() }
    let (id, title) = try nameAndTitle(of: contract)
    var asOf: BriefSource.Path?
    var parties: [BriefSource.Path] = []
    var supplier: BriefSource.Path?
    var supplierName: String?
    var registers: [BriefSource.Register] = []
    var incorporated: [SourceLine] = []
    var rest: [SourceStep] = []
    for step in steps {
      guard case .line(let line) = step, line.role != .record, line.role != .deliverable else {
        rest.append(step)
        continue
      }
      switch line.keyword.text {
      case "as-of":
        let reading = try only(line)
        guard asOf == nil, line.condition == nil, reading.isAsItStands else { throw NotPlain() }
        asOf = try path(reading.path)
      case "party":
        let (role, value) = try party(line)
        guard roles.insert(role).inserted else { throw NotPlain() }
        switch value {
        case .written(.text(let text)):
          if role == "supplier" { supplierName = text.value }
        case .read(let reading) where reading.isAsItStands:
          let path = try path(reading.path)
          parties.append(path)
          if role == "supplier" { supplier = path }
        case .written, .read: throw NotPlain()
        }
      case "register":
        let register = try self.register(line)
        guard !registers.contains(where: { $0.kind == register.kind }) else { throw NotPlain() }
        registers.append(register)
      case "incorporates": incorporated.append(line)
      default: rest.append(step)
      }
    }
    guard roles.isSuperset(of: ["buyer", "supplier"]) else { throw NotPlain() }
    var clauses: [Int] = []
    var terms: [BriefSource.Term] = []
    for line in incorporated {
      let (clause, values) = try incorporation(line, at: clauses.count)
      guard !clauses.contains(clause) else { throw NotPlain() }
      clauses.append(clause)
      terms += values
    }
    let planned = try self.steps(rest, in: .contract)
    guard let currency, !clauses.isEmpty,
      let plan = BriefPlan(rules, clauses: clauses, currency: currency)
    else { throw NotPlain() }
    return BriefSource(
      id: id, title: title, asOf: asOf, parties: parties, supplierName: supplierName,
      supplier: supplier, registers: registers, terms: terms, lines: planned, text: text,
      currency: currency, plan: plan,
      contract: PlainContract(
        divisors: divisors.map { $0.map { $0 ?? 1 } },
        terms: clauses.map { rules.clauses[$0].terms.count }))
  }

  // MARK: Steps

  mutating func steps(
    _ steps: [SourceStep], in kind: SubjectKind
  ) throws(NotPlain) -> Range<Int> {
    var planned: [BriefSource.Step] = []
    for step in steps {
      switch step {
      case .each(let each):
        let conditions = try conditions(each.condition)
        let steps = try self.steps(each.steps, in: kind)
        let inner = BriefSource.Each(
          path: try path(each.path), isOptional: each.isOptional, conditions: conditions,
          steps: steps, statesRecords: conditions.isEmpty && text.stateRecords(steps))
        text.eaches.append(inner)
        planned.append(.each(text.eaches.count - 1))
      case .line(let line): planned.append(try self.step(line, in: kind))
      }
    }
    text.steps += planned
    return text.steps.count - planned.count..<text.steps.count
  }

  mutating func step(
    _ line: SourceLine, in kind: SubjectKind
  ) throws(NotPlain) -> BriefSource.Step {
    guard line.provenance == nil, line.table == nil else { throw NotPlain() }
    if line.role == .record { return try record(line, in: nil) }
    switch (kind, line.keyword.text) {
    case (.contract, "milestone"): return try part(.milestone, line)
    case (.contract, "deliverable") where line.role == .deliverable,
      (.milestone, "deliverable"):
      return try part(.deliverable, line)
    case (.contract, "invoice"): return try part(.invoice, line)
    case (.invoice, "line"): return try part(.line, line)
    case (.contract, "value"), (.contract, "ceiling"), (.contract, "funds"), (.contract, "paid"),
      (.milestone, "due"), (.milestone, "amount"), (.invoice, "received"), (.line, "amount"):
      return try field(line)
    case _ where kind != .contract: return try record(line, in: kind)
    default: throw NotPlain()
    }
  }

  mutating func part(
    _ kind: SubjectKind, _ line: SourceLine
  ) throws(NotPlain) -> BriefSource.Step {
    let (name, title) = try nameAndTitle(of: line)
    var milestone: BriefSource.Path?
    var billed: BriefSource.Path?
    var billedKind: UInt8 = 0
    var rest: [SourceStep] = []
    for step in line.steps ?? [] {
      guard case .line(let inner) = step else {
        rest.append(step)
        continue
      }
      switch (kind, inner.keyword.text) {
      case (.deliverable, "milestone"):
        let reading = try only(inner)
        guard line.role == .deliverable, milestone == nil, inner.condition == nil,
          reading.isAsItStands
        else { throw NotPlain() }
        milestone = try path(reading.path)
      case (.line, "for"):
        guard billed == nil, inner.condition == nil, inner.values.count == 2,
          case .written(.name(let word)) = inner.values[0],
          let part = SubjectKind(rawValue: word.text), part == .milestone || part == .deliverable,
          case .read(let reading) = inner.values[1], reading.isAsItStands
        else { throw NotPlain() }
        billed = try path(reading.path)
        billedKind = UInt8(part.place)
      default: rest.append(step)
      }
    }
    guard line.role != .deliverable || milestone != nil else { throw NotPlain() }
    let planned = BriefSource.Part(
      kind: kind, name: name, title: title, milestone: milestone, billed: billed,
      billedKind: billedKind, conditions: try conditions(line.condition),
      steps: try steps(rest, in: kind))
    text.parts.append(planned)
    return .part(text.parts.count - 1)
  }

  mutating func nameAndTitle(
    of line: SourceLine
  ) throws(NotPlain) -> (BriefSource.Path, BriefSource.Path?) {
    guard line.provenance == nil, (1...2).contains(line.values.count),
      case .read(let name) = line.values[0], name.isAsItStands
    else { throw NotPlain() }
    guard line.values.count == 2 else { return (try path(name.path), nil) }
    guard case .read(let title) = line.values[1], title.isAsItStands else { throw NotPlain() }
    return (try path(name.path), try path(title.path))
  }

  mutating func field(_ line: SourceLine) throws(NotPlain) -> BriefSource.Step {
    guard let declared = SubjectField(rawValue: line.keyword.text),
      let named = PlainContract.Field(declared), line.steps == nil
    else { throw NotPlain() }
    let reading = try only(line)
    let conditions = try conditions(line.condition)
    if declared.type == .date {
      return field(
        BriefSource.Field(field: named, reading: try day(reading), conditions: conditions))
    }
    guard case .literal(let unit)? = reading.unit else { throw NotPlain() }
    let scale = try scale(of: unit)
    guard scale.divisor == 1 else { throw NotPlain() }
    return field(
      BriefSource.Field(
        field: named, reading: try number(reading, scale, within: nil), conditions: conditions))
  }

  mutating func field(_ field: BriefSource.Field) -> BriefSource.Step {
    text.fields.append(field)
    return .field(text.fields.count - 1)
  }
}
