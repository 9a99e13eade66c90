import ContractModel
import RuleChecking
import RuleSyntax

/// A scenario as a test of rules: the text of a whole file.
struct ScenarioText {
  let scenario: Scenario
  /// The part of which something is expected, and what, one line each.
  let subject: CheckedSubject
  let expectations: [String]
  let title: String
  /// The tables that a contract gives terms, as it writes them.
  let tables: [Int: String]

  private var clause: CheckedClause { scenario.scope.clause }
  private var currency: Currency { scenario.scope.currency }

  static let milestone = "part"
  static let deliverable = "piece"
  static let invoice = "bill"
  static let line = "entry"

  /// Nil where something in it cannot be written.
  func lines() -> [String]? {
    guard let contract = contract(), let asOf = scenario.asOf else { return nil }
    let expected = ["expect \(part) {"] + expectations.indented + ["}"]
    let lines =
      Self.calendar + ["", "test \"\(title)\" {", "  as-of \(text(asOf, .date))"]
      + (contract + expected).indented + ["}"]
    // A number that does not end was cut off.
    return lines.contains { $0.contains("…") } ? nil : lines
  }

  private var part: String {
    let role = subject.role
    return switch subject.kind {
    case .contract: "contract"
    case .milestone: "milestone \(role ?? Self.milestone)"
    case .deliverable: "deliverable \(role ?? Self.deliverable)"
    case .invoice: "invoice \(role ?? Self.invoice)"
    case .line: "line \(role ?? Self.line)"
    }
  }

  private static let lastDay = CounterExampleDays.covered.upperBound.text
  private static let calendar = [
    "calendar \(Scenario.calendar.name) {", "  weekend saturday, sunday",
    "  covers  \(CounterExampleDays.covered.lowerBound.text) through \(lastDay)", "}",
  ]

  // MARK: The contract

  private func contract() -> [String]? {
    var lines = ["contract counter-example \"A contract that shows it\" {"]
    lines += roles.map { "  party \($0) \"The \($0)\"" }
    lines += ["  calendar \(Scenario.calendar.name)", "  month-end clamp"]
    for (field, value) in fields(of: .contract) {
      lines.append("  \(field.rawValue) \(text(value, field.type))")
    }
    for kind in registers { lines.append("  register \(kind) complete through \(Self.lastDay)") }
    guard let incorporated = incorporation(), let stated = records(of: .contract),
      let milestone = milestone(), let invoice = invoice()
    else { return nil }
    lines += (incorporated + stated + milestone + invoice).indented
    return lines + ["}"]
  }

  /// The roles that are named anywhere.
  private var roles: [String] {
    var roles = ["buyer", "supplier"]
    for draft in scenario.drafts {
      for (field, value) in draft.fields.sorted(by: { "\($0.key)" < "\($1.key)" }) {
        guard case .text(let role) = value, isRole(field, of: draft), !roles.contains(role) else {
          continue
        }
        roles.append(role)
      }
    }
    return roles
  }

  private func isRole(_ field: RowField, of draft: RecordDraft) -> Bool {
    switch field {
    case .by: true
    case .dated: false
    case .declared(let place): scenario.scope.kinds[draft.kind].fields[place].type == .party
    }
  }

  /// The registers that are asked how many entries they have.
  private var registers: [String] {
    let held = scenario.members.values.map { scenario.scope.kinds[$0.collection.kind] }
    return Set(held.filter { $0.nature == .register }.map(\.name)).sorted()
  }

  private func incorporation() -> [String]? {
    var lines: [String] = []
    for place in clause.terms.indices {
      guard let term = term(place) else { return nil }
      lines += term
    }
    guard !lines.isEmpty else { return ["incorporates \(clause.name)"] }
    return ["incorporates \(clause.name) {"] + lines.indented + ["}"]
  }

  /// The lines that give a term its value; none where its default will do.
  private func term(_ place: Int) -> [String]? {
    let term = clause.terms[place]
    if let table = tables[place] {
      return [term.name] + table.split(separator: "\n").map(String.init)
    }
    guard let value = scenario.terms[place] ?? given(place) else {
      if term.standard != nil { return [] }
      let extent = scenario.scope.extent(of: .term(place))
      return scenario.sample(extent, of: term.type).map { ["\(term.name) \(text($0, term.type))"] }
    }
    return ["\(term.name) \(text(value, term.type))"]
  }

  private func given(_ place: Int) -> Wanted? {
    switch scenario.scope.known(term: place) {
    case .quantity(let interval)?, .money(let interval, _)?:
      interval.exact.map { .quantity($0) }
    case .word(let word)?: .word(word)
    case .text(let text)?: .text(text)
    case .table?, nil: nil
    }
  }

