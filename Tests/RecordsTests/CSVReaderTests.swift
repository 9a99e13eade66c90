internal import SourceText
internal import TestSupport
internal import Testing

@testable internal import Records

private func read(_ text: String) -> Diagnosed<CSVTable?> {
  CSVTable.reading(SourceFile(text), id: fileID)
}

@Suite struct CSVReading {
  static let accepted: [(text: String, rows: [[String]])] = [
    ("a", []), ("a\n", []), ("a,b\r\n", []), ("a,b\n1,2", [["1", "2"]]),
    ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
    ("a,b\n1,2\r\n3,4\n", [["1", "2"], ["3", "4"]]), ("a,b\n,", [["", ""]]),
    ("a,b\n,\n", [["", ""]]), ("a,b\n1,\"\"\n", [["1", ""]]), ("a\n\n", [[""]]),
    ("\"a\",\"b\"\n\"1\",\"2\"", [["1", "2"]]), ("a\n\"x,y\"", [["x,y"]]),
    ("a\n\"x\"\"y\"", [["x\"y"]]), ("a\n\"\"\"\"", [["\""]]), ("a\n\"\"\"x\"\"\"", [["\"x\""]]),
    ("a,b\n\"x\ny\",2\n", [["x\ny", "2"]]), ("a,b\n\"x\r\ny\",2\r\n", [["x\r\ny", "2"]]),
    ("a\n\"x\ry\"", [["x\ry"]]), ("a\n\"\n\"", [["\n"]]), ("a,b\n x , y \n", [[" x ", " y "]]),
    ("a;b\n1;2", [["1;2"]]), ("a\tb\n1\t2", [["1\t2"]]), ("a\n'x'", [["'x'"]]),
    ("\u{FEFF}a,b\n1,2", [["1", "2"]]), ("é,𝄞\nß,\u{10FFFF}", [["ß", "\u{10FFFF}"]]),
    ("a,b\n1,\u{200D}2", [["1", "\u{200D}2"]]), ("a\n\"x\"", [["x"]]),
    ("é,e\u{301}\n1,2", [["1", "2"]]), ("a,A\n1,2", [["1", "2"]]), ("a, a\n1,2", [["1", "2"]]),
    ("a\nx\u{2028}y", [["x\u{2028}y"]]), ("a\n\"{\"\"b\"\": [1,2]}\"", [["{\"b\": [1,2]}"]]),
  ]

  @Test(arguments: accepted)
  func accepts(_ text: String, _ rows: [[String]]) throws {
    let result = read(text)
    #expect(result.diagnostics == [])
    let table = try #require(result.value)
    #expect(table.rows.map { table.fields(of: $0).map { table.text(of: $0) } } == rows)
  }

