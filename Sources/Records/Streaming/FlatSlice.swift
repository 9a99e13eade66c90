/// Where the value of one field stands in the bytes, and how it is written there.
struct FlatSlice: Sendable {
  enum Form: UInt8, Sendable {
    /// Nothing is stated.
    case absent
    /// A text as it stands.
    case text
    /// A text with escapes of JSON.
    case escaped
    /// A text of a table, in which each quote stands twice.
    case doubled
    /// A number without an exponent.
    case number
    case exponential
    case yes
    case no
    /// An array or object.
    case nested
  }

  private let lower: Int32
  private let upper: Int32
  let form: Form

  static let absent = FlatSlice(.absent, 0..<0)

  @inline(__always)
  init(_ form: Form, _ range: Range<Int>) {
    lower = Int32(truncatingIfNeeded: range.lowerBound)
    upper = Int32(truncatingIfNeeded: range.upperBound)
    self.form = form
  }

  @inline(__always)
  var range: Range<Int> { Int(lower)..<Int(upper) }

  @inline(__always)
  var isText: Bool {
    switch form {
    case .text, .escaped, .doubled: true
    case .absent, .number, .exponential, .yes, .no, .nested: false
    }
  }

  func raw(in bytes: Span<UInt8>) -> RawValue {
    switch form {
    case .absent: .null
    case .number, .exponential: .number(bytes.array(range))
    case .text: .text(String(decoding: bytes.array(range), as: UTF8.self))
    case .escaped:
      .text(
        String(decoding: JSONStrings.decoded(bytes.array(range), 0..<range.count), as: UTF8.self))
    case .doubled:
      .text(String(decoding: CSVTable.undoubled(bytes.array(range)[...]), as: UTF8.self))
    case .yes: .yesNo(true)
    case .no: .yesNo(false)
    case .nested: .nested
    }
  }
}

extension FlatSlice {
  /// A value of a document of which all stands so many bytes further on.
  init(_ node: JSONNode, of document: JSONDocument, movedBy offset: Int) {
    let form: Form
    var range = node.range
    switch node.kind {
    case .null: form = .absent
    case .yes: form = .yes
    case .no: form = .no
    case .array, .object: form = .nested
    case .string:
      form = node.hasEscapes ? .escaped : .text
      range = JSONStrings.content(of: node)
    case .number:
      let end = PlainNumber.end(document.bytes.span, from: range.lowerBound)
      form = end == range.upperBound ? .number : .exponential
    }
    self.init(form, range.lowerBound + offset..<range.upperBound + offset)
  }

  /// A field of a row that stands so many bytes further on.
  init(_ field: CSVField, movedBy offset: Int) {
    let content = field.content
    let form = field.isEmpty ? Form.absent : field.hasDoubledQuotes ? .doubled : .text
    self.init(form, content.lowerBound + offset..<content.upperBound + offset)
  }
}

extension Span<UInt8> {
  fileprivate func array(_ range: Range<Int>) -> [UInt8] { range.map { byte(at: $0) } }
}
