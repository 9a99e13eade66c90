#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A program to be timed as a whole process.
struct Command {
  let name: String
  let path: String
  let arguments: [String]

  /// Runs it once, from launch to exit; nil where it could not be started, or could not decide.
  ///
  /// What it prints is thrown away unless a file is named for it.
  func run(output: String = "/dev/null") -> Measurement? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map {
      unsafe strdup($0)
    }
    unsafe words.append(nil)
    defer {
      for place in unsafe words.indices { unsafe free(words[place]) }
    }
    var process = pid_t()
    let start = Self.nanoseconds()
    guard unsafe posix_spawnp(&process, path, &actions, nil, words, environ) == 0 else {
      return nil
    }
    var usage = rusage()
    var status: Int32 = 0
    guard unsafe wait4(process, &status, 0, &usage) == process else { return nil }
    guard status == 0 || status == Self.contractFails else { return nil }
    let wall = Self.nanoseconds() - start
    return Measurement(
      wall: wall,
      processor: Self.nanoseconds(usage.ru_utime) + Self.nanoseconds(usage.ru_stime),
      peakKilobytes: Int(usage.ru_maxrss))
  }

  /// The wait status of a run that exits with 1: decided, and something is held.
  private static let contractFails: Int32 = 1 << 8

  private static func nanoseconds() -> Int {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000_000_000 + now.tv_nsec
  }

  private static func nanoseconds(_ time: timeval) -> Int {
    time.tv_sec * 1_000_000_000 + Int(time.tv_usec) * 1_000
  }
}
