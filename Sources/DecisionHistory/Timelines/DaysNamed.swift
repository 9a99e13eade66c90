import ContractCheck
import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

extension BoundContracts {
  /// The texts of the files with contracts, each looked through once.
  var texts: [FileID: [Token]] {
    let ids = Set(contracts.map(\.contract.contract.range.file))
    return Dictionary(
      uniqueKeysWithValues: ids.map { ($0, SyntaxTree.parsing(files[$0], id: $0).value.tokens) })
  }

  /// Returns every day that a contract or one of its records names, the bounds of what is known only
  /// within bounds among them.
  func daysNamed(by bound: BoundContract, in texts: [FileID: [Token]]) -> Set<CivilDate> {
    let range = bound.contract.contract.range
    var days = daysWritten(in: texts[range.file] ?? [], from: range)
    for table in bound.records.tables {
      days.formUnion(table.recorded)
      days.formUnion((0..<table.count).flatMap { table.dated[$0]?.boundingDays ?? [] })
      for (field, column) in zip(plan.rules.kinds[table.kind].fields, table.columns) {
        guard field.type == .date, case .quantity(let column) = column else { continue }
        days.formUnion((0..<table.count).flatMap { column[$0]?.boundingDays ?? [] })
      }
    }
    return days
  }

  /// The days in the text of a contract, from its first word to the end of its block.
  private func daysWritten(in tokens: [Token], from range: SourceRange) -> Set<CivilDate> {
    let file = files[range.file]
    var days: Set<CivilDate> = []
    var depth = 0
    for token in tokens[tokens.place(from: range.lower)...] {
      switch token.kind {
      case .mark(UInt8(ascii: "{")): depth += 1
      case .mark(UInt8(ascii: "}")):
        depth -= 1
        if depth == 0 { return days }
      case .date, .month, .instant:
        days.formUnion(Self.days(of: file.bytes[token.lower..<token.upper]))
      case .word, .currency, .text, .number, .percent, .possessive, .mark, .unknown, .endOfFile:
        break
      }
    }
    return days
  }

  /// The days that a date, a month or an instant speaks of; of an instant the one written.
  private static func days(of text: ArraySlice<UInt8>) -> [CivilDate] {
    if let day = CivilDate.parsing(text.prefix("2013-10-01".utf8.count)) { return [day] }
    let first = Array(text) + Array("-01".utf8)
    guard let first = CivilDate.parsing(first) else { return [] }
    let month = YearMonth(containing: first)
    return [month.firstDay, month.lastDay]
  }
}

extension [Token] {
  /// Where the first of them stands that begins at an offset or beyond.
  fileprivate func place(from offset: Int) -> Int {
    var (first, end) = (0, count)
    while first < end {
      let middle = (first + end) / 2
      if self[middle].lower < offset { first = middle + 1 } else { end = middle }
    }
    return first
  }
}

extension Interval {
  /// The first and the last day of a quantity of days, as far as they are known.
  fileprivate var boundingDays: [CivilDate] {
    [lower, upper].compactMap { end in
      guard let number = end.flatMap({ Int32(exactly: $0.value.floor) }) else { return nil }
      let known = CivilDate.first.dayNumber...CivilDate.last.dayNumber
      return known.contains(number) ? CivilDate(dayNumber: number) : nil
    }
  }
}
