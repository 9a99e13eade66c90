import Records
import RuleChecking

/// A name of a document by where it stands, with what tells it from most others.
struct PlainName: Sendable {
  let start: Int32
  let count: Int32
  private let head: UInt64

  /// Makes the name of a range of plain text; nil where it cannot name a part.
  init?(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    guard !range.isEmpty, range.count <= String.longestName, bytes[range.lowerBound] != 0x20,
      bytes[range.upperBound - 1] != 0x20
    else { return nil }
    self.init(text: range, bytes)
  }

  init(text range: Range<Int>, _ bytes: Span<UInt8>) {
    start = Int32(range.lowerBound)
    count = Int32(range.count)
    head = PlainJSON.head(of: range, bytes)
  }

  var range: Range<Int> { Int(start)..<Int(start + count) }

  @inline(__always)
  func isSame(as other: PlainName, _ bytes: Span<UInt8>) -> Bool {
    guard head == other.head, count == other.count else { return false }
    return count <= 8 || bytes.isSame(8..<Int(count), from: Int(start), as: Int(other.start))
  }

  /// Whether it is what every contract is called beside its id.
  func isContract(_ bytes: Span<UInt8>) -> Bool {
    count == 8 && "contract".utf8.enumerated().allSatisfy { bytes[Int(start) + $0] == $1 }
  }
}

extension Span<UInt8> {
  /// Whether some bytes from one place on are those from another.
  fileprivate func isSame(_ offsets: Range<Int>, from place: Int, as other: Int) -> Bool {
    for offset in offsets where self[place + offset] != self[other + offset] { return false }
    return true
  }
}
