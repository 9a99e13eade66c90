import ContractModel
import RuleSyntax
import SourceText

/// A test, or one row of it, with nothing left to fill in.
struct FilledTest {
  let title: TextSyntax
  let asOf: LineSyntax
  /// The contract with its base.
  let contract: LineSyntax
  /// The contract of the file that it begins with, if any.
  let base: LineSyntax?
  let expectations: [LineSyntax]
  /// The calendars of its file.
  let calendars: [BusinessCalendar]

  init(_ test: TestText, row: CaseRow?, calendars: [BusinessCalendar]) {
    func filling(_ line: LineSyntax, isOfContract: Bool = false) -> LineSyntax {
      row.flatMap { $0.filling(line, isOfContract: isOfContract) } ?? line
    }
    title = test.title
    asOf = filling(test.asOf)
    contract = filling(test.contract, isOfContract: true)
    base = test.base
    expectations = test.expectations.map { filling($0) }
    self.calendars = calendars
  }

  /// Whether its contract or its day was filled in from a place.
  func reads(valueAt range: SourceRange) -> Bool {
    contract.reads(valueAt: range) || asOf.reads(valueAt: range)
  }

  /// The names of the clauses that its contract incorporates.
  var clauses: Set<String> {
    let lines = (contract.block ?? []).filter { $0.keyword.text == "incorporates" }
    return Set(
      lines.compactMap { line in
        if case .name(let name)? = line.values.first { return name.text }
        return nil
      })
  }
}

extension LineSyntax {
  fileprivate func reads(valueAt range: SourceRange) -> Bool {
    values.contains { $0.range == range }
      || table?.rows.contains { $0.cells.contains { $0.range == range } } ?? false
      || block?.contains { $0.reads(valueAt: range) } ?? false
  }
}
