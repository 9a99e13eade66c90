import Synchronization
import Testing

@testable import ContractCheck

/// A file is cut into the same lines however it is read, and what is too long is so wherever it stands.
@Suite struct LineBuffers {
  /// Reads a text in so many bytes at once, and returns its lines; nil where one is too long.
  private static func lines(
    of text: [UInt8], atOnce: Int, size: Int, longest: Int
  ) -> [[UInt8]]? {
    let place = Mutex(0)
    var buffer = LineBuffer(
      { bytes, bounds in
        place.withLock { place in
          let count = min(atOnce, bounds.count, text.count - place)
          bytes.replaceSubrange(
            bounds.lowerBound..<(bounds.lowerBound + count), with: text[place..<(place + count)])
          place += count
          return count
        }
      }, size: size, longestLine: longest)
    var lines: [[UInt8]] = []
    var room: [UInt8] = []
    while let piece = buffer.next(reusing: consume room) {
      let bytes = piece.bytes[piece.bounds]
      #expect(bytes.last == UInt8(ascii: "\n"))
      lines += bytes.dropLast().split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
      )
      .map(Array.init)
      room = piece.bytes
    }
    return buffer.failure == nil ? lines : nil
  }

  @Test(arguments: [300, 301, 302])
  func aLineIsTooLongWhereverItStands(length: Int) {
    let short = [UInt8](repeating: UInt8(ascii: "s"), count: 7)
    for place in 0..<40 {
      var lines = [[UInt8]](repeating: short, count: 40)
      lines.insert([UInt8](repeating: UInt8(ascii: "l"), count: length), at: place)
      let text = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      for (atOnce, size) in [(1, 16), (13, 64), (1_000, 64), (1_000, 1_000)] {
        let found = Self.lines(of: text, atOnce: atOnce, size: size, longest: 301)
        #expect(found == (length > 301 ? nil : lines), "\(place), \(atOnce), \(size)")
      }
    }
  }
}
