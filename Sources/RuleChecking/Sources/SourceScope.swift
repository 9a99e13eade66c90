internal import ContractModel
internal import RuleSyntax

/// Where in a source a line stands: which words it may begin with, and what its block may hold.
enum SourceScope {
  /// Outside of any contract.
  case document
  /// In a contract, or a part of one.
  case block(BlockWords)
  /// In a record that says itself what it is about.
  case record(RecordKind)
  /// In a record within the part that it is about.
  case innerRecord(RecordKind)
  /// In the line that incorporates a clause.
  case terms(CheckedClause)
  /// In a line whose words are known only with the contract that it stands in.
  case free

  private static let documentWords = BlockWords(
    owner: "a source", single: [], repeated: ["contract", "each", "reads"])

  private static let contractWords = BlockWords(
    owner: BlockWords.contract.owner, single: BlockWords.contract.single + ["as-of"],
    repeated: BlockWords.contract.repeated.filter { $0 != "records" } + ["deliverable"],
    subject: .contract)

  private static let looseDeliverable = BlockWords(
    owner: BlockWords.deliverable.owner, single: ["milestone"], repeated: [],
    subject: .deliverable)

  /// The words of lines that state a part of a contract, or that a clause holds for it.
  static let partWords = [
    "contract", "milestone", "deliverable", "invoice", "line", "amendment", "waiver", "payment",
    "incorporates", "adds", "removes",
  ]

  /// Those whose first value is a name.
  static let namedWords: Set = [
    "contract", "milestone", "deliverable", "invoice", "line", "incorporates",
  ]

  var words: BlockWords {
    switch self {
    case .document: Self.documentWords
    case .block(let words): words
    case .record(let kind):
      BlockWords(
        owner: "a record of kind '\(kind.name)'",
        single: BlockWords(ofRecord: kind).single + ["about"],
        repeated: [])
    case .innerRecord(let kind): BlockWords(ofRecord: kind)
    case .terms(let clause): .terms(of: clause)
    case .free: BlockWords(owner: "this line", single: [], repeated: [])
    }
  }

  /// The kinds of record whose lines may stand here.
  func records(among kinds: [RecordKind]) -> [String] { kinds.filter(holds).map(\.name) }

  private func holds(_ kind: RecordKind) -> Bool {
    switch self {
    case .document: true
    case .block(let words):
      words.subject == .contract || words.subject.map(kind.about.contains) ?? false
    case .record, .innerRecord, .terms, .free: false
    }
  }

  /// Whether records that stand here say themselves what they are about.
  private var holdsLooseRecords: Bool {
    switch self {
    case .document: true
    case .block(let words): words.subject == .contract
    case .record, .innerRecord, .terms, .free: false
    }
  }

  /// Whether `each` may stand here: what repeats is a line of a contract, or a record.
  var holdsArrays: Bool {
    switch self {
    case .document, .block: true
    case .record, .innerRecord, .terms, .free: false
    }
  }

  /// Whether each line here is a field or a term with its value.
  var holdsFields: Bool {
    switch self {
    case .record, .innerRecord: true
    case .document, .block, .terms, .free: false
    }
  }

  /// The type of the value of a line here; nil where it has none, or more than one.
  func type(of word: String) -> ValueType? {
    switch self {
    case .record(let kind), .innerRecord(let kind):
      kind.fields.first { $0.name == word }?.type ?? Self.suppliedTypes[word]
    case .terms(let clause): clause.terms.first { $0.name == word }?.type
    case .block(let words) where words.single.contains(word):
      SubjectField(rawValue: word)?.type ?? Self.statedTypes[word]
    case .block, .document, .free: nil
    }
  }

  /// What every record may state.
  private static let suppliedTypes: [String: ValueType] = [
    "dated": .date, "recorded": .date, "source": .text, "phrase": .text, "id": .text,
  ]

  /// What lines of a contract state that is no field of a part.
  private static let statedTypes: [String: ValueType] = [
    "as-of": .date, "effective": .date, "from": .date, "through": .date, "made": .date,
    "approved": .text, "because": .text, "zone": .text,
  ]

  func role(of word: String, kinds: [RecordKind]) -> SourceLine.Role {
    switch (self, word) {
    case (.free, _): .other
    case (.document, "contract"): .contract
    case (.block, "as-of"): .asOf
    case (.block(let block), "deliverable") where block.subject == .contract: .deliverable
    case _ where holdsLooseRecords && kinds.contains { $0.name == word }: .record
    case _: .other
    }
  }

  /// What the block of a line with the word may hold; nil where no such line may stand here.
  func block(
    of line: LineSyntax, kinds: [RecordKind], clauses: [CheckedClause]
  ) -> SourceScope? {
    let word = line.keyword.text
    if let kind = kinds.first(where: { $0.name == word && holds($0) }), !isWord(word) {
      return holdsLooseRecords ? .record(kind) : .innerRecord(kind)
    }
    if case .free = self { return .free }
    guard isWord(word) else { return nil }
    if word == "incorporates" { return line.clause(among: clauses).map(SourceScope.terms) ?? .free }
    return inner(word)
  }

  private func isWord(_ word: String) -> Bool {
    switch self {
    case .record(let kind): word == "about" || BlockWords(ofRecord: kind).isSingle(word)
    case .innerRecord(let kind): BlockWords(ofRecord: kind).isSingle(word)
    case .document, .block, .terms, .free:
      words.single.contains(word) || words.repeated.contains(word)
    }
  }

  private func inner(_ word: String) -> SourceScope {
    switch (self, word) {
    case (.document, "contract"): return .block(Self.contractWords)
    case (.block(let block), "milestone") where block.subject == .contract:
      return .block(.milestone)
    case (.block(let block), "milestone") where block.owner == BlockWords.amendment.owner:
      return .block(.amendedMilestone)
    case (.block(let block), "deliverable"):
      return .block(block.subject == .contract ? Self.looseDeliverable : .deliverable)
    case (.block, "invoice"): return .block(.invoice)
    case (.block, "line"): return .block(.invoiceLine)
    case (.block, "amendment"): return .block(.amendment)
    case (.block, "waiver"): return .block(.waiver)
    case (.block, "payment"): return .block(.payment)
    case _: return .free
    }
  }
}

extension LineSyntax {
  /// The clause that the line incorporates; nil where none of the name is sound.
  fileprivate func clause(among clauses: [CheckedClause]) -> CheckedClause? {
    guard case .name(let name)? = values.first else { return nil }
    return clauses.first { $0.name == name.text && $0.isSound }
  }
}
