package import ContractModel
package import RuleSyntax

/// The words that a block of a contract understands.
package struct BlockWords {
  /// As in a message: `a milestone`.
  var owner: String { record.map { "a record of kind '\($0.name)'" } ?? name }
  /// Words stated at most once.
  var single: [String] {
    guard let record else { return words }
    let declared = record.fields.map(\.name)
    return declared + words.filter { !declared.contains($0) }
  }
  /// Words stated any number of times.
  let repeated: [String]
  /// The kind of part it describes; records about it may stand in it.
  let subject: SubjectKind?
  private let name: String
  private let words: [String]
  /// The kind of record it states, whose fields are words, too.
  private let record: RecordKind?

  package init(
    owner: String, single: [String], repeated: [String], subject: SubjectKind? = nil
  ) {
    name = owner
    words = single
    self.repeated = repeated
    self.subject = subject
    record = nil
  }

  /// Makes those of a record of a kind; `asserted by` names who does.
  init(ofRecord kind: RecordKind) {
    name = ""
    words = Self.supplied
    repeated = []
    subject = nil
    record = kind
  }

  private static let supplied = ["dated", "recorded", "asserted", "source", "phrase", "id"]

  /// Whether a word is stated at most once.
  func isSingle(_ word: String) -> Bool {
    record?.fields.contains { $0.name == word } ?? false || words.contains(word)
  }

  static let contract = BlockWords(
    owner: "a contract",
    single: [
      "value", "ceiling", "funds", "paid", "calendar", "month-end", "zone", "authority",
    ],
    repeated: [
      "party", "records", "register", "incorporates", "milestone", "invoice", "amendment", "waiver",
      "payment",
    ], subject: .contract)

  static let milestone = BlockWords(
    owner: "a milestone", single: ["due", "amount", "critical", "kind", "after"],
    repeated: ["deliverable"], subject: .milestone)

  static let deliverable = BlockWords(
    owner: "a deliverable", single: [], repeated: [], subject: .deliverable)

  static let invoice = BlockWords(
    owner: "an invoice",
    single: [
      "received", "number", "tax-id", "issued", "returned", "supplier-name", "contract-number",
      "description", "terms", "remit-to", "contact", "eft", "replaces",
    ], repeated: ["line"], subject: .invoice)

  static let invoiceLine = BlockWords(
    owner: "a line of an invoice", single: ["for", "amount"], repeated: [], subject: .line)

  static let amendment = BlockWords(
    owner: "an amendment",
    single: [
      "effective", "recorded", "approved", "because", "retroactive", "value", "ceiling",
      "funds",
    ],
    repeated: ["milestone", "adds", "removes"], subject: nil)

  static let amendedMilestone = BlockWords(
    owner: "a milestone of an amendment", single: ["due", "amount", "critical", "kind"],
    repeated: ["adds", "removes"], subject: nil)

  static let waiver = BlockWords(
    owner: "a waiver", single: ["from", "through", "approved", "because"], repeated: [],
    subject: nil)

  static let payment = BlockWords(
    owner: "a payment", single: ["made", "amount", "for"], repeated: [], subject: nil)

  static let calendar = BlockWords(
    owner: "a calendar", single: ["weekend", "covers", "observed"],
    repeated: ["holidays", "yearly", "working"], subject: nil)
}

/// The lines of a block by what they are.
package struct SortedLines {
  package internal(set) var single = SingleLines()
  var repeated: [LineSyntax] = []
  /// Lines whose word is the name of a record kind.
  var records: [LineSyntax] = []

  package func lines(_ word: String) -> [LineSyntax] { repeated.filter { $0.keyword.text == word } }
}

/// Lines of which no two begin with the same word: so few that they are looked through.
package struct SingleLines {
  /// In the order of the text.
  private(set) var lines: [LineSyntax] = []

  package subscript(word: String) -> LineSyntax? {
    guard let place = lines.firstIndex(where: { $0.keyword.text == word }) else { return nil }
    return lines[place]
  }

  mutating func append(_ line: LineSyntax) { lines.append(line) }
}
