import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import SourceText
import TestSupport

/// One contract with its rules and records, made up from a seed.
struct GeneratedCase {
  let seed: UInt64
  let rules: RuleBook
  let contract: CheckedContract
  let records: RecordSet
  let asOf: CivilDate
  /// What the later phases read.
  let supplied: SuppliedAmounts
}

/// Makes up rule books, contracts and records that are well typed and otherwise as odd as can be.
///
/// Values are few and small, so that dates coincide, records contradict each other and bounds meet.
struct CheckedGenerator {
  static let range = SourceRange(file: FileID(0), lower: 0, upper: 1)
  static let states = ValueType.words(["open", "closed", "unclear"])
  static let roles = ["buyer", "verifier", "supplier"]
  /// Two of them look alike and are not the same bytes.
  static let texts = ["a", "\u{E9}", "e\u{301}"]
  /// Around this day everything happens.
  static let day = 16_000

  let seed: UInt64
  private var random: SplitMix64
  var kinds: [RecordKind] = []
  /// The meanings made up so far for the clause at hand.
  var meanings: [CheckedMeaning] = []
  /// The phase of the rule at hand: what it may read of the settlement.
  var phase = DecisionPhase.first
  /// The day as of which the case is decided; other days often are this one.
  var asOf: CivilDate

  init(seed: UInt64) {
    self.seed = seed
    random = SplitMix64(seed: seed)
    asOf = CivilDate(dayNumber: Int32(Self.day))
  }

  mutating func generated() -> GeneratedCase {
    asOf = date(0...40)
    kinds = recordKinds()
    let contract = contract()
    let clauses = (0..<2).map { _ in clause() }
    let incorporations = (0..<3).map { _ in incorporation(of: below(2), in: contract) }
    var supplied = SuppliedAmounts()
    for field in SubjectField.allCases where field.suppliedIn != nil {
      for index in contract.subjects.indices where chance(80) {
        supplied[field, SubjectID(index)] = .exactly(below(1_000))
      }
    }
    return GeneratedCase(
      seed: seed, rules: RuleBook(kinds: kinds, clauses: clauses, calendars: []),
      contract: CheckedContract(
        contract: contract, incorporations: incorporations, isSound: true),
      records: records(about: contract), asOf: asOf, supplied: supplied)
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  mutating func some<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    Array(elements.shuffled(using: &random).prefix(count))
  }

  mutating func date(_ days: ClosedRange<Int>) -> CivilDate {
    CivilDate(dayNumber: Int32(Self.day + days.lowerBound + below(days.count)))
  }

  /// A day of a range, or the very day of the decision.
  mutating func border(_ days: ClosedRange<Int>) -> CivilDate {
    chance(30) ? asOf : date(days)
  }

  /// A quantity that is mostly exact, else known within bounds of every form.
  mutating func interval(_ values: ClosedRange<Int>) -> Interval {
    let first = values.lowerBound + below(values.count)
    let second = first + below(6)
    switch below(20) {
    case 0: return .between(first, second)
    case 1: return .atLeast(first)
    case 2: return Interval(lower: .excluded(Rational(first)), upper: nil)
    case 3: return Interval(lower: nil, upper: .included(Rational(first)))
    case 4: return Interval(lower: nil, upper: .excluded(Rational(first)))
    case 5: return Interval(approximately: Rational(first))
    case 6: return .between(first, second)
    default: return .exactly(first)
    }
  }

  /// A day, or several of which it is one.
  mutating func days(_ offsets: ClosedRange<Int>) -> Interval {
    let first = Self.day + offsets.lowerBound + below(offsets.count)
    return chance(25) ? .between(first, first + below(8)) : .exactly(first)
  }

  mutating func percent() -> Interval {
    let hundredths = below(5) * 25
    let ratio = (try? Rational(Int128(hundredths), over: 100)) ?? .one
    return chance(85) ? Interval(exactly: ratio) : Interval(lower: .included(ratio), upper: nil)
  }
}
