internal import Records
internal import SourceText

/// That a JSON text does not have the shape that was asked for.
struct ShapeMismatch: Error {}

/// An object of a JSON text by the names of its members; what has not the shape asked for is refused.
struct JSONObject {
  private let document: JSONDocument
  private let members: [String: JSONNode]

  /// Reads a text that is one object.
  static func reading(_ bytes: [UInt8]) throws(ShapeMismatch) -> JSONObject {
    let read = JSONDocument.reading(SourceFile(path: "", bytes: bytes), id: FileID(0))
    guard let document = read.value else { throw ShapeMismatch() }
    return try JSONObject(document.root, of: document)
  }

  private init(_ node: JSONNode, of document: JSONDocument) throws(ShapeMismatch) {
    guard node.kind == .object else { throw ShapeMismatch() }
    self.document = document
    members = Dictionary(
      document.members(of: node).map { (document.text(of: $0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  func text(_ name: String) throws(ShapeMismatch) -> String {
    document.text(of: try member(name, .string))
  }

  /// The text, or nil where the member is null.
  func optionalText(_ name: String) throws(ShapeMismatch) -> String? {
    try isNull(name) ? nil : text(name)
  }

  func texts(_ name: String) throws(ShapeMismatch) -> [String] {
    var texts: [String] = []
    for element in document.elements(of: try member(name, .array)) {
      guard element.kind == .string else { throw ShapeMismatch() }
      texts.append(document.text(of: element))
    }
    return texts
  }

  func number(_ name: String) throws(ShapeMismatch) -> Int {
    guard let number = Int(document.text(of: try member(name, .number))) else {
      throw ShapeMismatch()
    }
    return number
  }

  func flag(_ name: String) throws(ShapeMismatch) -> Bool {
    switch members[name]?.kind {
    case .yes: true
    case .no: false
    case .null, .number, .string, .array, .object, nil: throw ShapeMismatch()
    }
  }

  func object(_ name: String) throws(ShapeMismatch) -> JSONObject {
    try JSONObject(try member(name, .object), of: document)
  }

  /// The object, or nil where the member is not there or null.
  func optionalObject(_ name: String) throws(ShapeMismatch) -> JSONObject? {
    guard let node = members[name], node.kind != .null else { return nil }
    return try JSONObject(node, of: document)
  }

  func objects(_ name: String) throws(ShapeMismatch) -> [JSONObject] {
    var objects: [JSONObject] = []
    for element in document.elements(of: try member(name, .array)) {
      objects.append(try JSONObject(element, of: document))
    }
    return objects
  }

  /// What a text names among all that it may name.
  func choice<Choice: RawRepresentable>(
    _ name: String, of: Choice.Type
  ) throws(ShapeMismatch) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: try text(name)) else { throw ShapeMismatch() }
    return choice
  }

  func has(_ name: String) -> Bool { members[name] != nil }

  private func isNull(_ name: String) throws(ShapeMismatch) -> Bool {
    guard let node = members[name] else { throw ShapeMismatch() }
    return node.kind == .null
  }

  private func member(
    _ name: String, _ kind: JSONNode.Kind
  ) throws(ShapeMismatch) -> JSONNode {
    guard let node = members[name], node.kind == kind else { throw ShapeMismatch() }
    return node
  }
}
