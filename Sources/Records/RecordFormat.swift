/// How a file of records is written.
package enum RecordFormat: Hashable, Sendable, CaseIterable {
  /// One JSON text: an object, which is one record, or an array of them.
  case json
  /// One JSON object on each line.
  case ndjson
  /// Rows of fields under a header.
  case csv

  /// Makes the format that the extension of a path stands for, its letters in either case.
  package init?(path: String) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    for row in Self.extensions where Self.has(name, extension: row.extension) {
      self = row.format
      return
    }
    return nil
  }

  private static let extensions: [(extension: String, format: RecordFormat)] = [
    (".json", .json), (".ndjson", .ndjson), (".jsonl", .ndjson), (".csv", .csv),
  ]

  private static func has(_ name: Substring.UTF8View, extension: String) -> Bool {
    guard name.count > `extension`.utf8.count else { return false }
    let end = name.suffix(`extension`.utf8.count)
    return end.elementsEqual(`extension`.utf8) { ASCII.isLetter($0) ? $0 | 0x20 == $1 : $0 == $1 }
  }
}
