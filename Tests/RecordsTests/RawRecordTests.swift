internal import SourceText
internal import TestSupport
internal import Testing

@testable internal import Records

private func read(_ text: String, _ format: RecordFormat) -> Diagnosed<[RawRecord]> {
  RawRecords.reading(SourceFile(text), id: fileID, format: format)
}

@Suite struct ReadingRecords {
  @Test(
    arguments: [
      ("a.json", .json), ("a/b.c/x.ndjson", .ndjson), ("x.jsonl", .ndjson), ("x.csv", .csv),
      ("X.CSV", .csv), ("x.Json", .json), ("json", nil), (".json", nil), ("a/.csv", nil),
      ("x.json.bak", nil), ("", nil), ("x.txt", nil), ("x.csv/", .csv), ("é.csv", .csv),
    ] as [(String, RecordFormat?)])
  func knowsTheFormatByTheExtension(_ path: String, _ format: RecordFormat?) {
    #expect(RecordFormat(path: path) == format)
  }

  @Test func readsOneObject() throws {
    let text = #" {"id": "M\u0031", "paid": 12.50, "ok": true, "no": false, "x": null, "n": [1]}"#
    let result = read(text, .json)
    #expect(result.diagnostics == [])
    let record = try #require(result.value.first)
    #expect(result.value.count == 1)
    #expect(record.line == 1)
    #expect(record.fields.map(\.name) == ["id", "paid", "ok", "no", "x", "n"])
    let values: [RawValue] = [
      .text("M1"), .number(Array("12.50".utf8)), .yesNo(true), .yesNo(false), .null, .nested,
    ]
    #expect(record.fields.map(\.value) == values)
    #expect(record.fields[0].nameRange.bytes == 2..<6)
    #expect(record.fields[0].range.bytes == 8..<17)
  }

  @Test func readsAnArrayOfObjects() {
    let result = read("[\n  {\"a\": 1},\n\n  {\n \"a\": 2}, {}]", .json)
    #expect(result.value.map(\.line) == [2, 4, 5])
    #expect(result.value.map(\.fields.count) == [1, 1, 0])
    #expect(result.value.map(\.range.bytes) == [4..<12, 17..<27, 29..<31])
  }

  @Test func readsLines() {
    let result = read("{\"a\": 1}\n\n{\"a\": 2\n{\"a\": 3}", .ndjson)
    #expect(result.value.map(\.line) == [1, 4])
    #expect(result.diagnostics.map(\.id) == [.jsonUnterminated])
  }

  @Test func readsRows() throws {
    let result = read("id,\"na\"\"me\"\nM1,\"\"\nM2,\nM3\n\"M4\",0", .csv)
    #expect(result.diagnostics.map(\.id) == [.csvRaggedRow])
    #expect(result.value.map(\.line) == [2, 3, 5])
    #expect(
      result.value.map { $0.fields.map(\.value) } == [
        [.text("M1"), .null], [.text("M2"), .null], [.text("M4"), .text("0")],
      ])
    let last = try #require(result.value.last)
    #expect(last.fields.map(\.name) == ["id", "na\"me"])
    #expect(last.fields.map(\.nameRange.bytes) == [0..<2, 3..<11])
    #expect(last.range.bytes == 25..<31)
  }

  @Test(
    arguments: [
      ("[«[]»]", .json, "expected a record, found an array"),
      ("«1»", .json, "expected a record, found a number"),
      (" «\"x\"» ", .json, "expected a record, found a string"),
      ("[{}, «null»]", .json, "expected a record, found 'null'"),
      ("{}\n«[]»\n{}", .ndjson, "expected a record, found an array"),
      ("«true»", .ndjson, "expected a record, found 'true'"),
      ("«false»\n", .ndjson, "expected a record, found 'false'"),
    ] as [(String, RecordFormat, String)])
  func refusesARecordThatIsNoObject(_ marked: String, _ format: RecordFormat, _ message: String) {
    let source = MarkedSource(marked)
    let result = RawRecords.reading(source.file, id: fileID, format: format)
    #expect(result.diagnostics.map(\.id) == [.recordNotObject])
    #expect(result.diagnostics.map(\.message) == [message])
    #expect(result.diagnostics.map(\.range) == source.ranges)
  }

  @Test func givesNoRecordOfAFileThatDoesNotParse() {
    #expect(read("[{\"a\": 1}, {\"a\": 2, \"a\": 3}]", .json).value == [])
    #expect(read("[{\"a\": 1},", .json).value == [])
    #expect(read("a,a\n1,2", .csv).value == [])
    #expect(read("", .json).diagnostics.map(\.id) == [.jsonEmpty])
    #expect(read("[]", .json).diagnostics == [])
  }

  @Test(
    arguments: [
      ("[" + String(repeating: "1,", count: 5_000) + "1]", .json),
      ("{" + String(repeating: "\"a\":1,", count: 5_000) + "\"b\":1}", .json),
      (String(repeating: "[\n", count: 5_000), .ndjson),
      ("a,b\n" + String(repeating: "\n", count: 5_000), .csv),
      (String(repeating: ",", count: 5_000), .csv),
    ] as [(String, RecordFormat)])
  func stopsWhereMistakesAreTooMany(_ text: String, _ format: RecordFormat) {
    let result = read(text, format)
    #expect(result.value == [])
    #expect(result.diagnostics.count == RecordLimits.mistakes + 1)
    #expect(result.diagnostics.last?.id == .tooManyMistakes)
    #expect(!result.diagnostics.dropLast().contains { $0.id == .tooManyMistakes })
  }
}
