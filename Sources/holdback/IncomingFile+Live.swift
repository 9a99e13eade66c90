internal import CommandLineTool
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension IncomingFile {
  /// Opens a file or a pipe, or standard input where no path is given.
  ///
  /// A file that has become shorter than it was is an error: what is missing may have been what
  /// stands against paying.
  static func opening(_ path: String?) throws(FileError) -> IncomingFile {
    guard let path else {
      return IncomingFile(
        size: nil,
        fill: { (buffer, bounds) throws(FileError) in
          try FileDescriptor.standardInput.fill(&buffer, bounds)
        }, close: {})
    }
    let file = try FileDescriptor.opening(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    let size = file.regularSize
    let taken = Atomic(0)
    return IncomingFile(
      size: size,
      fill: { (buffer, bounds) throws(FileError) in
        let count = try file.fill(&buffer, bounds)
        let all = taken.wrappingAdd(count, ordering: .relaxed).newValue
        if count == 0, let size, all < size {
          throw .other("has become shorter while it was read")
        }
        return count
      }, close: { file.close() })
  }
}

extension FileDescriptor {
  /// How many bytes a regular file has; nil for a pipe and the like.
  fileprivate var regularSize: Int? {
    var status = stat()
    guard unsafe fstat(number, &status) == 0, FileStatus.kind(of: status) == .file else {
      return nil
    }
    return Int(status.st_size)
  }
}
