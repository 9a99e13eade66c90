/// A record file that is read piece by piece, as it may be longer than memory.
package struct RecordStream {
  package let path: String
  /// The source that reads it; nil where records are as the language has them.
  package let source: String?
  /// How many bytes it had when it was found.
  package let size: Int
  /// Opens the file, from its beginning.
  package let open: () -> Reading?
  /// Reads all of it, where one pass is not enough; nil where it cannot be read, or is too long to be
  /// kept.
  package let whole: () -> [UInt8]?

  /// Puts the next bytes into a buffer, from an offset up to an end, and returns how many there were,
  /// 0 at the end of the file; nil where it cannot be read on. Any thread may read on, one at a time.
  package typealias Reading =
    @Sendable (_ buffer: inout [UInt8], _ bounds: Range<Int>) -> Int?

  package init(
    path: String, source: String?, size: Int, open: @escaping () -> Reading?,
    whole: @escaping () -> [UInt8]?
  ) {
    self.path = path
    self.source = source
    self.size = size
    self.open = open
    self.whole = whole
  }

  /// The name without folders and extension.
  var baseName: String { InputFile(path: path, bytes: []).baseName }
}

/// The record files of the contracts of one file.
package struct RecordInputs {
  /// Those that were read as a whole.
  package let files: [InputFile]
  /// Those that are read piece by piece.
  package let streams: [RecordStream]
  /// How many pieces are looked at at once.
  package let jobs: Int
  /// Bytes of a piece: enough to be worth another thread, and few to be kept.
  package let pieceSize: Int

  static var none: RecordInputs { RecordInputs(files: []) }

  package init(
    files: [InputFile], streams: [RecordStream] = [], jobs: Int = 1, pieceSize: Int = 1 << 19
  ) {
    self.pieceSize = pieceSize
    self.files = files
    self.streams = streams
    self.jobs = jobs
  }
}
