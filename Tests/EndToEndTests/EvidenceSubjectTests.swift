import Testing

/// What a record of a long file is about is looked up by the words that name it, however many and however
/// long they are: it is what it would be if each record were kept.
@Suite struct EvidenceSubjects {
  /// Words of up to sixteen bytes are looked up by two, and of up to thirty-two by one.
  private static let names = [1, 3, 16, 17, 32, 33].map { length in
    "n" + String(repeating: "x", count: length - 1)
  }

  @Test(
    arguments: [
      #"from "part""#, #"milestone from "whole" deliverable from "part""#,
      #"from "kind" from "whole" deliverable from "part""#,
      #"from "kind" from "whole" from "unit" from "part""#,
    ], ["runs.csv", "runs.ndjson"])
  func areThoseOfWholeFiles(_ about: String, _ path: String) {
    for hasUnknown in [false, true] {
      let lines = Self.lines(isTable: path.hasSuffix("csv"), hasUnknown: hasUnknown)
      let reading = Self.reading(about, path, lines)
      let whole = reading.report(streamed: false, jobs: 1)
      let streamed = reading.report(streamed: true, jobs: 2)
      #expect(whole.contains("\"decision\"") != hasUnknown, "\(whole.prefix(400))")
      #expect(whole == streamed)
    }
  }

  /// Each part more often than any before it, the parts mixed.
  private static func lines(isTable: Bool, hasUnknown: Bool) -> String {
    var rows: [[String]] = []
    for turn in 0..<names.count * names.count {
      for (place, whole) in names.enumerated() {
        for (inner, part) in names.enumerated() where turn <= place * names.count + inner {
          rows.append(["milestone", whole, "deliverable", whole + "-" + part])
        }
      }
    }
    if hasUnknown { rows.insert(["milestone", names[3], "deliverable", "nothing"], at: 90) }
    let columns = ["kind", "whole", "unit", "part"]
    let table = isTable ? [columns.joined(separator: ",")] : []
    let lines = rows.map { row in
      isTable
        ? row.joined(separator: ",")
        : "{" + zip(columns, row).map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
    }
    return (table + lines).joined(separator: "\n") + "\n"
  }

  private static func reading(
    _ about: String, _ path: String, _ lines: String
  ) -> EvidenceReading {
    let source = """
      source run-lines "Runs" {
        reads \(path.hasSuffix("csv") ? "csv" : "json-lines")
        run {
          about \(about)
          dated 2014-01-01
          asserted by verifier
        }
      }
      """
    let milestones = names.map { whole in
      let parts = names.map { "deliverable \(whole)-\($0)" }.joined(separator: "\n")
      return "milestone \(whole) {\n due 2014-01-31\n amount USD 1,000\n \(parts)\n}"
    }
    let contract = """
      contract c "C" {
        party buyer    "B"
        party supplier "S"
        party verifier "V"
        records "runs.*" from run-lines
        incorporates all-told
        \(milestones.joined(separator: "\n"))
      }
      """
    return EvidenceReading(
      rules: rules + source, contract: contract, path: path, source: "run-lines",
      bytes: Array(lines.utf8))
  }

  private static let rules = """
    evidence run plural runs asserted by verifier {
      about deliverable
      dated date
    }
    clause all-told "All told" {
      cites "1"
      tried means number of runs
      rule told for each deliverable {
        then report all showing tried
      }
    }

    """
}
