/// Paths as texts, with `/` between components.
enum FilePath {
  /// Returns the path without repeated or trailing slashes and `.` components.
  static func normalized(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let kept = parts.filter { $0 != "." }.joined(separator: "/")
    if isAbsolute { return "/" + kept }
    return kept.isEmpty ? "." : kept
  }

  /// Returns the path of what has a name in a folder.
  static func joined(_ folder: String, _ name: String) -> String {
    if folder == "." { return name }
    return folder == "/" ? "/" + name : "\(folder)/\(name)"
  }

  /// Returns the folder that holds what a normalized path names.
  static func folder(of path: String) -> String {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      return path == "." ? ".." : "."
    }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }

  /// Whether a name in a folder is hidden.
  static func isHidden(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: ".") }
}

extension Sequence<String> {
  /// The texts in the order of their bytes.
  var sortedByBytes: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
