internal import CommandLineTool

/// The files of the machine that say what the clocks show.
enum ZoneFolder {
  /// Where systems keep them; the first of these that is there counts.
  private static let places = [
    "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo",
  ]

  /// Returns the bytes of the file about a zone; `nil` where the machine has no such files.
  ///
  /// A name that leads out of the folder is the name of no zone.
  static func file(about zone: String, atMost limit: Int) throws(FileError) -> [UInt8]? {
    let folder = places.first { FileStatus.kind(of: $0, followingLinks: true) == .directory }
    guard let folder else { return nil }
    let components = zone.split(separator: "/", omittingEmptySubsequences: false)
    guard components.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { throw .absent }
    return try FileDescriptor.withFile("\(folder)/\(zone)") { (file) throws(FileError) in
      try file.requireRegular(atMost: limit)
      return try file.readAll(atMost: limit)
    }
  }
}
