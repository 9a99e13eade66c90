internal import SourceText
internal import TestSupport
internal import Testing

@testable internal import Records

private func read(_ text: String) -> Diagnosed<JSONDocument?> {
  JSONDocument.reading(SourceFile(text), id: fileID)
}

@Suite struct JSONReading {
  static let accepted: [String] = [
    "null", "true", "false", "0", "-0", "-1", "12", "1.5", "-0.0", "1e5", "1E5", "1e+5", "1e-5",
    "0e0", "0.5E-10", "123456789012345678901234567890", "1e999999999", "\"\"", "\"a\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0000\"", "\"\\uD834\\uDD1E\"", "\"\\udbff\\uDFFF\"",
    "\"\\uFFFF\"", "\"é\"", "\"𝄞\"", "\"\u{7F}\"", "\"\u{2028}\u{2029}\"", "\"\u{10FFFF}\"",
    "[]", "{}", " [ ] ", "\t{\r\n}\n", "[1]", "[1,2]", "[[],[[]],{}]",
    "{\"a\":1}", "{\"\":0}", "{\"a\":{\"a\":1},\"b\":[{\"a\":2}]}", "{\"a\\u0000\":1,\"a\":2}",
    "[null,true,false]", "[1\n,\t2 ]", "\u{FEFF}[]", "\u{FEFF} {}", "[\"\u{FEFF}\"]",
    "{\"é\":1,\"e\u{301}\":2}", "{\"a\":1,\"A\":2}", "[0,-1.5e3,\"x\"]", "{\"a\":\"//\"}",
  ]

  @Test(arguments: accepted)
  func accepts(_ text: String) throws {
    let result = read(text)
    #expect(result.diagnostics == [])
    let document = try #require(result.value)
    #expect(document.root.endIndex == document.nodes.count)
  }

