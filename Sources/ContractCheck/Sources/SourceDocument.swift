import ContractModel
import Records
import RuleChecking
import SourceText

/// One document of a source: a JSON text, or one row of a table.
struct SourceDocument {
  /// A value of a document, as far as a source can read it.
  struct Value {
    let raw: RawValue
    let range: SourceRange

    /// What it says, as a text; nil where it states nothing, or is no single value.
    var text: String? { raw.text }
  }

  /// A place that paths begin at: an object or array of JSON, or the row.
  enum Element {
    case node(JSONNode)
    case row(CSVRow)
  }

  private enum Content {
    case json(JSONDocument)
    case table(CSVTable, columns: [[UInt8]])
  }

  let file: FileID
  private let content: Content
  /// What the document consists of as a whole.
  let top: Element

  init(_ document: JSONDocument, in file: FileID) {
    self.file = file
    content = .json(document)
    top = .node(document.root)
  }

  init(_ row: CSVRow, of table: CSVTable, columns: [[UInt8]], in file: FileID) {
    self.file = file
    content = .table(table, columns: columns)
    top = .row(row)
  }

  /// Returns where the element stands.
  func range(of element: Element) -> SourceRange {
    switch element {
    case .node(let node): range(node.range)
    case .row(let row): range(row.range)
    }
  }

  /// Returns the value at a path; nil where there is none.
  ///
  /// The last of the elements is the one at hand, those before it are the elements around.
  func value(at path: SourcePath, from elements: [Element]) -> Value? {
    switch (content, start(of: path, from: elements)) {
    case (.json(let document), .node(let node)?):
      return self.node(path.components[...], of: node, in: document).map { found in
        Value(raw: raw(found, in: document), range: range(found.range))
      }
    case (.table(let table, let columns), .row(let row)?):
      guard path.components.count == 1,
        let column = columns.firstIndex(where: { $0 == path.components[0].name })
      else { return nil }
      let fields = table.fields(of: row)
      let field = fields[fields.startIndex + column]
      return Value(
        raw: field.isEmpty ? .null : .text(table.text(of: field)), range: range(field.range))
    case (.json, _), (.table, _): return nil
    }
  }

  /// What stands where `each` looks for an array.
  enum Elements {
    case array([Element])
    case nothing
    case other(SourceRange)
  }

  /// Returns the elements of the array at a path.
  func elements(at path: SourcePath, from elements: [Element]) -> Elements {
    guard case .json(let document) = content,
      case .node(let node)? = start(of: path, from: elements),
      let found = self.node(path.components[...], of: node, in: document), found.kind != .null
    else { return .nothing }
    guard found.kind == .array else { return .other(range(found.range)) }
    return .array(document.elements(of: found).map(Element.node))
  }

  private func start(of path: SourcePath, from elements: [Element]) -> Element? {
    if path.isFromTop { return top }
    return elements.dropLast(path.outward).last
  }

  private func node(
    _ path: ArraySlice<SourcePath.Component>, of node: JSONNode, in document: JSONDocument
  ) -> JSONNode? {
    var node = node
    for component in path {
      switch node.kind {
      case .object:
        guard let member = document.member(component.name, of: node) else { return nil }
        node = member
      case .array:
        guard let index = component.index, index < Int(node.childCount) else { return nil }
        var elements = document.elements(of: node).makeIterator()
        for _ in 0..<index { _ = elements.next() }
        guard let element = elements.next() else { return nil }
        node = element
      case .null, .yes, .no, .number, .string: return nil
      }
    }
    return node
  }

  private func raw(_ node: JSONNode, in document: JSONDocument) -> RawValue {
    switch node.kind {
    case .null: .null
    case .yes: .yesNo(true)
    case .no: .yesNo(false)
    case .number: .number(Array(document.bytes(of: node)))
    case .string: .text(document.text(of: node))
    case .array, .object: .nested
    }
  }

  private func range(_ range: Range<Int>) -> SourceRange {
    SourceRange(file: file, lower: range.lowerBound, upper: range.upperBound)
  }
}

extension RawValue {
  /// What it says, as a text; nil where it states nothing, or is no single value.
  var text: String? {
    switch self {
    case .text(let text): text
    case .number(let bytes): String(decoding: bytes, as: UTF8.self)
    case .yesNo(let isYes): isYes ? "true" : "false"
    case .null, .nested: nil
    }
  }
}
