import ContractModel
import Foundation
import RuleChecking
import SourceText
import Testing

@Suite struct Contracts {
  static let text = """
    /// What the parties agreed.
    contract sample "Sample Exchange" {
      party buyer    "State of Sample"
      party supplier "Supplier"
      party verifier "Independent verifier" illustrative
      authority {
        verifier outranks buyer on capability, defect
      }
      value   USD 9,000,000 reported "its $9 million bill" in "article.txt"
      paid    more than USD 1,000,000 illustrative
      calendar  us-federal
      month-end clamp
      zone      "America/New_York"
      records   "status/*.ndjson"
      records   "status/*.csv"
      register defect complete through 2013-12-26

      incorporates working-exchange for milestone launch or milestone second {
        floor 99%
        eligibility is "engine"
      }
      incorporates damages illustrative {
        cap  USD 5,000.50
        mode net
        judge verifier
        rate
          | net-late                   | rate                         |
          | at most 30 calendar days   | USD 10,000 per calendar day  |
          | more than 30 calendar days | USD 125,000 per calendar day |
      }
      remittance {
        sum  approximately USD 43,000,000
        dated 2013-10-01 to 2013-10-15
      }

      /// The first day of enrolment.
      milestone launch "Open enrolment" {
        due      2013-10
        amount   USD 5,000,000 illustrative
        critical yes
        kind     severable
        deliverable engine "Eligibility"
        deliverable purchase "Purchase" illustrative {
          capability {
            state    works
            dated    2013-12
            share    10% to 12%
            took     14 calendar days
            runs     1 test-run
            asserted by buyer
          }
        }
        delay reported "late" in "article.txt" {
          dated  2013-10-01 through 2013-10-15
          begins 2013-10-01
          cause  buyer
        }
      }
      milestone second { }

      invoice one illustrative {
        received 2013-11-15
        number   "S-1"
        tax-id   "00-1"
        line launch {
          for    milestone launch
          amount USD 5,000,000
        }
        line charges {
          for    deliverable purchase
          amount more than USD 1,000,000
        }
      }

      amendment first {
        effective 2014-01-01
        recorded  2014-01-03
        approved  "Contracting officer"
        because   "more time"
        value     USD 9,500,000
        milestone launch {
          due    2014-02-01
          amount USD 4,000,000
        }
      }

      waiver later of on-time for milestone launch illustrative {
        from     2013-12-01
        through  2013-12-31
        approved "Commissioner"
        because  "report to follow"
      }
    }
    """

  private func checked(_ text: String = Contracts.text) throws -> CheckedContract {
    let reading = ContractReading(text)
    #expect(reading.syntaxMistakes.isEmpty, "\(reading.syntaxMistakes)")
    #expect(reading.mistakes.isEmpty, "\(reading.mistakes)")
    let checked = try #require(reading.contracts.first)
    #expect(checked.isSound)
    return checked
  }

  private func money(_ minorUnits: Int) -> FieldValue {
    .quantity(Interval(exactly: Rational(minorUnits)))
  }

  private func day(_ text: String) throws -> CivilDate {
    try #require(CivilDate.parsing(text.utf8))
  }

