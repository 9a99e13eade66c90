import SourceText
import Testing

@Suite struct NearestNameTests {
  static let names = ["delivered", "due", "accepted", "amount", "paid", "äpfel"]

  @Test(
    arguments: [
      ("delivred", "delivered"), ("deliverde", "delivered"), ("acepted", "accepted"),
      ("deu", "due"),
      ("due", "due"), ("amuont", "amount"), ("paidd", "paid"), ("pai", "paid"), ("Paid", "paid"),
      ("apfel", nil), ("äpfle", "äpfel"), ("zzz", nil), ("", nil), ("deliverables", "delivered"),
      ("du", "due"), ("amountamount", nil),
    ] as [(String, String?)])
  func isWhatWasMeant(_ row: (String, String?)) {
    #expect(NearestName.of(row.0, among: Self.names) == row.1, "\(row.0)")
    #expect(NearestName.of(row.0, among: Self.names.reversed()) == row.1, "\(row.0)")
  }

  @Test func isTheFirstByBytesOfEquals() {
    #expect(NearestName.of("cat", among: ["hat", "bat", "rat"]) == "bat")
    #expect(NearestName.of("cat", among: ["at", "rat", "Cat"]) == "Cat")
    #expect(NearestName.of("cat", among: [String]()) == nil)
  }

  @Test func isNotSoughtForLongTexts() {
    let longest = String(repeating: "a", count: NearestName.maximumLength)
    #expect(NearestName.of(longest, among: [longest + "b"]) == longest + "b")
    #expect(NearestName.of(longest + "a", among: [longest]) == nil)
  }
}
