/// Everything that one run has to say, in a fixed order and of no format.
package struct Report: Sendable {
  package private(set) var contracts: [ReportedContract] = []
  package private(set) var totals: ReportTotals

  package init(_ head: ReportHead) { totals = ReportTotals(head) }

  package mutating func add(_ contract: ReportedContract) {
    contracts.append(contract)
    totals.add(contract)
  }

  package mutating func add(_ diagnostic: ReportedDiagnostic) { totals.add(diagnostic) }

  package mutating func add(_ input: ReportedInput) { totals.add(input) }
}
