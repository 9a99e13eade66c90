internal import CommandLineTool

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Another program, run to its end with nothing to read.
///
/// Its arguments go to it one by one: no shell reads them.
struct ChildProcess {
  /// Looked up in the folders of `PATH`.
  let name: String
  let arguments: [String]

  /// How it ended, and what it wrote.
  struct Result {
    /// Nil where a signal ended it.
    let status: Int32?
    let output: [UInt8]

    var hasSucceeded: Bool { status == 0 }
  }

  /// Runs it; nil where it is not there to be started. What it says of errors is thrown away, or
  /// stands among its output.
  func run(
    outputLimit: Int, readingErrors: Bool = false
  ) throws(FileError) -> Result? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw FileError(errno: errno) }
    // The child is left its copies alone, even where one of these has the number of its output.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (reading, writing) = (
      FileDescriptor(number: ends[0]), FileDescriptor(number: ends[1])
    )
    let process = start(writingTo: writing, withErrors: readingErrors)
    writing.close()
    // Closed first, for a child that still writes would be waited for without end.
    defer {
      reading.close()
      if let process { _ = Self.wait(for: process) }
    }
    guard process != nil else { return nil }
    let output = try reading.readAll(atMost: outputLimit)
    return Result(status: process.flatMap(Self.wait), output: output)
  }

  private func start(
    writingTo output: FileDescriptor, withErrors: Bool
  ) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.number, STDOUT_FILENO)
    if withErrors {
      unsafe posix_spawn_file_actions_adddup2(&actions, output.number, STDERR_FILENO)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([name] + arguments).map {
      unsafe strdup($0)
    }
    unsafe words.append(nil)
    defer {
      for place in unsafe words.indices { unsafe free(words[place]) }
    }
    var process = pid_t()
    let result = unsafe posix_spawnp(&process, name, &actions, nil, words, environ)
    return result == 0 ? process : nil
  }

  /// Returns the status that a process ended with; nil where a signal ended it, or it was waited for.
  private static func wait(for process: pid_t) -> Int32? {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) != process {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}
