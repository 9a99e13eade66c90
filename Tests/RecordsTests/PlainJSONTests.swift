internal import SourceText
internal import TestSupport
internal import Testing

@testable internal import Records

/// A text that is read plainly says what `JSONReader` reads in it.
@Suite struct PlainJSONReading {
  private struct Value: Equatable {
    let kind: PlainJSON.Kind
    let range: Range<Int>
    let end: Int
  }

  private static func plain(_ bytes: [UInt8]) -> [Value]? {
    var json = PlainJSON()
    // What stood there before is nothing to a new text.
    let before = Array("[1,[2,{\"a\":null}],true]".utf8)
    _ = json.read(before.span, within: before.indices)
    guard json.read(bytes.span, within: 0..<bytes.count) else { return nil }
    return json.nodes.prefix(Int(json.nodes[0].next)).map {
      Value(kind: $0.kind, range: Int($0.start)..<Int($0.end), end: Int($0.next))
    }
  }

  private static func careful(_ bytes: [UInt8]) -> [Value]? {
    let file = SourceFile(path: "a.json", bytes: bytes)
    return JSONDocument.reading(file, id: fileID).value?.nodes.map { node in
      let isText = node.kind == .string
      return Value(
        kind: node.kind.plain,
        range: node.range.lowerBound + (isText ? 1 : 0)..<node.range.upperBound - (isText ? 1 : 0),
        end: Int(node.endIndex))
    }
  }

  static let plainTexts = [
    "{}", "[]", "0", "-0", "12.50", "\"a\"", "true", "null", "[null,true,false]",
    " { \"a\" : [ 1 , -2.5 ] , \"b\" : { } } ", "{\"a\":{\"a\":1},\"b\":[{\"a\":2},{\"a\":3}]}",
    "[[[[[[[[]]]]]]]]", "{\"a long name of a member\":1,\"a long name of a number\":2}",
    "[\"\",\"1234567\",\"12345678\",\"123456789\"]",
  ]

  @Test(arguments: plainTexts)
  func readsWhatIsPlain(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(Self.plain(bytes) != nil)
    #expect(Self.plain(bytes) == Self.careful(bytes))
  }

  @Test(arguments: [
    "", " ", "[", "]", "{", "}", "[[[[", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1",
    "{\"a\":1,",
    "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{\"abcdefgh1\":1,\"abcdefgh1\":2}", "[1 2]", "01", "1.",
    "-",
    "1e5", "nul", "truely", "\"a", "\"\\n\"", "\"é\"", "\"\u{1}\"", "[1]x", "{1:2}", "[\"a\"\"b\"]",
    String(repeating: "[", count: 40),
    String(repeating: "[", count: 17) + String(repeating: "]", count: 17),
  ])
  func readsNothingElse(_ text: String) { #expect(Self.plain(Array(text.utf8)) == nil) }

  /// Texts spoilt at random places are read plainly as with care, or not at all.
  @Test func agreesOnSpoiltTexts() {
    let seed: UInt64 = 0x50_4A53_4F4E
    print("plain texts by seed \(seed)")
    var random = SplitMix64(seed: seed)
    let signs = Array("{}[]\",:0123456789.-eEtrufalsn \\\t\r/aé".utf8)
    var read = 0
    for _ in 0..<20_000 {
      var bytes = Array(
        Self.plainTexts[Int.random(in: 0..<Self.plainTexts.count, using: &random)].utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let sign = signs[Int.random(in: 0..<signs.count, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.insert(sign, at: place)
        case 1: if place < bytes.count { bytes[place] = sign }
        default: if place < bytes.count { bytes.remove(at: place) }
        }
      }
      guard let plain = Self.plain(bytes) else { continue }
      read += 1
      if plain != Self.careful(bytes) {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(read > 4_000)
  }
}

extension JSONNode.Kind {
  fileprivate var plain: PlainJSON.Kind {
    switch self {
    case .null: .null
    case .yes: .yes
    case .no: .no
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}
