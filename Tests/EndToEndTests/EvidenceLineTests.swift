import Testing

/// However the lines of a long record file are written, its records need not be kept, as long as each
/// says exactly what is asked of it.
@Suite struct EvidenceLines {
  /// Members that nobody reads, by what stands in them.
  private static let members = [
    #""note":"a \"b\" c""#, #""note":"caf\u00e9""#, #""note":"café""#, #""note":"\ud83d\ude00 ok""#,
    #""note":null"#, #""note":"""#, #""note":" ","more":{"a":[1,{"b":"}"}],"c":null}"#,
    #""note":"n1","flag":true"#, #""note":"n1","list":[]"#, #""note":"n1","e":1e3"#, "",
  ]

  @Test(arguments: members, [1, 3])
  func ofASourceAreDrawnFromAsTheyAreRead(member: String, jobs: Int) {
    var lines: [String] = []
    for number in 0..<90 {
      let rest = number % 3 == 1 ? [member] : [#""note":"n\#(number % 4)""#]
      lines.append(line(number, rest.filter { !$0.isEmpty }))
    }
    expectDrawn(lines, path: "checks.ndjson", jobs: jobs)
  }

  /// More shapes than are remembered, each with a member of its own.
  @Test func ofManyShapesAreDrawnFromAsTheyAreRead() {
    let lines = (0..<90).map { line($0, [#""note":"n1","m\#($0 % 40)":1"#]) }
    expectDrawn(lines, path: "checks.ndjson", jobs: 2)
  }

  /// A value that nothing is drawn from need not be stated, and may be written in any way.
  @Test(arguments: [#""n\u0031""#, #""é""#, "null"])
  func ofTheirOwnShapeAreDrawnFromAsTheyAreRead(note: String) {
    let lines = (0..<90).map { line($0, ["\"by\":\"verifier\"", "\"note\":\(note)"]) }
    expectDrawn(lines, path: "checks.ndjson", jobs: 2, source: nil)
  }

  /// What lies deeper, and only what a line is asked for.
  @Test(arguments: [
    #"when "type" is "check" or "probe""#, #"when "type" is not "log""#,
    #"when "of/part" is given"#,
    #"when "of" is given and "seen/why" is not given"#,
  ])
  func ofASourceThatReadsDeeperAreDrawnFromAsTheyAreRead(condition: String) {
    let source = """
      source lines "Lines" {
        reads json-lines
        check \(condition) {
          about    from "of/part"
          dated    from "seen/at" as date
          asserted by verifier
          result   from "seen/result"
            | found | meant |
            | "ok"  | pass  |
            | any   | fail  |
          took     from "seen/ms/all"
          note     from "seen/why" when "seen/why" is not "x" or "y"
        }
      }
      """
    var lines: [String] = []
    for number in 0..<120 {
      let part = ["a", "b", "launch"][number % 3]
      let result = number % 5 == 0 ? #""no""# : #""ok""#
      let seen = [
        #""at":"\#(day(number))T10:00:00Z""#, #""result":\#(result)"#,
        #""ms":{"all":\#(number * 7),"net":[1,\#(number)]}"#,
      ]
      lines.append(
        #"{"type":"check","of":{"part":"\#(part)"},"seen":{\#(seen.joined(separator: ","))}}"#)
      if number % 4 == 0 { lines.append(#"{"type":"log","text":"\#(number)","seen":{"why":"x"}}"#) }
      if number % 40 == 0 { lines.append(#"{"type":"log","of":null,"seen":[\#(number)]}"#) }
    }
    for jobs in [1, 3] {
      expectDrawn(lines, path: "checks.ndjson", jobs: jobs, sourceText: source)
    }
  }

  /// Fields that are not stated, among them one that no record has.
  @Test(arguments: ["nonsense", "recorded", "id", "illustrative", "phrase", "record", "took", "by"])
  func ofTheirOwnShapeMayLeaveFieldsOpen(name: String) {
    var lines = (0..<90).map { line($0, [#""by":"verifier","note":"n1""#]) }
    let stated = lines[40].replacing(#""\#(name)":"verifier","#, with: "")
    lines[40] =
      #"{"\#(name)":null,"#
      + stated.dropFirst().replacing(#""took":280,"#, with: name == "took" ? "" : #""took":280,"#)
    let reading = reading(lines, path: "checks.ndjson", source: nil, endingIn: "\n")
    let streamed = reading.report(streamed: true, jobs: 2)
    let whole = reading.report(streamed: false, jobs: 1)
    #expect(streamed == whole)
    #expect(
      whole.contains("\"decision\"") == (name != "nonsense" && name != "by"), "\(whole.prefix(300))"
    )
  }

  @Test func inAnyOrderOfDaysAreDrawnFromAsTheyAreRead() {
    let lines = (0..<90).map { line($0 * 37 % 90, [#""note":"n1""#]) }
    for jobs in 1...4 { expectDrawn(lines, path: "checks.ndjson", jobs: jobs) }
  }

  /// Fields of a table as tables have them: in quotes, without any text, with a mark before the first.
  @Test(arguments: [
    #""a, b""#, #""say ""a""""#, #""""#, "", "café", #""café, b""#, "a\tb", #""n1""#,
  ])
  func ofATableAreDrawnFromAsTheyAreRead(note: String) {
    let headers = [
      "about,dated,result,took,note", #""about","dated","result","took","note""#,
      "\u{FEFF}about,dated,result,took,note",
    ]
    for header in headers {
      var lines = [header]
      for number in 0..<90 {
        lines.append(row(number, number % 3 == 1 ? note : "n1"))
      }
      for ending in ["\n", "\r\n"] {
        expectDrawn(lines, path: "checks.csv", jobs: 2, endingIn: ending)
      }
    }
  }

  /// A field that goes on in the next line is one, whatever its lines look like by themselves.
  @Test func ofATableWithATextOfSeveralLinesAreKept() {
    var lines = ["about,dated,result,took,note"]
    for number in 0..<90 { lines.append(row(number, "n1")) }
    lines[50] = row(50, "\"two\na,2014-01-02,fail,5,lines\"")
    let reading = reading(lines, path: "checks.csv", source: "lines", endingIn: "\n")
    var kept = 0
    let streamed = reading.report(streamed: true, jobs: 2) { kept += 1 }
    #expect(kept == 1)
    #expect(streamed == reading.report(streamed: false, jobs: 1))
  }

  /// A line with a mistake is told by its number, and the file is not kept for its sake.
  @Test func withAMistakeAreNotKept() {
    var lines = (0..<90).map { line($0, [#""note":"a \"b\"""#]) }
    lines[70] = line(70, [#""note":"\ud800""#])
    let reading = reading(lines, path: "checks.ndjson", source: "lines", endingIn: "\n")
    var kept = 0
    let streamed = reading.report(streamed: true, jobs: 2) { kept += 1 }
    #expect(kept == 0)
    #expect(streamed.hasPrefix("json-lone-surrogate checks.ndjson:71:"), "\(streamed.prefix(200))")
    #expect(streamed == reading.report(streamed: false, jobs: 1))
  }

  // MARK: What is read

  private func line(_ number: Int, _ more: [String]) -> String {
    let stated = [
      #""about":"\#(["a", "b", "launch"][number % 3])""#, #""dated":"\#(day(number))""#,
      #""result":"\#(number % 5 == 0 ? "fail" : "pass")""#, #""took":\#(number * 7)"#,
    ]
    return "{" + (stated + more).joined(separator: ",") + "}"
  }

  private func row(_ number: Int, _ note: String) -> String {
    let result = number % 5 == 0 ? "fail" : "pass"
    return "\(["a", "b", "launch"][number % 3]),\(day(number)),\(result),\(number * 7),\(note)"
  }

  private func day(_ number: Int) -> String {
    let day = 1 + number / 12
    return "2014-01-\(day < 10 ? "0" : "")\(day)"
  }

  private func reading(
    _ lines: [String], path: String, source: String?, sourceText: String? = nil,
    endingIn ending: String
  ) -> EvidenceReading {
    // What is drawn from the notes would ask for them.
    let rules = EvidenceWorld.rules
      .split(separator: "\n").filter { !$0.contains("spent  means") }.joined(separator: "\n")
      .replacing(", spent", with: "")
    let read =
      sourceText ?? source.map { _ in EvidenceWorld.source(#"from "took""#, of: path) } ?? ""
    return EvidenceReading(
      rules: rules + "\n" + read,
      contract: EvidenceWorld.contract(records: source.map { "\"checks.*\" from \($0)" }),
      path: path, source: source, bytes: Array(lines.map { $0 + ending }.joined().utf8))
  }

  private func expectDrawn(
    _ lines: [String], path: String, jobs: Int, source: String? = "lines",
    sourceText: String? = nil, endingIn ending: String = "\n",
    at place: SourceLocation = #_sourceLocation
  ) {
    let reading = reading(
      lines, path: path, source: source, sourceText: sourceText, endingIn: ending)
    var kept = 0
    let streamed = reading.report(streamed: true, jobs: jobs) { kept += 1 }
    let whole = reading.report(streamed: false, jobs: 1)
    #expect(whole.contains("\"decision\""), "\(whole.prefix(300))", sourceLocation: place)
    #expect(streamed == whole, sourceLocation: place)
    #expect(kept == 0, "the records were kept", sourceLocation: place)
  }
}