  @Test func readsWhoAgreedToWhat() throws {
    let contract = try checked().contract
    #expect(contract.id == "sample")
    #expect(contract.title == "Sample Exchange")
    #expect(contract.documentation == "What the parties agreed.")
    #expect(contract.parties.map(\.role) == ["buyer", "supplier", "verifier"])
    #expect(contract.parties.map(\.name).last == "Independent verifier")
    #expect(contract.parties.map(\.isIllustrative) == [false, false, true])
    #expect(
      contract.ranks == [Rank(higher: "verifier", lower: "buyer", kinds: ["capability", "defect"])])
    #expect(contract.currency == .dollar)
    #expect(contract.calendar?.name == "us-federal")
    #expect(contract.monthEnd == .clamp)
    #expect(contract.zone == "America/New_York")
    #expect(contract.recordPatterns.map(\.text) == ["status/*.ndjson", "status/*.csv"])
    #expect(contract.completeThrough == ["defect": try day("2013-12-26")])
  }

  @Test func readsItsPartsInOrder() throws {
    let contract = try checked().contract
    #expect(
      contract.subjects.map { "\($0.kind) \($0.name)" } == [
        "contract sample", "milestone launch", "deliverable engine", "deliverable purchase",
        "milestone second", "invoice one", "line launch", "line charges",
      ])
    #expect(contract.subjects.map { $0.parent?.index } == [nil, 0, 1, 1, 0, 0, 5, 5])
    #expect(contract.subjects[6].billed == SubjectID(1))
    #expect(contract.subjects[7].billed == SubjectID(3))
    #expect(contract.subjects[1].title == "Open enrolment")
    #expect(contract.subjects[1].documentation == "The first day of enrolment.")
    #expect(
      contract.subjects.map(\.isIllustrative) == [
        false, false, false, true, false, true, true, true,
      ])
  }

  @Test func readsFieldsWithTheirBoundsAndSources() throws {
    let contract = try checked().contract
    let whole = contract[.contract]
    #expect(whole.fields[.value] == money(900_000_000))
    #expect(
      whole.provenances[.value] == .reported(phrase: "its $9 million bill", source: "article.txt"))
    let paid = Interval(lower: .excluded(Rational(100_000_000)), upper: nil)
    #expect(whole.fields[.paid] == .quantity(paid))
    #expect(whole.provenances[.paid] == .illustrative)
    let launch = contract.subjects[1]
    let october = Interval(days: try day("2013-10-01"), through: try day("2013-10-31"))
    #expect(launch.fields[.due] == .quantity(october))
    #expect(launch.fields[.amount] == money(500_000_000))
    #expect(launch.fields[.critical] == .word("yes"))
    #expect(launch.fields[.kind] == .word("severable"))
    #expect(contract.subjects[4].fields.isEmpty)
    let invoice = contract.subjects[5]
    #expect(invoice.fields[.received] == .quantity(Interval(day: try day("2013-11-15"))))
    #expect(invoice.fields[.number] == .text("S-1"))
    #expect(invoice.fields[.taxID] == .text("00-1"))
    let total = Interval(lower: .excluded(Rational(600_000_000)), upper: nil)
    #expect(invoice.fields[.amount] == .quantity(total))
  }

  @Test func readsRecordsAsAFileWouldSpellThem() throws {
    let records = try checked().contract.inlineRecords
    #expect(records.map(\.kind) == ["remittance", "delay", "capability"])
    #expect(records.map(\.about.index) == [0, 1, 3])
    #expect(records.map(\.isIllustrative) == [false, false, true])
    #expect(records[1].provenance == .reported(phrase: "late", source: "article.txt"))
    #expect(records.map(\.line) == [31, 53, 44])
    let fields = records.map { $0.fields.map { "\($0.name): \($0.text)" } }
    #expect(
      fields[0] == ["sum: approximately USD 43,000,000", "dated: 2013-10-01/2013-10-15"])
    #expect(
      fields[1] == ["dated: 2013-10-01/2013-10-15", "begins: 2013-10-01", "cause: buyer"])
    #expect(
      fields[2] == [
        "state: works", "dated: 2013-12", "share: 10% to 12%", "took: 14 calendar days",
        "runs: 1 test-runs", "by: buyer",
      ])
  }

  @Test func readsTheTermsAndRolesOfItsClauses() throws {
    let incorporations = try checked().incorporations
    #expect(incorporations.map(\.clause) == [0, 1])
    #expect(incorporations[0].scope == [SubjectID(1), SubjectID(4)])
    #expect(incorporations[0].roles == ["eligibility": SubjectID(2)])
    #expect(incorporations.map(\.isIllustrative) == [false, true])
    guard case .quantity(let floor) = incorporations[0].terms[0],
      case .quantity(let least) = incorporations[0].terms[1],
      case .table(let rate) = incorporations[1].terms[0],
      case .money(let cap, let currency) = incorporations[1].terms[1],
      case .word(1) = incorporations[1].terms[2],
      case .text("verifier") = incorporations[1].terms[3],
      case .text("delay") = incorporations[1].terms[4]
    else {
      Issue.record("a term has a value of another form")
      return
    }
    #expect(floor.exact == (try Rational(99, over: 100)))
    #expect(least.exact == Rational(200))
    #expect(cap.exact == Rational(500_050) && currency == .dollar)
    #expect(rate.inputs.map(\.name) == ["net-late"])
    #expect(rate.rows.count == 2)
    guard case .bounds(nil, let upper?) = rate.rows[0].cells[0],
      case .quantity(let limit) = upper.value,
      case .money(let first, _) = rate.rows[0].result,
      case .bounds(let lower?, nil) = rate.rows[1].cells[0]
    else {
      Issue.record("a row has cells of another form")
      return
    }
    #expect(upper.isIncluded && !lower.isIncluded)
    #expect(limit.exact == Rational(30))
    #expect(first.exact == Rational(1_000_000))
  }

  @Test func takesOneRateForATermByCases() throws {
    let start = try #require(Self.text.range(of: "rate\n")?.lowerBound)
    let end = try #require(Self.text.range(of: "125,000 per calendar day |")?.upperBound)
    var text = Self.text
    text.replaceSubrange(start..<end, with: "rate USD 4,000 per calendar day")
    guard case .table(let rate) = try checked(text).incorporations[1].terms[0] else {
      Issue.record("the rate is no table")
      return
    }
    #expect(rate.rows.count == 1)
    guard case .any = rate.rows[0].cells[0] else {
      Issue.record("the one row is not for every value")
      return
    }
  }

  @Test func readsAmendmentsAndWaivers() throws {
    let contract = try checked().contract
    let amendment = try #require(contract.amendments.first)
    #expect(amendment.name == "first")
    #expect(amendment.effective == (try day("2014-01-01")))
    #expect(amendment.recorded == (try day("2014-01-03")))
    #expect(amendment.approvedBy == "Contracting officer")
    #expect(amendment.reason == "more time")
    #expect(amendment.changes.map(\.field) == [.value, .due, .amount])
    let waiver = try #require(contract.waivers.first)
    #expect(waiver.name == "later" && waiver.rule == "on-time" && waiver.isIllustrative)
    #expect(waiver.subject == SubjectID(1))
    #expect(waiver.from == (try day("2013-12-01")))
    #expect(waiver.through == (try day("2013-12-31")))
    #expect(waiver.approvedBy == "Commissioner" && waiver.reason == "report to follow")
  }

  @Test(arguments: [
    ("2013-12-31", 500_000_000), ("2014-01-01", 500_000_000), ("2014-01-02", 500_000_000),
    ("2014-01-03", 400_000_000), ("2014-01-04", 400_000_000),
  ])
  func isAmendedFromTheDayThatTheChangeIsEffectiveAndOnFile(
    _ asOf: String, _ amount: Int
  ) throws {
    let contract = try checked().contract.inForce(asOf: try day(asOf))
    #expect(contract.subjects[1].fields[.amount] == money(amount))
  }

  @Test func isAmendedFromTheEffectiveDayUnlessRecordedLater() throws {
    let text = Self.text.replacing("recorded  2014-01-03", with: "")
    let contract = try checked(text).contract
    let before = contract.inForce(asOf: try day("2013-12-31"))
    let on = contract.inForce(asOf: try day("2014-01-01"))
    #expect(before[.contract].fields[.value] == money(900_000_000))
    #expect(on[.contract].fields[.value] == money(950_000_000))
  }

  @Test func isUnsoundWithADateThatTheTextReaderRefused() {
    let reading = ContractReading(Self.text.replacing("2013-11-15", with: "2013-11-31"))
    #expect(reading.syntaxMistakes.count == 1)
    #expect(reading.mistakes.isEmpty)
    #expect(reading.contracts.map(\.isSound) == [false])
  }

  /// The prefixes are dealt out, so that they are read on every core.
  @Test(arguments: 0..<8)
  func everyPrefixIsReportedOrUnsound(_ remainder: Int) {
    let bytes = Array(Self.text.utf8)
    for length in stride(from: remainder, to: bytes.count, by: 8) {
      let reading = ContractReading(Array(bytes[..<length]))
      if reading.syntaxMistakes.isEmpty, reading.mistakes.isEmpty,
        reading.contracts.contains(where: \.isSound)
      {
        Issue.record("sound: \(String(decoding: bytes[..<length], as: UTF8.self))")
      }
    }
  }
}
