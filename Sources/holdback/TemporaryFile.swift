internal import CommandLineTool

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file without a name in the machine's folder for such files.
enum TemporaryFile {
  /// Bytes that are read back at once.
  private static let chunk = 1 << 16

  static func spool() throws(FileError) -> SpoolFile {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/holdback.XXXXXX".utf8CString)
    let number = unsafe name.withUnsafeMutableBufferPointer { name in
      unsafe name.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard number >= 0 else { throw FileError(errno: errno) }
    // Whatever happens to the program, nothing is left behind.
    _ = unsafe name.withUnsafeBufferPointer { name in
      unsafe name.baseAddress.map { unsafe unlink($0) }
    }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    let file = FileDescriptor(number: number)
    return SpoolFile(
      append: { (bytes) throws(FileError) in try file.writeAll(bytes) },
      readBack: { (take) throws(FileError) in
        defer { file.close() }
        guard lseek(number, 0, SEEK_SET) == 0 else { throw FileError(errno: errno) }
        while true {
          let bytes = try file.read(atMost: chunk)
          if bytes.isEmpty { return }
          try take(bytes)
        }
      })
  }
}
