internal import SourceText
internal import TestSupport
internal import Testing

@testable internal import Records

private let documents: [(text: String, format: RecordFormat)] = [
  (
    #"{"id": "M1", "é\u00e9\ud834\udd1e": [1, -2.5e+3, {"a": null}], "ok": true, "no": false}"#,
    .json
  ),
  (#"[{"a": "x\n\"y\"", "b": 0.10}, {"a": "𝄞", "b": []}]"#, .json),
  ("\u{FEFF}{\"a\": {}}\r\n\r\n{\"b\": [[]]}\n{\"c\": \"\\\\\"}\n", .ndjson),
  ("id,\"amount due\",note\r\nM1,12.50,\"a \"\"b\"\"\nc\"\r\nM2,,é\n", .csv),
  ("\"a\",b\n1,\"\"\n\"2\",𝄞", .csv),
]

@Suite struct Robustness {
  @Test(arguments: documents.filter { $0.format == .json }.map(\.text))
  func refusesEachPrefixOfAJSONText(_ text: String) {
    let bytes = Array(text.utf8)
    for length in bytes.indices {
      let file = SourceFile(path: "records", bytes: Array(bytes[..<length]))
      let result = JSONDocument.reading(file, id: fileID)
      #expect(result.value == nil, "accepts the first \(length) bytes")
      #expect(result.diagnostics.count == 1)
    }
  }

  /// In a prefix only the last record may change, for every earlier one is there in full.
  @Test(arguments: documents)
  func readsNothingIntoAPrefix(_ text: String, _ format: RecordFormat) {
    let bytes = Array(text.utf8)
    let whole = RawRecords.reading(SourceFile(text), id: fileID, format: format)
    for length in bytes.indices {
      let file = SourceFile(path: "records", bytes: Array(bytes[..<length]))
      let part = RawRecords.reading(file, id: fileID, format: format)
      #expect(part.value.count <= whole.value.count)
      #expect(part.value.dropLast().elementsEqual(whole.value.prefix(max(part.value.count - 1, 0))))
      #expect(isInside(part, length))
    }
  }

  @Test func survivesMutation() {
    let seed: UInt64 = 0x48_6F6C_6462_6163_6B
    print("mutating with seed \(seed)")
    var generator = SplitMix64(seed: seed)
    for round in 0..<20_000 {
      var bytes = Array(documents[round % documents.count].text.utf8)
      let format = RecordFormat.allCases[round / documents.count % RecordFormat.allCases.count]
      for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, with: &generator) }
      let file = SourceFile(path: "records", bytes: bytes)
      let first = RawRecords.reading(file, id: fileID, format: format)
      let second = RawRecords.reading(file, id: fileID, format: format)
      let same = first.value == second.value && first.diagnostics == second.diagnostics
      #expect(same && isInside(first, bytes.count), "\(bytes)")
    }
  }

  /// Tells whether all places that a result names are in a file of this length.
  private func isInside(_ result: Diagnosed<[RawRecord]>, _ length: Int) -> Bool {
    var ranges = result.diagnostics.flatMap { [$0.range] + $0.notes.map(\.range) }
    for record in result.value {
      ranges += [record.range] + record.fields.flatMap { [$0.nameRange, $0.range] }
    }
    return ranges.allSatisfy { $0.lower >= 0 && $0.lower <= $0.upper && $0.upper <= length }
  }

  private func mutate(_ bytes: inout [UInt8], with generator: inout SplitMix64) {
    let telling = Array("\"\\,:[]{}\r\n u0eE-+.".utf8) + [0, 0x1F, 0x80, 0xC3, 0xED, 0xFF]
    let byte = telling.randomElement(using: &generator) ?? 0
    guard let index = bytes.indices.randomElement(using: &generator) else { return }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[index] = byte
    case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
    case 2: bytes.insert(byte, at: index)
    case 3: bytes.remove(at: index)
    case 4: bytes.removeSubrange(index...)
    default: bytes.insert(contentsOf: bytes[index..<min(index + 9, bytes.count)], at: index)
    }
  }
}
