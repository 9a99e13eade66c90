package import Foundation

/// A JSON value, with `true` and `1` apart.
package enum JSONTree: Hashable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  package init(_ data: Data) throws { self = try JSONDecoder().decode(JSONTree.self, from: data) }

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([JSONTree].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSONTree].self))
    }
  }

  package subscript(_ name: String) -> JSONTree? {
    if case .object(let members) = self { return members[name] }
    return nil
  }

  package var elements: [JSONTree] {
    if case .array(let elements) = self { return elements }
    return []
  }

  package var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The objects within, and the value itself where it is one, each with the names on the way to it.
  package var objects: [(path: [String], members: [String: JSONTree])] {
    switch self {
    case .null, .bool, .number, .string: []
    case .array(let elements):
      elements.enumerated().flatMap { place, element in
        element.objects.map { ([String(place)] + $0.path, $0.members) }
      }
    case .object(let members):
      [([], members)]
        + members.flatMap { name, member in
          member.objects.map { ([name] + $0.path, $0.members) }
        }
    }
  }

  /// Returns the same with another value at the end of a path.
  package func replacing(_ path: ArraySlice<String>, by value: JSONTree) -> JSONTree {
    guard let name = path.first else { return value }
    switch self {
    case .object(var members):
      members[name] = members[name]?.replacing(path.dropFirst(), by: value)
      return .object(members)
    case .array(var elements):
      guard let place = Int(name) else { return self }
      elements[place] = elements[place].replacing(path.dropFirst(), by: value)
      return .array(elements)
    case .null, .bool, .number, .string: return self
    }
  }
}
