internal import ContractModel

/// What stands at a path.
package enum FileKind: Hashable, Sendable {
  case file
  case directory
  case link
  /// A pipe, a device or a socket.
  case other
  /// What may not be looked at.
  case unreadable
  case absent
}

/// The machine that a command runs on: nothing else reaches outside the program.
package struct Host {
  /// Returns the bytes of a regular file of at most so many bytes.
  package var readFile: (_ path: String, _ limit: Int) throws(FileError) -> [UInt8]
  /// Returns all of standard input, of at most so many bytes.
  package var readStandardInput: (_ limit: Int) throws(FileError) -> [UInt8]
  /// Opens a file, or standard input where no path is given, to be read piece by piece.
  package var openInput: (_ path: String?) throws(FileError) -> IncomingFile
  /// Returns the names in a folder, in any order.
  package var listDirectory: (_ path: String) throws(FileError) -> [String]
  /// Returns what stands at a path, or where it leads if links are followed.
  package var kind: (_ path: String, _ followsLinks: Bool) -> FileKind
  /// Whether two paths, however they are spelled, lead to one and the same file.
  package var isSameFile: (_ path: String, _ other: String) -> Bool
  /// Returns the bytes of the machine's file about a time zone, `nil` where it has no such files at
  /// all; throws `absent` for a zone that it does not know.
  package var readZoneFile: (_ zone: String, _ limit: Int) throws(FileError) -> [UInt8]?
  package var writeOutput: (_ bytes: [UInt8]) throws(FileError) -> Void
  package var writeError: (_ text: String) -> Void
  /// Begins a file that is written in pieces; what was there stays untouched until it is finished.
  package var beginFile: (_ path: String) throws(FileError) -> PartialFile
  /// Begins a file in the place of one that was read, which a command was asked to mend.
  let beginMending: (_ path: String) throws(FileError) -> PartialFile
  /// Adds bytes at the end of a file, which is made where there is none.
  package var appendToFile: (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void
  /// Makes a place outside of memory for what can only be written later.
  package var makeSpool: () throws(FileError) -> SpoolFile
  /// Makes a folder where nothing is yet.
  package var makeFolder: (_ path: String) throws(FileError) -> Void
  package var environment: (_ name: String) -> String?
  package var isOutputTerminal: Bool
  package var isErrorTerminal: Bool
  /// Columns of the terminal; `nil` where output is none.
  package var outputWidth: Int?
  /// The days from 1970-01-01 to the day of the run, in UTC.
  package var dayNumber: () -> Int32
  package var revisions: Revisions
  /// Returns how many things are done at once: as many as were asked for, else as there are
  /// processors, but one where the machine has no threads for more.
  package var jobs: (_ asked: Int?) -> Int

  package init(
    readFile: @escaping (_ path: String, _ limit: Int) throws(FileError) -> [UInt8],
    readStandardInput: @escaping (_ limit: Int) throws(FileError) -> [UInt8],
    openInput: @escaping (_ path: String?) throws(FileError) -> IncomingFile,
    listDirectory: @escaping (_ path: String) throws(FileError) -> [String],
    kind: @escaping (_ path: String, _ followsLinks: Bool) -> FileKind,
    isSameFile: @escaping (_ path: String, _ other: String) -> Bool,
    readZoneFile: @escaping (_ zone: String, _ limit: Int) throws(FileError) -> [UInt8]?,
    writeOutput: @escaping (_ bytes: [UInt8]) throws(FileError) -> Void,
    writeError: @escaping (_ text: String) -> Void,
    beginFile: @escaping (_ path: String) throws(FileError) -> PartialFile,
    appendToFile: @escaping (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void,
    makeSpool: @escaping () throws(FileError) -> SpoolFile,
    makeFolder: @escaping (_ path: String) throws(FileError) -> Void,
    environment: @escaping (_ name: String) -> String?,
    isOutputTerminal: Bool, isErrorTerminal: Bool, outputWidth: Int?,
    dayNumber: @escaping () -> Int32, revisions: Revisions = .none,
    jobs: @escaping (_ asked: Int?) -> Int = { _ in 1 }
  ) {
    self.jobs = jobs
    self.isSameFile = isSameFile
    self.readFile = readFile
    self.readStandardInput = readStandardInput
    self.openInput = openInput
    self.listDirectory = listDirectory
    self.kind = kind
    self.readZoneFile = readZoneFile
    self.writeOutput = writeOutput
    self.writeError = writeError
    self.beginFile = beginFile
    beginMending = beginFile
    self.appendToFile = appendToFile
    self.makeSpool = makeSpool
    self.makeFolder = makeFolder
    self.environment = environment
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.outputWidth = outputWidth
    self.dayNumber = dayNumber
    self.revisions = revisions
  }
}

/// A text on its way in, which may be longer than memory; any thread may read it on, one at a
/// time.
package struct IncomingFile: Sendable {
  /// Puts the next bytes into a buffer, from an offset up to an end, and returns how many there were;
  /// 0 at the end of the file.
  package typealias Filling =
    @Sendable (_ buffer: inout [UInt8], _ bounds: Range<Int>) throws(FileError) -> Int

  /// How many bytes it had when it was opened; nil for a pipe and the like.
  package let size: Int?
  package let fill: Filling
  package let close: @Sendable () -> Void

  package init(size: Int?, fill: @escaping Filling, close: @escaping @Sendable () -> Void) {
    self.size = size
    self.fill = fill
    self.close = close
  }

  /// Returns the next bytes, at most so many; none at the end.
  func read(_ count: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let taken = try fill(&bytes, 0..<count)
    bytes.removeLast(count - taken)
    return bytes
  }
}

/// A file on its way: it takes its place whole, or not at all.
package struct PartialFile {
  package let write: (_ bytes: [UInt8]) throws(FileError) -> Void
  /// Puts it in its place; nothing can be written afterwards.
  package let finish: () throws(FileError) -> Void
  /// Leaves what was there before.
  package let abandon: () -> Void

  package init(
    write: @escaping (_ bytes: [UInt8]) throws(FileError) -> Void,
    finish: @escaping () throws(FileError) -> Void, abandon: @escaping () -> Void
  ) {
    self.write = write
    self.finish = finish
    self.abandon = abandon
  }

  /// Puts it in its place with these bytes, or leaves what was there.
  func write(whole bytes: [UInt8]) throws(FileError) {
    do throws(FileError) {
      try write(bytes)
      try finish()
    } catch {
      abandon()
      throw error
    }
  }
}

/// Bytes that are kept outside of memory, to be read back once; nobody else can see them.
package struct SpoolFile {
  package let append: (_ bytes: [UInt8]) throws(FileError) -> Void
  /// Hands back everything in pieces, from the first byte on, and ends it.
  package let readBack:
    (_ take: (_ bytes: [UInt8]) throws(FileError) -> Void) throws(FileError) -> Void

  package init(
    append: @escaping (_ bytes: [UInt8]) throws(FileError) -> Void,
    readBack:
      @escaping (_ take: (_ bytes: [UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) {
    self.append = append
    self.readBack = readBack
  }
}

extension Host {
  /// Writes a whole file or leaves what was there untouched.
  func writeFileAtomically(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try beginFile(path).write(whole: bytes)
  }

  /// The day of the run in UTC.
  func today() -> CivilDate { CivilDate(dayNumber: dayNumber()) }

  /// Writes one line on standard error, in the program's name.
  func complain(_ message: String) { writeError("holdback: \(message)\n") }
}
