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
  /// For each name where its meanings for kinds of subject stand in `meanings`.
  var places: [[(subject: SubjectKind, place: Int)]]
  /// For each name the collections it stands for that were checked already.
  var collections: [[NamedCollection]]
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
  var guarded: [SubjectField] = []
  /// For each term what picks its row, if it is a table, and where it was read first.
  var inputs: [TermInput?]
  /// What the clause declares.
  let names: ClauseNames
  /// Whether it was reported that meanings lie too deep within one another.
  var isTooDeep = false
  /// Terms whose type is not known.
  var brokenTerms: Set<Int> = []
  /// For each name whether something reads it.
  var namesRead: [Bool]
  /// The first amount written in the clause.
  var currency: (value: Currency, range: SourceRange)?

  struct MeaningKey: Equatable {
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
    /// Record kinds that are claims, each once.
    private(set) var claims: [Int] = []
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

    mutating func add(claim kind: Int) {
      if !claims.contains(kind) { claims.append(kind) }
    }

    mutating func add(_ other: Reading) {
      for kind in other.claims { add(claim: kind) }
      phase = max(phase, other.phase)
    }
  }

  init(_ syntax: ClauseSyntax, among kinds: KnownKinds, files: SourceFiles, isRead: Bool) {
    self.syntax = syntax
    known = kinds
    self.files = files
    self.isRead = isRead
    names = ClauseNames(of: syntax)
    places = Array(repeating: [], count: names.count)
    collections = Array(repeating: [], count: names.count)
    namesRead = Array(repeating: false, count: names.count)
    inputs = Array(repeating: nil, count: syntax.terms.count)
  }

  var kinds: [RecordKind] { known.kinds }
  var units: KnownUnits { known.units }

  mutating func checkedClause() -> CheckedClause {
    reportRepeats()
    if syntax.citation == nil { reportMissing(.clauseWithoutCitation(syntax.name)) }
    if case .literal(let unit)? = syntax.rounding?.target {
      diagnostics.append(.roundsToMoreThanCents(at: unit.range))
    }
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
    diagnostics += names.repeated.map { .declaredTwice($0.name, first: $0.first) }
    for name in names.ofValues where Self.supplied.contains(name.name.text) {
      diagnostics.append(.suppliedWordTaken(name.name))
    }
  }

  /// The words that mean something everywhere.
  private static let supplied = Set(
    SubjectField.allCases.map(\.rawValue) + PartWord.allCases.map(\.rawValue) + ["as-of", "met"])

  /// A meaning that nothing reads was never checked against a subject: say so.
  private mutating func reportUnread() {
    for name in names.ofValues where !namesRead[name.number] {
      reportMissing(.meaningNeverRead(name.name))
    }
  }

  /// What is wrong in a meaning is wrong for every kind of subject that reads it: say it once.
  private mutating func dropRepeatedMistakes() {
    guard diagnostics.count > 1 else { return }
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
    let bytes = files[range.file].bytes[range.lower..<range.upper]
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    var (endsWord, endsLine, isInBraces) = (false, false, false)
    for (place, byte) in zip(bytes.indices, bytes) {
      if byte <= 0x20 {
        endsWord = !words.isEmpty
        endsLine = endsLine || byte == UInt8(ascii: "\n")
        continue
      }
      if endsLine, isInBraces, words.last != UInt8(ascii: "{"),
        Self.beginsAlternative(bytes[place...])
      {
        words.append(UInt8(ascii: ";"))
      }
      if endsWord { words.append(0x20) }
      (endsWord, endsLine) = (false, false)
      isInBraces = isInBraces || byte == UInt8(ascii: "{")
      words.append(byte)
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// Whether a line within braces is a condition of its own, which a sentence has to part from the one
  /// above it, and does not go on with that.
  private static func beginsAlternative(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.prefix { $0 > 0x20 }
    let goesOn = ["}", "and", "where", "less", "of", "to"]
    return !goesOn.contains { word.elementsEqual($0.utf8) }
  }
}
