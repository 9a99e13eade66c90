import ContractModel
import RuleSyntax
import SourceText

/// Checks one clause: resolves its names and units, and says what is wrong where.
///
/// A meaning is checked once for each kind of subject that reads it, because `amount` or
/// `capabilities` mean something else for a milestone than for a line.
struct ClauseChecker {
  let syntax: ClauseSyntax
  let known: KnownKinds
  let files: SourceFiles
  /// Whether all of the clause was read: if not, what seems absent may stand in a broken line.
  let isRead: Bool
  var terms: [CheckedTerm] = []
  var meanings: [CheckedMeaning] = []
  var diagnostics: [Diagnostic] = []
  /// Where a meaning for a kind of subject stands in `meanings`.
  var places: [MeaningKey: Int] = [:]
  /// Named collections that were checked already.
  var collections: [CollectionKey: NamedCollection] = [:]
  /// The names being checked right now: one that reads itself is found here.
  var inProgress: [MeaningKey] = []
  /// Names that were found to be defined through themselves.
  var circular: Set<String> = []
  /// How many expressions and conditions lie around the one at hand.
  var depth = 0
  /// What the expression at hand has read so far.
  var reading = Reading()
  /// What each finished meaning reads, itself or through others.
  var readings: [Reading] = []
  /// What each finished meaning can come out as.
  var traits: [MeaningTraits] = []
  /// Optional fields of the subject that a condition has shown to be given.
  var guarded: Set<SubjectField> = []
  /// What picks the row of each table term, and where it was read first.
  var inputs: [Int: TermInput] = [:]
  /// The first meaning and the first term of each name, by their places in the text.
  let meaningsByName: [String: Int]
  let termsByName: [String: Int]
  /// Whether it was reported that meanings lie too deep within one another.
  var isTooDeep = false
  /// Terms whose type is not known.
  var brokenTerms: Set<Int> = []
  /// Names that something reads.
  var namesRead: Set<String> = []
  /// The first amount written in the clause.
  var currency: (value: Currency, range: SourceRange)?

  struct MeaningKey: Hashable {
    let name: String
    let subject: SubjectKind
  }

  /// An optional field as a piece of text reads it.
  struct OptionalRead: Hashable {
    let field: SubjectField
    let kind: SubjectKind
    /// As in the text: `value`, `contract's value`.
    let spelling: String
    let range: SourceRange
  }

  /// What a piece of text reads that a rule must answer for.
  struct Reading {
    /// Record kinds that are claims.
    var claims: Set<Int> = []
    /// The latest phase of settlement that is read.
    var phase = DecisionPhase.first
    /// Optional fields that a meaning reads without asking first; its reader must have.
    var optionals: Set<OptionalRead> = []
    /// Meanings read directly, in order, each once.
    private(set) var meanings: [Int] = []
    /// What is read directly of the parts of the subject.
    var parts: [CheckedRule.ShownParts] = []

    mutating func add(meaning place: Int) {
      if !meanings.contains(place) { meanings.append(place) }
    }

    mutating func add(_ other: Reading) {
      claims.formUnion(other.claims)
      phase = max(phase, other.phase)
    }
  }

  init(_ syntax: ClauseSyntax, among kinds: KnownKinds, files: SourceFiles, isRead: Bool) {
    self.syntax = syntax
    known = kinds
    self.files = files
    self.isRead = isRead
    meaningsByName = syntax.meanings.places(by: \.name.text)
    termsByName = syntax.terms.places(by: \.name.text)
  }

  var kinds: [RecordKind] { known.kinds }
  var units: KnownUnits { known.units }

  /// The meaning of a name, as written.
  func meaning(named name: String) -> MeaningSyntax? {
    meaningsByName[name].map { syntax.meanings[$0] }
  }

  mutating func checkedClause() -> CheckedClause {
    reportRepeats()
    if syntax.citation == nil { reportMissing(.clauseWithoutCitation(syntax.name)) }
    for term in syntax.terms {
      let checked = check(term)
      terms.append(checked)
    }
    var rules = syntax.rules.map { check($0) }
    let exceptions = syntax.exceptions.compactMap { check($0, rules: &rules) }
    completeTerms()
    reportUnread()
    dropRepeatedMistakes()
    return CheckedClause(
      name: syntax.name.text, title: syntax.title?.value, section: syntax.citation?.value,
      documentation: syntax.documentation, terms: terms, meanings: meanings, rules: rules,
      exceptions: exceptions, range: syntax.name.range,
      isSound: !diagnostics.contains(where: \.isError))
  }

  /// Reports that something is absent, unless a broken line may have been it.
  mutating func reportMissing(_ diagnostic: Diagnostic) {
    if isRead { diagnostics.append(diagnostic) }
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
    for name in syntax.terms.map(\.name) + syntax.meanings.map(\.name)
    where Self.isSupplied(name.text) {
      diagnostics.append(.suppliedWordTaken(name))
    }
  }

  /// Whether a word means something everywhere.
  private static func isSupplied(_ word: String) -> Bool {
    SubjectField(rawValue: word) != nil || PartWord(rawValue: word) != nil || word == "as-of"
      || word == "met"
  }

  /// A meaning that nothing reads was never checked against a subject: say so.
  private mutating func reportUnread() {
    for name in syntax.terms.map(\.name) + syntax.meanings.map(\.name)
    where !namesRead.contains(name.text) {
      reportMissing(.meaningNeverRead(name))
    }
  }

  /// What is wrong in a meaning is wrong for every kind of subject that reads it: say it once.
  private mutating func dropRepeatedMistakes() {
    struct Place: Hashable {
      let id: DiagnosticID
      let range: SourceRange
    }
    var seen: Set<Place> = []
    diagnostics = diagnostics.filter { seen.insert(Place(id: $0.id, range: $0.range)).inserted }
  }

  /// Reports an amount that is not in the currency of the amounts before it.
  mutating func note(_ found: Currency, at range: SourceRange) {
    guard let currency else {
      currency = (found, range)
      return
    }
    guard found != currency.value else { return }
    diagnostics.append(
      .clauseOfTwoCurrencies(found, at: range, first: currency.value, at: currency.range))
  }

  /// Runs a step one deeper; returns nil, and reports it once, where that is too deep.
  mutating func deeper<Result>(
    at range: SourceRange, _ step: (inout ClauseChecker) -> Result
  ) -> Result? {
    guard depth < CheckingLimits.depth else {
      if !isTooDeep { diagnostics.append(.definitionTooDeep(at: range)) }
      isTooDeep = true
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return step(&self)
  }

  /// Returns the words of the text at a range, on one line.
  func text(at range: SourceRange) -> String {
    let words = files[range.file].bytes[range.lower..<range.upper].split { $0 <= 0x20 }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}
