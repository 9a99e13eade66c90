import ContractModel
import RuleEvaluation

/// A source by which plain documents are read straight into the columns of a `PlainContract`.
struct BriefSource: Sendable {
  /// Where a value stands, from the element at hand.
  struct Path: Sendable {
    let isFromTop: Bool
    /// How many elements outwards it begins.
    let outward: Int32
    /// Its names among those of the source.
    let first: Int32
    let count: Int32
  }

  /// The name of a member, among the bytes of the source.
  struct Name: Sendable {
    let start: Int32
    let count: Int32
  }

  /// How what stands somewhere is understood.
  enum Form: Sendable {
    /// A whole number, so many times as much, which must come to one of those allowed.
    case number(times: Int64, allowed: ClosedRange<Int64>)
    case day
    /// A day, or the day of a moment as it is written.
    case moment
    /// A word of a list.
    case word(Int32)
    /// Texts that are told apart only where records replace one another.
    case text(isTold: Bool)
  }

  struct Reading: Sendable {
    let path: Path
    let form: Form
  }

  enum Content: Sendable {
    case constant(Int64)
    case read(Reading)
  }

  /// The masks of words, by what a document writes for them.
  struct Words: Sendable {
    /// Nil is any other text.
    let found: [UInt8]?
    let mask: Int64
  }

  struct Condition: Sendable {
    enum Wanted: Sendable {
      case given
      case notGiven
      /// Of the texts of the source.
      case among(Range<Int>)
      case notAmong(Range<Int>)
    }

    let path: Path
    let wanted: Wanted
  }

  struct Each: Sendable {
    let path: Path
    let isOptional: Bool
    let conditions: Range<Int>
    let steps: Range<Int>
  }

  struct Part: Sendable {
    let kind: SubjectKind
    let name: Path
    let title: Path?
    /// The milestone that a deliverable says it belongs to.
    let milestone: Path?
    /// What a line bills, and the kind of that by its place.
    let billed: Path?
    let billedKind: UInt8
    let conditions: Range<Int>
    let steps: Range<Int>
  }

  struct Field: Sendable {
    let field: PlainContract.Field
    let reading: Reading
    let conditions: Range<Int>
  }

  struct Record: Sendable {
    let kind: Int
    /// What it is about, unless that is the part around it.
    let subject: Path?
    let day: Content
    let recorded: Content?
    /// Its fields among those of the source.
    let fields: Range<Int>
    let conditions: Range<Int>
  }

  struct RecordField: Sendable {
    let column: Int
    let content: Content
  }

  /// One line of the source, by its place among those of its sort.
  enum Step: Sendable {
    case each(Int)
    case part(Int)
    case field(Int)
    case record(Int)
  }

  /// A value of the contract that is read once.
  struct Term: Sendable {
    let clause: Int
    let place: Int
    let content: Content
    let divisor: Int64
  }

  struct Register: Sendable {
    let kind: Int
    let through: Content
  }

  /// What the lines of the source consist of, each sort by itself: whatever is read goes through lists
  /// of plain values.
  struct Text: Sendable {
    var bytes: [UInt8] = []
    var names: [Name] = []
    var words: [[Words]] = []
    var texts: [[UInt8]] = []
    var conditions: [Condition] = []
    var steps: [Step] = []
    var eaches: [Each] = []
    var parts: [Part] = []
    var fields: [Field] = []
    var records: [Record] = []
    var recordFields: [RecordField] = []
    /// For each kind of record the kinds of part that it may be about, as bits by their places.
    var about: [UInt8] = []
    /// The kinds of which it states records.
    var recordKinds: [Int] = []
  }

  let id: Path
  let title: Path?
  let asOf: Path?
  /// The names of parties that are read; of all but the supplier nothing is told but that they are
  /// there.
  let parties: [Path]
  /// The supplier's name, unless it is read.
  let supplierName: String?
  let supplier: Path?
  let registers: [Register]
  let terms: [Term]
  /// The lines of the contract among all lines.
  let lines: Range<Int>
  let text: Text
  let currency: Currency
  let plan: BriefPlan
  /// A contract with room for what is read.
  let contract: PlainContract
}
