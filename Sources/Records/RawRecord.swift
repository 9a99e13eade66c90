package import SourceText

/// One record as its file states it: flat, its fields in order, nothing understood yet.
package struct RawRecord: Hashable, Sendable {
  /// The number of the line on which the record begins, from 1.
  package let line: Int
  package let range: SourceRange
  /// No two have the same name.
  package let fields: [RawField]

  package init(line: Int, range: SourceRange, fields: [RawField]) {
    self.line = line
    self.range = range
    self.fields = fields
  }
}

/// One field of a record.
package struct RawField: Hashable, Sendable {
  /// The name with its escapes or quotes resolved; compare by UTF-8, for `==` folds accents.
  package let name: String
  /// Where the name stands: in JSON at the field, in CSV in the header.
  package let nameRange: SourceRange
  package let value: RawValue
  /// Where the value stands, with its quotes or brackets.
  package let range: SourceRange

  package init(name: String, nameRange: SourceRange, value: RawValue, range: SourceRange) {
    self.name = name
    self.nameRange = nameRange
    self.value = value
    self.range = range
  }
}

/// What a field states.
package enum RawValue: Hashable, Sendable {
  case text(String)
  /// A JSON number as written; CSV has none.
  case number([UInt8])
  case yesNo(Bool)
  /// `null`, or an empty field of CSV: nothing is stated.
  case null
  /// An array or object, which no field may hold.
  case nested
}
