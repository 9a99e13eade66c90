package import ContractModel
import SourceText

/// What single values of records come to under one contract, as whole numbers: the same that they come
/// to when a record is kept.
package struct FlatBinding: Sendable {
  private let kind: RecordKind
  private let subjects: SubjectBinder
  private let values: ValueBinder
  private let roles: [String]
  private let texts: [String]
  private static let nowhere = SourceRange(file: FileID(0), lower: 0, upper: 0)

  /// Makes the binding for a kind; nil where amounts would have no currency to be held to.
  ///
  /// Places of roles and texts are those in the lists.
  package init?(
    _ kind: RecordKind, contract: Contract, zone: RecordZone, roles: [String], texts: [String]
  ) {
    let hasMoney = kind.fields.contains { field in
      switch field.type {
      case .money, .moneyPer: true
      default: false
      }
    }
    if hasMoney, contract.currency == nil { return nil }
    self.kind = kind
    subjects = SubjectBinder(contract)
    values = ValueBinder(contract, zone: zone)
    self.roles = roles
    self.texts = texts
  }

  package func subject(named text: String) -> Int64? {
    // What it remembers is not missed: no text is asked for twice.
    var subjects = subjects
    return switch subjects.subject(named: text, for: kind, at: Self.nowhere) {
    case .success(let subject): Int64(subject.index)
    case .failure: nil
    }
  }

  package func role(_ value: RawValue) -> Int64? {
    head(.by, value)?.asserter.flatMap { role in roles.firstIndex(of: role).map(Int64.init) }
  }

  /// The one day that a record speaks of.
  package func day(_ value: RawValue) -> Int64? {
    head(.dated, value)?.dated?.exact.flatMap { Int64(exactly: $0.numerator) }
  }

  package func recordedDay(_ value: RawValue) -> Int64? {
    head(.recorded, value)?.recordedDay.map { Int64($0.dayNumber) }
  }

  private func head(_ field: HeadField, _ value: RawValue) -> RecordHead? {
    var head = RecordHead()
    let raw = RawField(
      name: field.rawValue, nameRange: Self.nowhere, value: value, range: Self.nowhere)
    do throws(BindingFailure) {
      try head.read(field, raw, with: values)
      return head
    } catch {
      return nil
    }
  }

  /// The value of a declared field, in so many parts of one as its type has.
  package func cell(_ value: RawValue, column: Int) -> Int64? {
    var binder = values
    var set = RecordSet(kinds: [])
    guard let cell = try? binder.cell(of: value, for: kind.fields[column], in: &set) else {
      return nil
    }
    switch cell {
    case .missing: return nil
    case .words(let mask): return mask.nonzeroBitCount == 1 ? Int64(bitPattern: mask) : nil
    case .text(let place):
      let text = set.texts[Int(place)]
      let known = texts.firstIndex { $0.utf8.elementsEqual(text.utf8) }
      return known.map(Int64.init) ?? -2
    case .whole(let number):
      let (scaled, overflows) = number.multipliedReportingOverflow(by: scale(of: column))
      return overflows ? nil : scaled
    case .quantity(let interval):
      guard let exact = interval.exact,
        let scaled = try? exact.multiplied(by: Rational(Int(scale(of: column)))), scaled.isInteger
      else { return nil }
      return Int64(exactly: scaled.numerator)
    }
  }

  private func scale(of column: Int) -> Int64 { RecordBatch.scale(of: kind.fields[column].type) }

  /// How a number of a field can be read without being looked up; nil where it cannot.
  package func numberDecoding(column: Int) -> FlatRecipe.Output.Decoding? {
    switch kind.fields[column].type {
    case .number: return decoding(column: column, scale: scale(of: column), mayBeText: true)
    // A text says what is counted: `3 days`.
    case .count: return decoding(column: column, scale: scale(of: column), mayBeText: false)
    default: return nil
    }
  }

  /// How a number of units can be read, of which one comes to so much, and none that is below zero
  /// unless such numbers are taken.
  package func unitDecoding(
    column: Int, one: Int64, takesNegative: Bool
  ) -> FlatRecipe.Output.Decoding? {
    switch kind.fields[column].type {
    case .money, .moneyPer, .percent, .number, .days, .weeks, .months: break
    case .count, .text, .date, .words, .party, .condition: return nil
    }
    guard one > 0,
      case .number(let scale, let domain, let mayBeText)? = decoding(
        column: column, scale: one, mayBeText: true)
    else { return nil }
    let least = takesNegative ? domain.lowerBound : max(0, domain.lowerBound)
    guard least <= domain.upperBound else { return nil }
    return .number(scale: scale, domain: least...domain.upperBound, mayBeText: mayBeText)
  }

  private func decoding(
    column: Int, scale: Int64, mayBeText: Bool
  ) -> FlatRecipe.Output.Decoding? {
    guard let domain = kind.fields[column].domain else {
      return .number(scale: scale, domain: .min + 1 ... .max, mayBeText: mayBeText)
    }
    let parts = Rational(Int(self.scale(of: column)))
    func bound(_ end: Interval.Endpoint?, otherwise: Int64) -> Int64? {
      guard let end else { return otherwise }
      guard end.isIncluded, let scaled = try? end.value.multiplied(by: parts), scaled.isInteger
      else { return nil }
      return Int64(exactly: scaled.numerator)
    }
    guard domain.approximately == nil, let low = bound(domain.lower, otherwise: .min + 1),
      let high = bound(domain.upper, otherwise: .max), low <= high
    else { return nil }
    return .number(scale: scale, domain: low...high, mayBeText: mayBeText)
  }
}
