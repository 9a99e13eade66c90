internal import CommandLineTool

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What the machine says of paths.
enum FileStatus {
  /// Returns what stands at a path, if it may be looked at.
  static func kind(of path: String, followingLinks: Bool) -> FileKind {
    var status = stat()
    let result =
      unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return errno == ENOENT || errno == ENOTDIR ? .absent : .unreadable }
    return kind(of: status)
  }

  /// Whether two paths lead to one and the same file.
  static func isSameFile(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return unsafe stat(path, &first) == 0 && stat(other, &second) == 0
      && kind(of: first) == .file && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  /// Returns the path of what links lead to; nil where nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Returns what may be done with a file, and by whom.
  static func mode(of path: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  static func kind(of status: stat) -> FileKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .directory
    case S_IFLNK: .link
    default: .other
    }
  }
}
