import RuleChecking
import SourceText
import TestSupport
import Testing

/// What is wrong with the declaration of a source is said before any document is read.
@Suite struct SourceMistakes {
  private static let rules = """
    evidence run plural runs asserted by buyer or verifier {
      about  deliverable
      dated  date
      result passed or failed
      took   optional number
      cost   optional money
      share  optional percent
      who    optional party
      says   optional text
    }

    act closing plural closings asserted by buyer {
      about contract
      dated date
    }

    clause share-kept "A share is kept" {
      cites "1"
      rounds down to cent
      term rate  percent
      term grace calendar days default 2 calendar days
      rule kept for each invoice {
        when received is before (grace before as-of)
        then retain rate of amount until some contract's closings
      }
    }


    """

  /// A source of records with these lines in its record.
  static func record(_ lines: String) -> String {
    rules + """
      source runs "Runs" {
        reads json
        each "runs" {
          run {
            about from "function"
            dated from "at" as date
            asserted by verifier
            \(lines)
          }
        }
      }
      """
  }

  /// A source of contracts with these lines in its contract.
  private static func contract(_ lines: String) -> String {
    rules + """
      source office {
        reads json-lines
        contract from "id" from "title" {
          party buyer    "State"
          party supplier from "vendor"
          \(lines)
        }
      }
      """
  }

