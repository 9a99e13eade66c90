import ContractModel
import SourceText

/// What a record says of itself, whatever its kind.
struct RecordHead {
  private(set) var asserter: String?
  /// The day it speaks of, within two bounds.
  private(set) var dated: Interval?
  private(set) var id: (text: String, range: SourceRange)?
  private var recorded: CivilDate?

  /// The day it was put on file: the last day it speaks of unless stated.
  var recordedDay: CivilDate? {
    recorded
      ?? dated?.upper.flatMap { Int32(exactly: $0.value.numerator).map(CivilDate.init(dayNumber:)) }
  }

  mutating func read(
    _ part: HeadField, _ field: RawField, with values: ValueBinder
  ) throws(BindingFailure) {
    guard field.value != .null else { return }
    switch part {
    case .by: asserter = try role(field, values)
    case .dated: dated = try days(field, values)
    case .recorded: recorded = try day(field, values)
    case .source, .phrase: _ = try text(field)
    case .illustrative: try checkYesNo(field)
    case .id: id = (try identifier(field), field.range)
    }
  }

  private func text(_ field: RawField) throws(BindingFailure) -> String {
    guard case .text(let text) = field.value else {
      throw BindingFailure(.valueOfWrongType(field.name, type: .text, at: field.range))
    }
    return text
  }

  /// An id may be written as a number; its digits are then its text.
  private func identifier(_ field: RawField) throws(BindingFailure) -> String {
    guard case .number(let bytes) = field.value else { return try text(field) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func role(
    _ field: RawField, _ values: ValueBinder
  ) throws(BindingFailure) -> String {
    let name = try text(field)
    guard values.roles.contains(name) else {
      throw BindingFailure(.unknownRole(name, roles: values.roles, at: field.range))
    }
    return name
  }

  private func days(
    _ field: RawField, _ values: ValueBinder
  ) throws(BindingFailure) -> Interval {
    guard case .text(let text) = field.value else { throw notADate(field) }
    let days: Interval
    do throws(ValueFault) {
      days = try values.days(of: text)
    } catch {
      guard case .zone(let fault) = error else { throw notADate(field) }
      throw BindingFailure(.dayUnknown(fault, at: field.range))
    }
    guard days.lower != nil, days.upper != nil else { throw notADate(field) }
    return days
  }

  private func notADate(_ field: RawField) -> BindingFailure {
    BindingFailure(.valueOfWrongType(field.name, type: .date, at: field.range))
  }

  /// Returns the one day that a field states, by itself or by a moment of it.
  private func day(
    _ field: RawField, _ values: ValueBinder
  ) throws(BindingFailure) -> CivilDate {
    if case .text(let text) = field.value {
      if let day = CivilDate.parsing(text.utf8) { return day }
      if Instant.parsing(text.utf8) != nil, let day = try days(field, values).exact {
        return CivilDate(dayNumber: Int32(day.numerator))
      }
    }
    throw BindingFailure(.valueOfWrongType(field.name, type: .date, at: field.range))
  }

  private func checkYesNo(_ field: RawField) throws(BindingFailure) {
    switch field.value {
    case .yesNo: return
    case .text(let text) where ["yes", "no", "true", "false"].contains(text): return
    case .text, .number, .null, .nested:
      throw BindingFailure(
        .valueOfWrongType(field.name, type: .words(["true", "false"]), at: field.range))
    }
  }
}
