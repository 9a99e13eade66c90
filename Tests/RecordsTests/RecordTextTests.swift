import Records
import Testing

/// The places of the texts of a contract's records.
@Suite struct RecordTexts {
  /// Few are looked through and many are looked up: in both, equal bytes have one place, and other
  /// spellings of a character have another.
  @Test(arguments: [4, 32, 33, 200])
  func equalBytesHaveOnePlace(_ count: Int) {
    let texts = (0..<count).flatMap { ["caf\u{E9} \($0)", "cafe\u{301} \($0)", "plain \($0)"] }
    var set = RecordSet(kinds: [])
    for (place, text) in texts.enumerated() { #expect(set.place(of: text) == Int32(place)) }
    for (place, text) in texts.enumerated() { #expect(set.place(of: text) == Int32(place)) }
    #expect(set.texts.count == texts.count)
    #expect(zip(set.texts, texts).allSatisfy { $0.utf8.elementsEqual($1.utf8) })
  }
}