  static let refused: [(marked: String, id: String)] = [
    // Numbers.
    ("«01»", "json-bad-number"), ("«-»", "json-bad-number"), ("[«-»]", "json-bad-number"),
    ("«+1»", "json-bad-number"), ("«.5»", "json-bad-number"), ("«1.»", "json-bad-number"),
    ("«1.e1»", "json-bad-number"), ("«1e»", "json-bad-number"), ("[«1e+»]", "json-bad-number"),
    ("«1.2.3»", "json-bad-number"), ("[«-01»]", "json-bad-number"), ("«0x1F»", "json-bad-number"),
    ("«-Infinity»", "json-bad-number"), ("[«1a»]", "json-bad-number"),
    ("«1_000»", "json-bad-number"),
    ("[«--1»]", "json-bad-number"), ("[«1-2»]", "json-bad-number"),
    ("[«2.e+3»]", "json-bad-number"),
    ("[«１»]", "json-unexpected-byte"), ("[1«é»]", "json-unexpected-byte"),
    // Words.
    ("«nul»", "json-bad-word"), ("«True»", "json-bad-word"), ("[«NaN»]", "json-bad-word"),
    ("[«undefined»]", "json-bad-word"), ("«truex»", "json-bad-word"),
    ("[«null1»]", "json-bad-word"),
    ("[«nulls»]", "json-bad-word"), ("«e1»", "json-bad-word"),
    // Structure.
    ("«»", "json-empty"), (" \n«»", "json-empty"), ("‹EF›‹BB›‹BF›«»", "json-empty"),
    ("[«,»]", "json-unexpected-byte"), ("[1«:»2]", "json-unexpected-byte"),
    ("[1,«]»", "json-unexpected-byte"), ("[1 «\"»a\"]", "json-unexpected-byte"),
    ("[1,«,»2]", "json-unexpected-byte"), ("{«,»}", "json-unexpected-byte"),
    ("{\"a\"«}»", "json-unexpected-byte"), ("{\"a\":«}»", "json-unexpected-byte"),
    ("{\"a\":1,«}»", "json-unexpected-byte"), ("{«1»:1}", "json-unexpected-byte"),
    ("{«'»a':1}", "json-unexpected-byte"), ("{«a»:1}", "json-unexpected-byte"),
    ("{\"a\"«,»1}", "json-unexpected-byte"), ("{\"a\":1 «\"»b\":2}", "json-unexpected-byte"),
    ("[1«}»", "json-unexpected-byte"), ("{\"a\":1«]»", "json-unexpected-byte"),
    ("«]»", "json-unexpected-byte"), ("[«'»a']", "json-unexpected-byte"),
    ("[1, «/»* no *∕ 2]", "json-unexpected-byte"), ("[«#»]", "json-unexpected-byte"),
    ("[«\u{A0}»1]", "json-unexpected-byte"), ("[«\u{FEFF}»1]", "json-unexpected-byte"),
    ("[«\u{0C}»1]", "json-unexpected-byte"), ("[1«\u{2028}»]", "json-unexpected-byte"),
    ("[«*»]", "json-unexpected-byte"), ("{\"a\":1«;»}", "json-unexpected-byte"),
    ("[\"\"«\u{301}»]", "json-unexpected-byte"),
    ("[]«]»", "json-trailing-content"), ("1 «2»", "json-trailing-content"),
    ("{}«/»/x", "json-trailing-content"), ("\"a\"«\"»b\"", "json-trailing-content"),
    ("1«,»", "json-trailing-content"), ("[]«\u{0}»", "json-trailing-content"),
    ("[]«\u{FEFF}»", "json-trailing-content"), ("{}«é»", "json-trailing-content"),
    ("[«»", "json-unterminated"), ("[1«»", "json-unterminated"), ("[1,«»", "json-unterminated"),
    ("{«»", "json-unterminated"), ("{\"a\"«»", "json-unterminated"),
    ("{\"a\":«»", "json-unterminated"), ("[{\"a\":1}«»", "json-unterminated"),
    // Strings.
    ("\"«»", "json-unterminated"), ("\"a«»", "json-unterminated"), ("\"\\«»", "json-unterminated"),
    ("\"\\\"«»", "json-unterminated"), ("\"\\u12«»", "json-unterminated"),
    ("[\"\\uD834\\u1«»", "json-unterminated"),
    ("\"«\\x»\"", "json-bad-escape"), ("\"«\\'»\"", "json-bad-escape"),
    ("\"«\\é»\"", "json-bad-escape"), ("\"«\\u12»G4\"", "json-bad-escape"),
    ("\"«\\u»\"", "json-bad-escape"), ("\"«\\U»0041\"", "json-bad-escape"),
    ("\"«\\\u{0}»\"", "json-bad-escape"), ("\"«\\a»\"", "json-bad-escape"),
    ("\"\\uD834«\\u12»x4\"", "json-bad-escape"),
    ("\"«\\uD800»\"", "json-lone-surrogate"), ("\"«\\uDC00»\"", "json-lone-surrogate"),
    ("\"«\\uD800»\\n\"", "json-lone-surrogate"), ("\"«\\uD800»\\u0041\"", "json-lone-surrogate"),
    ("\"«\\uD800»\\uD800\"", "json-lone-surrogate"), ("{\"«\\uDFAA»\":0}", "json-lone-surrogate"),
    ("\"«\\uDD1E»\\uD834\"", "json-lone-surrogate"), ("\"«\\uD800»x\"", "json-lone-surrogate"),
    ("\"a«\n»b\"", "json-control-character"), ("\"«\t»\"", "json-control-character"),
    ("\"«\u{0}»\"", "json-control-character"), ("{\"«\u{1F}»\":1}", "json-control-character"),
    // Encoding.
    ("\"«‹FF›»\"", "json-invalid-utf8"), ("\"«‹80›»\"", "json-invalid-utf8"),
    ("\"«‹C0›»‹AF›\"", "json-invalid-utf8"), ("\"«‹E0›»‹80›‹AF›\"", "json-invalid-utf8"),
    ("\"«‹ED›»‹A0›‹80›\"", "json-invalid-utf8"), ("\"«‹F4›»‹90›‹80›‹80›\"", "json-invalid-utf8"),
    ("\"«‹F0›»‹80›‹80›‹80›\"", "json-invalid-utf8"), ("\"a«‹E9›»\"", "json-invalid-utf8"),
    ("\"«‹C3›»", "json-invalid-utf8"), ("\"«‹F0›»‹9D›‹84›", "json-invalid-utf8"),
    ("\"«‹F5›»‹80›‹80›‹80›\"", "json-invalid-utf8"), ("[«‹FF›»]", "json-invalid-utf8"),
    ("«‹EF›»‹BB›{}", "json-invalid-utf8"), ("[1«‹E5›»]", "json-invalid-utf8"),
    ("«‹FF›‹FE›»[‹00›", "text-in-utf16"), ("«‹FE›‹FF›»‹00›[", "text-in-utf16"),
    ("«[‹00›»]‹00›", "text-in-utf16"), ("«‹00›[»‹00›]", "text-in-utf16"),
    ("[«‹00›»]", "json-unexpected-byte"),
    // Names.
    ("{\"a\":1,«\"a\"»:1}", "json-duplicate-key"),
    ("{\"a\":1,\"b\":2,«\"\\u0061\"»:3}", "json-duplicate-key"),
    ("{\"\\ud834\\udd1e\":1,«\"𝄞\"»:3}", "json-duplicate-key"),
    ("{\"\":{},«\"\"»:[]}", "json-duplicate-key"),
    ("[{\"a\":{\"b\":[1],«\"b\"»:2}}]", "json-duplicate-key"),
  ]

