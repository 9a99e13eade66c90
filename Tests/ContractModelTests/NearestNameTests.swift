import SourceText
import TestSupport
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

  /// One letter for another is the opposite as likely as a slip.
  @Test func differsInCaseOrKeepsALetter() {
    #expect(NearestName.of("y", among: ["N", "Y"]) == "Y")
    #expect(NearestName.of("x", among: ["N", "Y"]) == nil)
    #expect(NearestName.of("MEt", among: ["met", "get"]) == "met")
  }

  @Test func isNotSoughtForLongTexts() {
    let longest = String(repeating: "a", count: NearestName.maximumLength)
    #expect(NearestName.of(longest, among: [longest + "b"]) == longest + "b")
    #expect(NearestName.of(longest + "a", among: [longest]) == nil)
  }

  /// What is found by looking at slips near to each other only is what the whole table of them says.
  @Test(arguments: 1...200)
  func isTheNearestOfAll(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func word() -> String {
      let length = Int.random(in: 0...9, using: &random)
      return String((0..<length).map { _ in "abc".randomElement(using: &random) ?? "a" })
    }
    for _ in 0..<20 {
      let (text, names) = (word(), (0..<6).map { _ in word() })
      let limit = max(1, text.utf8.count / 3)
      let near = names.map { (Self.distance(Array(text.utf8), Array($0.utf8)), $0) }
        .filter { $0.0 <= limit }.min { $0 < $1 }
      let isSought = text.utf8.count > 1 || names.contains(text)
      let expected = text.isEmpty || !isSought ? nil : near?.1
      #expect(NearestName.of(text, among: names) == expected, "seed \(seed): \(text) \(names)")
    }
  }

  private static func distance(_ source: [UInt8], _ target: [UInt8]) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: target.count + 1), count: source.count + 1)
    for row in 0...source.count {
      for column in 0...target.count {
        guard row > 0, column > 0 else {
          table[row][column] = row + column
          continue
        }
        let isSame = source[row - 1] == target[column - 1]
        table[row][column] = min(
          table[row - 1][column - 1] + (isSame ? 0 : 1), table[row - 1][column] + 1,
          table[row][column - 1] + 1)
        if row > 1, column > 1, source[row - 1] == target[column - 2],
          source[row - 2] == target[column - 1]
        {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[source.count][target.count]
  }
}
