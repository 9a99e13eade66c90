/// A word that means something where the grammar looks for it; elsewhere it is a name like any other.
enum Keyword: String, CaseIterable {
  // Declarations, and the statements that stand in them.
  case claim, evidence, register, act, clause, contract
  case about, asserted, keyed, optional, plural
  case cites, exception, means, reason, rounds, rule, term
  case admits, otherwise, require, then, when
  case illustrative, reported
  // Effects, and what they take.
  case `defer`, deduct, dispute, excuse, notify, owe, pay, recover, refer, reject, release, report
  case retain, `set`, suspend, withhold
  case invoice, limit, met, off, payment, showing, until, without
  // Conditions and ranges.
  case above, all, any, approximately, at, below, given, have, `is`, least, more, most, no, none
  case not, or, some, than, `where`, within
  // Quantities.
  case after, and, `as`, before, by, capped, compounded, covered, `default`, each, ever, every
  case `for`, from, `in`, less, of, on, per, since, through, to, up, `while`, with
  case earlier, earliest, greater, largest, later, latest, lesser, longest, smallest, worst
  case first, half, interest, last, late, number, percentile, rounded, run, share, sum
  case cent, down, even, money
  // Lengths of time.
  case business, calendar, day, days, month, months, started, week, weeks, whole
}

extension Keyword {
  static let connectives: [Keyword] = [
    .and, .or, .where, .until, .capped, .as, .by, .have, .through, .within,
  ]
  /// Words that may follow a number and so are never its unit.
  static let afterNumbers: [Keyword] =
    connectives + [
      .to, .less, .of, .is, .after, .before, .below, .above, .rounded, .while, .without, .default,
      .illustrative, .reported, .per, .for, .on, .from, .showing, .in, .at, .since, .with, .when,
    ]
  /// Words that may begin a phrase in the place of a name.
  static let phrases: [Keyword] = [
    .lesser, .greater, .earlier, .later, .first, .last, .calendar, .business, .interest, .whole,
    .started,
  ]
  /// Words that may begin an aggregate.
  static let aggregates: [Keyword] = [
    .number, .share, .sum, .longest, .worst, .earliest, .latest, .largest, .smallest,
  ]
  /// Words that may begin a range with one bound, or about a value.
  static let bounds: [Keyword] = [
    .above, .approximately, .before, .after, .within, .at, .more, .less, .on,
  ]
  static let natures: [Keyword] = [.claim, .evidence, .register, .act]
  /// Words that begin a declaration which no other one may stand in.
  static let declarations: [Keyword] = natures + [.clause, .contract]
  static let clauseStatements: [Keyword] = [.cites, .rounds, .term, .rule, .exception]
  static let ruleStatements: [Keyword] = [
    .cites, .reason, .admits, .when, .require, .then, .otherwise,
  ]
  static let exceptionStatements: [Keyword] = [.cites, .reason, .when, .then]
  static let effects: [Keyword] = [
    .withhold, .defer, .suspend, .reject, .retain, .release, .recover, .deduct, .dispute, .set,
    .pay, .owe, .notify, .report, .refer, .excuse,
  ]
}

extension Keyword {
  /// Whether a line that begins with the word may continue the statement before it.
  var isConnective: Bool { Self.connectives.contains(self) }
}

extension [Keyword] {
  var spellings: [String] { map(\.rawValue) }
}

extension Keyword {
  /// How a word is spelt, as one number: its bytes, or the last 16 where it has more, which is more
  /// than any word of the grammar has.
  struct Spelling: Equatable {
    fileprivate private(set) var number: UInt128 = 0

    init() {}

    init(of bytes: some Sequence<UInt8>) {
      for byte in bytes { append(byte) }
    }

    mutating func append(_ byte: UInt8) {
      number = number << 8 | UInt128(byte)
    }
  }

  /// All words of the grammar, to be found by how they are spelt: each word of a text is looked up
  /// once, and everything that asks for it afterwards compares two small numbers.
  struct Table {
    static let all = Table()

    /// Four times as many as there are words, so that hardly two of them ask for the same slot.
    private static let slots = 1 << slotBits
    private static let slotBits = 9

    private var entries: [(spelling: Spelling, keyword: Keyword)?]

    private init() {
      entries = Array(repeating: nil, count: Self.slots)
      for keyword in Keyword.allCases {
        let spelling = Spelling(of: keyword.rawValue.utf8)
        entries[slot(of: spelling)] = (spelling, keyword)
      }
    }

    /// The word of the grammar that is spelt so, if one is.
    subscript(spelling: Spelling) -> Keyword? { entries[slot(of: spelling)]?.keyword }

    /// Returns where the word stands, or the empty slot that says that it is none of the grammar.
    private func slot(of spelling: Spelling) -> Int {
      let number = spelling.number
      let folded = UInt64(truncatingIfNeeded: number ^ (number >> 64)) &* 0x9E37_79B9_7F4A_7C15
      var slot = Int(folded >> UInt64(64 - Self.slotBits))
      while let entry = entries[slot], entry.spelling != spelling {
        slot = (slot + 1) & (Self.slots - 1)
      }
      return slot
    }
  }
}

/// The words of the grammar that the layout of a text goes by.
package enum Vocabulary {
  package static let connectives = Keyword.connectives.spellings
  package static let natures = Keyword.natures.spellings
}