  /// Each text with the one mistake in it, and the lines of the rows that are read all the same.
  static let refused: [(marked: String, id: String, lines: [Int]?)] = [
    ("«»", "csv-no-header", nil), ("‹EF›‹BB›‹BF›«»", "csv-no-header", nil),
    ("«»\n", "csv-empty-column-name", nil), ("a,«»\n1,2", "csv-empty-column-name", nil),
    ("a,«\"\"»,b", "csv-empty-column-name", nil), ("«»,a\n", "csv-empty-column-name", nil),
    ("a,b,«a»\n", "csv-duplicate-column", nil), ("a,«\"a\"»\n1,2", "csv-duplicate-column", nil),
    ("\"x\"\"\",«\"x\"\"\"»\n", "csv-duplicate-column", nil),
    ("a,b\n«1»\n2,3", "csv-ragged-row", [3]),
    ("a,b\n1,2\n«1,2,3»\r\n4,5", "csv-ragged-row", [2, 4]),
    ("a,b\n«»\n1,2", "csv-ragged-row", [3]), ("a,b\n1,2\n«»\n", "csv-ragged-row", [2]),
    ("a\n«1,»\n2", "csv-ragged-row", [3]), ("a,b\n«\"x\ny\"»\n1,2", "csv-ragged-row", [4]),
    ("a,b\n«»\r\n1,2", "csv-ragged-row", [3]), ("a,b\n1,2\n« »", "csv-ragged-row", [2]),
    ("a\n1\n«\"»x\n2\n", "csv-unclosed-quote", [2]), ("«\"»a\n1", "csv-unclosed-quote", nil),
    ("a\n«\"»", "csv-unclosed-quote", []), ("a\n«\"»x\"\"", "csv-unclosed-quote", []),
    ("a,b\n1,«\"»x,\n3,4\n", "csv-unclosed-quote", []),
    ("a\n1\n\"x\"«y»\n2", "csv-text-after-quote", [2]),
    ("a\n\"x\"« »\n", "csv-text-after-quote", []),
    ("\"a\"«é»,b\n", "csv-text-after-quote", nil), ("a\n\"x\"« »\"y\"", "csv-text-after-quote", []),
    ("a\n\"x\"«\u{301}»\n", "csv-text-after-quote", []),
    ("a\nx«\"»y\n2\n", "csv-quote-in-bare-field", [3]),
    ("a\n «\"»x\"\n2", "csv-quote-in-bare-field", [3]),
    ("a,b\n5«\"», \"6\"\r\n1,2", "csv-quote-in-bare-field", [3]),
    ("a«\"»,b\n1,2", "csv-quote-in-bare-field", nil),
    ("a\n1«\r»2\n3", "csv-lone-carriage-return", [3]), ("a«\r»", "csv-lone-carriage-return", nil),
    ("a\n\"1\"«\r»\r\n", "csv-lone-carriage-return", []),
    ("a\n1\n2«\r»", "csv-lone-carriage-return", [2]),
    ("a\n«\r»\r\n2", "csv-lone-carriage-return", [3]),
    ("a\n«‹FF›»\n2", "csv-invalid-utf8", [3]),
    ("a\n\"x«‹C3›»\ny‹FF›\"\n2", "csv-invalid-utf8", [4]),
    ("a\nx«‹ED›»‹A0›‹80›\n2", "csv-invalid-utf8", [3]), ("a«‹E9›»\n1", "csv-invalid-utf8", nil),
    ("a,b\n«‹C0›»‹AF›,‹FF›\n1,2", "csv-invalid-utf8", [3]),
    ("a\n1«‹F0›»‹9D›‹84›", "csv-invalid-utf8", []),
    ("a\nx«\u{0}»y\n2", "csv-control-character", [3]),
    ("a\n\"«\u{1B}»\"\n2", "csv-control-character", [3]),
    ("a«\u{1}»\n2", "csv-control-character", nil),
    ("«‹FF›‹FE›»a‹00›", "text-in-utf16", nil), ("«a‹00›»,‹00›", "text-in-utf16", nil),
  ]

  @Test(arguments: refused.indices)
  func refuses(_ index: Int) {
    let (marked, id, lines) = Self.refused[index]
    let source = MarkedSource(marked)
    let result = CSVTable.reading(source.file, id: fileID)
    #expect(result.diagnostics.map(\.id.rawValue) == [id], "\(marked)")
    #expect(result.diagnostics.map(\.range) == source.ranges, "\(marked)")
    #expect(result.value?.rows.map(\.line) == lines, "\(marked)")
  }

  @Test func countsTheFieldsOfARaggedRow() throws {
    let diagnostics = read("a,b,c\n1,2\n1,2,3,4\n\n").diagnostics
    let messages = ["expected 3 fields, found 2", "expected 3 fields, found 4"]
    #expect(diagnostics.map(\.message) == messages + ["expected 3 fields, found 1"])
    #expect(diagnostics.map { $0.notes.map(\.range.bytes) } == [[0..<5], [0..<5], [0..<5]])
    #expect(diagnostics.last?.help == "remove the blank line")
  }

  @Test func citesBothPlacesOfARepeatedColumn() {
    let names = (0..<40).map { "n\($0)" }.joined(separator: ",")
    let diagnostics = read(names + ",\"n2\",n1").diagnostics
    #expect(
      diagnostics.map(\.message) == [
        "the header names the column 'n2' twice", "the header names the column 'n1' twice",
      ])
    #expect(diagnostics.flatMap(\.notes).map(\.range.bytes) == [6..<8, 3..<5])
  }

  @Test func knowsLinesAndPlaces() throws {
    let table = try #require(read("a,b\r\n\"x\ny\",2\r\n3,\"4\"").value)
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.rows.map(\.range) == [5..<12, 14..<19])
    #expect(
      table.rows.flatMap { table.fields(of: $0).map(\.range) } == [
        5..<10, 11..<12, 14..<15, 16..<19,
      ])
  }

  @Test func countsFields() {
    let file = SourceFile("a,b\n1,2\n3,4\n")
    var exact = CSVReader(file, id: fileID, fieldLimit: 6)
    #expect(exact.readTable().diagnostics == [])
    var short = CSVReader(file, id: fileID, fieldLimit: 5)
    let result = short.readTable()
    #expect(result.diagnostics.map(\.id) == [.csvTooManyFields])
    #expect(result.diagnostics.map(\.range.bytes) == [8..<11])
    #expect(result.value?.rows.map(\.line) == [2])
  }
}