  @Test(arguments: refused)
  func refuses(_ marked: String, _ id: String) {
    let source = MarkedSource(marked)
    let result = JSONDocument.reading(source.file, id: fileID)
    #expect(result.value == nil)
    #expect(result.diagnostics.map(\.id.rawValue) == [id])
    #expect(result.diagnostics.map(\.range) == source.ranges)
  }

  @Test func citesBothPlacesOfARepeatedName() throws {
    let text = #"{"a": 1, "b": 2, "a": 3, "b": 4, "a": 5}"#
    let diagnostics = read(text).diagnostics
    #expect(diagnostics.map(\.range.lower) == [17, 25, 33])
    #expect(diagnostics.flatMap(\.notes).map(\.range.lower) == [1, 9, 1])
    #expect(diagnostics.first?.message == "the object gives 'a' twice")
  }

  @Test func citesWhatWasOpenAtTheEnd() throws {
    let diagnostic = try #require(read(#"[{"a": [1"#).diagnostics.first)
    #expect(diagnostic.message == "the text ends inside an array")
    #expect(diagnostic.notes.map(\.range.bytes) == [7..<8])
  }

  @Test func escapesWhatItQuotes() {
    #expect(read("[1\u{1B}]").diagnostics.first?.message == "expected ',' or ']', found '\\u{1B}'")
    let long = read("[" + String(repeating: "x", count: 500) + "]").diagnostics.first
    #expect(long?.message.utf8.count ?? 0 < 100)
  }

  @Test func findsARepeatedNameAmongMany() throws {
    let names = (0..<100_000).map { "\"n\($0)\":\($0)" }
    let plain = "{" + names.joined(separator: ",") + "}"
    #expect(read(plain).diagnostics == [])
    let again = read(plain.dropLast() + ",\"n\\u0037\":0}")
    #expect(again.diagnostics.map(\.message) == ["the object gives 'n\\u0037' twice"])
    #expect(again.diagnostics.flatMap(\.notes).map(\.range.lower) == [50])
  }

  @Test func walksTheTree() throws {
    let text = #"{"a": [1, [2, 3], {}, -4.50], "b\n": "x\u00e9\ud834\udd1e\/", "c": null}"#
    let document = try #require(read(text).value)
    let members = Array(document.members(of: document.root))
    #expect(members.map { document.text(of: $0.key) } == ["a", "b\n", "c"])
    #expect(members.map(\.value.kind) == [.array, .string, .null])
    #expect(document.text(of: members[1].value) == "xé𝄞/")
    let elements = Array(document.elements(of: members[0].value))
    #expect(elements.map { document.text(of: $0) } == ["1", "[2, 3]", "{}", "-4.50"])
    #expect(elements.map(\.childCount) == [0, 2, 0, 0])
    #expect(Array(document.bytes(of: members[0].key)) == Array("\"a\"".utf8))
    #expect(Array(document.elements(of: document.root)) == [])
    #expect(Array(document.members(of: members[0].value)).isEmpty)
  }

  @Test func readsAPartOfAFile() throws {
    let file = SourceFile("x[1]y{}")
    let document = try #require(JSONDocument.reading(file, id: fileID, within: 1..<4).value)
    #expect(document.root.range == 1..<4)
    #expect(JSONDocument.reading(file, id: fileID, within: 5..<900).value != nil)
    let none = JSONDocument.reading(file, id: fileID, within: 20..<30)
    #expect(none.diagnostics.map(\.id) == [.jsonEmpty])
  }
}

@Suite struct JSONLimitsKept {
  @Test func nestsToTheLimitAndNoFurther() {
    let limit = JSONLimits.depth
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(read(deepest).diagnostics == [])
    let result = read("[" + deepest + "]")
    #expect(result.diagnostics.map(\.id) == [.jsonDepth])
    #expect(result.diagnostics.map(\.range.bytes) == [limit..<limit + 1])
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"\":", " [\n"])
  func refusesAMillionBrackets(_ opener: String) {
    let file = SourceFile(String(repeating: opener, count: 1_000_000))
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(JSONDocument.reading(file, id: fileID).diagnostics.map(\.id) == [.jsonDepth])
    }
    #expect(time < .seconds(1))
  }

  @Test func countsValues() {
    let file = SourceFile("[1,{\"a\":2},3]")
    var exact = JSONReader(file, id: fileID, nodeLimit: 6)
    #expect(exact.readDocument(within: 0..<file.bytes.count).diagnostics == [])
    var short = JSONReader(file, id: fileID, nodeLimit: 5)
    let result = short.readDocument(within: 0..<file.bytes.count)
    #expect(result.diagnostics.map(\.id) == [.jsonTooManyValues])
    #expect(result.diagnostics.map(\.range.bytes) == [11..<12])
  }
}
