import ContractModel
import Records
import RuleEvaluation

/// A source by which plain documents are read straight into the columns of a `PlainContract`.
struct BriefSource: Sendable {
  /// Where a value stands, from the element at hand.
  struct Path: Sendable {
    let isFromTop: Bool
    /// How many elements outwards it begins.
    let outward: Int32
    /// Its names among the steps of all paths.
    let names: Range<Int32>
    /// The name of a member of the innermost element, where it is nothing but that; else -1.
    let member: Int32
  }

  /// How what stands somewhere is understood.
  enum Form: Sendable {
    /// A value of its own, whatever stands anywhere.
    case constant
    /// A whole number, so many times as much, which must come to one of those allowed.
    case number
    case day
    /// A day, or the day of a moment as it is written.
    case moment
    /// A word of a list.
    case word
    /// A text, of which nothing is told but that it is there.
    case text
    /// Texts that are told apart, as records replace one another by them.
    case toldText
  }

  /// What is read of a document, as one number.
  struct Reading: Sendable {
    let form: Form
    let path: Path
    /// How many times as much a number is; a constant itself.
    var times: Int64 = 1
    var least: Int64 = 0
    var most: Int64 = 0
    /// The words of a list, among all.
    var words: Range<Int32> = 0..<0

    init(_ form: Form, at path: Path) {
      self.form = form
      self.path = path
    }

    init(constant: Int64) {
      self.init(
        .constant, at: Path(isFromTop: true, outward: 0, names: 0..<0, member: -1))
      times = constant
    }
  }

  /// The mask of a word, by what a document writes for it.
  struct Word: Sendable {
    let found: [UInt8]
    /// What tells it from most others.
    let head: UInt64
    /// Whether it is any other text.
    let isAny: Bool
    let mask: Int64

    /// Nil is any other text.
    init(_ found: String?, mask: Int64) {
      let text = Array((found ?? "").utf8)
      self.found = text
      head = PlainJSON.head(of: text.indices, text.span)
      isAny = found == nil
      self.mask = mask
    }
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
    /// Whether it states nothing but records that may be read column by column.
    let statesRecords: Bool
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
    let reading: Int32
    let conditions: Range<Int>
  }

  struct Record: Sendable {
    let kind: Int
    /// What it is about, unless that is the part around it.
    let subject: Path?
    /// Its day, and the day it was put on file, among all readings; -1 is none.
    let day: Int32
    let recorded: Int32
    /// The kinds of part that it may be about, as bits by their places.
    let about: UInt8
    /// Its fields among those of the source.
    let fields: Range<Int>
    let conditions: Range<Int>
  }

  struct RecordField: Sendable {
    /// Its place in the row.
    let cell: Int32
    let reading: Int32
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
    let reading: Int32
    let divisor: Int64
  }

  struct Register: Sendable {
    let kind: Int
    let through: Int32
  }

  /// What the lines of the source consist of, each sort by itself: whatever is read goes through lists
  /// of plain values.
  struct Text: Sendable {
    /// The names of members that are read, each once.
    var names: [[UInt8]] = []
    /// What paths consist of: names by their places.
    var pathNames: [Int32] = []
    var words: [Word] = []
    var texts: [[UInt8]] = []
    var readings: [Reading] = []
    var conditions: [Condition] = []
    var steps: [Step] = []
    var eaches: [Each] = []
    var parts: [Part] = []
    var fields: [Field] = []
    var records: [Record] = []
    var recordFields: [RecordField] = []
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
