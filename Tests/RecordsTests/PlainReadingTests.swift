internal import ContractModel
internal import SourceText
internal import TestSupport
internal import Testing

@testable internal import Records

/// What is read plainly has to come to the same as what is read with care.
@Suite struct PlainReading {
  private static let files: [(text: String, format: RecordFormat)] = [
    (
      """
      {"record":"capability","about":"purchase","by":"buyer","dated":"2013-12-01","state":"works"}
      {"record":"capability","about":"purchase","by":"buyer","dated":"2013-12-02","state":"fails"}
      {"by":"verifier","record":"capability","dated":"2013-12-03","about":"launch","share":"12.5%"}
      {"record":"capability","about":"launch","by":"buyer","dated":"2013-12-04","tries":12,"id":"a"}
      {"record": "capability", "about": "launch", "by": "buyer", "dated": "2013-12", "tries": -1.5}

      {"record":"capability","about":"launch","by":"buyer","dated":"2013-12-05","recorded":"2013-12-09"}
      {"record":"capability","about":"launch","by":"buyer","dated":"2013-12-06","note":"gr\\u00fcn \\""}
      {"record":"capability","about":"launch","by":"buyer","dated":"2013-12-07","cost":"USD 1,000.50"}
      {"record":"capability","about":"launch","by":"buyer","dated":"2013-12-08","seen":"2013-11-30"}
      {"record":"capability","about":"launch","by":"buyer","dated":"2013-12-09","open":true,"owner":null}
      {"record":"notice","about":"contract","dated":"2013-12-10","illustrative":false,"source":"a","phrase":"b"}
      {"record":"notice","about":"line launch","dated":"2013-12-11","id":"b"}

      """, .ndjson
    ),
    (
      """
      record,about,by,dated,recorded,state,share,tries,note,id
      capability,purchase,buyer,2013-12-01,,works,10%,,x,a
      capability,launch,verifier,2013-12-02,2013-12-03,fails,,3,"x, ""y"" z",b
      capability,"launch",buyer,2013-12-01/2013-12-03,2014-01-01,degraded,100%,1,,
      capability,purchase,buyer,2013-12-05,,works,1%,7,x,c

      """, .csv
    ),
  ]

  private func careful(
    _ file: SourceFile, _ format: RecordFormat
  ) -> (set: Diagnosed<RecordSet>, mistakes: [Diagnostic]) {
    let raw = RawRecords.reading(file, id: FileID(1), format: format)
    let set = RecordSet.binding(
      [RecordFile(baseName: "status", records: raw.value)], kinds: BindingFixture.kinds,
      contract: BindingFixture.contract)
    return (set, raw.diagnostics)
  }

  private func plain(
    _ file: SourceFile, _ format: RecordFormat
  ) -> (set: Diagnosed<RecordSet>, mistakes: [Diagnostic]) {
    var reading = RecordReading(
      RecordVocabulary(BindingFixture.kinds), inline: [], contract: BindingFixture.contract,
      zone: .unsaid)
    let mistakes = reading.read(file, id: FileID(1), format: format, baseName: "status")
    return (reading.set, mistakes)
  }

  private func isSame(_ bytes: [UInt8], _ format: RecordFormat) -> Bool {
    let file = SourceFile(path: "records", bytes: bytes)
    let (first, second) = (careful(file, format), plain(file, format))
    // Of a header without rows no record says anything.
    let said = second.set.diagnostics.filter { !$0.message.hasSuffix("and no row follows") }
    return first.mistakes == second.mistakes && first.set.diagnostics == said
      && rows(of: first.set.value) == rows(of: second.set.value)
      && first.set.value.texts == second.set.value.texts
      && first.set.value.roles == second.set.value.roles
  }

  /// Every record with all its cells, in words.
  private func rows(of set: RecordSet) -> [String] {
    set.tables.flatMap { table in
      table.origins.indices.map { row in
        let cells = table.columns.map { column in
          switch column {
          case .quantity(let column): "\(String(describing: column[row]))"
          case .words(let masks): "\(masks[row])"
          case .text(let places): "\(places[row])"
          }
        }
        let head = (table.origins[row], table.subjects[row], table.asserters[row])
        let days = (table.dated[row], table.recorded[row])
        return "\(table.kind) \(head) \(days) \(cells)"
      }
    }
  }

  @Test(arguments: files)
  func readsAsWithCare(_ text: String, _ format: RecordFormat) {
    let bytes = Array(text.utf8)
    #expect(isSame(bytes, format))
    #expect(plain(SourceFile(path: "records", bytes: bytes), format).set.diagnostics.isEmpty)
  }

  /// In part of a file, or in one that is spoilt, the same is found wrong in the same places.
  @Test func readsWhatIsSpoiltAsWithCare() {
    let signs = Array(#"{}[]",:\ 019.-%/eutrn/"#.utf8) + [0x0A, 0x0D, 0x09, 0x00, 0xC3, 0xA9, 0xFF]
    var generator = SplitMix64(seed: 0x50_6C61_696E)
    for round in 0..<4_000 {
      let (text, format) = Self.files[round % Self.files.count]
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = signs.randomElement(using: &generator) ?? 0
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: place)
        default: bytes.removeLast(bytes.count - max(place, 1))
        }
      }
      #expect(isSame(bytes, format), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
