#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file that is written piece by piece, a mebibyte at a time: what a run takes is told beside the
/// memory of this program, which must stay small.
struct TextFile: ~Copyable {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var isSound = true

  private static let pieceSize = 1 << 20

  init?(path: String) {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return nil }
    bytes.reserveCapacity(Self.pieceSize + 4_096)
  }

  mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= Self.pieceSize { flush() }
  }

  /// Adds a number that is not negative, with zeros in front up to so many digits.
  mutating func add(_ number: Int, digits: Int = 1) {
    var least = 1
    for _ in 1..<max(digits, 1) { least *= 10 }
    while number / least >= 10 { least *= 10 }
    while least > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / least % 10))
      least /= 10
    }
  }

  /// Adds sixteen hexadecimal digits.
  mutating func addHexadecimal(_ number: UInt64) {
    for place in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(number >> UInt64(place) & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// Adds the time of a day, as ISO 8601 writes it behind the date.
  mutating func addTime(_ second: Int) {
    add("T")
    add(second / 3_600, digits: 2)
    add(":")
    add(second / 60 % 60, digits: 2)
    add(":")
    add(second % 60, digits: 2)
    add("Z")
  }

  /// Whether everything was written.
  consuming func closed() -> Bool {
    flush()
    return close(descriptor) == 0 && isSound
  }

  private mutating func flush() {
    var start = 0
    while isSound, start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress! + start, buffer.count - start)
      }
      isSound = count > 0
      start += max(count, 0)
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
