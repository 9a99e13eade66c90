import ContractModel
import SourceText
import Testing

@testable import Records

/// Binding finds the kind, the subject and the head of a record, or says what is wrong with them.
@Suite struct BindingTests {
  @Test func bindsARecordWithItsHead() throws {
    let bound = BindingFixture.binding([
      BindingFixture.record(
        [
          "record": "capability", "about": "purchase", "by": "verifier", "dated": "2013-12",
          "state": "works", "source": "a letter", "phrase": "it works", "illustrative": "true",
          "id": "c-1",
        ], line: 7)
    ])
    #expect(bound.diagnostics.isEmpty)
    let table = bound.value.tables[0]
    try #require(table.count == 1)
    #expect(table.origins == [RecordReference(file: FileID(1), line: 7)])
    #expect(table.subjects == [SubjectID(7)])
    #expect(table.asserters.map { bound.value.roles[$0] } == ["verifier"])
    #expect(table.recorded.map(\.text) == ["2013-12-31"])
    #expect(table.dated[0]?.lower?.value == Rational(16_040))
    #expect(table.dated[0]?.upper?.value == Rational(16_070))
  }

  @Test(arguments: [
    ("launch", 1), ("milestone launch", 1), ("purchase", 7),
    ("milestone launch deliverable accounts", 2), ("milestone later deliverable accounts", 4),
  ])
  func findsTheSubject(_ text: String, _ index: Int) {
    let bound = BindingFixture.binding([
      BindingFixture.record([
        "record": "capability", "about": text, "by": "buyer", "dated": "2013-12-01",
      ])
    ])
    #expect(bound.diagnostics.isEmpty)
    #expect(bound.value.tables[0].subjects == [SubjectID(index)])
  }

