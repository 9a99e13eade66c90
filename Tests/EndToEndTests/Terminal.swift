import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Program {
  /// Linux's requests to a new terminal: unlock it, and say which one it is.
  private static let lockOfTerminal: UInt = 0x4004_5431
  private static let numberOfTerminal: UInt = 0x8004_5430

  /// Runs the program on a terminal of so many columns, and returns what it shows.
  static func onTerminal(
    columns: UInt16, _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> (status: Int32?, text: String) {
    let reader = try FileHandle(forUpdating: URL(filePath: "/dev/ptmx"))
    let terminal = reader.fileDescriptor
    var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    var (locked, number): (Int32, Int32) = (0, 0)
    try #require(unsafe ioctl(terminal, lockOfTerminal, &locked) == 0)
    try #require(unsafe ioctl(terminal, numberOfTerminal, &number) == 0)
    let name = "/dev/pts/\(number)"
    // On a queue of its own, since it waits: tasks must not.
    async let shown = withCheckedContinuation { (done: CheckedContinuation<Data, Never>) in
      DispatchQueue(label: "terminal").async {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 12)
        while true {
          let count = unsafe buffer.withUnsafeMutableBytes { buffer in
            unsafe read(reader.fileDescriptor, buffer.baseAddress, buffer.count)
          }
          // The end of a terminal is an error of the read, not an empty one.
          guard count > 0 else { break }
          data += buffer[..<count]
        }
        done.resume(returning: data)
      }
    }
    let run = try await run(
      arguments, environment: environment, output: .file(name))
    let text = String(decoding: await shown, as: UTF8.self)
    return (run.status, text.replacing("\r\n", with: "\n"))
  }
}
