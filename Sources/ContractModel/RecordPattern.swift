/// Which record files a contract names: a path below its own folder, whose components may be patterns.
package enum RecordPattern {
  /// Returns the components of a pattern, from the folder down; nil where one is empty, leads
  /// elsewhere, as `..` does, or could not be a name everywhere.
  package static func components(of pattern: String) -> [String]? {
    guard !pattern.utf8.contains(UInt8(ascii: "\\")), !pattern.utf8.contains(0) else { return nil }
    let components = pattern.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    )
    .map { String(decoding: Array($0), as: UTF8.self) }
    return components.contains { ["", ".", ".."].contains($0) } ? nil : components
  }
}
