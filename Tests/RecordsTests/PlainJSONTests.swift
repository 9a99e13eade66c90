internal import SourceText
internal import TestSupport
internal import Testing

@testable internal import Records

/// A text that is read plainly says what `JSONReader` reads in it.
@Suite struct PlainJSONReading {
  private struct Value: Equatable {
    let kind: PlainJSON.Kind
    /// Where it stands as it is written, unless it has others in it.
    let range: Range<Int>?
    let end: Int
  }

  /// The names of members in the texts below, and one that is in none.
  private static let names = [
    "a", "b", "abcdefghijklm", "abcdefghijklmn", "a long name of a member",
    "a long name of a number",
    "c",
  ]

  /// A reader that has read other texts: what stood there before is nothing to a new one.
  private static func reader() -> PlainJSON {
    var json = PlainJSON(names: names.map { Array($0.utf8) })
    let before = Array("[1,[2,{\"a\":null}],true]".utf8)
    _ = json.read(before.span, within: before.indices)
    return json
  }

  private static func plain(_ bytes: [UInt8], by json: inout PlainJSON) -> [Value]? {
    guard json.read(bytes.span, within: 0..<bytes.count) else { return nil }
    return json.nodes.prefix(Int(json.nodes[0].next)).map {
      Value(
        kind: $0.kind, range: $0.kind.isContainer ? nil : Int($0.start)..<Int($0.end),
        end: Int($0.next))
    }
  }

