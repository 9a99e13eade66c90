/// Reads ASCII from the front of a text, byte by byte, without leniency.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Whether every byte was taken.
  var isAtEnd: Bool { index == bytes.endIndex }

  private var next: UInt8? { isAtEnd ? nil : bytes[index] }

  /// Takes the next byte if it is the given one, and says whether it was.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  /// Takes the next byte if it passes a test, and says whether it did.
  mutating func take(where isWanted: (UInt8) -> Bool) -> Bool {
    guard let byte = next, isWanted(byte) else { return false }
    index += 1
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
    let startsWithZero = next == UInt8(ascii: "0")
    var count = 0
    while let digit = takeDigit() {
      guard count < limit else { return nil }
      value = value * 10 + Int128(digit)
      count += 1
    }
    return (count, startsWithZero)
  }

  private mutating func takeDigit() -> Int? {
    guard let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
      return nil
    }
    index += 1
    return Int(byte - UInt8(ascii: "0"))
  }
}
