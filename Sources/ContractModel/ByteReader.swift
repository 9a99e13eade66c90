/// Reads ASCII from the front of a text, byte by byte, without leniency.
struct ByteReader<Bytes: Collection> where Bytes.Element == UInt8 {
  private var rest: Bytes.SubSequence

  init(_ bytes: Bytes) { rest = bytes[...] }

  /// Whether every byte was taken.
  var isAtEnd: Bool { rest.isEmpty }

  /// Takes the next byte if it is the given one, and says whether it was.
  mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes the next byte if it passes a test, and says whether it did.
  mutating func take(where isWanted: (UInt8) -> Bool) -> Bool {
    guard let byte = rest.first, isWanted(byte) else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes exactly `count` digits, at most nine, and returns their value, or `nil`.
  mutating func number(digits count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = takeDigit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Takes all digits that come next and appends them to `value`; `nil` if more than `limit`.
  ///
  /// The digits of all calls for one value must not be more than 38, so that they fit.
  mutating func digits(
    into value: inout Int128, atMost limit: Int
  ) -> (count: Int, startsWithZero: Bool)? {
    let startsWithZero = rest.first == UInt8(ascii: "0")
    var count = 0
    while let digit = takeDigit() {
      guard count < limit else { return nil }
      value = value * 10 + Int128(digit)
      count += 1
    }
    return (count, startsWithZero)
  }

  private mutating func takeDigit() -> Int? {
    guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
      return nil
    }
    rest.removeFirst()
    return Int(byte - UInt8(ascii: "0"))
  }
}
