import ContractModel
import RuleChecking
import SourceText
import Testing

@Suite struct ContractVersions {
  static let text = """
    contract sample "Sample" {
      party buyer "State"
      party supplier "Supplier"
      incorporates damages {
        cap USD 5
      }
      milestone launch "Launch" {
        due 2013-10-01
        after tests, design
      }
      milestone tests "Tests" {
        after design
      }
      milestone design "Design" { }
      invoice one {
        received 2013-11-15
        number "1"
        line first {
          for milestone design
          amount USD 5
        }
      }
      invoice two {
        received 2013-11-20
        replaces one
        number "1"
        issued 2013-11-18
        returned 2013-11-21
        contact "Accounts"
        line first {
          for milestone design
          amount USD 4
        }
      }
      amendment winter {
        effective 2014-01-01
        recorded  2014-01-03
        approved  "Commissioner"
        because   "a part left out, another added"
        ceiling   USD 900
        funds     USD 800
        removes milestone design
        adds milestone portal "Portal" {
          amount USD 7
          after  launch, design
          deliverable pages "Pages"
        }
        milestone tests {
          adds deliverable subsidy "Subsidy test"
        }
      }
      amendment spring {
        effective 2014-04-01
        approved  "Commissioner"
        because   "not needed"
        milestone tests {
          removes deliverable subsidy
        }
      }
    }
    """

  private func contract(asOf date: String? = nil) throws -> Contract {
    let reading = ContractReading(Self.text)
    #expect(reading.syntaxMistakes.isEmpty && reading.mistakes.isEmpty, "\(reading.mistakes)")
    let contract = try #require(reading.contracts.first).contract
    guard let date else { return contract }
    return contract.inForce(asOf: try #require(CivilDate.parsing(date.utf8)))
  }

  @Test func readWhatAMilestoneComesAfter() throws {
    let subjects = try contract().subjects
    #expect(subjects[1].predecessors.map { subjects[$0.index].name } == ["tests", "design"])
    #expect(subjects[2].predecessors.map { subjects[$0.index].name } == ["design"])
    #expect(subjects[3].predecessors.isEmpty)
  }

  @Test func readWhatAnInvoiceSaysOfItself() throws {
    let invoice = try contract().subjects[6]
    #expect(invoice.replaces == SubjectID(4))
    #expect(invoice.fields[.contact] == .text("Accounts"))
    #expect(invoice.fields[.eft] == nil)
    let issued = try #require(CivilDate(year: 2013, month: 11, day: 18))
    #expect(invoice.fields[.issued] == .quantity(Interval(day: issued)))
  }

  @Test(arguments: [
    ("2014-01-02", ["launch", "tests", "design"], []),
    ("2014-01-03", ["launch", "tests", "portal"], ["pages", "subsidy"]),
    ("2014-03-31", ["launch", "tests", "portal"], ["pages", "subsidy"]),
    ("2014-04-01", ["launch", "tests", "portal"], ["pages"]),
  ])
  func partsComeAndGoByAmendment(
    _ date: String, _ milestones: [String], _ deliverables: [String]
  ) throws {
    let contract = try contract(asOf: date)
    #expect(contract.subjects(of: .milestone).map { contract[$0].name } == milestones)
    #expect(contract.subjects(of: .deliverable).map { contract[$0].name } == deliverables)
    let isAmended = date != "2014-01-02"
    #expect((contract[.contract].fields[.ceiling] != nil) == isAmended)
    #expect((contract[.contract].fields[.funds] != nil) == isAmended)
  }

  @Test func whatIsRemovedNoLongerComesBeforeAnything() throws {
    let contract = try contract(asOf: "2014-01-03")
    let names = contract.subjects(of: .milestone).map { milestone in
      contract[milestone].predecessors.map { contract[$0].name }
    }
    #expect(names == [["tests"], [], ["launch"]])
  }

  @Test(arguments: [
    ("2013-11-14", []), ("2013-11-15", ["one"]), ("2013-11-19", ["one"]), ("2013-11-20", ["two"]),
    ("2014-11-20", ["two"]),
  ])
  func anInvoiceLeavesTheFileWhenItsReplacementIsReceived(
    _ date: String, _ names: [String]
  ) throws {
    let contract = try contract(asOf: date)
    #expect(contract.subjects(of: .invoice).map { contract[$0].name } == names)
    #expect(contract.subjects(of: .line).count == names.count)
  }
}
