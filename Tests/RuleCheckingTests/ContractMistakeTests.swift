import RuleChecking
import SourceText
import TestSupport
import Testing

// Parts of the texts below, as they should be.
private let signed = "approved \"x\"\n because \"y\""
private let span = "from 2014-01-01\n through 2014-01-01"
private let change = "amendment a {\n effective 2014-01-01\n \(signed)\n"
private let second = "amendment b {\n effective 2014-01-01\n \(signed)\n"
private let waiver = "waiver w of accounts-created {\n \(span)\n \(signed)\n }"
private let damages = "incorporates damages {\n cap USD 5\n"
private let heads = "| net-late | rate |"
private let rate = "USD 5 per calendar day"

@Suite struct ContractMistakes {
  /// A contract without a mistake, but for lines put into it.
  private static func contract(
    _ lines: String = "", incorporates: String = "incorporates working-exchange",
    milestone: String = "", deliverable: String = "", invoice: String = "",
    parties: String = "party buyer \"State\"\n party supplier \"Supplier\""
  ) -> String {
    """
    contract sample "Sample" {
      \(parties)
      \(incorporates)
      \(lines)
      milestone launch "Launch" {
        due 2013-10-01
        amount USD 5,000
        \(milestone)
        deliverable eligibility "Eligibility" {
          \(deliverable)
        }
      }
      invoice one {
        received 2013-11-15
        line first {
          for milestone launch
          amount USD 5,000
        }
        \(invoice)
      }
    }
    """
  }

  private func expect(_ id: DiagnosticID, _ marked: String, isError: Bool = true) {
    let source = MarkedSource(marked)
    let reading = ContractReading(source.text)
    #expect(reading.syntaxMistakes.isEmpty, "\(reading.syntaxMistakes)")
    #expect(reading.mistakes.map(\.id) == [id], "\(reading.mistakes.map(\.message)) \(marked)")
    #expect(reading.mistakes.map(\.range) == source.ranges, "\(marked)")
    #expect(reading.contracts.allSatisfy { $0.isSound == !isError })
    for mistake in reading.mistakes {
      #expect(mistake.message.first?.isUppercase == false && !mistake.message.hasSuffix("."))
      #expect(!mistake.message.contains("\n"))
    }
  }

  @Test func acceptsTheContractThatTheOthersChange() {
    let reading = ContractReading(Self.contract())
    #expect(reading.syntaxMistakes.isEmpty)
    #expect(reading.mistakes.isEmpty, "\(reading.mistakes)")
    #expect(reading.contracts.map(\.isSound) == [true])
  }

  @Test(arguments: [
    (DiagnosticID.unknownContractWord, "«mileston» second { }"),
    (.unknownContractWord, "«due» 2013-10-01"),
    (.missingValue, "«value»"),
    (.wrongType, "value «2013-10-01»"),
    (.wrongType, "value «\"much\"»"),
    (.wrongType, "value «5»"),
    (.wrongType, "value «launch»"),
    (.statedTwice, "value USD 5\n «value» USD 6"),
    (.secondCurrency, "value USD 5\n paid «EUR 6»"),
    (.unknownCurrency, "value «USX 5»"),
    (.tooManyFractionDigits, "value «USD 5.001»"),
    (.moneyOutOfRange, "value «USD 99,999,999,999,999,999»"),
    (.zeroInFront, "value «USD 05»"),
    (.emptyRange, "value «USD 6 to USD 5»"),
    (.boundsDiffer, "value USD 6 to «EUR 7»"),
    (.unorderedBound, "value at least «\"x\"»"),
    (.notAValue, "value «USD 5 or USD 6»"),
    (.rateNotPerDay, "value USD 5 per «week»"),
    (.unitOfNoNumber, "value 5 «started weeks»"),
    (.unexpectedValue, "value USD 5 «USD 6»"),
    (.unexpectedBlock, "«value» USD 5 { }"),
    (.unknownCalendar, "calendar «us-federl»"),
    (.unknownValue, "month-end «clam»"),
    (.emptyText, "zone «\" \"»"),
    (.wrongType, "zone «new-york»"),
    (.notAZone, "zone «\"../America/New_York\"»"),
    (.notAZone, "zone «\"New York\"»"),
    (.patternOutsideFolder, "records «\"../x.csv\"»"),
    (.patternOutsideFolder, "records «\"/x.csv\"»"),
    (.patternOutsideFolder, "records «\"a/../../x.csv\"»"),
    (.patternOutsideFolder, "records «\"a//x.csv\"»"),
    (.patternOutsideFolder, "records «\"./x.csv\"»"),
    (.patternOutsideFolder, "records «\"status/\"»"), (.patternOutsideFolder, "records «\"\"»"),
    (.duplicateName, "records \"a.csv\"\n records «\"a.csv\"»"),
    (.unknownRegister, "register «defct» complete through 2013-12-26"),
    (.notARegister, "register «capability» complete through 2013-12-26"),
    (.needsOneDay, "register defect complete through «2013-12»"),
    (
      .duplicateName,
      "register defect complete through 2013-12-26\n register «defect» complete through 2013-12-27"
    ),
    (.unknownParty, "authority {\n «buyr» outranks supplier on defect\n }"),
    (.unknownKind, "authority {\n buyer outranks supplier on defect, «delai»\n }"),
    (
      .circularRank,
      "authority {\n buyer outranks supplier on delay\n «supplier outranks buyer» on delay\n }"
    ),
    (.duplicateName, "party «buyer» \"Another\""),
    (.missingValue, "«party verifier»"),
    (.recordNotAbout, "«capability» {\n dated 2013-12\n }"),
  ])
  func reportsALineOfTheContract(_ id: DiagnosticID, _ lines: String) {
    expect(id, Self.contract(lines))
  }

