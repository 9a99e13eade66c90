internal import CommandLineTool

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Begins files that are there whole or not at all.
enum AtomicFile {
  /// Begins a file beside the path, to be renamed; what is no regular file is written as it is.
  static func begin(_ path: String) throws(FileError) -> PartialFile {
    switch FileStatus.kind(of: path, followingLinks: true) {
    case .directory: throw .isDirectory
    case .other: try beginInPlace(path)
    case .file, .link, .unreadable, .absent: try beginBeside(FileStatus.resolved(path) ?? path)
    }
  }

  private static func beginInPlace(_ path: String) throws(FileError) -> PartialFile {
    let file = try FileDescriptor.openingReady(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    return PartialFile(
      write: { (bytes) throws(FileError) in try file.writeAll(bytes) }, finish: { file.close() },
      abandon: { file.close() })
  }

  /// What was there is replaced only where it could have been written to, and by as much as its
  /// owner let others do with it.
  private static func beginBeside(_ path: String) throws(FileError) -> PartialFile {
    let mode = FileStatus.mode(of: path)
    if mode != nil, unsafe access(path, W_OK) != 0 { throw FileError(errno: errno) }
    let (file, temporary) = try beginTemporary(beside: path)
    let abandon = {
      file.close()
      _ = unsafe unlink(temporary)
    }
    if let mode, fchmod(file.number, mode) != 0 {
      let failure = FileError(errno: errno)
      abandon()
      throw failure
    }
    return PartialFile(
      write: { (bytes) throws(FileError) in try file.writeAll(bytes) },
      finish: { () throws(FileError) in
        guard fsync(file.number) == 0, unsafe rename(temporary, path) == 0 else {
          throw FileError(errno: errno)
        }
        file.close()
      }, abandon: abandon)
  }

  /// Hidden, so that no pattern of records finds it, and of a short name, as any folder takes.
  private static func beginTemporary(
    beside path: String
  ) throws(FileError) -> (file: FileDescriptor, path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { path[...$0] } ?? ""
    var number = 0
    while true {
      let temporary = "\(folder).holdback.\(getpid()).\(number).part"
      do throws(FileError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        return (try FileDescriptor.opening(temporary, flags), temporary)
      } catch {
        guard error == .exists else { throw error }
        number += 1
      }
    }
  }
}
