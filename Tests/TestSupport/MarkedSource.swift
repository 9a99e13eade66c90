package import SourceText

/// A text with marks around the places where mistakes are expected.
///
/// `«` and `»` stand around each place; `‹FF›` stands for the one byte 0xFF.
package struct MarkedSource {
  /// The text without its marks.
  package let bytes: [UInt8]
  /// The marked places by their start, as places of the first file.
  package let ranges: [SourceRange]

  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var ranges: [(start: Int, end: Int)] = []
    var hexadecimal: String?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": starts.append(bytes.count)
      case "»": ranges.append((starts.removeLast(), bytes.count))
      case "‹": hexadecimal = ""
      case "›":
        if let digits = hexadecimal, let byte = UInt8(digits, radix: 16) { bytes.append(byte) }
        hexadecimal = nil
      default:
        if hexadecimal != nil {
          hexadecimal?.unicodeScalars.append(scalar)
        } else {
          bytes += Array(scalar.utf8)
        }
      }
    }
    self.bytes = bytes
    self.ranges = ranges.sorted { $0.start < $1.start }.map {
      SourceRange(file: FileID(0), lower: $0.start, upper: $0.end)
    }
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
