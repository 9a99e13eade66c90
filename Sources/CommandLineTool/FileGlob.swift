/// A pattern of file paths below a folder: `*` is any part of a name, `?` one character of it.
struct FileGlob {
  /// Why a pattern names no files below a folder.
  enum Problem: Error {
    case leavesFolder
    case isEmpty

    var words: String {
      switch self {
      case .leavesFolder: "leads out of the contract's folder"
      case .isEmpty: "has an empty component"
      }
    }
  }

  /// The patterns of names, from the folder down.
  let components: [String]

  init(_ pattern: String) throws(Problem) {
    let bytes = Array(pattern.utf8)
    guard bytes.first != UInt8(ascii: "/"), !bytes.contains(0) else { throw .leavesFolder }
    components = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard !components.contains(where: \.isEmpty) else { throw .isEmpty }
    guard !components.contains(".."), !components.contains(".") else { throw .leavesFolder }
  }

  /// Whether a component stands for one name only.
  static func isLiteral(_ component: String) -> Bool {
    !component.utf8.contains(UInt8(ascii: "*")) && !component.utf8.contains(UInt8(ascii: "?"))
  }

  /// Returns whether a name fits a component; a hidden name fits only where its dot is written.
  static func matches(_ name: String, _ component: String) -> Bool {
    guard !FilePath.isHidden(name) || FilePath.isHidden(component) else { return false }
    return Array(name.unicodeScalars).fits(
      Array(component.unicodeScalars), isAnything: { $0 == "*" },
      takes: { $0 == "?" || $0 == $1 })
  }
}