  @Test(arguments: [
    (DiagnosticID.missingParty, "party supplier \"Supplier\""),
    (.missingParty, "party buyer \"State\""),
  ])
  func reportsAMissingParty(_ id: DiagnosticID, _ parties: String) {
    let text = Self.contract(parties: parties)
    expect(id, text.replacing("contract sample", with: "contract «sample»"))
  }

  @Test(arguments: [
    (DiagnosticID.unknownClause, "incorporates «working-exchang»"),
    (.unknownMilestone, "incorporates working-exchange for milestone «lunch»"),
    (.unknownValue, "incorporates working-exchange for «clause» launch"),
    (
      .incorporatedTwice,
      "incorporates working-exchange\n incorporates «working-exchange» for milestone launch"
    ),
    (
      .rulesLeftOut,
      "incorporates working-exchange\n incorporates «reporting» for milestone launch"
    ),
    (.unknownContractWord, "incorporates working-exchange {\n «flor» 99%\n }"),
    (.statedTwice, "incorporates working-exchange {\n floor 99%\n «floor» 98%\n }"),
    (.outsideDomain, "incorporates working-exchange {\n floor «49%»\n }"),
    (.wrongType, "incorporates working-exchange {\n floor «0.9»\n }"),
    (.wrongType, "incorporates working-exchange {\n least «200 defects»\n }"),
    (.unexpectedTable, "incorporates working-exchange {\n floor\n «| a | b |\n | any | 5% |»\n }"),
    (
      .unknownDeliverable,
      "incorporates working-exchange {\n eligibility is «\"eligibilty\"»\n }"
    ),
    (.missingTerm, "incorporates «damages»"),
    (.secondCurrency, "incorporates damages {\n cap «EUR 5»\n }"),
    (.unknownValue, "\(damages) mode «nett»\n }"),
    (.unknownParty, "\(damages) judge «byer»\n }"),
    (.wrongType, "\(damages) label «late»\n }"),
    (.wrongType, "\(damages) rate «USD 5 per business day»\n }"),
    (
      .wrongHead,
      "\(damages) rate\n | «late» | rate |\n | any | \(rate) |\n }"
    ),
    (
      .wrongColumns,
      "\(damages) rate\n «| rate |\n | \(rate) |»\n }"
    ),
    (
      .wrongType,
      "\(damages) rate\n \(heads)\n | «at most 3» | \(rate) |\n }"
    ),
    (
      .boundlessCell,
      "\(damages) rate\n \(heads)\n | «approximately 3 calendar days» | \(rate) |\n }"
    ),
  ])
  func reportsAnIncorporation(_ id: DiagnosticID, _ lines: String) {
    expect(id, Self.contract(incorporates: lines))
  }

  @Test func warnsWhereNothingGuards() {
    let nothing = Self.contract(incorporates: "")
    expect(
      .nothingIncorporated, nothing.replacing("contract sample", with: "contract «sample»"),
      isError: false)
    let reporting = Self.contract(incorporates: "incorporates reporting")
    expect(
      .unguardedMilestone,
      reporting.replacing("milestone launch \"Launch\"", with: "«milestone launch \"Launch\"»"),
      isError: false)
  }

  @Test func reportsADefaultInAnotherCurrency() {
    let text = Self.contract(
      incorporates: "incorporates «reporting»\n incorporates working-exchange")
    expect(.foreignDefault, text.replacing("USD", with: "EUR"))
  }

  @Test func reportsAnUnfilledRole() {
    let text = Self.contract(incorporates: "incorporates «working-exchange»")
    let source = MarkedSource(
      text.replacing("deliverable eligibility", with: "deliverable engine"))
    let reading = ContractReading(source.text)
    #expect(reading.mistakes.map(\.id) == [.unfilledRole])
    #expect(reading.mistakes.map(\.range) == source.ranges)
    #expect(reading.mistakes.first?.help?.contains("eligibility is \"engine\"") == true)
    let mapped = source.text.replacing(
      "incorporates working-exchange",
      with: "incorporates working-exchange {\n eligibility is \"engine\"\n }")
    #expect(ContractReading(mapped).mistakes.isEmpty)
  }

