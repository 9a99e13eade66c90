/// Why the bytes of a zone file are not read.
package enum ZoneFileFault: Error, Hashable, Sendable {
  /// They are not, or not wholly, what RFC 9636 says.
  case malformed
  /// Their times count leap seconds, as those of no record do.
  case countsLeapSeconds
}

/// What the clocks of a place show, as a file of the time zone database states it.
///
/// It is a table of the moments at which the clocks were set, and perhaps a rule for those after.
package struct ZoneRules: Hashable, Sendable {
  /// Moments in order, in seconds since 1970 began in UTC.
  let transitions: [Int64]
  /// Seconds ahead of UTC from each moment on; the first is that before all of them.
  let offsets: [Int]
  /// What holds after the last moment; `nil` where the file says nothing about it.
  let afterwards: ZoneFooter?
  /// Whether the moments are all that there is to say, so that the last of them holds for good.
  let isClosed: Bool

  /// Returns the seconds that clocks are ahead of UTC at a moment, negative if behind; `nil` where
  /// the file does not reach it.
  package func offsetSeconds(at moment: Instant) -> Int? {
    let seconds = moment.secondsSinceEpoch
    let passed = transitions.partitioningIndex { $0 > seconds }
    if passed < transitions.count { return offsets[passed] }
    if let afterwards { return afterwards.offsetSeconds(at: seconds) }
    return isClosed ? offsets[passed] : nil
  }

  /// Returns the day that it is at the place; `nil` where the file does not reach the moment, or no
  /// date does.
  package func day(of moment: Instant) -> CivilDate? {
    offsetSeconds(at: moment).flatMap { try? moment.date(offsetSeconds: $0) }
  }

  /// Whether a text can name a zone: components of letters, digits, `+`, `-` and `_`, joined by `/`.
  ///
  /// A name is part of a path; none leads out of the folder of zones.
  package static func isName(_ text: String) -> Bool {
    let components = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return text.utf8.count <= 255
      && components.allSatisfy { !$0.isEmpty && $0.allSatisfy(isPartOfName) }
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension [Int64] {
  /// Returns the place of the first number in order that passes a test which all after it pass.
  fileprivate func partitioningIndex(where isAfter: (Int64) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
