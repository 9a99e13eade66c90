import ContractCheck
import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

extension UnderstoodContract {
  /// Returns every day that the contract, its document or one of its records names, the bounds of what is
  /// known only within bounds among them.
  func daysNamed(in files: SourceFiles) -> Set<CivilDate> {
    var days = Set([statedAsOf].compactMap(\.self))
    line.addDays(to: &days, in: files)
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
}

extension LineSyntax {
  /// Adds the days in its values, its table and its block, be they written or found in a document.
  fileprivate func addDays(to days: inout Set<CivilDate>, in files: SourceFiles) {
    for value in values {
      switch value {
      case .range(let range): days.formUnion(Self.days(of: files.bytes(at: range.range)))
      case .found(let text): days.formUnion(Self.days(of: Array(text.value.utf8)[...]))
      case .name, .text, .comma: break
      }
    }
    for cell in table?.rows.flatMap(\.cells) ?? [] {
      days.formUnion(Self.days(of: files.bytes(at: cell.range)))
    }
    for line in block ?? [] { line.addDays(to: &days, in: files) }
  }

  /// The days that dates, months and moments among words speak of; of a moment the one written.
  private static func days(of text: ArraySlice<UInt8>) -> [CivilDate] {
    text.split { $0 <= UInt8(ascii: " ") }.flatMap { word -> [CivilDate] in
      if let day = CivilDate.parsing(word.prefix(CivilDate.textLength)) { return [day] }
      guard let first = CivilDate.parsing(Array(word) + Array("-01".utf8)) else { return [] }
      let month = YearMonth(containing: first)
      return [month.firstDay, month.lastDay]
    }
  }
}

extension SourceFiles {
  fileprivate func bytes(at range: SourceRange) -> ArraySlice<UInt8> {
    self[range.file].bytes[range.lower..<range.upper]
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
