/// Builds the bytes of a time zone file, as RFC 9636 lays them out.
package struct ZoneFileBytes {
  package var version: UInt8 = 2
  /// Moments, each with the place of the offset that holds from it on.
  package var transitions: [(moment: Int64, offset: Int)] = []
  /// In seconds ahead of UTC; the first holds before all moments.
  package var offsets: [Int32] = [0]
  package var footer = ""
  package var leapSeconds: [(moment: Int64, correction: Int32)] = []

  package init() {}

  /// New York around 2013, as far as its summers need.
  package static var newYork: ZoneFileBytes {
    var file = ZoneFileBytes()
    file.offsets = [-17_762, -14_400, -18_000]
    file.transitions = [
      (-2_717_650_800, 2), (1_362_898_800, 1), (1_383_458_400, 2), (1_394_348_400, 1),
      (1_414_908_000, 2),
    ]
    file.footer = "EST5EDT,M3.2.0,M11.1.0"
    return file
  }

  package var bytes: [UInt8] {
    guard version > 1 else { return block(timeBytes: 4) }
    var oldest = ZoneFileBytes()
    oldest.version = version
    return oldest.block(timeBytes: 4) + block(timeBytes: 8) + Array("\n\(footer)\n".utf8)
  }

  private func block(timeBytes: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version > 1 ? UInt8(ascii: "0") + version : 0]
    bytes += [UInt8](repeating: 0, count: 15)
    for count in [0, 0, leapSeconds.count, transitions.count, offsets.count, 4] {
      bytes += Self.bigEndian(Int64(count), count: 4)
    }
    for transition in transitions {
      bytes += Self.bigEndian(transition.moment, count: timeBytes)
    }
    bytes += transitions.map { UInt8($0.offset) }
    for offset in offsets { bytes += Self.bigEndian(Int64(offset), count: 4) + [0, 0] }
    bytes += Array("LMT".utf8) + [0]
    for leap in leapSeconds {
      bytes += Self.bigEndian(leap.moment, count: timeBytes)
      bytes += Self.bigEndian(Int64(leap.correction), count: 4)
    }
    return bytes
  }

  private static func bigEndian(_ value: Int64, count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> Int64(8 * $0)) }
  }
}
