import Testing

/// Long record files are read piece by piece, and their records are not kept: what is decided, cited
/// and complained of is what it would be if they were.
@Suite struct EvidenceStreams {
  @Test(arguments: [1, 2, 4])
  func comeToWhatWholeFilesComeTo(jobs: Int) {
    for seed in 1...60 as ClosedRange<UInt64> {
      var world = EvidenceWorld(seed: seed)
      let made = world.made()
      let whole = made.report(streamed: false, jobs: 1)
      let streamed = made.report(streamed: true, jobs: jobs)
      let isSame = whole == streamed
      #expect(isSame, "seed \(seed), \(made.path)")
    }
  }

  /// Words that stand beside a number in the source belong to what it says.
  @Test(arguments: [#"from "took""#, #""more than" from "took""#, #"from "took" "to 2000""#])
  func ofASourceComeToWhatWholeFilesComeTo(took: String) {
    for (seed, isTable) in [(11, false), (12, true)] as [(UInt64, Bool)] {
      var world = EvidenceWorld(seed: seed)
      let made = world.made(isPlain: true, isTable: isTable)
      let whole = made.report(streamed: false, jobs: 1, taking: took)
      let streamed = made.report(streamed: true, jobs: 2, taking: took)
      #expect(whole.contains("\"decision\""), "\(whole.prefix(400))")
      #expect(whole == streamed, "\(made.path)")
    }
  }

  /// Whatever their lines look like, and whichever of them the source picks.
  @Test(arguments: [
    "", #"when "result" is "pass""#, #"when "took" is not "0" and "note" is given"#,
    #"when "by" is not "supplier""#,
  ])
  func ofASourceThatPicksComeToWhatWholeFilesComeTo(condition: String) {
    for seed in 1...40 as ClosedRange<UInt64> {
      var world = EvidenceWorld(seed: seed &* 7_919)
      let made = world.made()
      for took in [#"from "took""#, #"from "took" in 0.5 when "took" is not "7" or "12""#] {
        let whole = made.report(streamed: false, jobs: 1, taking: took, when: condition)
        let streamed = made.report(streamed: true, jobs: 2, taking: took, when: condition)
        // What is wrong with how a table is written is told before what its rows say, if it is kept.
        let isSame =
          whole.split(separator: "\n").sorted() == streamed.split(separator: "\n").sorted()
        #expect(isSame, "seed \(seed), \(made.path), \(took)")
      }
    }
  }

  @Test func aMalformedLineIsNamedAndTheContractIsNotDecided() {
    var world = EvidenceWorld(seed: 7)
    var made = world.made(isPlain: true)
    made.lines[40] = "{\"about\":\"a\","
    let report = made.report(streamed: true, jobs: 2)
    #expect(report.hasPrefix("json-"), "\(report.prefix(200))")
    #expect(report.contains("checks.ndjson:41:"), "\(report.prefix(200))")
    #expect(report.contains("contract-undecided"))
    #expect(!report.contains("\"decision\""))
  }

  @Test func aFileThatCannotBeReadOnIsNotDecidedBy() {
    var world = EvidenceWorld(seed: 8)
    let made = world.made(isPlain: true)
    #expect(
      made.report(streamed: true, jobs: 2, breakingAfter: 900).contains("contract-undecided"))
  }
}

/// Records about two parts, most of them plain, and rules that draw from them in every way.
struct EvidenceWorld {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  struct Made {
    let path: String
    var lines: [String]
    let lineEnd: String
    let endsWithLineEnd: Bool

    private var bytes: [UInt8] {
      Array((lines.joined(separator: lineEnd) + (endsWithLineEnd ? lineEnd : "")).utf8)
    }

    /// What a session says and decides, as text.
    func report(
      streamed: Bool, jobs: Int, breakingAfter most: Int = .max, taking took: String? = nil,
      when condition: String = ""
    ) -> String {
      let source = took.map { _ in "lines" }
      let reading = EvidenceReading(
        rules: EvidenceWorld.rules
          + (took.map { EvidenceWorld.source($0, of: path, when: condition) } ?? ""),
        contract: EvidenceWorld.contract(records: source.map { "\"checks.*\" from \($0)" }),
        path: path, source: source, bytes: bytes)
      return reading.report(streamed: streamed, jobs: jobs, breakingAfter: most)
    }
  }

