/// Why the machine refused to read or write.
package enum FileError: Error, Hashable, Sendable {
  case absent
  /// Something is there where nothing should be.
  case exists
  case notPermitted
  case isDirectory
  /// A pipe, a device or a socket.
  case notRegular
  /// More than so many bytes.
  case tooLarge(limit: Int)
  case noSpace
  /// Whoever read the output has stopped.
  case closedPipe
  /// The machine's own words.
  case other(String)

  /// The reason, as it follows a colon.
  var words: String {
    switch self {
    case .absent: "no such file or folder"
    case .exists: "something is there already"
    case .notPermitted: "permission denied"
    case .isDirectory: "is a folder"
    case .notRegular: "is not a regular file"
    case .tooLarge(let limit): "is larger than \(limit >> 20) MiB"
    case .noSpace: "no space left on the device"
    case .closedPipe: "nobody reads it any more"
    case .other(let reason): reason
    }
  }
}
