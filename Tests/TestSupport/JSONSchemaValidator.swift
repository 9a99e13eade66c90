package import Foundation

/// Holds JSON values against a JSON Schema, by the keywords that our schemas use and no others: a
/// class, so that it compiles each pattern once.
package final class JSONSchemaValidator {
  private let schema: JSONTree
  private var patterns: [String: Regex<AnyRegexOutput>] = [:]

  package init(_ schema: Data) throws { self.schema = try JSONTree(schema) }

  /// The keywords that this does not know, and the members of objects that nothing describes.
  package var weaknesses: [String] { weaknesses(of: schema, at: "#") }

  /// What is wrong with a value, each with its place; nothing where it is as the schema says.
  package func problems(of value: JSONTree) throws -> [String] {
    try problems(of: value, under: schema, at: "")
  }

  private static let annotations: Set = ["$schema", "title", "description", "definitions"]

  private func problems(
    of value: JSONTree, under schema: JSONTree, at place: String
  ) throws -> [String] {
    guard case .object(let keywords) = schema else { return [] }
    return try keywords.flatMap { keyword, content in
      try problems(of: value, keyword, content, beside: keywords, at: place)
    }.sorted()
  }

  private func problems(
    of value: JSONTree, _ keyword: String, _ content: JSONTree, beside keywords: [String: JSONTree],
    at place: String
  ) throws -> [String] {
    func wrong(_ isWrong: Bool) -> [String] { isWrong ? ["\(place): \(keyword)"] : [] }
    switch keyword {
    case "$ref":
      let name = String((content.text ?? "").dropFirst("#/definitions/".count))
      guard let target = schema["definitions"]?[name] else { return ["\(place): no '\(name)'"] }
      return try problems(of: value, under: target, at: place)
    case "allOf":
      return try content.elements.flatMap { try problems(of: value, under: $0, at: place) }
    case "anyOf":
      let isAny = try content.elements.contains {
        try problems(of: value, under: $0, at: place).isEmpty
      }
      return wrong(!isAny)
    case "type": return wrong(!value.isOfType(content.text ?? ""))
    case "const": return wrong(value != content)
    case "enum": return wrong(!content.elements.contains(value))
    case "pattern":
      guard let text = value.text, let pattern = content.text else { return [] }
      return wrong(!(try matches(text, pattern)))
    case "minimum":
      guard case .number(let number) = value, case .number(let least) = content else { return [] }
      return wrong(number < least)
    case "items":
      return try value.elements.enumerated().flatMap {
        try problems(of: $1, under: content, at: "\(place)/\($0)")
      }
    case "required":
      guard case .object(let members) = value else { return [] }
      return content.elements.compactMap(\.text).filter { members[$0] == nil }
        .map { "\(place): \(keyword) \($0)" }
    case "properties":
      return try members(of: value).flatMap { name, member in
        try content[name].map { try problems(of: member, under: $0, at: "\(place)/\(name)") } ?? []
      }
    case "patternProperties":
      return try members(of: value).flatMap { name, member in
        try members(of: content).filter { try matches(name, $0.key) }
          .flatMap { try problems(of: member, under: $0.value, at: "\(place)/\(name)") }
      }
    case "additionalProperties":
      return try members(of: value).map(\.key).filter { name in
        try keywords["properties"]?[name] == nil
          && !members(of: keywords["patternProperties"]).contains { try matches(name, $0.key) }
      }.map { "\(place): \(keyword) \($0)" }
    default: return wrong(!Self.annotations.contains(keyword))
    }
  }

  private func members(of value: JSONTree?) -> [(key: String, value: JSONTree)] {
    guard case .object(let members)? = value else { return [] }
    return members.sorted { $0.key < $1.key }
  }

  private func matches(_ text: String, _ pattern: String) throws -> Bool {
    let regex = try patterns[pattern] ?? Regex(pattern)
    patterns[pattern] = regex
    return text.firstMatch(of: regex) != nil
  }
}

extension JSONSchemaValidator {
  private static let known: Set = annotations.union([
    "$ref", "allOf", "anyOf", "type", "const", "enum", "pattern", "minimum", "items", "required",
    "properties", "patternProperties", "additionalProperties",
  ])

  private func weaknesses(of schema: JSONTree, at place: String) -> [String] {
    members(of: schema).flatMap { keyword, content -> [String] in
      let place = "\(place)/\(keyword)"
      guard Self.known.contains(keyword) else { return ["\(place) is not known"] }
      switch keyword {
      case "allOf", "anyOf": return content.elements.flatMap { weaknesses(of: $0, at: place) }
      case "items": return weaknesses(of: content, at: place)
      case "additionalProperties": return content == .bool(false) ? [] : ["\(place) is not false"]
      case "properties", "patternProperties", "definitions":
        return members(of: content).flatMap { name, member in
          let isDescribed = keyword != "properties" || !(member["description"]?.text ?? "").isEmpty
          return (isDescribed ? [] : ["\(place)/\(name) is not described"])
            + weaknesses(of: member, at: "\(place)/\(name)")
        }
      default: return []
      }
    }
  }
}

extension JSONTree {
  fileprivate func isOfType(_ name: String) -> Bool {
    switch self {
    case .null: name == "null"
    case .bool: name == "boolean"
    case .number(let number):
      name == "number" || name == "integer" && number == number.rounded()
    case .string: name == "string"
    case .array: name == "array"
    case .object: name == "object"
    }
  }
}
