import ContractModel
import TestSupport
import Testing

@Suite struct ZoneRulesTests {
  private func day(_ moment: String, in file: ZoneFileBytes) throws -> String? {
    let moment = try #require(Instant.parsing(moment.utf8))
    return try ZoneRules(tzif: file.bytes).day(of: moment)?.text
  }

  @Test(arguments: [
    ("2013-10-16T00:30:00+02:00", "2013-10-15"), ("2013-10-16T03:59:59Z", "2013-10-15"),
    ("2013-10-16T04:00:00Z", "2013-10-16"), ("2013-12-16T04:59:59Z", "2013-12-15"),
    ("2013-12-16T05:00:00Z", "2013-12-16"), ("2013-11-03T05:59:59Z", "2013-11-03"),
    ("1800-01-01T04:56:01Z", "1799-12-31"), ("1800-01-01T04:56:02Z", "1800-01-01"),
    // Beyond the table, by the line after it: the turns of 2024 are on 10 March and 3 November.
    ("2024-03-10T04:59:59Z", "2024-03-09"), ("2024-03-11T03:59:59Z", "2024-03-10"),
    ("2024-03-11T04:00:00Z", "2024-03-11"), ("2024-11-03T04:00:00Z", "2024-11-03"),
    ("2024-11-04T04:59:59Z", "2024-11-03"), ("2024-11-04T05:00:00Z", "2024-11-04"),
    ("2025-01-01T04:59:59Z", "2024-12-31"), ("9999-12-31T23:59:59Z", "9999-12-31"),
    ("0001-01-01T04:56:02Z", "0001-01-01"),
  ])
  func aMomentFallsOnADay(_ moment: String, _ expected: String) throws {
    #expect(try day(moment, in: .newYork) == expected)
  }

  @Test func noDayIsBeforeAllDates() throws {
    #expect(try day("0001-01-01T00:00:00Z", in: .newYork) == nil)
  }

