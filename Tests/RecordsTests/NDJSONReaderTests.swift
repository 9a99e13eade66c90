internal import SourceText
internal import TestSupport
internal import Testing

@testable internal import Records

private func read(_ text: String) -> [NDJSONLine] {
  Array(NDJSONReader(SourceFile(text), id: fileID))
}

@Suite struct NDJSONReading {
  @Test(arguments: [
    ("", []), ("\n\r\n \t\n", []), ("{}", [1]), ("{}\n", [1]), ("{}\r\n[]\r\n", [1, 2]),
    ("\n{}\n\n\n1\n", [2, 5]), ("\u{FEFF}{}\n2", [1, 2]), ("\u{FEFF}\n{}", [2]),
    ("{\"a\":\"\u{2028}\"}\n3", [1, 2]),
  ])
  func readsEachLine(_ text: String, _ numbers: [Int]) {
    let lines = read(text)
    #expect(lines.map(\.number) == numbers)
    #expect(lines.allSatisfy { $0.document.value != nil && $0.document.diagnostics.isEmpty })
  }

  @Test func keepsTheOtherLinesWhereOneIsWrong() {
    let lines = read(
      "{\"a\":1}\n{\"a\":\n{\"a\":1,\"a\":2}\n[1] 2\n{\"b\":2}\r\n\u{FEFF}{}\n{}\r{}")
    let ids = lines.map { $0.document.diagnostics.map(\.id) }
    let expected: [[DiagnosticID]] = [
      [], [.jsonUnterminated], [.jsonDuplicateKey], [.jsonTrailingContent], [],
      [.jsonUnexpectedByte], [.jsonTrailingContent],
    ]
    #expect(ids == expected)
    #expect(lines.map { $0.document.value != nil } == expected.map(\.isEmpty))
    #expect(lines[1].document.diagnostics.map(\.range.bytes) == [13..<13])
  }

  @Test func countsRangesFromTheStartOfTheFile() throws {
    let lines = read("{}\r\n  [12] \r\n")
    #expect(lines.map(\.range) == [0..<2, 4..<11])
    #expect(try #require(lines[1].document.value).root.range == 6..<10)
  }

  @Test func saysOnceThatAFileIsInUTF16() {
    let source = MarkedSource("«{‹00›»}‹00›\n‹00›{‹00›}‹00›")
    let lines = Array(NDJSONReader(source.file, id: fileID))
    #expect(lines.flatMap(\.document.diagnostics).map(\.id) == [.textInUTF16])
  }
}