  @Test(arguments: [
    (DiagnosticID.needsOneDay, "delay {\n recorded «2013-12»\n }"),
    (.unknownContractWord, "delay {\n «beginns» 2013-12-01\n }"),
    (.unknownParty, "delay {\n asserted by «byer»\n }"),
    (.wrongType, "delay {\n begins «USD 5»\n }"),
    (.emptyRange, "delay {\n dated «2013-10-15 through 2013-10-01»\n }"),
    (.notAValue, "delay {\n begins «above 2013-10-01 to 2013-10-15»\n }"),
    (.unknownValue, "critical «maybe»"),
    (.unknownValue, "kind «several»"),
    (.duplicateName, "deliverable x\n deliverable «x»"),
    (.missingValue, "«deliverable»"),
    (.missingValue, "«after»"),
    (.unknownMilestone, "after «lunch»"),
    (.predecessorCycle, "«after launch»"),
  ])
  func reportsALineOfAMilestone(_ id: DiagnosticID, _ lines: String) {
    expect(id, Self.contract(milestone: lines))
  }

  @Test(arguments: [
    (DiagnosticID.unknownValue, "capability {\n state «work»\n }"),
    (.statedTwice, "capability {\n state works\n «state» works\n }"),
    (.wrongType, "capability {\n took «5 business days»\n }"),
    (.dayOfNoKind, "capability {\n took 5 «days»\n }"),
    (.recordNotAbout, "«delay» { }"),
    (.unknownContractWord, "«amount» USD 5"),
  ])
  func reportsALineOfADeliverable(_ id: DiagnosticID, _ lines: String) {
    expect(id, Self.contract(deliverable: lines))
  }

  @Test(arguments: [
    (DiagnosticID.missingLine, "«line second» { }"),
    (.duplicateName, "line «first» {\n amount USD 5\n }"),
    (.unknownDeliverable, "line second {\n for deliverable «x»\n amount USD 5\n }"),
    (.missingValue, "line second {\n «for milestone»\n amount USD 5\n }"),
    (.unknownContractWord, "line second {\n amount USD 5\n }\n «due» 5"),
    (.duplicateName, "line second {\n amount USD 5\n }\n line «second» {\n amount USD 5\n }"),
  ])
  func reportsALineOfAnInvoice(_ id: DiagnosticID, _ lines: String) {
    expect(id, Self.contract(invoice: lines))
  }

  @Test func reportsNamesThatSeveralPartsHave() {
    let lines = "milestone second {\n deliverable eligibility\n }"
    let mapped = "incorporates working-exchange {\n eligibility is «eligibility»\n }"
    expect(.ambiguousName, Self.contract(lines, incorporates: mapped))
    expect(
      .duplicateName,
      Self.contract("milestone x { }\n milestone «x» { }").replacing(
        "working-exchange", with: "damages {\n cap USD 5\n }"))
  }

  @Test(arguments: [
    (DiagnosticID.missingLine, "«amendment a» {\n \(signed)\n }"),
    (.missingLine, "«amendment a» {\n effective 2014-01-01\n because \"y\"\n }"),
    (.missingLine, "«amendment a» {\n effective 2014-01-01\n approved \"x\"\n }"),
    (
      .unknownMilestone,
      "\(change) milestone «lanch» { }\n }"
    ),
    (
      .duplicateName,
      "\(change) }\n amendment «a» {\n effective 2014-01-02\n \(signed)\n }"
    ),
    (
      .rivalChanges,
      "\(change) value USD 5\n }\n \(second) «value USD 6»\n }"
    ),
    (
      .missingLine,
      "«waiver w of accounts-created» {\n through 2014-01-01\n \(signed)\n }"
    ),
    (
      .missingLine,
      "«waiver w of accounts-created» {\n from 2014-01-01\n \(signed)\n }"
    ),
    (
      .missingLine,
      "«waiver w of accounts-created» {\n \(span)\n because \"y\"\n }"
    ),
    (
      .missingLine,
      "«waiver w of accounts-created» {\n \(span)\n approved \"y\"\n }"
    ),
    (
      .waiverEndsFirst,
      "waiver w of accounts-created {\n from 2014-01-02\n «through 2014-01-01»\n \(signed)\n }"
    ),
    (
      .unknownRule,
      "waiver w of «account-created» {\n \(span)\n \(signed)\n }"
    ),
    (
      .ruleNotIncorporated,
      "waiver w of «on-time» {\n \(span)\n \(signed)\n }"
    ),
    (
      .unknownInvoice,
      "waiver w of accounts-created for invoice «won» {\n \(span)\n \(signed)\n }"
    ),
    (
      .unknownInvoiceLine,
      "waiver w of accounts-created for line «frst» {\n \(span)\n \(signed)\n }"
    ),
    (
      .duplicateName,
      "\(waiver)\n waiver «w» of accounts-created {\n \(span)\n \(signed)\n }"
    ),
  ])
  func reportsAChangeOrAWaiver(_ id: DiagnosticID, _ lines: String) {
    expect(id, Self.contract(lines))
  }
}