  @Test(
    arguments: [
      ("lanch", DiagnosticID.unknownSubject, "did you mean 'launch'?"),
      ("accounts", .ambiguousSubject, nil), ("one", .unfitSubject, nil),
      (
        "milestone accounts", .unknownSubject,
        "did you mean 'milestone launch deliverable accounts'"
          + " or 'milestone later deliverable accounts'?"
      ),
      (
        "later.accounts", .unknownSubject, "did you mean 'milestone later deliverable accounts'?"
      ),
      ("nothing like it", .unknownSubject, nil),
      (
        "milestone lanch deliverable purchase", .unknownSubject,
        "did you mean 'milestone launch deliverable purchase'?"
      ),
      (
        "milestone lauch deliverable acounts", .unknownSubject,
        "did you mean 'milestone launch deliverable accounts'?"
      ),
    ] as [(String, DiagnosticID, String?)])
  func reportsASubjectThatWillNotDo(_ text: String, _ id: DiagnosticID, _ help: String?) {
    let bound = BindingFixture.binding([
      BindingFixture.record([
        "record": "capability", "about": text, "by": "buyer", "dated": "2013-12-01",
      ])
    ])
    #expect(bound.diagnostics.map(\.id) == [id])
    #expect(bound.diagnostics.allSatisfy { $0.isError })
    if let help { #expect(bound.diagnostics.map(\.help) == [help]) }
    #expect(bound.value.tables[0].count == 0)
  }

  /// What a record is about may be there, under a name that is misspelt.
  @Test(arguments: [("About", "did you mean 'about'?"), ("abuot", "did you mean 'about'?")])
  func reportsTheNameOfASubjectThatWillNotDo(_ name: String, _ help: String) {
    let bound = BindingFixture.binding([
      BindingFixture.record([
        "record": "capability", name: "launch", "by": "buyer", "dated": "2013-12-01",
      ])
    ])
    #expect(bound.diagnostics.map(\.id) == [.unknownField])
    #expect(bound.diagnostics.map(\.help) == [help])
  }

  @Test(arguments: [("capability", 1), ("capabilities", 1), ("status", 0)])
  func takesTheKindFromTheNameOfTheFile(_ baseName: String, _ count: Int) {
    let bound = BindingFixture.binding(
      [BindingFixture.record(["about": "purchase", "by": "buyer", "dated": "2013-12-01"])],
      baseName: baseName)
    #expect(bound.value.tables[0].count == count)
    #expect(bound.diagnostics.map(\.id) == (count == 1 ? [] : [.recordWithoutKind]))
  }

  /// A notice may be about a line too: which it is of is not guessed.
  @Test func needsASubjectUnlessTheKindIsAboutTheContractAlone() {
    let bound = BindingFixture.binding([
      BindingFixture.record(["record": "letter", "dated": "2013-12-01"]),
      BindingFixture.record(["record": "notice", "dated": "2013-12-01"]),
      BindingFixture.record(["record": "capability", "by": "buyer", "dated": "2013-12-01"]),
    ])
    #expect(bound.value.tables[2].subjects == [.contract])
    #expect(bound.diagnostics.map(\.id) == [.recordWithoutSubject, .recordWithoutSubject])
  }

  @Test(arguments: [
    ("by", "byer", DiagnosticID.unknownRole), ("dated", "soon", .valueOfWrongType),
    ("dated", "2013-12-05/2013-12-01", .valueOfWrongType),
    ("recorded", "2013-12", .valueOfWrongType),
    ("stat", "works", .unknownField), ("illustrative", "maybe", .valueOfWrongType),
    ("record", "capabilty", .unknownRecordKind),
  ])
  func reportsAFaultyHead(_ name: String, _ text: String, _ id: DiagnosticID) {
    var fields: [(String, RawValue)] = [
      ("record", .text("capability")), ("about", .text("purchase")), ("by", .text("buyer")),
      ("dated", .text("2013-12-01")),
    ].filter { $0.0 != name }
    fields.append((name, .text(text)))
    let bound = BindingFixture.binding([BindingFixture.record(fields)])
    #expect(bound.diagnostics.map(\.id) == [id])
    #expect(bound.value.tables[0].count == 0)
  }

  @Test func needsADateAndAnAsserter() {
    let bound = BindingFixture.binding([
      BindingFixture.record(["record": "capability", "about": "purchase", "by": "buyer"]),
      BindingFixture.record(["record": "capability", "about": "purchase", "dated": "2013-12-01"]),
    ])
    #expect(bound.diagnostics.map(\.id) == [.recordWithoutDate, .recordWithoutAsserter])
  }

  @Test func reportsTwoRecordsOfOneID() {
    let bound = BindingFixture.binding([
      BindingFixture.record(["record": "letter", "dated": "2013-12-01", "id": "n"], line: 1),
      BindingFixture.record(["record": "letter", "dated": "2013-12-02", "id": "n"], line: 2),
    ])
    #expect(bound.diagnostics.map(\.id) == [.duplicateRecordID])
    #expect(bound.diagnostics.first?.range.lower == 2_025)
    #expect(bound.diagnostics.first?.notes.map(\.range.lower) == [1_025])
  }

  @Test func bindsWhatTheContractStatesItself() {
    let range = BindingFixture.range
    let inline = InlineRecord(
      kind: "capability", about: SubjectID(7),
      fields: [("state", "works"), ("dated", "2013-12"), ("by", "buyer")].map {
        InlineRecord.Field(name: $0.0, nameRange: range, text: $0.1, range: range)
      },
      isIllustrative: false, provenance: nil, line: 12, range: range)
    let bound = RecordSet.binding(
      [], inline: [inline], kinds: BindingFixture.kinds, contract: BindingFixture.contract)
    #expect(bound.diagnostics.isEmpty)
    #expect(bound.value.tables[0].origins == [RecordReference(file: FileID(0), line: 12)])
  }

  @Test func bindsWhatTheReadersRead() {
    let line =
      #"{"record":"capability","about":"purchase","by":"buyer","dated":"2013-12","tries":2}"#
    let csv = "about,by,dated,state,tries\npurchase,buyer,2013-12-01,works,\n"
    let files = [(line, RecordFormat.ndjson, "status"), (csv, .csv, "capabilities")]
    let read = files.enumerated().map { place, file in
      RecordFile(
        baseName: file.2,
        records: RawRecords.reading(
          SourceFile(path: "status", bytes: Array(file.0.utf8)), id: FileID(place + 1),
          format: file.1
        ).value)
    }
    let bound = RecordSet.binding(
      read, kinds: BindingFixture.kinds, contract: BindingFixture.contract)
    #expect(bound.diagnostics.isEmpty)
    #expect(bound.value.tables[0].origins.map(\.line) == [1, 2])
  }
}
