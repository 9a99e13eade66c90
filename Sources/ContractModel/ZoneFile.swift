extension ZoneRules {
  /// The most bytes of a zone file that are read; the largest there are have a few thousand.
  package static let byteLimit = 1 << 20

  /// Reads a file of the time zone database, of any version of RFC 9636.
  ///
  /// From version 2 on the table in 64 bits counts, and the line after it; the one before, in 32
  /// bits, is for older readers.
  package init(tzif bytes: [UInt8]) throws(ZoneFileFault) {
    guard bytes.count <= Self.byteLimit else { throw .malformed }
    var reader = ZoneFileReader(bytes)
    let first = try reader.table(timeBytes: 4)
    guard first.version > 0 else {
      guard reader.isAtEnd else { throw .malformed }
      self.init(first, afterwards: nil, isClosed: first.transitions.isEmpty)
      return
    }
    let second = try reader.table(timeBytes: 8)
    let line = try reader.line()
    guard second.version == first.version, reader.isAtEnd else { throw .malformed }
    guard !line.isEmpty else {
      self.init(second, afterwards: nil, isClosed: second.transitions.isEmpty)
      return
    }
    guard let footer = ZoneFooter(line) else { throw .malformed }
    self.init(second, afterwards: footer, isClosed: false)
  }

  private init(_ table: ZoneFileReader.Table, afterwards: ZoneFooter?, isClosed: Bool) {
    transitions = table.transitions
    offsets = table.offsets
    self.afterwards = afterwards
    self.isClosed = isClosed
  }
}

/// Takes the parts of a zone file from its front; whatever the bytes are, it reads none twice and
/// none that is not there.
private struct ZoneFileReader {
  struct Table {
    /// 0 for version 1, else the digit that the file states.
    let version: UInt8
    let transitions: [Int64]
    /// One more than there are transitions.
    let offsets: [Int]
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes a header and the block of data after it.
  mutating func table(timeBytes: Int) throws(ZoneFileFault) -> Table {
    guard try take(4).elementsEqual("TZif".utf8), let version = try take(1).first,
      version == 0 || version >= UInt8(ascii: "2")
    else { throw .malformed }
    _ = try take(15)
    let utcMarks = try count()
    let standardMarks = try count()
    let leapSeconds = try count()
    let transitionCount = try count()
    let typeCount = try count()
    let nameBytes = try count()
    guard typeCount > 0, typeCount <= 256, nameBytes > 0 else { throw .malformed }
    let times = try take(transitionCount * timeBytes)
    let kinds = try take(transitionCount)
    let types = try take(typeCount * 6)
    _ = try take(nameBytes)
    _ = try take(leapSeconds * (timeBytes + 4))
    _ = try take(standardMarks)
    _ = try take(utcMarks)
    guard leapSeconds == 0 else { throw .countsLeapSeconds }
    let typeOffsets = try (0..<typeCount).map { place throws(ZoneFileFault) in
      try Self.offset(types.dropFirst(place * 6).prefix(4))
    }
    guard kinds.allSatisfy({ $0 < typeCount }) else { throw .malformed }
    let transitions = (0..<transitionCount).map { place in
      Self.signed(times.dropFirst(place * timeBytes).prefix(timeBytes))
    }
    guard zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .malformed
    }
    return Table(
      version: version, transitions: transitions,
      offsets: [typeOffsets[0]] + kinds.map { typeOffsets[Int($0)] })
  }

  /// Takes a line feed, a text and another line feed, and returns the text.
  mutating func line() throws(ZoneFileFault) -> ArraySlice<UInt8> {
    let feed = UInt8(ascii: "\n")
    guard try take(1).first == feed, let end = rest.firstIndex(of: feed) else { throw .malformed }
    let line = rest[..<end]
    rest = rest[(end + 1)...]
    return line
  }

  private mutating func count() throws(ZoneFileFault) -> Int {
    try take(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func take(_ count: Int) throws(ZoneFileFault) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .malformed }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// A clock is less than 25 hours behind UTC and less than 26 ahead.
  private static func offset(_ bytes: ArraySlice<UInt8>) throws(ZoneFileFault) -> Int {
    let seconds = signed(bytes)
    guard seconds > -90_000, seconds < 93_600 else { throw .malformed }
    return Int(seconds)
  }

  /// The number that bytes write in two's complement, the most significant first.
  private static func signed(_ bytes: ArraySlice<UInt8>) -> Int64 {
    let pattern = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let unused = 64 - 8 * bytes.count
    return Int64(bitPattern: pattern << UInt64(unused)) >> Int64(unused)
  }
}
