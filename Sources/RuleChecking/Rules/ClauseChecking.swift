import ContractModel
import RuleSyntax
import SourceText

/// Checks one clause: resolves its names and units, and says what is wrong where.
///
/// A meaning is checked once for each kind of subject that reads it, because `amount` or
/// `capabilities` mean something else for a milestone than for a line.
struct ClauseChecker {
  let syntax: ClauseSyntax
  let kinds: [RecordKind]
  let files: SourceFiles
  var terms: [CheckedTerm] = []
  var meanings: [CheckedMeaning] = []
  var diagnostics: [Diagnostic] = []
  /// Where a meaning for a kind of subject stands in `meanings`.
  var places: [MeaningKey: Int] = [:]
  /// The meanings being checked right now: one that reads itself is found here.
  var inProgress: [MeaningKey] = []
  /// What the expression at hand has read so far.
  var reading = Reading()
  /// What each finished meaning reads, itself or through others.
  var readings: [Int: Reading] = [:]
  /// Optional fields of the subject that a condition has shown to be given.
  var guarded: Set<SubjectField> = []

  struct MeaningKey: Hashable {
    let name: String
    let subject: SubjectKind
  }

  /// What a piece of text reads that a rule must answer for.
  struct Reading {
    /// Record kinds that are claims.
    var claims: Set<Int> = []
    var readsEarned = false
    /// Meanings read directly, in order, each once.
    private(set) var meanings: [Int] = []
    /// What is read directly of the parts of the subject.
    var parts: [CheckedRule.ShownParts] = []

    mutating func add(meaning place: Int) {
      if !meanings.contains(place) { meanings.append(place) }
    }

    mutating func add(_ other: Reading) {
      claims.formUnion(other.claims)
      readsEarned = readsEarned || other.readsEarned
    }
  }

  init(_ syntax: ClauseSyntax, kinds: [RecordKind], files: SourceFiles) {
    self.syntax = syntax
    self.kinds = kinds
    self.files = files
  }

  mutating func checkedClause() -> CheckedClause {
    reportRepeats()
    if syntax.citation == nil { diagnostics.append(.clauseWithoutCitation(syntax.name)) }
    for term in syntax.terms {
      let checked = check(term)
      terms.append(checked)
    }
    let rules = syntax.rules.map { check($0) }
    let exceptions = syntax.exceptions.compactMap { check($0, rules: rules) }
    attachTermInputs()
    reportUnreadMeanings()
    return CheckedClause(
      name: syntax.name.text, title: syntax.title?.value, section: syntax.citation?.value,
      documentation: syntax.documentation, terms: terms, meanings: meanings, rules: rules,
      exceptions: exceptions, range: syntax.name.range,
      isSound: !diagnostics.contains(where: \.isError))
  }

  private mutating func reportRepeats() {
    var seen: [String: SourceRange] = [:]
    let names =
      syntax.terms.map(\.name) + syntax.meanings.map(\.name) + syntax.rules.map(\.name)
      + syntax.exceptions.map(\.name)
    for name in names {
      if let first = seen[name.text] {
        diagnostics.append(.declaredTwice(name, first: first))
      } else {
        seen[name.text] = name.range
      }
    }
    let supplied = SubjectField.allCases.map(\.rawValue) + ["as-of"]
    for name in syntax.terms.map(\.name) + syntax.meanings.map(\.name)
    where supplied.contains(name.text) {
      diagnostics.append(.suppliedWordTaken(name))
    }
  }

  /// A meaning that nothing reads was never checked against a subject: say so, and why.
  private mutating func reportUnreadMeanings() {
    let read = Set(places.keys.map(\.name)).union(collectionsRead)
    for meaning in syntax.meanings where !read.contains(meaning.name.text) {
      diagnostics.append(.meaningNeverRead(meaning.name))
    }
  }

  /// Names of collections that were read; they have no place among the meanings.
  var collectionsRead: Set<String> = []

  private mutating func check(_ term: TermSyntax) -> CheckedTerm {
    let type = term.type.checkedType()
    diagnostics += type.diagnostics
    if case .count(let plural) = type.value, !kinds.contains(where: { $0.plural == plural }) {
      diagnostics.append(.unknownPlural(plural, at: term.type.range, among: kinds.map(\.plural)))
    }
    var domain: Interval?
    if let range = term.type.domain {
      let value = range.checkedLiteral()
      diagnostics += value.diagnostics
      domain = value.value?.interval
    }
    return CheckedTerm(
      name: term.name.text, type: type.value, domain: domain,
      input: term.input.map {
        CheckedTable.Input(name: $0.text, value: .invalid, type: type.value)
      }, standard: standard(of: term, type: type.value, domain: domain),
      documentation: term.documentation, range: term.name.range)
  }

  private mutating func standard(
    of term: TermSyntax, type: ValueType, domain: Interval?
  ) -> TermValue? {
    guard let syntax = term.standard else { return nil }
    let value: Diagnosed<TermValue?>
    switch syntax {
    case .range(let range): value = range.checkedTerm(of: type, domain: domain, named: term.name)
    case .table(let table):
      value = table.checkedTerm(
        of: type, inputName: term.input?.text, inputType: inputType(of: term), named: term.name)
    }
    diagnostics += value.diagnostics
    return value.value
  }

  /// The type of the meaning that picks the row of a table term, as far as the text shows it.
  private func inputType(of term: TermSyntax) -> ValueType? {
    if case .moneyPer(let day)? = Optional(term.type.checkedType().value) { return .days(day) }
    return nil
  }

  /// Table terms read their input for the kind of subject at which they were read: fill it in.
  private mutating func attachTermInputs() {
    terms = terms.map { term in
      guard let input = term.input else { return term }
      let type: ValueType
      if case .moneyPer(let day) = term.type {
        type = .days(day)
      } else {
        type = meanings.first { $0.name == input.name }?.type ?? .percent
      }
      return CheckedTerm(
        name: term.name, type: term.type, domain: term.domain,
        input: CheckedTable.Input(
          name: input.name,
          value: meanings.firstIndex { $0.name == input.name }.map { .meaning($0) } ?? .invalid,
          type: type), standard: term.standard, documentation: term.documentation,
        range: term.range)
    }
  }

  /// Returns the words of the text at a range, on one line.
  func text(at range: SourceRange) -> String {
    let bytes = files[range.file].bytes[range.lower..<range.upper]
    let words = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" })
    return words.joined(separator: " ")
  }
}
