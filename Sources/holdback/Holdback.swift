internal import CommandLineTool

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The process: the arguments in, the exit status out.
@main enum Holdback {
  static func main() {
    // A closed pipe or a full quota is then an error of the write, not the end of the process.
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    FileDescriptor.holdStandardPlaces()
    keepMemory()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // The process ends with the run: to hand its rules back before that, piece by piece, was a
    // fiftieth of what one contract takes.
    var sessions: [Checker.Session] = []
    let checker = Checker { terms in
      sessions.append(Checker.standard.begin(terms))
      return sessions[sessions.count - 1]
    }
    let status = HoldbackCommand.run(arguments: arguments, on: .live, checker: checker)
    withExtendedLifetime(sessions) { exit(status.rawValue) }
  }

  /// What one piece of a portfolio gave back is the next one's: handed back to the system each time, it
  /// cost a thirtieth of deciding a hundred thousand contracts.
  private static func keepMemory() {
    #if canImport(Glibc)
      let (trimThreshold, mapThreshold): (Int32, Int32) = (-1, -3)
      _ = mallopt(trimThreshold, 64 << 20)
      _ = mallopt(mapThreshold, 32 << 20)
    #endif
  }
}

#if canImport(Glibc)
  /// Sets a parameter of the allocator, which the module of the C library leaves out.
  @_silgen_name("mallopt")
  private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
#endif