  private func expect(
    _ id: DiagnosticID, _ words: String, _ marked: String,
    at place: SourceLocation = #_sourceLocation
  ) {
    let source = MarkedSource(marked)
    let reading = RuleReading(source.text)
    #expect(reading.syntaxMistakes.isEmpty, "\(reading.report)", sourceLocation: place)
    #expect(reading.mistakes.map(\.id) == [id], "\(reading.report)", sourceLocation: place)
    #expect(
      reading.mistakes.map(\.range) == source.ranges, "\(reading.report)", sourceLocation: place)
    #expect(reading.mistakes.map(\.message) == [words], sourceLocation: place)
    #expect(reading.book.sources.allSatisfy { !$0.isSound }, sourceLocation: place)
  }

  func expectSound(_ text: String, at place: SourceLocation = #_sourceLocation) {
    let reading = RuleReading(text)
    #expect(reading.report == "", sourceLocation: place)
    #expect(reading.book.sources.map(\.isSound) == [true], sourceLocation: place)
  }

  @Test func acceptsWhatTheOthersChange() {
    expectSound(Self.record("result from \"result\""))
    expectSound(Self.contract("incorporates share-kept {\n rate 5%\n }"))
  }

  // MARK: Values

  @Test(arguments: [
    "result from \"ok\"\n | ok | result |\n | \"y\" or \"yes\" | passed |\n | any | failed |",
    "took from \"ms\"", "took 5", "took from \"ms\" in 0.001", "cost from \"cents\" in USD 0.01",
    "cost from \"cents\"\n | cents | cost |\n | \"none\" | USD 0 |\n | \"full\" | USD 5.50 |",
    "cost from \"amount\" in \"currency\"", "share from \"bp\" in 0.01%", "share 5%",
    "who from \"role\"\n | role | who |\n | \"gov\" | buyer |", "who buyer", "says \"nothing\"",
    "says from \"/top\", \"../here\" when \"a\" is given and \"b~1c\" is not given",
    "says from \"\" when \"0/id\" is from \"/ids/0\" and \"x\" is not \"a\"",
  ])
  func acceptsAValue(_ lines: String) {
    expectSound(Self.record(lines))
  }

  @Test(arguments: [
    (
      DiagnosticID.unknownContractWord, "a record of kind 'run' does not say 'reslt'",
      "«reslt» from \"result\""
    ),
    (.unknownValue, "'result' cannot be 'passd'", "result «passd»"),
    (
      .unknownValue, "'result' cannot be 'passd'",
      "result from \"ok\"\n | ok | result |\n | \"y\" | «passd» |\n | any | failed |"
    ),
    (
      .wrongType, "'cost' wants an amount of money, and this is \"much\"",
      "cost from \"x\"\n | x | cost |\n | \"y\" | «\"much\"» |"
    ),
    (
      .wrongType, "'cost' wants an amount of money, and this is a percent",
      "cost from \"x\"\n | x | cost |\n | \"y\" | «5%» |"
    ),
    (.wrongType, "'took' wants a number, and this is an amount of money", "took «USD 5»"),
    (.wrongType, "'took' wants a number, and this is the word 'long'", "took «long»"),
    (.wrongType, "'says' wants a text, and this is the word 'much'", "says «much»"),
    (
      .wrongType, "'cost' wants an amount of money, and this is a percent",
      "cost from \"c\" in «0.01%»"
    ),
    (
      .wrongType, "'share' wants a percent, and this is an amount",
      "share from \"s\" in «\"currency\"»"
    ),
    (.wrongType, "'took' wants a number, and this is a day", "took from \"t\" as «date»"),
    (.notAUnit, "this does not say what one of the number is worth", "cost from \"c\" in «cents»"),
    (.notAUnit, "this does not say what one of the number is worth", "cost from \"c\" «in»"),
    (.notAUnit, "this does not say what one of the number is worth", "cost from \"c\" in «USD 0»"),
    (
      .notAUnit, "this does not say what one of the number is worth",
      "cost from \"c\" in «more than USD 1»"
    ),
    (
      .notAUnit, "this does not say what one of the number is worth",
      "cost from \"c\" in «2013-10-01»"
    ),
    (.notAUnit, "this does not say what one of the number is worth", "says from \"t\" as «text»"),
    (
      .unknownCurrency, "no currency has the code 'USX'", "cost from \"c\" in «USX 1»"
    ),
    (
      .notAWordTable, "the table does not say, text by text, what stands for which 'result'",
      "result from \"ok\"\n «| ok | result | more |\n | \"y\" | passed | x |»"
    ),
    (
      .notAWordTable, "the table does not say, text by text, what stands for which 'result'",
      "result from \"ok\"\n | ok | result |\n «| y | passed |»\n | any | failed |"
    ),
    (
      .notAWordTable, "the table does not say, text by text, what stands for which 'took'",
      "took from \"ok\"\n | ok | took |\n «| \"y\" | at least 5 |»\n | any | 5 |"
    ),
    (
      .mappedTwice, "a row above says already what \"y\" stands for",
      "result from \"ok\"\n | ok | result |\n | \"y\" or \"z\" | passed |\n | «\"y\"» | failed |"
    ),
    (
      .mappedTwice, "a row above says already what \"y\" stands for",
      "result from \"ok\"\n | ok | result |\n | any | passed |\n | «\"y\"» | failed |"
    ),
    (
      .mappedTwice, "a row above says already what any other text stands for",
      "result from \"ok\"\n | ok | result |\n | any | passed |\n | «any» | failed |"
    ),
    (.missingPath, "'from' does not say where in the document", "says «from» here"),
    (.notAPath, "\"a//b\" is not a path into a document", "says from «\"a//b\"»"),
    (.notAPath, "\"a~2\" is not a path into a document", "says from «\"a~2\"»"),
    (.notAPath, "\"/../a\" is not a path into a document", "says from «\"/../a\"»"),
    (
      .pathLeavesDocument, "\"../../a\" leads out of the document: the line stands within 1 'each'",
      "says from «\"../../a\"»"
    ),
    (
      .pathLeavesDocument, "\"../../c\" leads out of the document: the line stands within 1 'each'",
      "cost from \"a\" in «\"../../c\"»"
    ),
    (.statedTwice, "'says' is stated twice", "says from \"a\"\n «says» from \"b\""),
    (.unexpectedBlock, "'says' has no block here", "«says» from \"a\" {\n took 5\n }"),
    (.missingValue, "'says' wants a value, and nothing follows", "«says»"),
    (
      .unknownContractWord, "a record of kind 'run' does not say 'each'",
      "«each» \"x\" {\n says \"y\"\n }"
    ),
  ])
  func reportsAFieldOfARecord(_ id: DiagnosticID, _ words: String, _ lines: String) {
    expect(id, words, Self.record(lines))
  }

  // MARK: Conditions

  @Test(arguments: [
    "when «»", "when «done» is given", "when \"done\" «given»", "when \"done\" is «done»",
    "when \"a\" is «given or \"b\"» is given", "when \"a\" is given and «»",
    "when \"a\" is «\"x\" or y»", "when \"a\" is «5»", "when \"a\" is not «from» \"b\"",
    "when \"a\" is «at least \"5\"»",
  ])
  func reportsAConditionThatAsksNothing(_ condition: String) {
    let source = MarkedSource(Self.record("says from \"a\" \(condition)"))
    let reading = RuleReading(source.text)
    #expect(reading.mistakes.map(\.id).prefix(1) == [.notASourceCondition], "\(reading.report)")
    #expect(reading.mistakes.count == 1, "\(reading.report)")
    #expect(
      reading.mistakes.map(\.message) == ["'when' of 'says' asks nothing of the document"])
    if !condition.contains("«»") {
      #expect(reading.mistakes.map(\.range) == source.ranges, "\(reading.report)")
    }
  }

  @Test func reportsAPathOfACondition() {
    expect(
      .notAPath, "\"a/\" is not a path into a document",
      Self.record("says from \"a\" when «\"a/\"» is given"))
    expect(
      .pathLeavesDocument, "\"../../x\" leads out of the document: the line stands within 1 'each'",
      Self.record("says from \"a\" when \"a\" is from «\"../../x\"»"))
  }

  // MARK: Lines of a contract

  @Test(arguments: [
    (
      DiagnosticID.unknownContractWord, "a contract does not say 'mileston'",
      "«mileston» from \"id\" { }"
    ),
    (.unknownContractWord, "a contract does not say 'records'", "«records» \"x.csv\""),
    (
      .unknownContractWord, "a milestone does not say 'du'",
      "milestone from \"m\" {\n «du» from \"d\"\n }"
    ),
    (
      .wrongType, "'due' wants a date, and this is an amount of money",
      "milestone from \"m\" {\n due «USD 5»\n }"
    ),
    (
      .wrongType, "'value' wants an amount of money, and this is a percent",
      "value from \"v\" in «1%»"
    ),
    (.unknownValue, "'critical' cannot be 'maybe'", "milestone m {\n critical «maybe»\n }"),
    (.unknownClause, "there is no clause 'share-kep'", "incorporates «share-kep»"),
    (
      .missingTerm, "clause 'share-kept' needs a value of 'rate', and has no default for it",
      "incorporates «share-kept»"
    ),
    (
      .unknownContractWord, "clause 'share-kept' does not say 'rte'",
      "incorporates share-kept {\n rate 5%\n «rte» 5%\n }"
    ),
    (
      .wrongType, "'rate' wants a percent, and this is a number of calendar days",
      "incorporates share-kept {\n rate from \"r\" in «1 calendar day»\n }"
    ),
    (
      .wrongType, "'rate' wants a percent, and this is an amount of money",
      "incorporates share-kept {\n rate «USD 5»\n }"
    ),
    (
      .eachWithoutPath, "'each' does not say which array it goes through",
      "«each» {\n value USD 5\n }"
    ),
    (.emptySource, "'each' reads nothing", "«each» \"x\" { }"),
    (
      .unexpectedValue, "'each' takes nothing more", "each \"x\" «\"y\"» {\n closing { }\n }"
    ),
    (
      .pathLeavesDocument, "\"../x\" leads out of the document: the line stands within 0 'each'",
      "each «\"../x\"» {\n closing { }\n }"
    ),
    (.unexpectedValue, "'closing' takes nothing more", "closing «now» { }"),
    (
      .notAPath, "\"a//b\" is not a path into a document",
      "as-of from «\"a//b\"»"
    ),
    (.wrongType, "'as-of' wants a date, and this is a percent", "as-of «5%»"),
  ])
  func reportsALineOfAContract(_ id: DiagnosticID, _ words: String, _ lines: String) {
    expect(id, words, Self.contract(lines))
  }

  // MARK: Whole sources

  @Test(arguments: [
    (
      DiagnosticID.missingLine, "this source does not say 'reads'",
      "«source s» {\n contract from \"id\" { }\n}"
    ),
    (
      .statedTwice, "'reads' is stated twice",
      "source s {\n reads json\n «reads» csv\n contract from \"id\" { }\n}"
    ),
    (
      .unknownValue, "'reads' cannot be 'jsonl'", "source s {\n reads «jsonl»\n contract c { }\n}"
    ),
    (.emptySource, "'s' reads nothing", "source «s» {\n reads json\n}"),
    (
      .eachInRow, "a row of a table has no arrays for 'each' to go through",
      "source s {\n reads csv\n contract from \"id\" { }\n «each» \"x\" {\n contract c { }\n }\n}"
    ),
    (
      .notAColumn, "\"a/b\" is not the name of a column",
      "source s {\n reads csv\n contract from «\"a/b\"» { }\n}"
    ),
    (
      .notAColumn, "\"\" is not the name of a column",
      "source s {\n reads csv\n contract from «\"\"» { }\n}"
    ),
    (
      .recordBesideContract,
      "the source states contracts, and this 'closing' belongs to none of them",
      "source s {\n reads json\n contract from \"id\" { }\n each \"c\" {\n «closing» { }\n }\n}"
    ),
    (
      .unknownContractWord, "a source does not say 'milestone'",
      "source s {\n reads json\n contract c { }\n «milestone» from \"id\" { }\n}"
    ),
    (.missingValue, "'source' wants a name, and nothing follows", "«source» {\n reads json\n}"),
    (
      .wrongType, "'milestone' wants a name, and this is a text in quotes",
      "source s {\n reads json\n contract from \"id\" {\n milestone «\"m\"» { }\n }\n}"
    ),
    (
      .missingValue, "'invoice' wants a name, and nothing follows",
      "source s {\n reads json\n contract from \"id\" {\n «invoice» { }\n }\n}"
    ),
  ])
  func reportsASource(_ id: DiagnosticID, _ words: String, _ text: String) {
    expect(id, words, Self.rules + text)
  }

  @Test func reportsTwoSourcesOfOneName() {
    let text = "source s {\n reads json\n contract from \"id\" { }\n}\n"
    let reading = RuleReading(Self.rules + text + text)
    #expect(reading.mistakes.map(\.id) == [.declaredTwice])
    #expect(reading.book.sources.isEmpty)
  }

  /// The nearest name is proposed.
  @Test(arguments: [
    ("reslt from \"result\"", "did you mean 'result'?"),
    ("result passd", "did you mean 'passed'?"),
    ("result from \"x\"\n | x | result |\n | \"y\" | faild |", "did you mean 'failed'?"),
  ])
  func proposesTheNearest(_ lines: String, _ help: String) {
    #expect(RuleReading(Self.record(lines)).mistakes.map(\.help) == [help])
  }

  // MARK: Contracts that name a source

  @Test(arguments: [
    (
      DiagnosticID.unknownSource, "there is no source of records 'rns'",
      "records \"ci/*.json\" from «rns»"
    ),
    (
      .sourceOfContracts, "source 'office' states contracts, and not records by themselves",
      "records \"ci/*.json\" from «office»"
    ),
    (
      .wrongType, "'records' wants the name of a source, and this is a text in quotes",
      "records \"x\" from «\"runs\"»"
    ),
    (.unexpectedValue, "'records' takes nothing more", "records \"x\" from runs «runs»"),
  ])
  func reportsARecordsLine(_ id: DiagnosticID, _ words: String, _ line: String) {
    let rules = RuleReading(
      Self.record("result from \"result\"") + "\n"
        + "source office {\n reads json-lines\n contract from \"id\" { }\n}\n")
    #expect(rules.report == "")
    let source = MarkedSource(
      """
      contract c {
        party buyer    "State"
        party supplier "Supplier"
        incorporates share-kept {
          rate 5%
        }
        \(line)
      }
      """)
    let reading = ContractReading(source.text, against: rules.book)
    #expect(reading.mistakes.map(\.id) == [id], "\(reading.mistakes)")
    #expect(reading.mistakes.map(\.message) == [words])
    #expect(reading.mistakes.map(\.range) == source.ranges)
    #expect(reading.contracts.map(\.isSound) == [false])
  }
}
