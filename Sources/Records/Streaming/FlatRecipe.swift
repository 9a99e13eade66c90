import ContractModel

/// How the fields of one record after the other become whole numbers, without the record being kept.
package struct FlatRecipe: Sendable {
  /// What one field of the file comes to.
  package struct Output: Sendable {
    package enum Decoding: Sendable {
      /// Each text is worked out once.
      case remembered
      /// A number, in so many parts of one, within a domain; and a text of its digits, where that
      /// comes to the same.
      case number(scale: Int64, domain: ClosedRange<Int64>, mayBeText: Bool)
      /// The day that a moment is written with.
      case dayOfMoment
      /// A text that nothing is drawn from.
      case anyText
    }

    /// The field, by its place among the inputs.
    package let input: Int
    package let decoding: Decoding
    /// Returns what any value comes to; nil where it is not exactly one whole number, or a mistake.
    package let value: @Sendable (RawValue) -> Int64?

    package init(
      _ input: Int, _ decoding: Decoding, value: @escaping @Sendable (RawValue) -> Int64?
    ) {
      self.input = input
      self.decoding = decoding
      self.value = value
    }
  }

  /// What something of a record is read from, or always is.
  package enum Origin: Sendable {
    case constant(Int64)
    case output(Output)
  }

  /// A part of the words that name what a record is about.
  package enum Word: Sendable {
    case text(String)
    case input(Int)
  }

  /// Further fields that a record may have, by their names.
  package struct Others: Sendable {
    /// Those that are texts, whatever they say.
    package let texts: Set<[UInt8]>
    /// Those that may be named without stating anything.
    package let open: Set<[UInt8]>

    package init(texts: Set<[UInt8]>, open: Set<[UInt8]>) {
      self.texts = texts
      self.open = open
    }

    /// Whether a value can be that of a field.
    func take(_ value: JSONNode, of name: [UInt8]) -> Bool {
      switch value.kind {
      case .string: texts.contains(name)
      case .null: open.contains(name)
      case .yes, .no, .number, .array, .object: false
      }
    }
  }

  /// The kind of the records, by its place in the rule book.
  package let kind: Int
  /// How many fields the kind declares.
  package let fieldCount: Int
  /// The fields that something is read from, each by the names that lead to it.
  package let inputs: [[[UInt8]]]
  /// Further fields by their names; nil where any further field is passed over.
  package let others: Others?
  package let about: [Word]
  /// Returns the part of the contract that words name, by its place.
  package let subject: @Sendable (String) -> Int64?
  package let asserter: Origin
  package let day: Origin
  /// The day it was put on file; nil for the day that it speaks of.
  package let recorded: Origin?
  package let cells: [(column: Int, origin: Origin)]
  /// What a line must say to state a record at all: each comes to 1 where it does, else to 0.
  package let conditions: [Output]

  package init(
    kind: Int, fieldCount: Int, inputs: [[[UInt8]]], others: Others?,
    about: [Word], subject: @escaping @Sendable (String) -> Int64?, asserter: Origin, day: Origin,
    recorded: Origin?, cells: [(column: Int, origin: Origin)], conditions: [Output] = []
  ) {
    self.kind = kind
    self.fieldCount = fieldCount
    self.inputs = inputs
    self.others = others
    self.about = about
    self.subject = subject
    self.asserter = asserter
    self.day = day
    self.recorded = recorded
    self.cells = cells
    self.conditions = conditions
  }
}
