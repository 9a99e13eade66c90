import Foundation
import Testing

/// How one run of the built program ended, and what it wrote.
struct Run: Sendable {
  /// `nil` where a signal ended it.
  let status: Int32?
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
}

/// Where the output of a run goes.
enum OutputTarget: Sendable {
  case memory
  case file(String)
  /// A pipe that nobody reads.
  case closedPipe
}

/// The built `holdback`.
enum Program {
  /// The top of the repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the test bundle, whatever the scratch path; else where a plain build puts it.
  static let executable: URL? = {
    var places: [URL] = []
    if let program = Bundle.main.executableURL { places.append(program) }
    places += CommandLine.arguments.filter { $0.contains("/") }.map { URL(filePath: $0) }
    let besides = places.map { $0.resolvingSymlinksInPath().deletingLastPathComponent() }
    let above = besides.flatMap { place in
      sequence(first: place, next: { $0.deletingLastPathComponent() }).prefix(4)
    }
    let plain = ["debug", "release"].map { repository.appending(path: ".build/\($0)") }
    return (above + plain).map { $0.appending(path: "holdback") }
      .first { url in
        let isFolder = try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
        return isFolder == false
          && FileManager.default.isExecutableFile(atPath: url.path(percentEncoded: false))
      }
  }()

  /// Runs the program with exactly these arguments and variables.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder? = nil,
    environment: [String: String] = [:], output: OutputTarget = .memory
  ) async throws -> Run {
    // The folder goes away with its last use, which is after the run.
    defer { withExtendedLifetime(folder) {} }
    let executable = try #require(executable, "build the program first: swift build")
    return try await run(
      executable, arguments, in: folder?.url ?? repository, environment: environment,
      output: output)
  }

  /// Runs a line of the shell, in which `"$HOLDBACK"` is the program.
  static func shell(_ line: String) async throws -> Run {
    let executable = try #require(executable, "build the program first: swift build")
    return try await run(
      URL(filePath: "/bin/sh"), ["-c", line], in: repository,
      environment: ["HOLDBACK": executable.path(percentEncoded: false), "PATH": "/usr/bin:/bin"],
      output: .memory)
  }

  private static func run(
    _ executable: URL, _ arguments: [String], in folder: URL, environment: [String: String],
    output: OutputTarget
  ) async throws -> Run {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(inherited) { own, _ in own }
    process.standardInput = FileHandle.nullDevice
    let scratch = try TemporaryFolder()
    let errors = scratch.url.appending(path: "errors")
    let written = scratch.url.appending(path: "output")
    process.standardError = try writing(to: errors)
    let target =
      switch output {
      case .memory: try writing(to: written)
      case .file(let path): try FileHandle(forWritingTo: URL(filePath: path))
      case .closedPipe: try unreadPipe()
      }
    process.standardOutput = target
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do {
        try process.run()
        // A terminal ends for its reader when nobody has it open to write.
        try target.close()
      } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    return Run(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: (try? Data(contentsOf: written)) ?? Data(),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  private static func unreadPipe() throws -> FileHandle {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    return pipe.fileHandleForWriting
  }

  private static func writing(to file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  /// Where the toolchain's libraries are; nothing else of the environment is passed on.
  private static let inherited: [String: String] = {
    let all = ProcessInfo.processInfo.environment
    var kept = ["SWIFT_BACKTRACE": "enable=no"]
    kept["LD_LIBRARY_PATH"] = all["LD_LIBRARY_PATH"]
    return kept
  }()
}
