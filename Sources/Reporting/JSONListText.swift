/// A JSON text written in pieces: a list whose elements come one by one, with what stands around it.
struct JSONListText {
  /// How deep the elements stand.
  let level: Int
  private var isEmpty = true

  init(level: Int) { self.level = level }

  /// Returns members of the object around the list, each with a comma, as they stand before it.
  func members(_ members: [(name: String, value: JSONValue)]) -> String {
    members.map {
      "\(line(level - 1))\(JSONValue.string($0.name).line): \($0.value.text(at: level - 1)),"
    }
    .joined()
  }

  /// Returns where the list begins.
  func start(_ name: String) -> String { "\(line(level - 1))\(JSONValue.string(name).line): [" }

  /// Returns one more element.
  mutating func element(_ value: JSONValue) -> String {
    element(written: value.text(at: level))
  }

  /// Returns one more element, whose text is as deep as it stands here.
  mutating func element(written text: String) -> String {
    defer { isEmpty = false }
    return (isEmpty ? "" : ",") + line(level) + text
  }

  /// The end of the list.
  var end: String { isEmpty ? "]" : line(level - 1) + "]" }

  /// Returns members of the object around the list, each with a comma, as they stand after it.
  func furtherMembers(_ members: [(name: String, value: JSONValue)]) -> String {
    members.map {
      ",\(line(level - 1))\(JSONValue.string($0.name).line): \($0.value.text(at: level - 1))"
    }.joined()
  }

  /// Returns the beginning of a line so many levels deep.
  func line(_ level: Int) -> String { "\n" + String(repeating: " ", count: 2 * level) }
}
