import ContractModel

/// What clauses ask, as steps over columns: each step is done for all parts of one kind before the
/// next, and reads only what steps before it left. Everything is a plain value, and lists are places
/// among all of their sort: what is looked at for every contract is neither copied nor counted.
struct BriefProgram: Sendable {
  /// A number for every part of a kind.
  struct Step: Sendable {
    /// The kind, by its place among all.
    let kind: Int
    let form: Form
  }

  enum Form: Sendable {
    case constant(PlainQuantity)
    case term(clause: Int, Int)
    case asOf
    case field(PlainContract.Field, isOptional: Bool)
    /// What a slot came to.
    case slot(Int)
    /// What a step came to for the wider part that a part is, lies in, or bills.
    case wider(Int)
    case sum(Int, Int, isNegative: Bool)
    case product(Int, Int)
    case quotient(Int, Int)
    case pick(Int, Int, isGreater: Bool)
    /// Calendar days from one to the other, never fewer than none.
    case days(from: Int, through: Int, isStartIncluded: Bool)
    /// Calendar days after or before a day.
    case moved(Int, by: Int, isBefore: Bool)
    case rounded(Int, RoundingRule)
    /// A rate for each of so many days.
    case each(Int, days: Int)
    /// What parts of a kind come to that lie in a part or bill it.
    case parts(Int, PartMeasure)
    /// The other one where there is certainly none.
    case standIn(Int, for: Int)
  }

  enum PartMeasure: Sendable {
    case number
    case sum(Int)
    case extreme(Int, isGreatest: Bool)
  }

  /// Whether something holds, for every part of a kind.
  struct Question: Sendable {
    let kind: Int
    let form: Test
  }

  enum Test: Sendable {
    case always
    case bounds(Int, lower: Bound?, upper: Bound?)
    case words(Int, Int64)
    case given(Int)
    case none(Int)
    /// Whether a slot has some record, or all of its records pass.
    case slot(Int)
    case wider(Int)
    /// Whether every one of some parts of a kind answers a question with yes, or some one; no question
    /// is one that all of them do.
    case parts(Int, Int?, isEvery: Bool)
    case both(Int, Int)
    case either(Int, Int)
    case not(Int)
  }

  struct Bound: Sendable {
    let step: Int
    let isIncluded: Bool
  }

  /// Records of one kind about a part or anything within it, and what is drawn from them.
  struct Slot: Sendable {
    let records: Int
    /// The kind of part that is looked in.
    let kind: Int
    let isEver: Bool
    /// The tests by which they are picked.
    let filter: Range<Int>
    let measure: Measure
    /// What each of them is tested for.
    let tests: Range<Int>
  }

  enum Measure: Sendable {
    case number
    case share
    case sum(Column)
    case first(Column, isLatest: Bool)
    case extreme(Column, isGreatest: Bool)
    case some
    case every
  }

  enum Column: Sendable {
    case dated
    case declared(Int)
  }

  /// One of the tests that a record has to pass.
  struct RowTest: Sendable {
    enum Form: Sendable {
      case words(Int64)
      /// Whether it is stated at all, which an optional field need not be.
      case given
      case notGiven
      /// Steps for the contract as a whole.
      case bounds(lower: Bound?, upper: Bound?)
    }

    let column: Column
    let form: Form
    let isNegated: Bool
  }

  struct Rule: Sendable {
    /// The kind of part that it is about.
    let kind: Int
    /// Where it is certainly not so, the rule is not about the part.
    let filter: Int?
    let applies: Int
    let requires: Int
    let remedies: Range<Int>
    let consequences: Range<Int>
    let decidesPayment: Bool
  }

  struct Effect: Sendable {
    let verb: EffectVerb
    /// What takes none moves none: there is no more to it in brief.
    let takesMoney: Bool
    /// The steps of its amount and its caps, of which the least is taken; none is all there is.
    let limits: Range<Int>
    /// Whether one of these holds, and it does not act.
    let release: Int?
    let ground: Int32
  }

  var steps: [Step] = []
  var questions: [Question] = []
  var slots: [Slot] = []
  var tests: [RowTest] = []
  var rules: [Rule] = []
  var effects: [Effect] = []
  var limits: [Int] = []
}
