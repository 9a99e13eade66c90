internal import CommandLineTool

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// An open file by its number.
struct FileDescriptor {
  let number: Int32

  static let standardInput = FileDescriptor(number: 0)
  static let standardOutput = FileDescriptor(number: 1)
  static let standardError = FileDescriptor(number: 2)

  /// Bytes that are asked for at once.
  private static let chunk = 1 << 16

  /// Opens a file to read it, without waiting where it is a pipe, and closes it again.
  static func withFile<Value>(
    _ path: String, _ body: (FileDescriptor) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    let file = try opening(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    defer { file.close() }
    return try body(file)
  }

  /// Opens a file; a new one may be read and written by whom the user's mask allows it.
  static func opening(_ path: String, _ flags: Int32) throws(FileError) -> FileDescriptor {
    while true {
      let number = unsafe open(path, flags, 0o666)
      if number >= 0 { return FileDescriptor(number: number) }
      guard errno == EINTR else { throw FileError(errno: errno) }
    }
  }

  /// Opens what may be a pipe, if somebody reads it already; then writing waits as ever.
  static func openingReady(_ path: String, _ flags: Int32) throws(FileError) -> FileDescriptor {
    let file = try opening(path, flags | O_NONBLOCK)
    let status = fcntl(file.number, F_GETFL)
    _ = fcntl(file.number, F_SETFL, status & ~O_NONBLOCK)
    return file
  }

  /// Takes the places of closed standard streams, so that no file that is opened later is taken for
  /// one; what is read from them or written to them fails as before.
  static func holdStandardPlaces() {
    for (number, flags) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
    where fcntl(number, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", flags)
    }
  }

  func close() {
    #if canImport(Glibc)
      _ = Glibc.close(number)
    #elseif canImport(Musl)
      _ = Musl.close(number)
    #endif
  }

  /// Throws unless this is a regular file of at most so many bytes.
  func requireRegular(atMost limit: Int) throws(FileError) {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw FileError(errno: errno) }
    switch FileStatus.kind(of: status) {
    case .file: break
    case .directory: throw .isDirectory
    case .link, .other, .unreadable, .absent: throw .notRegular
    }
    guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
  }

  /// Returns everything up to the end, however much there seemed to be at first.
  func readAll(atMost limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try read(atMost: Self.chunk)
      if piece.isEmpty { return bytes }
      guard bytes.count + piece.count <= limit else { throw .tooLarge(limit: limit) }
      bytes += piece
    }
  }

  /// Returns the next bytes; none at the end.
  func read(atMost count: Int) throws(FileError) -> [UInt8] {
    while true {
      var failed = false
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        #if canImport(Glibc)
          let taken = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          let taken = unsafe Musl.read(number, buffer.baseAddress, buffer.count)
        #endif
        failed = taken < 0
        initialized = max(taken, 0)
      }
      if !failed { return bytes }
      guard errno == EINTR else { throw FileError(errno: errno) }
    }
  }

  /// Puts the next bytes into a part of a buffer, and returns how many there were; 0 at the end.
  func fill(_ buffer: inout [UInt8], _ bounds: Range<Int>) throws(FileError) -> Int {
    while true {
      let taken = unsafe buffer.withUnsafeMutableBytes { bytes in
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[bounds])
        #if canImport(Glibc)
          return unsafe Glibc.read(number, room.baseAddress, room.count)
        #elseif canImport(Musl)
          return unsafe Musl.read(number, room.baseAddress, room.count)
        #endif
      }
      if taken >= 0 { return taken }
      guard errno == EINTR else { throw FileError(errno: errno) }
    }
  }

  /// Writes everything, in as many pieces as the machine takes.
  func writeAll(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
        return unsafe write(number, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        waitUntilWritable()
      } else if errno != EINTR {
        throw FileError(errno: errno)
      }
    }
  }

  /// Columns, where this is a terminal that knows.
  var terminalWidth: Int? {
    var size = winsize()
    guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private func waitUntilWritable() {
    var waiting = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&waiting, 1, -1)
  }
}

extension FileError {
  init(errno code: Int32) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .absent
      case EEXIST: .exists
      case EACCES, EPERM: .notPermitted
      case EISDIR: .isDirectory
      case ENXIO: .notRegular
      case ENOSPC, EDQUOT: .noSpace
      case EPIPE: .closedPipe
      default: .other(unsafe String(cString: strerror(code)).lowercased())
      }
  }
}
