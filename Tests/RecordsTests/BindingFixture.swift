import ContractModel
import SourceText

@testable import Records

/// A contract with a milestone that has two deliverables, and an invoice with a line.
enum BindingFixture {
  static let range = SourceRange(file: FileID(0), lower: 0, upper: 1)

  static let contract = Contract(
    id: "sample", title: "Sample", documentation: nil,
    parties: ["buyer", "supplier", "verifier"].map {
      Party(role: $0, name: $0, isIllustrative: false, range: range)
    },
    ranks: [], currency: Currency(code: "USD"),
    subjects: [
      subject(.contract, "sample", in: nil), subject(.milestone, "launch", in: 0),
      subject(.deliverable, "accounts", in: 1), subject(.milestone, "later", in: 0),
      subject(.deliverable, "accounts", in: 3), subject(.invoice, "one", in: 0),
      subject(.line, "launch", in: 5), subject(.deliverable, "purchase", in: 1),
    ],
    calendar: nil, monthEnd: nil, zone: nil, recordPatterns: [], completeThrough: [:],
    amendments: [], waivers: [], inlineRecords: [], range: range)

  static let kinds = [
    RecordKind(
      nature: .evidence, name: "capability", plural: "capabilities", isKeyed: false, keyFields: [],
      asserters: ["buyer", "verifier"], about: [.deliverable, .milestone],
      fields: [
        field("state", .words(["works", "degraded", "fails"])), field("cost", .money),
        field("share", .percent, domain: (0, 1)), field("tries", .number),
        field("runs", .count("test-runs")), field("took", .days(.calendar)),
        field("seen", .date), field("note", .text), field("owner", .party),
        field("open", .words(["yes", "no"])), field("rate", .moneyPer(.calendar)),
        field("wait", .weeks),
      ], documentation: nil, range: range),
    RecordKind(
      nature: .act, name: "notice", plural: "notices", isKeyed: false, keyFields: [],
      asserters: [], about: [.contract, .line], fields: [], documentation: nil, range: range),
    RecordKind(
      nature: .act, name: "letter", plural: "letters", isKeyed: false, keyFields: [],
      asserters: [], about: [.contract], fields: [], documentation: nil, range: range),
  ]

  static func subject(_ kind: SubjectKind, _ name: String, in parent: Int?) -> Subject {
    Subject(
      kind: kind, name: name, title: nil, parent: parent.map(SubjectID.init), range: range)
  }

  static func field(
    _ name: String, _ type: ValueType, domain: (Int, Int)? = nil
  ) -> RecordKind.Field {
    RecordKind.Field(
      name: name, isOptional: true, type: type,
      domain: domain.map {
        Interval(lower: .included(Rational($0.0)), upper: .included(Rational($0.1)))
      }, range: range)
  }

  /// A record whose values are texts; its fields lie at their places, ten bytes apart.
  static func record(_ fields: KeyValuePairs<String, String>, line: Int = 1) -> RawRecord {
    record(fields.map { ($0, .text($1)) }, line: line)
  }

  static func record(_ fields: [(String, RawValue)], line: Int = 1) -> RawRecord {
    let raw = fields.enumerated().map { place, field in
      let start = line * 1_000 + place * 10
      return RawField(
        name: field.0, nameRange: SourceRange(file: FileID(1), lower: start, upper: start + 4),
        value: field.1, range: SourceRange(file: FileID(1), lower: start + 5, upper: start + 9))
    }
    return RawRecord(
      line: line,
      range: SourceRange(file: FileID(1), lower: line * 1_000, upper: line * 1_000 + 999),
      fields: raw)
  }

  static func binding(
    _ records: [RawRecord], baseName: String = "status"
  ) -> Diagnosed<RecordSet> {
    RecordSet.binding(
      [RecordFile(baseName: baseName, records: records)], kinds: kinds, contract: contract)
  }

  /// Binds a capability with one field beside those that every record needs.
  static func binding(_ name: String, _ value: RawValue) -> Diagnosed<RecordSet> {
    binding([
      record([
        ("record", .text("capability")), ("about", .text("purchase")), ("by", .text("buyer")),
        ("dated", .text("2013-12-01")), (name, value),
      ])
    ])
  }
}
