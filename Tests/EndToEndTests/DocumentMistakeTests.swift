import ContractCheck
import ContractModel
import SourceText
import TestSupport
import Testing

/// What is wrong in a document of somebody else is said where it stands, and leaves its contracts
/// undecided.
@Suite struct DocumentMistakes {
  @Test func acceptsWhatTheOthersChange() throws {
    let outcomes = DocumentWorld.outcomes(of: Array(DocumentWorld.document.utf8))
    #expect(outcomes.flatMap(\.errorIDs) == [])
    #expect(outcomes.map(\.pay) == [50_000])
    let contract = try #require(outcomes.first?.contracts.first)
    #expect(contract.statedAsOf?.text == "2013-12-01")
    #expect(contract.contract.title == "One" && contract.contract.supplierName == "V")
  }

  /// Puts a text in the place of another one of the document.
  private static func changed(_ old: String, _ new: String) -> String {
    precondition(DocumentWorld.document.contains(old), "\(old) is not in the document")
    return DocumentWorld.document.replacing(old, with: new)
  }

  private func expect(
    _ id: String, _ words: String, _ marked: String, rules: String = DocumentWorld.rules,
    source: String = DocumentWorld.office, file: String = "a.ndjson",
    at place: Testing.SourceLocation = #_sourceLocation
  ) {
    let text = MarkedSource(marked)
    let outcomes = DocumentWorld.outcomes(of: text.bytes, named: file, rules: rules + source)
    let found = outcomes.flatMap { outcome in
      outcome.diagnostics.filter(\.isError).map { (diagnostic: $0, files: outcome.files) }
    }
    #expect(outcomes.flatMap(\.contracts).isEmpty, sourceLocation: place)
    #expect(
      found.first?.diagnostic.id.rawValue == id, "\(found.map(\.diagnostic.message))",
      sourceLocation: place)
    #expect(found.first?.diagnostic.message == words, sourceLocation: place)
    #expect(
      found.first.map { [$0.diagnostic.range.lower, $0.diagnostic.range.upper] }
        == text.ranges.first.map { [$0.lower, $0.upper] }, sourceLocation: place)
    #expect(
      found.first.map { $0.files[$0.diagnostic.range.file].path } == file, sourceLocation: place)
  }

  @Test func amountsHaveACurrency() {
    expect(
      "amount-without-currency",
      "no currency stands at 'value/currency': what the amount is worth is not known",
      Self.changed(#"{"amount":1000,"currency":"USD"}"#, #"{"amount":«1000»}"#))
    expect(
      "unknown-currency", "no currency has the code 'USX'",
      Self.changed(#"{"amount":1000,"currency":"USD"}"#, #"{"amount":«1000»,"currency":"USX"}"#))
  }

  @Test func deliverablesSayWhereTheyBelong() {
    expect(
      "deliverable-of-no-milestone", "the deliverable does not say which milestone it belongs to",
      Self.changed(#"{"id":"f","milestone":"m"}"#, #"{"id":«"f"»}"#))
    expect(
      "unknown-milestone", "there is no milestone 'n'",
      Self.changed(#"{"id":"f","milestone":"m"}"#, #"{"id":"f","milestone":«"n"»}"#))
  }

  @Test func recordsSayWhatTheyAreAbout() {
    expect(
      "about-nothing", "the document does not say what the record 'run' is about",
      Self.changed(#"{"function":"f","at""#, #"«{»"function":null,"at""#))
  }

  @Test func theIDOfAContractThatIsNotDecidedIsTaken() {
    let broken = Self.changed(#""cents":50000"#, #""cents":"x""#)
    let outcomes = DocumentWorld.outcomes(of: Array("\(broken)\n\(DocumentWorld.document)\n".utf8))
    #expect(outcomes.flatMap(\.contracts).isEmpty)
    #expect(outcomes.flatMap(\.errorIDs).contains("contract-twice"))
  }

  /// What follows from a mistake, and what is read from the same place, is not told beside it.
  @Test(arguments: [
    (#""cents":50000"#, #""cents":"x""#, "not-a-number"),
    (#""cents":50000"#, #""cents":500.5"#, "too-many-fraction-digits"),
    (#""cents":50000"#, #""cents":-50000"#, "wrong-value-type"),
    (#""due":"2013-10-01""#, #""due":"soon""#, "not-a-day"),
    (#""bill":"b1""#, #""bill":["b1"]"#, "not-a-single-value"),
    (#""ok":"y""#, #""ok":"maybe""#, "unmapped-text"),
  ])
  func oneMistakeIsToldOnce(_ old: String, _ new: String, _ id: String) {
    let outcomes = DocumentWorld.outcomes(of: Array(Self.changed(old, new).utf8))
    #expect(outcomes.flatMap(\.errorIDs) == [id, "contract-undecided"])
  }

  /// As of today, what came later would count.
  @Test(arguments: [#","day":"2013-12-01""#, #""2013-12-01","value""#])
  func theDayOfADocumentIsThere(_ day: String) {
    let lacking = Self.changed(day, day.hasPrefix(",") ? "" : #"null,"value""#)
    expect(
      "without-as-of", "the document does not say as of which day it is to be decided",
      "«{»" + lacking.dropFirst())
  }

  @Test func aNumberNamesAPartForItsRecordsToo() {
    let numbered = Self.changed(#"{"id":"f","milestone":"m"}"#, #"{"id":7,"milestone":"m"}"#)
      .replacing(#""function":"f""#, with: #""function":7"#)
    let outcomes = DocumentWorld.outcomes(of: Array(numbered.utf8))
    #expect(outcomes.map(\.pay) == [50_000], "\(outcomes.flatMap(\.errorIDs))")
  }

  @Test func whatIsLackingIsStatedInTheDocument() {
    let lacking = Self.changed(#","cents":50000"#, "")
    let outcomes = DocumentWorld.outcomes(of: Array(lacking.utf8))
    let mistakes = outcomes.flatMap(\.diagnostics).filter { $0.id.rawValue == "missing-line" }
    #expect(mistakes.map(\.help) == ["state it in the document, or in source 'office'"])
  }

  @Test func arraysAreThere() {
    let words = "no array stands at 'milestones'"
    let marked = "«{»" + Self.changed(#""milestones":["#, #""stones":["#).dropFirst()
    expect("missing-array", words, marked)
    let null = Self.changed(#""milestones":[{"#, #""milestones":null,"rest":[{"#)
    expect("missing-array", words, "«{»" + null.dropFirst())
    expect(
      "not-an-array", "what stands at 'functions' is not an array",
      Self.changed(#"[{"id":"f","milestone":"m"}]"#, #"«{"id":"f","milestone":"m"}»"#))
  }

  @Test func documentsStateContracts() {
    expect(
      "no-contract-in-document", "the document states no contract, as source 'office' reads it",
      #"«{»"void":true}"#)
  }

  @Test(arguments: ["2013-10-01T09:00:00.000Z", "2013-10-01T23:59:59.5-04:00", "2013-10-01T09:00Z"])
  func daysOfMomentsAreTheirs(_ text: String) {
    let outcomes = DocumentWorld.outcomes(
      of: Array(Self.changed(#""due":"2013-10-01""#, #""due":"\#(text)""#).utf8))
    #expect(outcomes.map(\.pay) == [50_000], "\(outcomes.flatMap(\.errorIDs))")
  }

  @Test(arguments: [
    "soon", "2013-13-01", "2013-10-01T09:00", "", "2013-10-01T09:00:00.Z", "2013-10-01T09:00.5Z",
  ])
  func daysAreDays(_ text: String) {
    expect(
      "not-a-day", "'\(text)' is no day and no moment",
      Self.changed(#""due":"2013-10-01""#, #""due":«"\#(text)"»"#))
  }

  @Test(arguments: ["12x", "1,00", "1.000,00", "1e40", "", " 5", "0x10", "1,000,00"])
  func numbersAreExact(_ text: String) {
    expect(
      "not-a-number", "'\(text)' is not a number that can be counted exactly",
      Self.changed(
        #""due":"2013-10-01","cents":50000"#, #""due":"2013-10-01","cents":«"\#(text)"»"#))
  }

  @Test(arguments: ["50,000", "5e4", "5.00E+4", "50000.0", "500000000e-4"])
  func numbersMayBeWrittenOtherwise(_ text: String) {
    for number in [text.contains(",") ? nil : text, "\"\(text)\""].compactMap(\.self) {
      let document = Self.changed(#""cents":50000"#, #""cents":\#(number)"#)
      let outcomes = DocumentWorld.outcomes(of: Array(document.utf8))
      #expect(outcomes.map(\.pay) == [50_000], "\(outcomes.flatMap(\.errorIDs)) \(number)")
    }
  }

  @Test func valuesAreSingle() {
    expect(
      "not-a-single-value", "what stands at 'title' is not a single value",
      Self.changed(#""title":"One""#, #""title":«["One"]»"#))
  }

  @Test func textsHaveAMeaning() {
    expect(
      "unmapped-text", "nothing says which 'result' 'maybe' stands for",
      Self.changed(#""ok":"y""#, #""ok":«"maybe"»"#))
    expect(
      "unmapped-text", "nothing says which 'result' 'Y' stands for",
      Self.changed(#""ok":"y""#, #""ok":«"Y"»"#))
  }

  @Test func fieldsAreStatedOnce() {
    expect(
      "stated-twice", "'took' is stated twice",
      Self.changed(#""ms":5"#, #""ms":5,"seconds":«2»"#))
  }

  @Test func partsHaveNames() {
    let unnamed = Self.changed(#"{"id":"f","#, #"{"#)
    let outcomes = DocumentWorld.outcomes(of: Array(unnamed.utf8))
    #expect(outcomes.flatMap(\.errorIDs).contains("contract-undecided"))
    #expect(outcomes.flatMap(\.contracts).isEmpty)
    let contract = DocumentWorld.outcomes(
      of: Array(Self.changed(#""id":"c1","#, "").utf8))
    #expect(contract.flatMap(\.contracts).isEmpty && !contract.flatMap(\.errorIDs).isEmpty)
  }

  @Test func textsAreJSON() {
    expect("json-duplicate-key", "the object gives 'id' twice", #"{"id":"c1",«"id"»:"c2"}"#)
  }

  /// A title is no id, and a part without a title is there all the same.
  @Test(arguments: [
    (#"{"id":"f","milestone":"m"}"#, #"{"name":"F","milestone":"m"}"#, false),
    (#"{"id":"f","milestone":"m"}"#, #"{"id":"f","name":null,"milestone":"m"}"#, true),
    (#""title":"One","#, "", true),
  ])
  func titlesAreNoIDs(_ old: String, _ new: String, _ isDecided: Bool) {
    let outcomes = DocumentWorld.outcomes(of: Array(Self.changed(old, new).utf8))
    #expect(outcomes.flatMap(\.contracts).count == (isDecided ? 1 : 0))
    #expect(outcomes.flatMap(\.contracts).allSatisfy { $0.contract.id == "c1" })
  }

  // MARK: More than one contract

  @Test func twoContractsOfOneNameInADocumentAreBothLeft() {
    let text = #"{"contracts":[\#(DocumentWorld.document),\#(DocumentWorld.document)]}"#
    let outcomes = DocumentWorld.outcomes(
      of: Array(text.utf8), named: "a.json", rules: DocumentWorld.rules + DocumentWorld.archive)
    #expect(outcomes.flatMap(\.contracts).isEmpty)
    #expect(
      outcomes.flatMap(\.errorIDs) == [
        "contract-twice", "contract-undecided", "contract-undecided",
      ])
  }

  @Test func aMistakeLeavesAllContractsOfItsDocument() {
    let bad = Self.changed(#""ok":"y""#, #""ok":"?""#).replacing("c1", with: "c2")
    let text = #"{"contracts":[\#(DocumentWorld.document),\#(bad)]}"#
    let outcomes = DocumentWorld.outcomes(
      of: Array(text.utf8), named: "a.json", rules: DocumentWorld.rules + DocumentWorld.archive)
    #expect(outcomes.flatMap(\.contracts).isEmpty)
    #expect(outcomes.flatMap(\.errorIDs).filter { $0 == "contract-undecided" }.count == 2)
  }

  // MARK: What is missing

  /// Nothing takes the place of what the document does not state.
  @Test(arguments: [
    (#","runs":[{"function":"f","at":"2013-10-01","ok":"y","ms":5}]"#, ""),
    (#""ok":"y""#, #""ok":null"#), (#""ok":"y","#, ""),
  ])
  func whatIsMissingIsNotPaid(_ old: String, _ new: String) {
    let outcomes = DocumentWorld.outcomes(of: Array(Self.changed(old, new).utf8))
    #expect(outcomes.flatMap(\.errorIDs) == [])
    #expect(outcomes.map(\.pay) == [0])
    #expect(outcomes.flatMap(\.contracts).map(\.settled.decision) == [.holdForEvidence])
  }

  @Test func readWhereItIsGivenTheDayMayBeTheOneOfTheRun() {
    let asOf = #"as-of from "day""#
    let outcomes = DocumentWorld.outcomes(
      of: Array(Self.changed(#""day":"2013-12-01","#, "").utf8),
      rules: DocumentWorld.rules
        + DocumentWorld.office.replacing(asOf, with: asOf + #" when "day" is given"#))
    #expect(outcomes.flatMap(\.contracts).map(\.statedAsOf) == [nil])
    #expect(outcomes.map(\.pay) == [50_000], "\(outcomes.flatMap(\.errorIDs))")
  }
}
