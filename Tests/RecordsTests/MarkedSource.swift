internal import SourceText

/// A text with marks around the place that a diagnostic should name.
///
/// `«` and `»` stand around that place; `‹FF›` stands for the one byte 0xFF.
struct MarkedSource {
  let bytes: [UInt8]
  let markedRange: Range<Int>?

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var lower: Int?
    var upper: Int?
    var hexadecimal: String?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": lower = bytes.count
      case "»": upper = bytes.count
      case "‹": hexadecimal = ""
      case "›":
        if let digits = hexadecimal, let byte = UInt8(digits, radix: 16) { bytes.append(byte) }
        hexadecimal = nil
      default:
        if hexadecimal != nil {
          hexadecimal?.unicodeScalars.append(scalar)
        } else {
          bytes += UTF8.encode(scalar).map(Array.init) ?? []
        }
      }
    }
    self.bytes = bytes
    markedRange = if let lower, let upper { lower..<upper } else { nil }
  }

  var file: SourceFile { SourceFile(path: "records", bytes: bytes) }
}

extension SourceFile {
  init(_ text: String) { self.init(path: "records", bytes: Array(text.utf8)) }
}

extension SourceRange {
  var bytes: Range<Int> { lower..<upper }
}

let fileID = FileID(0)
