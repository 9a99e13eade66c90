/// One text the user gave: its path as the user knows it, and its bytes.
package struct SourceFile: Sendable {
  /// The path as given or found, with `/` between components; shown in every diagnostic.
  package let path: String
  package let bytes: [UInt8]
  /// The number of the first line: 1, unless this is a part of a longer text.
  package let firstLine: Int
  /// How many lines were left out after the first: of a table that is read in pieces each piece has the
  /// header before its own rows.
  package let linesLeftOut: Int
  /// The byte offset at which each line begins; the first is 0.
  private let lineStarts: [Int]
  /// For each block of bytes how many before it go on with a character; empty where all are ASCII.
  ///
  /// A line may be a whole file, with thousands of places in it that a report tells of.
  private let followers: [Int]
  private static let block = 1_024

  package init(path: String, bytes: [UInt8], firstLine: Int = 1, linesLeftOut: Int = 0) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    self.init(
      path: path, bytes: bytes, firstLine: firstLine, linesLeftOut: linesLeftOut,
      lineStarts: starts)
  }

  /// Makes the same of a text whose lines were found before: 0, and every offset after a line feed.
  package init(
    path: String, bytes: [UInt8], firstLine: Int, linesLeftOut: Int = 0, lineStarts: [Int]
  ) {
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    self.linesLeftOut = linesLeftOut
    self.lineStarts = lineStarts
    followers = Self.followers(of: bytes.span)
  }

  private static func followers(of bytes: Span<UInt8>) -> [Int] {
    var all: UInt8 = 0
    for place in bytes.indices { all |= bytes[place] }
    guard all >= 0x80 else { return [] }
    var counts: [Int] = []
    var count = 0
    var start = 0
    while start < bytes.count {
      if start.isMultiple(of: block) { counts.append(count) }
      // So few that a byte can count them: many are then looked at together, without a branch.
      let part = bytes.extracting(start..<min(start + 128, bytes.count))
      var few: UInt8 = 0
      for place in part.indices { few &+= (part[place] &>> 7) & ~(part[place] &>> 6) }
      count += Int(few)
      start += 128
    }
    return counts
  }

  package var lineCount: Int { lineStarts.count }

  /// Returns the 1-based line and the 1-based column, counted in bytes, of an offset.
  package func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(
      line: low + firstLine + (low > 0 ? linesLeftOut : 0), column: offset - lineStarts[low] + 1)
  }

  /// Returns the 1-based column of an offset on its line, counted in Unicode scalars; the line end is one
  /// place.
  package func scalarColumn(at offset: Int) -> Int {
    let position = position(at: offset)
    let (start, end) = (offset - position.column + 1, min(offset, line(position.line).endIndex))
    return end - start - (followers(before: end) - followers(before: start)) + 1
  }

  /// How many bytes before an offset go on with a character that began before them.
  private func followers(before offset: Int) -> Int {
    guard !followers.isEmpty else { return 0 }
    let block = min(offset / Self.block, followers.count - 1)
    return followers[block] + bytes[block * Self.block..<offset].count(where: \.goesOn)
  }

  /// Returns the bytes of a 1-based line, without its line end.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    let index = number - firstLine - (number > firstLine ? linesLeftOut : 0)
    guard number == firstLine || index > 0, lineStarts.indices.contains(index) else { return [] }
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<max(start, end)]
  }
}

extension UInt8 {
  /// Whether it goes on with a character of UTF-8 that began before it.
  fileprivate var goesOn: Bool { self & 0xC0 == 0x80 }
}

/// A place in a text as people count it: line and column, both from 1, the column in bytes.
package struct SourcePosition: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Names one file among the files of a run: its index in `SourceFiles`.
package struct FileID: Hashable, Comparable, Sendable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// All texts of one run.
package struct SourceFiles: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  /// The name of the file that is added next.
  package var next: FileID { FileID(files.count) }

  package mutating func add(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(files.count - 1)
  }

  package subscript(id: FileID) -> SourceFile { files[Int(id.index)] }

  /// Returns the text of a range on one line, its words parted by single spaces.
  package func line(at range: SourceRange) -> String {
    let bytes = self[range.file].bytes[range.lower..<range.upper]
    return String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Returns these texts with another one in the place of a file.
  package func replacing(_ id: FileID, with file: SourceFile) -> SourceFiles {
    var copy = self
    copy.files[Int(id.index)] = file
    return copy
  }
}

/// A half-open range of bytes of one file.
package struct SourceRange: Hashable, Sendable {
  package let file: FileID
  package let lower: Int
  package let upper: Int

  package init(file: FileID, lower: Int, upper: Int) {
    self.file = file
    self.lower = lower
    self.upper = upper
  }

  /// Whether another range lies wholly within this one.
  package func contains(_ other: SourceRange) -> Bool {
    file == other.file && lower <= other.lower && other.upper <= upper
  }

  /// Returns the smallest range that covers both; the first alone where the other is of another file.
  package func through(_ other: SourceRange) -> SourceRange {
    guard file == other.file else { return self }
    return SourceRange(file: file, lower: min(lower, other.lower), upper: max(upper, other.upper))
  }
}