  /// What a reader of any JSON makes of a text, less the names of members; and for each object where
  /// its members stand that are asked for.
  private static func careful(_ bytes: [UInt8]) -> (values: [Value], members: [Int: [Int?]])? {
    let file = SourceFile(path: "a.json", bytes: bytes)
    guard let document = JSONDocument.reading(file, id: fileID).value else { return nil }
    // Where each node stands when names have no place of their own.
    var isName = [Bool](repeating: false, count: document.nodes.count)
    var members: [(object: Int, names: [String: Int])] = []
    for (place, node) in document.nodes.enumerated() where node.kind == .object {
      var (key, found) = (place + 1, [String: Int]())
      while key < Int(node.endIndex) {
        isName[key] = true
        let range = document.nodes[key].range
        found[String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self)] = key + 1
        key = Int(document.nodes[key + 1].endIndex)
      }
      members.append((place, found))
    }
    var places: [Int] = [0]
    for isName in isName { places.append(places[places.count - 1] + (isName ? 0 : 1)) }
    let values = document.nodes.enumerated().filter { !isName[$0.offset] }.map { _, node in
      let isText = node.kind == .string
      let range =
        node.range.lowerBound + (isText ? 1 : 0)..<node.range.upperBound - (isText ? 1 : 0)
      let isEncoded =
        isText && (node.hasEscapes || bytes[node.range].contains { !(0x20..<0x7F).contains($0) })
      return Value(
        kind: isEncoded ? .encoded : node.kind.plain,
        range: node.kind.plain.isContainer ? nil : range,
        end: places[Int(node.endIndex)])
    }
    return (
      values,
      Dictionary(
        uniqueKeysWithValues: members.map { object, found in
          (places[object], names.map { name in found[name].map { places[$0] } })
        })
    )
  }

  /// Whether a plain reading, where there is one, says what is in a text.
  private static func agrees(_ bytes: [UInt8], by json: inout PlainJSON) -> Bool? {
    guard let plain = plain(bytes, by: &json) else { return nil }
    guard let careful = careful(bytes), plain == careful.values else { return false }
    return careful.members.allSatisfy { object, members in
      members.enumerated().allSatisfy { member($0, of: object, in: json) == $1 }
    }
  }

  private static func member(_ name: Int, of object: Int, in json: PlainJSON) -> Int? {
    let place = Int(json.shapes.places[Int(json.nodes[object].start) * names.count + name])
    guard place >= 0 else { return nil }
    return (0..<place).reduce(object + 1) { member, _ in Int(json.nodes[member].next) }
  }

  /// Lists of which one element is like another: by its text, but for its values; or not quite.
  private static let alike = """
    {"b":[{"a":"one","b":1,"c":null},{"a":"two","b":22.5,"c":null},{"a":"","b":-3,"c":null},\
    {"a":"é","b":4,"c":null},{"a":"a text that is longer than any block","b":5,"c":null},\
    {"a":"six","b":6,"c":true},{"a":"seven","b":7,"c":null},{"a":"eight" ,"b":8,"c":null},\
    {"a":"nine","b":9,"c":null}, {"a":"ten","b":10,"c":null}, {"a":"eleven","b":[],"c":null},\
    {"a":"twelve","b":12,"c":null},{"a":"thirteen","b":13},{"a":"fourteen","b":14}],\
    "c":[{"abcdefghijklmn":1,"a long name of a member":"x"},\
    {"abcdefghijklmn":2,"a long name of a member":"y"},\
    {"abcdefghijklmn":3,"a long name of a number":"z"},\
    {"abcdefghijklmn":4,"a long name of a member":"\u{7F}"},\
    {"abcdefghijklmn":5,"a long name of a member":"z"}],"a":{"a":[{"b":0},{"b":1}]}}
    """

  static let plainTexts = [
    "{}", "[]", "0", "-0", "12.50", "\"a\"", "true", "null", "[null,true,false]",
    " { \"a\" : [ 1 , -2.5 ] , \"b\" : { } } ", "{\"a\":{\"a\":1},\"b\":[{\"a\":2},{\"a\":3}]}",
    "\"\\n\"", "\"é\"", "\"\\u00e9 \\ud83d\\ude00 \\\"\\\\\"",
    "[\"a long name of é\",\"\u{7F}\",\"b\"]",
    "[[[[[[[[]]]]]]]]", "{\"a long name of a member\":1,\"a long name of a number\":2}",
    "[\"\",\"1234567\",\"12345678\",\"123456789\"]",
    "[{\"a\":1,\"b\":[]},{\"b\":[2],\"a\":3},{\"a\":{\"b\":4},\"c\":5,\"b\":6},{\"a\":7,\"b\":8}]",
    alike,
    "[{\"abcdefghijklm\":1,\"abcdefghijklmn\":2},{\"abcdefghijklm\" : 3, \"abcdefghijklmn\": 4 }]",
  ]

  @Test(arguments: plainTexts)
  func readsWhatIsPlain(_ text: String) {
    var json = Self.reader()
    let bytes = Array(text.utf8)
    #expect(Self.agrees(bytes, by: &json) == true)
    // And once more, now that its shapes are known.
    #expect(Self.agrees(bytes, by: &json) == true)
  }

  @Test(arguments: [
    "", " ", "[", "]", "{", "}", "[[[[", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1",
    "{\"a\":1,",
    "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{\"abcdefgh1\":1,\"abcdefgh1\":2}", "[1 2]", "01", "1.",
    "-",
    "1e5", "nul", "truely", "\"a", "\"é", "\"\\", "\"\\x\"", "\"\\u00\"", "\"\\ud83d\"",
    "\"\\ud83d\\u0041\"", "\"\u{1}\"",
    "{\"\\u0061\":1}", "{\"é\":1}", "[1]x", "{1:2}", "[\"a\"\"b\"]",
    String(repeating: "[", count: 40),
    String(repeating: "[", count: 17) + String(repeating: "]", count: 17),
  ])
  func readsNothingElse(_ text: String) {
    var json = Self.reader()
    #expect(Self.plain(Array(text.utf8), by: &json) == nil)
    #expect(Self.plain(Array(text.utf8), by: &json) == nil)
  }

  /// Shapes that are no more than many are forgotten when there is no room, and nothing else is.
  @Test func forgetsShapesWithoutRoom() {
    var json = Self.reader()
    var read = 0
    for number in 0..<4_000 {
      let text = "{\"a\":1,\"name-\(number)\":{\"b\":2}}"
      guard let agrees = Self.agrees(Array(text.utf8), by: &json) else { continue }
      #expect(agrees)
      read += 1
    }
    #expect(read > 3_900)
  }

  /// Texts spoilt at random places are read plainly as with care, or not at all.
  @Test func agreesOnSpoiltTexts() {
    let seed: UInt64 = 0x50_4A53_4F4E
    print("plain texts by seed \(seed)")
    var random = SplitMix64(seed: seed)
    let signs = Array("{}[]\",:0123456789.-eEtrufalsn \\\t\r/aé".utf8)
    var json = Self.reader()
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
      guard let agrees = Self.agrees(bytes, by: &json) else { continue }
      read += 1
      if !agrees { Issue.record("\(String(decoding: bytes, as: UTF8.self))") }
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

extension PlainJSON.Kind {
  fileprivate var isContainer: Bool { self == .array || self == .object }
}
