/// What a case says beside its name: plain text, still untrusted.
struct CaseDetails {
  /// Texts of one meaning, under a label of ours.
  struct Item {
    let label: String
    let texts: [String]

    init(_ label: String, _ texts: [String]) {
      self.label = label
      self.texts = texts
    }
  }

  /// The reason code of a finding, or the decision: one word.
  let type: String
  /// What came out, and why, in one sentence that begins with a word of ours.
  let headline: String
  /// The clause, the rule and the records, which formats with places of their own leave out.
  let places: [Item]
  /// What moved, what is missing, what lifts the rule, and what releases the money.
  let facts: [Item]

  init(type: String, headline: String, places: [Item], facts: [Item]) {
    self.type = type
    self.headline = headline
    self.places = places.filter { !$0.texts.isEmpty }
    self.facts = facts.filter { !$0.texts.isEmpty }
  }

  /// All that is told below the headline, in the order of reading.
  var items: [Item] { places + facts }

  /// The same in lines, each with its label.
  var lines: [String] { items.flatMap { item in item.texts.map { "\(item.label): \($0)" } } }

  /// The facts as parts of a sentence: `missing capability.state of launch.accounts`.
  var phrases: [String] { facts.flatMap { item in item.texts.map { "\(item.label) \($0)" } } }

  /// The headline and the facts in one sentence.
  var sentence: String { ([headline] + phrases).joined(separator: "; ") }
}
