import RuleChecking
import SourceText
import TestSupport
import Testing

@Suite struct ContractVersionMistakes {
  private static func contract(_ lines: String) -> String {
    """
    contract sample "Sample" {
      party buyer "State"
      party supplier "Supplier"
      incorporates damages {
        cap USD 5
      }
      milestone launch "Launch" {
        due 2013-10-01
        deliverable eligibility "Eligibility"
      }
      invoice one {
        received 2013-11-15
        number "1"
        line first {
          for milestone launch
          amount USD 5
        }
      }
      \(lines)
    }
    """
  }

  private func expect(_ ids: [DiagnosticID], _ marked: String) {
    let source = MarkedSource(Self.contract(marked))
    let reading = ContractReading(source.text)
    #expect(reading.syntaxMistakes.isEmpty, "\(reading.syntaxMistakes)")
    #expect(reading.mistakes.map(\.id) == ids, "\(reading.mistakes.map(\.message)) \(marked)")
    #expect(reading.mistakes.map(\.range) == source.ranges, "\(marked)")
  }

  @Test(arguments: [
    (DiagnosticID.duplicateName, "milestone a {\n after launch, «launch»\n }"),
    (.unexpectedValue, "milestone a {\n after launch «\"x\"»\n }"),
    (.missingLine, "«invoice two» {\n replaces one\n }"),
    (.unknownInvoice, "invoice two {\n received 2013-11-20\n replaces «won»\n }"),
    (.needsOneDay, "invoice two {\n «received 2013-11»\n replaces one\n }"),
    (.replacementFirst, "invoice two {\n «received 2013-11-14»\n replaces one\n }"),
    (.replacementCycle, "invoice two {\n received 2013-11-16\n replaces «two»\n }"),
    (
      .replacedTwice,
      """
      invoice two {\n received 2013-11-16\n replaces one\n }
      invoice three {\n received 2013-11-16\n replaces «one»\n }
      """
    ),
    (.duplicateNumber, "invoice two {\n received 2013-11-16\n «number \"1\"»\n }"),
    (.missingLine, "«payment p» {\n amount USD 5\n }"),
    (.missingLine, "«payment p» {\n made 2013-12-01\n }"),
    (.needsOneDay, "payment p {\n made «2013-12»\n amount USD 5\n }"),
    (.paymentNotExact, "payment p {\n made 2013-12-01\n «amount more than USD 5»\n }"),
    (.secondCurrency, "payment p {\n made 2013-12-01\n amount «EUR 5»\n }"),
    (
      .unknownInvoice,
      "payment p {\n made 2013-12-01\n amount USD 5\n for invoice «won»\n }"
    ),
    (
      .unknownValue,
      "payment p {\n made 2013-12-01\n amount USD 5\n for «milestone» launch\n }"
    ),
    (
      .paymentBeforeInvoice,
      "payment p {\n «made 2013-11-14»\n amount USD 5\n for invoice one\n }"
    ),
    (
      .duplicateName,
      """
      payment p {\n made 2013-12-01\n amount USD 5\n }
      payment «p» {\n made 2013-12-01\n amount USD 5\n }
      """
    ),
    (
      .billedTwice,
      """
      invoice two {
        received 2013-11-16
        line a {\n for milestone launch\n amount USD 5\n }
        line b {\n «for milestone launch»\n amount USD 5\n }
      }
      """
    ),
  ])
  func areReported(_ id: DiagnosticID, _ lines: String) { expect([id], lines) }

  private static let signed =
    "effective 2014-01-01\n approved \"x\"\n because \"y\""

  @Test(arguments: [
    (DiagnosticID.duplicateName, "adds milestone «launch» \"Launch\" { }"),
    (.wrongType, "adds «deliverable» x"),
    (.missingValue, "«adds milestone» { }"),
    (.unknownMilestone, "removes milestone «lunch»"),
    (.wrongType, "removes «invoice» one"),
    (.missingValue, "«removes milestone»"),
    (.unknownDeliverable, "milestone launch {\n removes deliverable «eligibilty»\n }"),
    (.duplicateName, "milestone launch {\n adds deliverable «eligibility» \"E\"\n }"),
    (.wrongType, "milestone launch {\n removes «milestone» launch\n }"),
    (.unknownContractWord, "adds milestone x {\n «removes» deliverable eligibility\n }"),
    (.predecessorCycle, "adds milestone x {\n «after x»\n }"),
    (.rivalChanges, "adds milestone x { }\n «removes milestone x»"),
    (
      .rivalChanges,
      "ceiling USD 5\n }\n amendment b {\n \(signed)\n «ceiling USD 6»"
    ),
    (
      .rivalChanges,
      "funds USD 5\n }\n amendment b {\n \(signed)\n «funds USD 6»"
    ),
  ])
  func inAnAmendmentAreReported(_ id: DiagnosticID, _ lines: String) {
    expect([id], "amendment a {\n \(Self.signed)\n \(lines)\n }")
  }

  @Test func amendmentsOfDifferentDaysMayChangeOnePartAgain() {
    expect(
      [],
      """
      amendment a {\n \(Self.signed)\n ceiling USD 5\n adds milestone x { }\n }
      amendment b {
        effective 2014-01-02
        approved "x"
        because "y"
        ceiling USD 6
        removes milestone x
      }
      """)
  }

  @Test func aCircleOfMilestonesIsReportedOnce() {
    expect(
      [.predecessorCycle, .predecessorCycle],
      """
      milestone a {\n «after b»\n }
      milestone b {\n after launch, a\n }
      milestone c {\n after a\n }
      milestone d {\n «after d»\n }
      """)
  }

  @Test func theWayRoundACircleIsNamed() {
    let reading = ContractReading(
      Self.contract("milestone a {\n after b\n }\n milestone b {\n after a\n }"))
    #expect(
      reading.mistakes.map(\.message) == [
        "'a' would come after itself: after 'b' after 'a'"
      ])
  }

  @Test func ofALongWayRoundTheBeginningIsNamed() {
    let milestones = (0..<20).map { "milestone m\($0) {\n after m\(($0 + 1) % 20)\n }" }
    let reading = ContractReading(Self.contract(milestones.joined(separator: "\n")))
    #expect(
      reading.mistakes.map(\.message) == [
        "'m0' would come after itself: after 'm1' after 'm2' after 'm3' after 'm4' after 'm5' "
          + "after 'm6' after 'm7' after 'm8' after … after 'm0'"
      ])
  }

  @Test func oneNumberMayBelongToTheVersionsOfOneInvoice() {
    expect(
      [],
      """
      invoice two {\n received 2013-11-15\n replaces one\n number "1"\n }
      invoice three {\n received 2013-11-16\n replaces two\n number "1"\n }
      """)
  }

  @Test func partsOfOneMilestoneMayBeBilledOnInvoicesOfTheirOwn() {
    expect(
      [],
      """
      invoice two {
        received 2013-11-16
        line a {\n for milestone launch\n amount USD 5\n }
        line b {\n for deliverable eligibility\n amount USD 5\n }
      }
      """)
  }
}