  /// In each of them noon and a quarter past midnight in January and July of 2014 say the offset.
  @Test(arguments: [
    ("UTC0", 0, 0), ("<+0530>-5:30", 19_800, 19_800), ("<-03>3", -10_800, -10_800),
    ("CET-1CEST,M3.5.0,M10.5.0/3", 3_600, 7_200),
    ("NZST-12NZDT,M9.5.0,M4.1.0/3", 46_800, 43_200),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 0, 3_600),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7_200, -3_600),
    ("IST-2IDT,M3.4.4/26,M10.5.0", 7_200, 10_800),
    ("AAA0BBB-2,J60,J300/0:30:15", 0, 7_200), ("AAA0BBB,59,299", 0, 3_600),
    ("XXX3EDT4,0/0,J365/23", -14_400, -14_400),
  ])
  func theLineAfterTheTableSaysTheRest(_ line: String, _ winter: Int, _ summer: Int) throws {
    var file = ZoneFileBytes()
    file.footer = line
    let rules = try ZoneRules(tzif: file.bytes)
    for (moment, offset) in [
      ("2014-01-01T12:00:00Z", winter), ("2014-01-15T00:15:00Z", winter),
      ("2014-07-01T12:00:00Z", summer), ("2014-07-15T00:15:00Z", summer),
    ] {
      let moment = try #require(Instant.parsing(moment.utf8))
      #expect(rules.offsetSeconds(at: moment) == offset, "\(line)")
    }
  }

  /// Israel's clocks go forward on the Friday before the last Sunday of March at 2: 26 hours into
  /// the fourth Thursday. In leap years day 59 is 29 February, and J60 is 1 March always.
  @Test(arguments: [
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2014-03-28T00:00:00Z"),
    ("AAA0BBB,59/0,299", "2016-02-29T00:00:00Z"), ("AAA0BBB,J60/0,299", "2016-03-01T00:00:00Z"),
    ("AAA0BBB,J60/0,299", "2015-03-01T00:00:00Z"), ("AAA0BBB,J59/0,299", "2016-02-28T00:00:00Z"),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2014-03-30T01:00:00Z"),
  ])
  func summerBeginsOnTheSecond(_ line: String, _ turn: String) throws {
    var file = ZoneFileBytes()
    file.footer = line
    let rules = try ZoneRules(tzif: file.bytes)
    let turn = try #require(Instant.parsing(turn.utf8))
    let before = Instant(secondsSinceEpoch: turn.secondsSinceEpoch - 1)
    let offset = try #require(rules.offsetSeconds(at: before))
    #expect(rules.offsetSeconds(at: turn) == offset + 3_600)
  }

  @Test func aTableWithoutALineEndsWithItsLastMoment() throws {
    var file = ZoneFileBytes.newYork
    file.footer = ""
    #expect(try day("2014-11-02T05:59:59Z", in: file) == "2014-11-02")
    #expect(try day("2014-11-02T06:00:00Z", in: file) == nil)
  }

  @Test func theFirstVersionIsReadToo() throws {
    var file = ZoneFileBytes.newYork
    file.version = 1
    file.transitions.removeFirst()
    #expect(try day("2013-10-16T03:59:59Z", in: file) == "2013-10-15")
    file.transitions = []
    file.offsets = [3_600]
    #expect(try day("2013-10-15T23:00:00Z", in: file) == "2013-10-16")
  }

  @Test func leapSecondsAreNotCounted() {
    var file = ZoneFileBytes.newYork
    file.leapSeconds = [(78_796_800, 1)]
    #expect(throws: ZoneFileFault.countsLeapSeconds) { try ZoneRules(tzif: file.bytes) }
  }

  @Test(arguments: [
    "EST", "5", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,M11.1.0,", "EST5EDT,M13.2.0,M11.1.0",
    "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J1", "EST5EDT,366,0",
    "ES5", "EST25", "<E>5", "<+03-3", "EST5:60", "EST5EDT,M3.2.0/168,M11.1.0", " EST5", "EST5 ",
    "EST5EDT,M3.2.0/2:00:60,M11.1.0", "EST99999999999999999999",
  ])
  func aLineThatIsNoneIsRefused(_ line: String) {
    var file = ZoneFileBytes.newYork
    file.footer = line
    #expect(throws: ZoneFileFault.malformed) { try ZoneRules(tzif: file.bytes) }
  }

  @Test func whateverIsCutOffIsMissed() {
    let whole = ZoneFileBytes.newYork.bytes
    for length in 0..<whole.count {
      #expect(throws: ZoneFileFault.malformed, "\(length) bytes") {
        try ZoneRules(tzif: Array(whole.prefix(length)))
      }
    }
    #expect(throws: ZoneFileFault.malformed) { try ZoneRules(tzif: whole + [0]) }
  }

  /// Whatever a byte becomes, the file is read or refused.
  @Test func noByteDoesHarm() {
    let whole = ZoneFileBytes.newYork.bytes
    let moments = [Int64.min, -1, 0, 1_400_000_000, Int64.max].map(Instant.init(secondsSinceEpoch:))
    for place in whole.indices {
      for byte in [UInt8(0), 1, 0x7f, 0x80, 0xff] {
        var bytes = whole
        bytes[place] = byte
        guard let rules = try? ZoneRules(tzif: bytes) else { continue }
        for moment in moments { _ = rules.day(of: moment) }
      }
    }
  }

  @Test(arguments: [
    ("America/New_York", true), ("Etc/GMT+5", true), ("UTC", true), ("", false), ("/etc", false),
    ("..", false), ("America/../../etc", false), ("America//New_York", false), ("America/", false),
    ("America/New York", false), ("tzdata.zi", false), ("Zürich", false), ("a\0b", false),
    (String(repeating: "a", count: 256), false),
  ])
  func namesStayWithinTheirFolder(_ name: String, _ isName: Bool) {
    #expect(ZoneRules.isName(name) == isName)
  }
}
