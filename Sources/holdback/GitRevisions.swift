internal import CommandLineTool

/// The versions that git keeps, as the program of that name reads them out.
enum GitRevisions {
  /// The most bytes of the list of one revision.
  private static let listLimit = 1 << 28

  static var live: Revisions {
    Revisions(
      list: { (revision) throws(RevisionError) in try entries(of: revision) },
      read: { (object, limit) throws(FileError) in try content(of: object, atMost: limit) })
  }

  private static func entries(of revision: String) throws(RevisionError) -> [RevisionEntry] {
    let commit = try commit(of: revision)
    let list = try run(["ls-tree", "-r", "-z", commit], outputLimit: listLimit)
    guard list.hasSucceeded else { throw .refused("the revision cannot be listed") }
    return list.output.split(separator: 0).compactMap(entry)
  }

  /// Returns the full name of a revision, which no option can be mistaken for.
  private static func commit(of revision: String) throws(RevisionError) -> String {
    guard revision.utf8.first != UInt8(ascii: "-"), !revision.utf8.contains(0) else {
      throw .notARevision
    }
    let place = try run(["rev-parse", "--git-dir"], outputLimit: 1 << 16, readingErrors: true)
    guard place.hasSucceeded else { throw .refused(firstLine(of: place.output)) }
    let found = try run(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"],
      outputLimit: 1 << 16)
    guard found.hasSucceeded else { throw .notARevision }
    return firstLine(of: found.output)
  }

  /// Reads `100644 blob 8d1c… <tab> path`.
  private static func entry(_ line: ArraySlice<UInt8>) -> RevisionEntry? {
    let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let head = parts[0].split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    guard head.count == 3 else { return nil }
    let kind: FileKind =
      switch head[0] {
      case "100644", "100755": .file
      case "120000": .link
      default: .other
      }
    return RevisionEntry(
      path: String(decoding: parts[1], as: UTF8.self), kind: kind, object: head[2])
  }

  private static func content(
    of object: String, atMost limit: Int
  ) throws(FileError) -> [UInt8] {
    let child = ChildProcess(name: "git", arguments: ["cat-file", "blob", object])
    guard let result = try child.run(outputLimit: limit), result.hasSucceeded else {
      throw .other("git cannot read it")
    }
    return result.output
  }

  private static func run(
    _ arguments: [String], outputLimit: Int, readingErrors: Bool = false
  ) throws(RevisionError) -> ChildProcess.Result {
    let child = ChildProcess(name: "git", arguments: arguments)
    let result: ChildProcess.Result?
    do throws(FileError) {
      result = try child.run(outputLimit: outputLimit, readingErrors: readingErrors)
    } catch {
      if case .tooLarge = error { throw .refused("too much to read") }
      throw .refused("its output cannot be read")
    }
    guard let result else { throw .noGit }
    return result
  }

  private static func firstLine(of output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
