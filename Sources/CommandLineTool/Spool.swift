/// Text that can only be written later: in memory while it is short, outside of it when it grows.
struct Spool {
  /// Bytes that are kept in memory.
  private static let memoryLimit = 4 << 20

  let host: Host
  private var pending: [UInt8] = []
  private var file: SpoolFile?

  init(host: Host) { self.host = host }

  mutating func append(_ text: String) throws(FileError) {
    pending += text.utf8
    guard pending.count >= Self.memoryLimit else { return }
    if file == nil { file = try host.makeSpool() }
    try file?.append(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// Hands everything on in pieces.
  func readBack(_ take: ([UInt8]) throws(FileError) -> Void) throws(FileError) {
    try file?.readBack(take)
    try take(pending)
  }
}
