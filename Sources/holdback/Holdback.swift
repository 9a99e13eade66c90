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
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(HoldbackCommand.run(arguments: arguments, on: .live).rawValue)
  }
}
