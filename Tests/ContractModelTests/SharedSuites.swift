import Foundation

/// Tables with known answers that lie beside the checkout and belong to others.
enum SharedSuites {
  /// Said of a test that is skipped because its table is not there.
  static let absence = "the shared suites do not lie beside this checkout"

  /// Whether a table is there, its path counted from the folder of the suites.
  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }

  /// Returns the lines of a table with their fields, without empty lines and those with `#` in front.
  ///
  /// Line ends may be those of any system; `\uXXXX` stands for a scalar.
  static func rows(_ path: String, separator: Character) throws -> [[String]] {
    let text = String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
      .map { line in
        line.split(separator: separator, omittingEmptySubsequences: false)
          .map { decoded(String($0)) }
      }
  }

  /// Returns bytes whose path is `../shared/suites` from the root of the package.
  private static func url(_ path: String) -> URL {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("shared/suites").appendingPathComponent(path)
  }

  private static func decoded(_ field: String) -> String {
    var parts = field.components(separatedBy: "\\u")
    for index in parts.indices.dropFirst() {
      let scalar = UInt32(parts[index].prefix(4), radix: 16).flatMap(Unicode.Scalar.init)
      guard let scalar else { return field }
      parts[index] = String(Character(scalar)) + parts[index].dropFirst(4)
    }
    return parts.joined()
  }
}
