internal import Foundation
internal import SourceText
internal import Testing

@testable internal import Records

/// The suites of others, which lie beside the package where they are to be had.
private enum Suites {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/suites").standardizedFileURL

  /// Returns the files of a folder by name, in order; none, with a word, where it is absent.
  static func files(in path: String) -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appending(path: path)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      print("skipped: there is no suite \(path)")
      return []
    }
    return names.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { (name, Array($0)) }
    }
  }
}

private func isAccepted(_ bytes: [UInt8]) -> Bool {
  let result = JSONDocument.reading(SourceFile(path: "suite", bytes: bytes), id: fileID)
  #expect((result.value == nil) == result.diagnostics.contains(where: \.isError))
  return result.value != nil
}

@Suite struct KnownAnswers {
  /// Texts that JSON allows and we refuse, for one of the two values would be lost.
  static let refusedByChoice: Set<String> = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]

  /// Our answer where JSON leaves it open: numbers of any size stay text, half characters,
  /// bytes that are not UTF-8 and deep nesting are refused, a UTF-8 byte order mark is skipped.
  static let decisions: [String: Bool] = [
    "i_number_double_huge_neg_exp.json": true,
    "i_number_huge_exp.json": true,
    "i_number_neg_int_huge_exp.json": true,
    "i_number_pos_double_huge_exp.json": true,
    "i_number_real_neg_overflow.json": true,
    "i_number_real_pos_overflow.json": true,
    "i_number_real_underflow.json": true,
    "i_number_too_big_neg_int.json": true,
    "i_number_too_big_pos_int.json": true,
    "i_number_very_big_negative_int.json": true,
    "i_object_key_lone_2nd_surrogate.json": false,
    "i_string_1st_surrogate_but_2nd_missing.json": false,
    "i_string_1st_valid_surrogate_2nd_invalid.json": false,
    "i_string_UTF-16LE_with_BOM.json": false,
    "i_string_UTF-8_invalid_sequence.json": false,
    "i_string_UTF8_surrogate_U+D800.json": false,
    "i_string_incomplete_surrogate_and_escape_valid.json": false,
    "i_string_incomplete_surrogate_pair.json": false,
    "i_string_incomplete_surrogates_escape_valid.json": false,
    "i_string_invalid_lonely_surrogate.json": false,
    "i_string_invalid_surrogate.json": false,
    "i_string_invalid_utf-8.json": false,
    "i_string_inverted_surrogates_U+1D11E.json": false,
    "i_string_iso_latin_1.json": false,
    "i_string_lone_second_surrogate.json": false,
    "i_string_lone_utf8_continuation_byte.json": false,
    "i_string_not_in_unicode_range.json": false,
    "i_string_overlong_sequence_2_bytes.json": false,
    "i_string_overlong_sequence_6_bytes.json": false,
    "i_string_overlong_sequence_6_bytes_null.json": false,
    "i_string_truncated-utf-8.json": false,
    "i_string_utf16BE_no_BOM.json": false,
    "i_string_utf16LE_no_BOM.json": false,
    "i_structure_500_nested_arrays.json": false,
    "i_structure_UTF-8_BOM_empty_object.json": true,
  ]

  /// What each text of `test_transform` means to us, with the values as written.
  static let transformed: [String: String] = [
    "number_-9223372036854775808.json": "-9223372036854775808",
    "number_-9223372036854775809.json": "-9223372036854775809",
    "number_1.0.json": "1.0",
    "number_1.000000000000000005.json": "1.000000000000000005",
    "number_1000000000000000.json": "1000000000000000",
    "number_10000000000000000999.json": "10000000000000000999",
    "number_1e-999.json": "1E-999",
    "number_1e6.json": "1E6",
    "number_9223372036854775807.json": "9223372036854775807",
    "number_9223372036854775808.json": "9223372036854775808",
    "object_key_nfc_nfd.json": "\u{E9}=NFC e\u{301}=NFD",
    "object_key_nfd_nfc.json": "e\u{301}=NFD \u{E9}=NFC",
    "object_same_key_different_values.json": "json-duplicate-key",
    "object_same_key_same_value.json": "json-duplicate-key",
    "object_same_key_unclear_values.json": "json-duplicate-key",
    "string_1_escaped_invalid_codepoint.json": "json-lone-surrogate",
    "string_1_invalid_codepoint.json": "json-invalid-utf8",
    "string_2_escaped_invalid_codepoints.json": "json-lone-surrogate",
    "string_2_invalid_codepoints.json": "json-invalid-utf8",
    "string_3_escaped_invalid_codepoints.json": "json-lone-surrogate",
    "string_3_invalid_codepoints.json": "json-invalid-utf8",
    "string_with_escaped_NULL.json": "A\0B",
  ]

  @Test func parsesAsTheSuiteOfTextsSays() {
    var counts: [Character: Int] = [:]
    for (name, bytes) in Suites.files(in: "JSONTestSuite/test_parsing") {
      let kind = name.first ?? " "
      counts[kind, default: 0] += 1
      switch kind {
      case "y": #expect(isAccepted(bytes) != Self.refusedByChoice.contains(name), "\(name)")
      case "n": #expect(!isAccepted(bytes), "\(name)")
      default: #expect(isAccepted(bytes) == Self.decisions[name], "\(name)")
      }
    }
    print("texts of the suite: \(counts.sorted { $0.key < $1.key }.map { "\($0) \($1)" })")
  }

  @Test func readsTheValuesOfTheSuite() {
    for (name, bytes) in Suites.files(in: "JSONTestSuite/test_transform") {
      let result = JSONDocument.reading(SourceFile(path: name, bytes: bytes), id: fileID)
      let found = Array(result.value.map(summary)?.utf8 ?? "".utf8)
      let words = result.diagnostics.map(\.id.rawValue).joined()
      let expected = Array((Self.transformed[name] ?? "?").utf8)
      #expect(found + Array(words.utf8) == expected, "\(name)")
    }
  }

  private func summary(_ document: JSONDocument) -> String {
    let members = document.members(of: document.root)
      .map { document.text(of: $0.key) + "=" + document.text(of: $0.value) }
    let elements = document.elements(of: document.root).map { document.text(of: $0) }
    return (members + elements).joined(separator: " ")
  }

  @Test func readsTheSpectrumOfCSV() throws {
    let answers = Dictionary(
      uniqueKeysWithValues: Suites.files(in: "csv-spectrum/json").map { ($0.name, $0.bytes) })
    for (name, bytes) in Suites.files(in: "csv-spectrum/csvs")
    where name != "location_coordinates.csv" {
      let answer = try #require(answers[String(name.dropLast(4)) + ".json"])
      let expected = records(answer, .json)
      #expect(records(bytes, .csv) == expected, "\(name)")
      #expect(!expected.isEmpty, "\(name)")
    }
  }

  /// Returns the fields of each record, by name, since JSON leaves their order open.
  private func records(_ bytes: [UInt8], _ format: RecordFormat) -> [[String: String]] {
    let file = SourceFile(path: "suite", bytes: bytes)
    let result = RawRecords.reading(file, id: fileID, format: format)
    #expect(result.diagnostics == [])
    return result.value.map { record in
      Dictionary(uniqueKeysWithValues: record.fields.map { ($0.name, words(for: $0.value)) })
    }
  }

  private func words(for value: RawValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let digits): "number " + String(decoding: digits, as: UTF8.self)
    case .yesNo(let answer): "\(answer)"
    case .null: ""
    case .nested: "nested"
    }
  }
}
