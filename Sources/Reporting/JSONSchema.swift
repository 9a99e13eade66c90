/// What a JSON value has to be like, in the words of JSON Schema, draft 7.
package struct JSONSchema: Sendable {
  /// One member of an object.
  struct Property: Sendable {
    let name: String
    /// A sentence.
    let meaning: String
    let schema: JSONSchema
    let isRequired: Bool

    init(_ name: String, _ meaning: String, _ schema: JSONSchema, isRequired: Bool = true) {
      self.name = name
      self.meaning = meaning
      self.schema = schema
      self.isRequired = isRequired
    }
  }

  private(set) var keywords: [(name: String, value: JSONValue)]

  init(_ keywords: [(name: String, value: JSONValue)]) { self.keywords = keywords }

  var json: JSONValue { .object(keywords) }

  /// The schema as a text of its own.
  package var rendering: String {
    JSONSchema([("$schema", .string("http://json-schema.org/draft-07/schema#"))] + keywords).json
      .text
  }

  static let text = JSONSchema([("type", .string("string"))])
  static let yesNo = JSONSchema([("type", .string("boolean"))])
  static let null = JSONSchema([("type", .string("null"))])
  static let count = JSONSchema([("type", .string("integer")), ("minimum", .number(0))])
  /// A line or a column.
  static let ordinal = JSONSchema([("type", .string("integer")), ("minimum", .number(1))])

  static func constant(_ value: JSONValue) -> JSONSchema { JSONSchema([("const", value)]) }

  static func pattern(_ pattern: String) -> JSONSchema {
    JSONSchema(text.keywords + [("pattern", .string("^(\(pattern))$"))])
  }

  static func oneOf(_ words: [String]) -> JSONSchema {
    JSONSchema(text.keywords + [("enum", .texts(words))])
  }

  /// The cases of an enumeration by the words that are written for them.
  static func oneOf<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> JSONSchema
  where Choice.RawValue == String {
    oneOf(Choice.allCases.map(\.rawValue))
  }

  static func any(of schemas: [JSONSchema]) -> JSONSchema {
    JSONSchema([("anyOf", .array(schemas.map(\.json)))])
  }

  static func list(of element: JSONSchema) -> JSONSchema {
    JSONSchema([("type", .string("array")), ("items", element.json)])
  }

  /// What is defined under a name.
  static func defined(_ name: String) -> JSONSchema {
    JSONSchema([("$ref", .string("#/definitions/\(name)"))])
  }

  /// An object with these members and no others.
  static func object(_ properties: [Property]) -> JSONSchema {
    JSONSchema([
      ("type", .string("object")),
      (
        "properties",
        .object(properties.map { ($0.name, $0.schema.described($0.meaning).json) })
      ),
      ("required", .texts(properties.filter(\.isRequired).map(\.name))),
      ("additionalProperties", .bool(false)),
    ])
  }

  /// An object whose members have names that match a pattern.
  static func object(named pattern: String, _ member: JSONSchema) -> JSONSchema {
    JSONSchema([
      ("type", .string("object")),
      ("patternProperties", .object([("^(\(pattern))$", member.json)])),
      ("additionalProperties", .bool(false)),
    ])
  }

  /// The same, or null.
  var orNull: JSONSchema { .any(of: [self, .null]) }

  /// Returns the same with a sentence about it, which may not stand beside a reference.
  func described(_ meaning: String) -> JSONSchema {
    let isReference = keywords.contains { $0.name == "$ref" }
    let body = isReference ? [(name: "allOf", value: JSONValue.array([json]))] : keywords
    return JSONSchema([("description", .string(meaning))] + body)
  }

  /// Returns the same with a title, and with what it refers to.
  func titled(
    _ title: String, defining definitions: [(name: String, schema: JSONSchema)]
  ) -> JSONSchema {
    JSONSchema(
      [("title", .string(title))] + keywords + [
        ("definitions", .object(definitions.map { ($0.name, $0.schema.json) }))
      ])
  }
}
