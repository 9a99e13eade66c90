package import SourceText

/// One value of a JSON text: what it is and where it stands.
package struct JSONNode: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case null, yes, no, number, string, array, object }

  // In an order that leaves no gaps: a node takes 32 bytes.

  /// The bytes of the value as written, with its quotes or brackets.
  package let range: Range<Int>
  /// How many elements an array has, or members an object; 0 for other kinds.
  package let childCount: Int32
  /// The place of this node among the nodes of its document; its first child follows it.
  let index: Int32
  /// The place after the last node inside this one, where its next sibling is.
  let endIndex: Int32
  package let kind: Kind
  /// Tells, of a string, whether it is written with an escape.
  let hasEscapes: Bool
}

/// A JSON text that was read without a mistake, as a flat array of its values in reading order.
///
/// The tree has no links, so that however deep a text nests, nothing recurses to walk or free it.
package struct JSONDocument: Hashable, Sendable {
  /// The whole file; ranges of nodes count from its start.
  package let bytes: [UInt8]
  /// Each container before its children, each name of a member before its value.
  package let nodes: [JSONNode]

  /// The value that the text consists of.
  package var root: JSONNode { nodes[0] }

  /// Returns the values of an array in order; none for other kinds.
  package func elements(of node: JSONNode) -> JSONElements {
    JSONElements(document: self, node: node)
  }

  /// Returns the names of an object with their values, in order; none for other kinds.
  package func members(of node: JSONNode) -> JSONMembers {
    JSONMembers(document: self, node: node)
  }

  /// Returns the value of the member of an object that has a name; nil where there is none.
  package func member(_ name: [UInt8], of node: JSONNode) -> JSONNode? {
    for (key, value) in members(of: node) where isNamed(key, name) { return value }
    return nil
  }

  /// Returns the value that names lead to, from object to object; nil where there is none.
  func value(at path: [[UInt8]]) -> JSONNode? {
    path.reduce(root) { node, name in node.flatMap { member(name, of: $0) } }
  }

  private func isNamed(_ key: JSONNode, _ name: [UInt8]) -> Bool {
    guard key.hasEscapes else {
      let content = JSONStrings.content(of: key)
      return content.count == name.count && bytes[content].elementsEqual(name)
    }
    return JSONStrings.decoded(bytes, JSONStrings.content(of: key)).elementsEqual(name)
  }

  /// Returns a value as written, with its quotes or brackets.
  package func bytes(of node: JSONNode) -> ArraySlice<UInt8> { bytes[node.range] }

  /// Returns what a string says, its escapes resolved; any other value as written.
  package func text(of node: JSONNode) -> String {
    guard node.kind == .string else { return String(decoding: bytes[node.range], as: UTF8.self) }
    let content = JSONStrings.content(of: node)
    guard node.hasEscapes else { return String(decoding: bytes[content], as: UTF8.self) }
    return String(decoding: JSONStrings.decoded(bytes, content), as: UTF8.self)
  }
}

extension JSONDocument {
  /// Returns the JSON text that a file, or a part of it, consists of; nil where it is wrong.
  package static func reading(
    _ file: SourceFile, id: FileID, within range: Range<Int>? = nil
  ) -> Diagnosed<JSONDocument?> {
    var reader = JSONReader(file, id: id)
    return reader.readDocument(within: range ?? 0..<file.bytes.count)
  }
}

/// The values of a JSON array.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let nodes: [JSONNode]
  private var index: Int
  private var remaining: Int32

  init(document: JSONDocument, node: JSONNode) {
    nodes = document.nodes
    index = Int(node.index) + 1
    remaining = node.kind == .array ? node.childCount : 0
  }

  package mutating func next() -> JSONNode? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    let node = nodes[index]
    index = Int(node.endIndex)
    return node
  }
}

/// The members of a JSON object.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let nodes: [JSONNode]
  private var index: Int
  private var remaining: Int32

  init(document: JSONDocument, node: JSONNode) {
    nodes = document.nodes
    index = Int(node.index) + 1
    remaining = node.kind == .object ? node.childCount : 0
  }

  package mutating func next() -> (key: JSONNode, value: JSONNode)? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    let member = (key: nodes[index], value: nodes[index + 1])
    index = Int(member.value.endIndex)
    return member
  }
}
