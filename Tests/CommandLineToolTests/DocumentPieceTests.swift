import ContractCheck
import ContractModel
import Records
import SourceText
import Synchronization
import TestSupport
import Testing

@testable import CommandLineTool

/// A table is cut into pieces of whole rows, each below the header: what is read in them is what is read
/// in the whole.
@Suite struct DocumentsInPieces {
  /// Returns the pieces of a file that hands out a few bytes at a time.
  private func pieces(
    _ text: [UInt8], by unit: DocumentUnit, _ random: inout SplitMix64
  ) -> [SourceFile] {
    let rest = Mutex((text[...], random))
    let file = IncomingFile(
      size: nil,
      fill: { (buffer, bounds) throws(FileError) in
        rest.withLock { rest in
          let bytes = rest.0.prefix(Int.random(in: 1...60, using: &rest.1))
          rest.0 = rest.0.dropFirst(bytes.count)
          let start = bounds.lowerBound
          buffer.replaceSubrange(start..<start + bytes.count, with: bytes)
          return bytes.count
        }
      }, close: {})
    defer { random = rest.withLock { $0.1 } }
    let pieces = DocumentPieces(file, called: "a.csv", cutInto: unit, takesDigest: false)
    return Array(sequence(state: ()) { _ in pieces.next() })
  }

  /// The rows of a table with their lines, and what is wrong where.
  private func contents(of file: SourceFile) -> (rows: [String], mistakes: [String]) {
    let read = CSVTable.reading(file, id: FileID(0))
    func place(_ range: SourceRange) -> String {
      "\(file.position(at: range.lower)) \(file.line(file.position(at: range.lower).line))"
    }
    let rows = read.value.map { table in
      table.rows.map { row in
        "\(row.line) \(place(SourceRange(file: FileID(0), lower: row.range.lowerBound, upper: row.range.upperBound)))"
          + " \(table.fields(of: row).map { table.text(of: $0) })"
      }
    }
    return (rows ?? [], read.diagnostics.map { "\($0.id) \(place($0.range))" })
  }

  private func table(_ random: inout SplitMix64, isBroken: Bool) -> [UInt8] {
    func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    var fields = [
      "a", "", "12", "é", "a b", "\"\"", "\"a, b\"", "\"say \"\"yes\"\"\"", "\"é\"",
    ]
    if happens(50) { fields += ["\"two\nlines\"", "\"\r\n,\n\""] }
    let end = happens(30) ? "\r\n" : "\n"
    var lines = [happens(10) ? "\"id\",name,\"a,b\"" : "id,name,note"]
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      lines.append(
        (0..<3).map { _ in fields.randomElement(using: &random)! }.joined(separator: ","))
    }
    if isBroken {
      let odd = ["a,b", "", "a,b,c,d", "a\"b,c,d", "\"a\"b,c,d", "a,\"b", "a\rb,c,d", "\u{1},b,c"]
      let place = Int.random(in: 0...lines.count, using: &random)
      lines.insert(odd.randomElement(using: &random)!, at: place)
    }
    let mark = happens(10) ? [0xEF, 0xBB, 0xBF] : [UInt8]()
    return mark + lines.joined(separator: end).utf8 + (happens(70) ? Array(end.utf8) : [])
  }

  @Test func sayWhatTheWholeTableSays() {
    let seed: UInt64 = 0x43_5356
    print("tables by seed \(seed)")
    var random = SplitMix64(seed: seed)
    var cut = 0
    for number in 0..<4_000 {
      let text = table(&random, isBroken: number.isMultiple(of: 3))
      let whole = contents(of: SourceFile(path: "a.csv", bytes: text))
      let pieces = pieces(text, by: .row, &random)
      let parts = pieces.map(contents)
      if pieces.count > 1 { cut += 1 }
      let isSame =
        parts.flatMap(\.rows) == whole.rows && parts.flatMap(\.mistakes) == whole.mistakes
      if !isSame {
        Issue.record(
          "\(String(decoding: text, as: UTF8.self).debugDescription)\n\(parts)\nnot \(whole)")
      }
    }
    #expect(cut > 2_500)
  }

  private static let rules =
    DocumentInputs.closed + """
      source ledger {
        reads csv
        contract from "id" {
          party buyer    "State"
          party supplier from "name"
          incorporates closed
        }
      }

      """

  /// What became of each row, with its place in the run.
  private func outcomes(of pieces: [SourceFile]) -> [String] {
    var session = CheckSession(
      CheckTerms(
        ruleFiles: [InputFile(path: "a.rules", bytes: Array(Self.rules.utf8))],
        asOf: CivilDate(year: 2013, month: 12, day: 26)!, isAsOfAsked: true))
    let rest = Mutex(pieces[...])
    var words: [String] = []
    session.decide(
      by: session.documentSources[0], zones: [:], jobs: 1,
      next: { rest.withLock { $0.popFirst() } },
      handingOn: { document in
        guard case .whole(let outcome) = document else { return }
        let diagnostics = outcome.diagnostics.map { $0.rendered(in: outcome.files) }
        words.append("\(outcome.place) \(outcome.contracts.map(\.contract.id)) \(diagnostics)")
      })
    return words
  }

  /// The parts of a run in shards are put together by the places of what they found.
  @Test func decideTheSameWhereverTheyAreCut() {
    let seed: UInt64 = 0x5049_4543
    print("tables by seed \(seed)")
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      var lines = ["id,name"]
      for number in 0..<Int.random(in: 1...20, using: &random) {
        let odd = ["c1,Twice", "a,b,c", "", "\u{1},x", ",nobody", "C\(number),Capital", "\"a\"b,x"]
        let isOdd = Int.random(in: 0..<6, using: &random) == 0
        lines.append(isOdd ? odd.randomElement(using: &random)! : "c\(number),\"A, \(number)\"")
      }
      if Int.random(in: 0..<10, using: &random) == 0 { lines[0] = "id,nome" }
      let text = Array(lines.joined(separator: "\n").utf8)
      let whole = outcomes(of: [SourceFile(path: "a.csv", bytes: text)])
      let first = outcomes(of: pieces(text, by: .row, &random))
      let second = outcomes(of: pieces(text, by: .row, &random))
      #expect(first == whole && second == whole)
    }
  }

  @Test func areWholeLines() {
    var random = SplitMix64(seed: 1)
    let text = Array((0..<200).map { "{\"id\":\"\($0)\"}\n" }.joined().utf8)
    let pieces = pieces(text, by: .line, &random)
    #expect(pieces.count > 20)
    #expect(pieces.flatMap(\.bytes) == text)
    #expect(pieces.allSatisfy { $0.position(at: 0).line == $0.firstLine })
    #expect(self.pieces(text, by: .file, &random).count == 1)
  }
}
