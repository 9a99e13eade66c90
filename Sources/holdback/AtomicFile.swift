internal import CommandLineTool

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Writes files that are there whole or not at all.
enum AtomicFile {
  /// Writes beside the path and renames; what is no regular file is written as it is.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    switch FileStatus.kind(of: path, followingLinks: true) {
    case .directory: throw .isDirectory
    case .other: try writeInPlace(bytes, to: path)
    case .file, .link, .unreadable, .absent: try replace(path, by: bytes)
    }
  }

  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try FileDescriptor.opening(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    defer { file.close() }
    try file.writeAll(bytes)
  }

  /// What was there is replaced only where it could have been written to, and by as much as its
  /// owner let others do with it.
  private static func replace(_ path: String, by bytes: [UInt8]) throws(FileError) {
    let mode = FileStatus.mode(of: path)
    if mode != nil, unsafe access(path, W_OK) != 0 { throw FileError(errno: errno) }
    let temporary = "\(path).\(getpid()).part"
    let file = try FileDescriptor.opening(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    do throws(FileError) {
      if let mode, fchmod(file.number, mode) != 0 { throw FileError(errno: errno) }
      try writeDurably(bytes, to: file)
      guard unsafe rename(temporary, path) == 0 else { throw FileError(errno: errno) }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
  }

  private static func writeDurably(_ bytes: [UInt8], to file: FileDescriptor) throws(FileError) {
    defer { file.close() }
    try file.writeAll(bytes)
    guard fsync(file.number) == 0 else { throw FileError(errno: errno) }
  }
}
