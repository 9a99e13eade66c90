import ContractModel
import Reporting
import Testing

@Suite struct CSV {
  @Test(arguments: ["=1+1", "+1", "-5.00", "@SUM(1)", "＝1+1", "=HYPERLINK(\"http://e\",\"x\")"])
  func noTextIsAFormula(_ text: String) throws {
    let rows = read(SampleContract(title: text, message: text).report)
    let messages = rows.map { $0["message"] }
    #expect(messages.contains("'" + text))
    for row in rows {
      for (column, cell) in row where column != "amount" {
        #expect(!"=+-@＝＋－＠".contains(cell.first ?? " "), "\(column): \(cell)")
      }
    }
  }

  @Test(arguments: FormatLaws.texts)
  func everyRowHasEveryColumn(_ hostile: String) {
    let report = SampleContract(id: hostile, name: hostile, rule: hostile, message: hostile).report
    #expect(read(report).allSatisfy { $0.count == 21 })
  }

  @Test func amountsAreNumbersAndKeepTheirBounds() throws {
    let rows = read(SampleContract().report)
    for row in rows where row["amount"] != "" {
      #expect(try #require(row["amount"]).wholeMatch(of: /-?[0-9]+\.[0-9]{2}/) != nil)
      #expect(row["bound"] != "" && row["currency"] == "USD")
    }
    let movements = rows.filter { $0["kind"] == "movement" }
    #expect(movements.map { $0["amount"] } == ["5100000.00", "1000000.00"])
    #expect(movements.map { $0["bound"] } == ["exact", "more than"])
    #expect(movements.map { $0["illustrative"] } == ["yes", "no"])
  }

  @Test(arguments: [
    (Amount.Bound.atLeast, "at least"), (.atMost, "at most"), (.lessThan, "less than"),
    (.approximately, "approximately"), (.to(999), "up to 9.99"),
  ])
  func everyBoundHasWords(_ bound: Amount.Bound, words: String) {
    let sample = SampleContract()
    let amount = Amount(nominal: 500, bound: bound)
    let settled = Settled(
      decision: .withhold,
      movements: [
        Movement(
          line: SampleContract.lineOfLaunch, bucket: .withheld, amount: amount, finding: nil,
          reason: .overCeiling)
      ], amounts: [:], decisions: [:], blocked: nil, carriedForward: [:])
    var report = Report.empty()
    report.add(
      ReportedContract(
        ContractDecision(contract: sample.decision.contract, findings: [], settled: settled),
        files: sample.report.contracts[0].files))
    let row = read(report).first { $0["kind"] == "movement" }
    #expect(row?["amount"] == "5.00" && row?["bound"] == words && row?["code"] == "OVER_CEILING")
  }

  @Test func countsAsTheTotalsDo() {
    let report = Report.mixed
    let rows = read(report)
    let cases = rows.count { ["decision", "finding"].contains($0["kind"]) }
    let errors = rows.count { $0["kind"] == "diagnostic" && $0["verdict_or_decision"] == "error" }
    #expect(cases + errors == report.caseCount)
    #expect(rows.count { $0["known"] == "yes" } == 5)
    #expect(rows.last?["verdict_or_decision"] == "incomplete")
  }

  /// Reads a table by its header.
  private func read(_ report: Report) -> [[String: String]] {
    let rows = CSVReport(report.totals.head).rendering(report).lines.dropLast().map(cells)
    return rows.dropFirst().map { row in
      #expect(row.count == rows[0].count)
      return Dictionary(uniqueKeysWithValues: zip(rows[0], row))
    }
  }

  /// Reads a row without line ends in its cells.
  private func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    var wasClosed = false
    for scalar in line.unicodeScalars {
      if scalar == "\"" {
        if wasClosed { cells[cells.count - 1].unicodeScalars.append(scalar) }
        wasClosed = isQuoted
        isQuoted.toggle()
        continue
      }
      wasClosed = false
      if scalar == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells
  }
}