  private func milestone() -> [String]? {
    guard let stated = records(of: .milestone), let deliverables = deliverables() else {
      return nil
    }
    let own = fields(
      of: .milestone,
      defaults: [
        .due: .quantity(Rational(Int(CounterExampleDays.due.dayNumber))),
        .amount: .quantity(Rational(1_000_00)), .critical: .word(0),
      ]
    ).map { "\($0.rawValue) \(text($1, $0.type))" }
    let name = role(.milestone) ?? Self.milestone
    let others = otherRoles(.milestone, than: name).map { "milestone \($0) \"Another\"" }
    return ["milestone \(name) \"A part of the work\" {"] + (own + stated + deliverables).indented
      + ["}"] + others
  }

  private func deliverables() -> [String]? {
    guard let stated = records(of: .deliverable) else { return nil }
    guard speaks(of: [.deliverable]) else { return [] }
    let name = role(.deliverable) ?? Self.deliverable
    let others = otherRoles(.deliverable, than: name).map { "deliverable \($0) \"Another\"" }
    return ["deliverable \(name) \"A piece of it\" {"] + stated.indented + ["}"] + others
  }

  /// Whether parts of some kinds are spoken of at all.
  private func speaks(of kinds: [SubjectKind]) -> Bool {
    let spokenOf =
      [subject.kind] + clause.roles.map(\.kind) + scenario.fields.keys.map(\.kind)
      + scenario.drafts.compactMap(place)
    return spokenOf.contains { kinds.contains($0) }
  }

  private func invoice() -> [String]? {
    guard speaks(of: [.invoice, .line]) else { return [] }
    guard let ofInvoice = records(of: .invoice), let ofLine = records(of: .line) else { return nil }
    let own = fields(
      of: .invoice,
      defaults: [
        .received: .quantity(Rational(Int(CounterExampleDays.first.dayNumber)))
      ]
    ).map { "\($0.rawValue) \(text($1, $0.type))" }
    let amount = fields(of: .line, defaults: [.amount: .quantity(Rational(1_000_00))])
      .map { "\($0.rawValue) \(text($1, $0.type))" }
    let name = role(.line) ?? Self.line
    let billed = ["for milestone \(role(.milestone) ?? Self.milestone)"]
    let entry = ["line \(name) {"] + (billed + amount + ofLine).indented + ["}"]
    let others = otherRoles(.line, than: name).flatMap {
      ["line \($0) {", "  amount \(text(Rational(1_000_00), .money))", "}"]
    }
    return ["invoice \(role(.invoice) ?? Self.invoice) {"]
      + (own + ofInvoice + entry + others).indented + ["}"]
  }

  /// The name that the part of which something is expected has by its role.
  private func role(_ kind: SubjectKind) -> String? {
    subject.kind == kind ? subject.role : nil
  }

  private func otherRoles(_ kind: SubjectKind, than name: String) -> [String] {
    Set(clause.roles.filter { $0.kind == kind }.compactMap(\.role)).subtracting([name]).sorted()
  }

  private func fields(
    of kind: SubjectKind, defaults: [SubjectField: Wanted] = [:]
  ) -> [(SubjectField, Wanted)] {
    SubjectField.allCases.filter { $0.kinds.contains(kind) }.compactMap { field in
      let settled = scenario.fields[.init(field: field, kind: kind)]
      guard let value = settled ?? defaults[field], value != .none else { return nil }
      return (field, value)
    }
  }

  // MARK: Values

  func text(_ value: Wanted, _ type: ValueType) -> String { value.text(of: type, in: currency) }

  func text(_ number: Rational, _ type: ValueType) -> String {
    text(.quantity(number), type)
  }
}

extension Scenario {
  /// Returns the scenario as a file of one test; nil where its records cannot be told.
  func test(
    _ title: String, of subject: CheckedSubject, expecting expectation: String,
    tables: [Int: String] = [:]
  ) -> String? {
    guard let whole = completed() else { return nil }
    let text = ScenarioText(
      scenario: whole, subject: subject, expectations: [expectation], title: title, tables: tables)
    return text.lines()?.joined(separator: "\n")
  }
}

extension Wanted {
  /// The value as the language writes it.
  func text(of type: ValueType, in currency: Currency) -> String {
    switch self {
    case .quantity(let number): return Interval(exactly: number).text(of: type, in: currency)
    case .word(let place):
      guard case .words(let words) = type, words.indices.contains(place) else { return "none" }
      return words[place]
    case .text(let text): return type == .party ? text : text.quoted
    case .none: return "none"
    }
  }
}

extension [String] {
  var indented: [String] { map { "  " + $0 } }
}
