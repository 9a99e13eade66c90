import ContractModel
import Testing

@Suite struct TruthTests {
  @Test(
    arguments: [
      (.yes, .yes, .yes, .yes), (.yes, .no, .no, .yes), (.yes, .unknown, .unknown, .yes),
      (.no, .no, .no, .no), (.no, .unknown, .no, .unknown),
      (.unknown, .unknown, .unknown, .unknown),
    ] as [(Truth, Truth, Truth, Truth)])
  func combinesAsKleeneSays(_ row: (Truth, Truth, Truth, Truth)) {
    #expect(row.0.and(row.1) == row.2)
    #expect(row.1.and(row.0) == row.2)
    #expect(row.0.or(row.1) == row.3)
    #expect(row.1.or(row.0) == row.3)
  }

  @Test func isTurnedRound() {
    #expect(Truth.allCases.map(\.not) == [.no, .yes, .unknown])
    #expect([Truth(true), Truth(false)] == [.yes, .no])
  }
}
