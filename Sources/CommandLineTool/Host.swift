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
  /// Returns the names in a folder, in any order.
  package var listDirectory: (_ path: String) throws(FileError) -> [String]
  /// Returns what stands at a path, or where it leads if links are followed.
  package var kind: (_ path: String, _ followsLinks: Bool) -> FileKind
  /// Returns the bytes of the machine's file about a time zone, `nil` where it has no such files at
  /// all; throws `absent` for a zone that it does not know.
  package var readZoneFile: (_ zone: String, _ limit: Int) throws(FileError) -> [UInt8]?
  package var writeOutput: (_ bytes: [UInt8]) throws(FileError) -> Void
  package var writeError: (_ text: String) -> Void
  /// Writes a whole file or leaves what was there untouched.
  package var writeFileAtomically: (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void
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

  package init(
    readFile: @escaping (_ path: String, _ limit: Int) throws(FileError) -> [UInt8],
    readStandardInput: @escaping (_ limit: Int) throws(FileError) -> [UInt8],
    listDirectory: @escaping (_ path: String) throws(FileError) -> [String],
    kind: @escaping (_ path: String, _ followsLinks: Bool) -> FileKind,
    readZoneFile: @escaping (_ zone: String, _ limit: Int) throws(FileError) -> [UInt8]?,
    writeOutput: @escaping (_ bytes: [UInt8]) throws(FileError) -> Void,
    writeError: @escaping (_ text: String) -> Void,
    writeFileAtomically: @escaping (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void,
    makeFolder: @escaping (_ path: String) throws(FileError) -> Void,
    environment: @escaping (_ name: String) -> String?,
    isOutputTerminal: Bool, isErrorTerminal: Bool, outputWidth: Int?,
    dayNumber: @escaping () -> Int32, revisions: Revisions = .none
  ) {
    self.readFile = readFile
    self.readStandardInput = readStandardInput
    self.listDirectory = listDirectory
    self.kind = kind
    self.readZoneFile = readZoneFile
    self.writeOutput = writeOutput
    self.writeError = writeError
    self.writeFileAtomically = writeFileAtomically
    self.makeFolder = makeFolder
    self.environment = environment
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.outputWidth = outputWidth
    self.dayNumber = dayNumber
    self.revisions = revisions
  }
}

extension Host {
  /// The day of the run in UTC.
  func today() -> CivilDate { CivilDate(dayNumber: dayNumber()) }

  /// Writes one line on standard error, in the program's name.
  func complain(_ message: String) { writeError("holdback: \(message)\n") }
}
