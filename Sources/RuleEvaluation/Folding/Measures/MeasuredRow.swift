package import ContractModel

/// What an engine answered for one measure and one of its subjects.
package struct MeasuredRow: Sendable {
  package let measure: String
  package let about: String
  package let members: Int
  package let passed: Int?
  package let total: Int?
  package let value: String?
  /// How many records of the kind are not as measures need them.
  package let faults: Int
  /// Where the answer says so: findings cite it in the place of the records.
  package let reference: RecordReference

  package init(
    measure: String, about: String, members: Int, passed: Int?, total: Int?, value: String?,
    faults: Int, reference: RecordReference
  ) {
    self.measure = measure
    self.about = about
    self.members = members
    self.passed = passed
    self.total = total
    self.value = value
    self.faults = faults
    self.reference = reference
  }
}

/// Why an answer cannot stand for the records.
package enum MeasureMistake: Hashable, Sendable {
  /// No rule asks for what the row says.
  case unasked(row: Int)
  case twice(row: Int, first: Int)
  case missing(measure: String, about: String)
  /// Records of a kind, by its plural, are not as measures need them.
  case faulty(row: Int, plural: String, count: Int)
  /// The row cannot be what the measure came to, because of one column.
  case impossible(row: Int, column: String)
}