  mutating func made(isPlain: Bool = false, isTable: Bool? = nil) -> Made {
    let isTable = isTable ?? (!isPlain && below(3) == 0)
    let oddity = isPlain ? 100 : below(2) == 0 ? 100 : below(11)
    let isOrdered = isPlain || below(3) > 0
    var lines: [String] = isTable ? ["about,by,dated,result,took,note"] : []
    for number in 0..<(60 + below(200)) {
      let day = isOrdered ? 1 + number / 12 : 1 + below(25)
      let fields = [
        ("about", ["a", "b", "launch"][below(3)]), ("by", "verifier"),
        ("dated", "2014-01-\(day < 10 ? "0" : "")\(day)"), ("result", ["pass", "fail"][below(2)]),
        ("took", "\(below(900))"), ("note", "n\(below(5))"),
      ]
      // Fields in another order are no oddity; where half of the lines have one, they come mixed.
      let isOdd = oddity < 11 && below(oddity == 4 ? 2 : 40) == 0
      lines.append(isTable ? row(fields, isOdd ? oddity : nil) : line(fields, isOdd ? oddity : nil))
    }
    if isTable, !isPlain, below(4) == 0 {
      let more = [",took", ",nonsense", ",record"][below(3)]
      lines = [lines[0] + more] + lines.dropFirst().map { $0 + ",check" }
    }
    return Made(
      path: isTable ? "checks.csv" : "checks.ndjson", lines: lines,
      lineEnd: isPlain || below(4) > 0 ? "\n" : "\r\n", endsWithLineEnd: isPlain || below(4) > 0)
  }

  private mutating func line(_ fields: [(String, String)], _ oddity: Int?) -> String {
    var fields = fields
    var null: String?
    switch oddity {
    case 0: fields[0].1 = "nowhere"
    case 1: fields.remove(at: 4)
    case 2: fields[below(6)].1 += ["\\u00e9", "\\u0020", "é", "\\\\", "\\ud800"][below(5)]
    case 3: fields[4].1 = "1e3"
    case 4: fields.swapAt(0, 3)
    case 5: fields[1].1 = "supplier"
    case 6: return below(2) == 0 ? "" : "{\"about\":"
    case 7: fields[2].1 = "2014-01"
    case 8: fields[4].1 = Self.spellings[below(Self.spellings.count)]
    case 9: null = ["nonsense", "recorded", "id", "illustrative", "phrase", "record"][below(6)]
    case 10:
      null = fields[below(6)].0
      fields.removeAll { $0.0 == null }
    default: break
    }
    return "{" + (null.map { "\"\($0)\":null," } ?? "")
      + fields.map { "\"\($0)\":\($0 == "took" ? $1 : "\"\($1)\"")" }.joined(separator: ",") + "}"
  }

  private mutating func row(_ fields: [(String, String)], _ oddity: Int?) -> String {
    var fields = fields
    switch oddity {
    case 0: fields[0].1 = "nowhere"
    case 1: fields[4].1 = ""
    case 2: fields[5].1 = ["\"two\nlines\"", "\"a \"\"b\"\"\"", "\"\"", "\"a\"b", "a\"b"][below(5)]
    case 3: fields.removeLast()
    case 4: fields[below(6)].1 += ["é", "\t", "\u{7}", " "][below(4)]
    case 5: fields[1].1 = "supplier"
    case 6:
      let place = below(6)
      fields[place].1 = "\"\(fields[place].1)\(["", ", b"][below(2)])\""
    case 7: fields[2].1 = "2014-01"
    case 8:
      fields[4].1 = Self.spellings[below(Self.spellings.count)].filter { $0 != "\"" }
    default: break
    }
    return fields.map(\.1).joined(separator: ",")
  }

  /// Numbers that are none, that texts are, and that no whole number of parts comes to.
  private static let spellings = [
    "0", "-0", "007", "-5", "12.50", "1.2345678", "1234567", "12345678", "123456789012345678901",
    "\"12\"", "\"007\"", "\"12.50\"", "\"more than 5\"", "\"1e3\"", "\"+5\"", "\"12x\"", "\"12 \"",
  ]

  static let rules = """
    evidence check plural checks asserted by verifier {
      about  milestone or deliverable
      dated  date
      result pass or fail
      took   number at least 0
      note   text
    }
    clause evidence "Evidence" {
      cites "1"
      tried  means number of checks
      good   means share of checks where result is pass
      slow   means 95% percentile of took of checks where took is at least 20
      most   means largest took of checks
      newest means latest result of checks
      worst  means worst day of checks where result is pass
      run    means longest run of checks where result is fail
      spent  means sum of took of checks where note is "n1" or "n2"
      rule told for each deliverable {
        then report all showing tried, good, slow, most, newest, worst, run, spent
      }
      rule good-enough for each milestone {
        require good is at least 50%
        require all checks where dated is before 2014-01-03 have took is at most 800
        otherwise withhold amount until met
      }
    }
    """

  /// A source that reads the records as they stand, but for one field.
  static func source(
    _ took: String, of path: String, when condition: String = ""
  ) -> String {
    """

    source lines "Lines" {
      reads \(path.hasSuffix(".csv") ? "csv" : "json-lines")
      check \(condition) {
        about    from "about"
        dated    from "dated" as date
        asserted by verifier
        result   from "result"
        took     \(took)
        note     from "note"
      }
    }
    """
  }

  static func contract(records: String?) -> String {
    """
    contract c "C" {
      party buyer    "B"
      party supplier "S"
      party verifier "V"
      records \(records ?? "\"checks.*\"")
      incorporates evidence
      milestone launch {
        due    2014-01-31
        amount USD 1,000
        deliverable a
        deliverable b
      }
      invoice i {
        received 2014-01-31
        line l {
          for    milestone launch
          amount USD 1,000
        }
      }
    }
    """
  }
}
