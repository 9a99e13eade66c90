internal import ContractModel
internal import TestSupport
internal import Testing

@testable internal import Reporting

/// A contract that was decided in brief looks the same whether its lines are written as they stand or
/// word by word.
@Suite struct TextBrief {
  private static let texts = [
    "C0000001", "Vendor 391", "a  b", " a", "a ", "", " ", "a::b", "a: :b", "##x", "Zoë", "日本",
    "a\u{1B}[1m",
    "An exchange for the health insurance of a whole state", "a\u{7F}b", "-", "·", "a · b", "x\ty",
  ]

  @Test func isWrittenAsItIsLaidOut() throws {
    let seed: UInt64 = 0x54_4558_54
    print("brief texts by seed \(seed)")
    var random = SplitMix64(seed: seed)
    let head = ReportHead(
      asOf: CivilDate(dayNumber: 16_071), asOfIsToday: false, toolVersion: "0.5.0")
    var written = 0
    for _ in 0..<3_000 {
      let contract = try Self.contract(&random)
      let style = TextStyle(
        colour: Int.random(in: 0..<8, using: &random) == 0,
        width: Int.random(in: 40...140, using: &random), verbosity: .quiet)
      let before = Array("before".utf8)
      var (plain, laidOut) = (before, before)
      TextReport(head, style: style).layOut(contract, asOf: "2014-01-01", in: &laidOut)
      if style.write(contract, asOf: "2014-01-01", to: &plain) {
        written += 1
        #expect(
          String(decoding: plain, as: UTF8.self) == String(decoding: laidOut, as: UTF8.self))
      } else {
        #expect(plain == before)
      }
    }
    #expect(written > 100)
  }

  private static func contract(_ random: inout SplitMix64) throws -> BriefDecision {
    let currency = try #require(
      Currency(code: ["USD", "JPY", "KWD"].randomElement(using: &random) ?? ""))
    var amounts = Amounts(invoiced: Amount(nominal: amount(&random)))
    for bucket in Bucket.allCases where Bool.random(using: &random) {
      amounts[bucket] = Amount(nominal: amount(&random))
    }
    return BriefDecision(
      title: texts.randomElement(using: &random) ?? "",
      supplierName: Bool.random(using: &random) ? texts.randomElement(using: &random) : nil,
      currency: currency, decision: Decision.allCases.randomElement(using: &random) ?? .pay,
      decisionsOfParts: DecisionSet(), amounts: amounts,
      blocked: Int.random(in: 0..<6, using: &random) == 0
        ? Amount(nominal: amount(&random)) : nil,
      verdicts: [Int](repeating: 0, count: Verdict.allCases.count), statedAsOf: nil)
  }

  private static func amount(_ random: inout SplitMix64) -> Int64 {
    Int64.random(in: 0...Int64(1) << Int64.random(in: 0...36, using: &random), using: &random)
  }
}
