internal import CommandLineTool

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension Host {
  /// The machine that the process runs on.
  static var live: Host {
    Host(
      readFile: { (path, limit) throws(FileError) in
        try FileDescriptor.withFile(path) { (file) throws(FileError) in
          try file.requireRegular(atMost: limit)
          return try file.readAll(atMost: limit)
        }
      },
      readStandardInput: { (limit) throws(FileError) in
        try FileDescriptor.standardInput.readAll(atMost: limit)
      },
      openInput: { (path) throws(FileError) in try IncomingFile.opening(path) },
      listDirectory: { (path) throws(FileError) in try Folder.names(in: path) },
      kind: { path, followsLinks in FileStatus.kind(of: path, followingLinks: followsLinks) },
      isSameFile: { FileStatus.isSameFile($0, $1) },
      readZoneFile: { (zone, limit) throws(FileError) in
        try ZoneFolder.file(about: zone, atMost: limit)
      },
      writeOutput: { (bytes) throws(FileError) in
        try FileDescriptor.standardOutput.writeAll(bytes)
      },
      writeError: { text in
        // Where even the complaint cannot be written, the exit status is all that is left.
        try? FileDescriptor.standardError.writeAll(Array(text.utf8))
      },
      beginFile: { (path) throws(FileError) in try AtomicFile.begin(path) },
      appendToFile: { (path, bytes) throws(FileError) in
        let file = try FileDescriptor.openingReady(
          path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY)
        defer { file.close() }
        try file.writeAll(bytes)
      },
      makeSpool: { () throws(FileError) in try TemporaryFile.spool() },
      makeFolder: { (path) throws(FileError) in try Folder.make(path) },
      environment: { name in unsafe getenv(name).map { unsafe String(cString: $0) } },
      isOutputTerminal: isatty(FileDescriptor.standardOutput.number) == 1,
      isErrorTerminal: isatty(FileDescriptor.standardError.number) == 1,
      outputWidth: FileDescriptor.standardOutput.terminalWidth,
      dayNumber: {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return Int32(now.tv_sec / 86_400)
      },
      revisions: GitRevisions.live,
      jobs: { asked in
        let jobs = asked ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        return jobs == 1 || Threads.canBeHad(jobs) ? jobs : 1
      })
  }
}
