import Testing

/// A number of a record file of somebody else counts units: what it comes to is the same, whether its
/// record is kept or drawn from as it is read.
@Suite struct EvidenceUnits {
  private static let spellings = [
    "7", "0", "-0", "-5", "0.25", "12.5", "100", "101", "0.001", "123456789012", "1e2", "1E-1",
    "99999999999999999999", "12345678901234567890.5", #""7""#, #""1,000""#, #""007""#, #""-5""#,
    #""""#, #"" ""#, #""seven""#, #""7 ""#, "null", "true", "[7]", #"{"a":7}"#,
  ]

  @Test(arguments: ["USD 0.01", "USD 1,000", "EUR 0.01"], spellings)
  func ofMoney(unit: String, spelling: String) {
    expectSame("money", unit, spelling)
  }

  @Test(arguments: ["0.01%", "100%"], spellings)
  func ofPercent(unit: String, spelling: String) {
    expectSame("percent 0% to 100%", unit, spelling)
    expectSame("percent", unit, spelling)
  }

  @Test(arguments: ["0.5", "1000"], spellings)
  func ofNumbers(unit: String, spelling: String) {
    expectSame("number at least 1", unit, spelling)
    expectSame("number more than 0", unit, spelling)
  }

  @Test(arguments: spellings)
  func ofDays(spelling: String) { expectSame("calendar days", "1 calendar day", spelling) }

  /// Words that `true` and `false` stand for, and texts of these letters.
  @Test func yesAndNoAsWords() {
    let codes = ["true", "false", #""true""#, #""false""#, "true"]
    let lines = (0..<120).map {
      #"{"part":"a\#(1 + $0 % 2)","day":"2014-01-02","code":\#(codes[$0 % 5]),"size":\#($0)}"#
    }
    let reading = reading("number", "1", lines, words: [#""true""#: "pass", "any": "fail"])
    var kept = 0
    let streamed = reading.report(streamed: true, jobs: 2) { kept += 1 }
    #expect(streamed == reading.report(streamed: false, jobs: 1))
    #expect(streamed.contains("\"decision\""), "\(streamed.prefix(300))")
    #expect(kept == 0)
  }

  /// Words that numbers stand for, written as numbers or as texts.
  @Test func numbersAsWords() {
    let lines = (0..<60).map {
      #"{"part":"a\#(1 + $0 % 2)","day":"2014-01-02","code":\#($0 % 3),"size":5}"#
        + ($0 % 7 == 0 ? "\n" + #"{"part":"a2","day":"2014-01-03","code":"0","size":"5"}"# : "")
    }
    let reading = reading("number", "1", lines)
    var kept = 0
    let streamed = reading.report(streamed: true, jobs: 2) { kept += 1 }
    #expect(streamed == reading.report(streamed: false, jobs: 1))
    #expect(streamed.contains("\"decision\""), "\(streamed.prefix(300))")
    #expect(kept == 0)
  }

  private func expectSame(
    _ type: String, _ unit: String, _ spelling: String,
    at place: SourceLocation = #_sourceLocation
  ) {
    var lines = (0..<20).map {
      #"{"part":"a1","day":"2014-01-02","code":"\#($0 % 2)","size":\#(7 + $0)}"#
    }
    lines[11] = #"{"part":"a1","day":"2014-01-02","code":"1","size":\#(spelling)}"#
    let reading = reading(type, unit, lines)
    let streamed = reading.report(streamed: true, jobs: 1)
    let whole = reading.report(streamed: false, jobs: 1)
    #expect(streamed == whole, sourceLocation: place)
    let isSaid = whole.contains("\"decision\"") || whole.contains("checks.ndjson:")
    #expect(isSaid, "\(whole.prefix(300))", sourceLocation: place)
  }

  private func reading(
    _ type: String, _ unit: String, _ lines: [String],
    words: KeyValuePairs<String, String> = [#""0" or "2""#: "pass", "any": "fail"]
  ) -> EvidenceReading {
    let table = words.map { "      | \($0) | \($1) |" }.joined(separator: "\n")
    let rules = """
      evidence piece plural pieces asserted by verifier {
        about  deliverable
        dated  date
        result pass or fail
        size   \(type)
      }
      clause sized "Sized" {
        cites "1"
        all   means number of pieces
        good  means share of pieces where result is pass
        total means sum of size of pieces
        most  means largest size of pieces
        rule told for each deliverable {
          then report all showing all, good, total, most
        }
        rule passed for each milestone {
          require some pieces
          otherwise withhold amount until met
        }
      }
      source lines "Lines" {
        reads json-lines
        piece {
          about    from "part"
          dated    from "day"
          asserted by verifier
          result   from "code"
            | found | meant |
      \(table)
          size     from "size" in \(unit)
        }
      }
      """
    let contract = """
      contract c "C" {
        party buyer    "B"
        party supplier "S"
        party verifier "V"
        records "checks.*" from lines
        incorporates sized
        milestone launch {
          due    2014-01-31
          amount USD 1,000
          deliverable a1
          deliverable a2
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
    return EvidenceReading(
      rules: rules, contract: contract, path: "checks.ndjson", source: "lines",
      bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
  }
}
