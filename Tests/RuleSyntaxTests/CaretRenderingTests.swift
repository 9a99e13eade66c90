import SourceText
import TestSupport
import Testing

@Suite struct CaretRendering {
  private func diagnostic(
    _ marked: String, path: String = "Rules/exchange.rules", message: String = "wrong",
    notes: Bool = false, help: String? = nil
  ) -> String {
    let source = MarkedSource(marked)
    var files = SourceFiles()
    let file = files.add(SourceFile(path: path, bytes: Array(source.text.utf8)))
    let ranges = source.ranges.map {
      SourceRange(file: file, lower: $0.lower, upper: $0.upper)
    }
    let diagnostic = Diagnostic(
      .error, DiagnosticID("some-mistake"), message, at: ranges[0],
      notes: notes ? ranges.dropFirst().map { .init("declared here", at: $0) } : [], help: help)
    return diagnostic.rendered(in: files)
  }

  @Test func showsPlaceLineNotesAndHelp() {
    let text = diagnostic(
      "\n\n\n\n\n\n\n\n\n  x means latest «stat» of y\n  «state» works\n",
      message: "no field is named 'stat'", notes: true, help: "did you mean 'state'?")
    #expect(
      text == """
        error[some-mistake]: no field is named 'stat'
           --> Rules/exchange.rules:10:18
        10 |   x means latest stat of y
           |                  ^^^^
           = note: declared here, Rules/exchange.rules:11:3
           = help: did you mean 'state'?
        """)
  }

  @Test func keepsCaretsBelowTabsWideLettersAndEscapes() {
    #expect(diagnostic("\ta «bc»").hasSuffix("1 |     a bc\n  |       ^^"))
    #expect(diagnostic("\"é契\" «bc»").hasSuffix("1 | \"é契\" bc\n  |       ^^"))
    #expect(diagnostic("e\u{301} «bc»").hasSuffix("1 | e\u{301} bc\n  |   ^^"))
    #expect(diagnostic("a\u{202E}«b»").hasSuffix("1 | a\\u{202E}b\n  |          ^"))
    #expect(diagnostic("a «\u{1B}»b").hasSuffix("1 | a \\u{1B}b\n  |   ^^^^^^"))
  }

  @Test func marksTheEndsOfLinesAndOfTheFile() {
    #expect(diagnostic("a is«»\nb").hasSuffix("1 | a is\n  |     ^"))
    #expect(diagnostic("a\n«»").hasSuffix("2 |\n  | ^"))
    #expect(diagnostic("a «bc\nd\ne»f").hasSuffix("1 | a bc\n  |   ^^"))
    #expect(diagnostic("a «bc\r\nd\ne»f").hasSuffix("1 | a bc\n  |   ^^"))
    #expect(diagnostic("a b«\n»c").hasSuffix("1 | a b\n  |    ^"))
  }

  @Test func cropsLongLinesAroundTheCarets() {
    let long = String(repeating: "x", count: 500)
    let lines = diagnostic("\(long) «here» \(long)").split(separator: "\n")
    let excerpt = lines[2].dropFirst(4)
    #expect(excerpt.hasPrefix("…xxx") && excerpt.hasSuffix("xxx…") && excerpt.count <= 160)
    let carets = lines[3].dropFirst(4)
    let column = carets.count - 4
    #expect(carets.hasSuffix("^^^^"))
    #expect(excerpt.dropFirst(column).hasPrefix("here"))
    let start = diagnostic("«here» \(long)").split(separator: "\n")
    #expect(start[2].hasPrefix("1 | here x") && start[2].hasSuffix("…"))
    #expect(start[3] == "  | ^^^^")
    let whole = diagnostic("a«\(long)»b").split(separator: "\n")
    #expect(whole[3].count <= 164)
  }

  @Test(arguments: ["x", "é", "契", "e\u{301}", "\u{1F600}", "\u{1B}"])
  func showsOfAVeryLongLineWhatItShowsOfALongOne(_ character: String) {
    let some = String(repeating: character, count: 300)
    let many = String(repeating: character, count: 6_000)
    let expected = diagnostic("\(some) «here» \(some)").split(separator: "\n").dropFirst(2)
    for (before, after) in [(some, many), (many, some), (many, many)] {
      let shown = diagnostic("\(before) «here» \(after)").split(separator: "\n").dropFirst(2)
      #expect(shown == expected)
    }
    let end = diagnostic("\(many)«»").split(separator: "\n")
    #expect(end[2].hasPrefix("1 | …") && !end[2].hasSuffix("…") && end[3].hasSuffix(" ^"))
  }

  /// A line of plain bytes is shown as one with another letter far behind what is shown.
  @Test func showsOfAPlainLineWhatItShowsOfAnyOther() {
    let seed: UInt64 = 0x43_4152
    print("lines by seed \(seed)")
    var random = SplitMix64(seed: seed)
    let signs = Array("abc  de:#[{\"\\|")
    for _ in 0..<500 {
      var line = ""
      for _ in 0..<Int.random(in: 0...1_000, using: &random) {
        line.append(signs.randomElement(using: &random)!)
      }
      let place = Int.random(in: 0...line.count, using: &random)
      let length = Int.random(in: 0...min(300, line.count - place), using: &random)
      let (before, rest) = (line.prefix(place), line.dropFirst(place))
      let marked = "\(before)«\(rest.prefix(length))»\(rest.dropFirst(length))"
      let long = marked + String(repeating: "y", count: 400)
      let (plain, other) = (diagnostic(long), diagnostic(long + "é"))
      #expect(plain == other)
    }
  }

  @Test func letsNothingHiddenThrough() {
    let text = diagnostic(
      "a «b» ##[error]c ##vso[d]", path: "a\u{1B}[2J\nb\u{202E}.rules",
      message: "no field is named '\u{7}##[x]'", help: "line\nbreak \u{200B}")
    #expect(text.split(separator: "\n").count == 5)
    #expect(text.contains("a\\u{1B}[2J\\u{A}b\\u{202E}.rules:1:3"))
    #expect(text.contains("'\\u{7}#\\#[x]'"))
    #expect(text.contains("1 | a b #\\#[error]c #\\#vso[d]"))
    #expect(text.contains("help: line\\u{A}break \\u{200B}"))
  }

  @Test(arguments: [
    ("plain é契 text", "plain é契 text"), ("\u{0}\u{1F}\u{7F}\u{9F}", "\\u{0}\\u{1F}\\u{7F}\\u{9F}"),
    ("\u{AD}\u{200B}\u{2060}\u{2066}\u{FEFF}", "\\u{AD}\\u{200B}\\u{2060}\\u{2066}\\u{FEFF}"),
    ("::error::x", ":\\:error::x"), ("  ::error", "  :\\:error"), ("a ::b", "a ::b"),
    ("##[group]##vso[x]##", "#\\#[group]#\\#vso[x]##"), ("\u{2028}", "\\u{2028}"),
    ("\u{FFFE}", "\\u{FFFE}"),
  ])
  func escapesTexts(_ text: String, _ visible: String) {
    #expect(VisibleText.escaping(text) == visible)
  }

  @Test func escapesBytesThatAreNoText() {
    #expect(VisibleText.escaping([0x61, 0xFF, 0xC3, 0x62]) == "a\\xFF\\xC3b")
  }
}

@Suite struct NearestNames {
  @Test(arguments: [
    ("stat", "state"), ("acepted", "accepted"), ("requires", "require"), ("xyz", nil),
    ("satte", "state"),
  ])
  func areWithinAThird(_ text: String, _ expected: String?) {
    #expect(NearestName.of(text, among: ["state", "accepted", "require", "rule"]) == expected)
  }

  @Test func tieByBytes() {
    #expect(NearestName.of("bat", among: ["hat", "cat", "rat"]) == "cat")
  }
}
