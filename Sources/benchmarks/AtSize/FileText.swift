#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A piece of a text file: what a program printed, or what the machine says of itself.
enum FileText {
  static func beginning(of path: String, count: Int = 1 << 20) -> String {
    piece(of: path, count: count, fromEnd: false)
  }

  static func end(of path: String, count: Int = 4_096) -> String {
    piece(of: path, count: count, fromEnd: true)
  }

  private static func piece(of path: String, count: Int, fromEnd: Bool) -> String {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    if fromEnd {
      let size = lseek(descriptor, 0, SEEK_END)
      lseek(descriptor, max(0, size - count), SEEK_SET)
    }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(count, 1 << 14))
    while bytes.count < count {
      let got = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, min(buffer.count, count - bytes.count))
      }
      guard got > 0 else { break }
      bytes.append(contentsOf: piece[..<got])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// What stands behind the last place of a word, up to the end of the text; nil where it is nowhere.
  func after(last word: String) -> Substring? {
    var rest = self[...]
    var found: Substring?
    while let next = rest.after(first: word) {
      found = next
      rest = next
    }
    return found
  }
}

extension Substring {
  /// What stands behind the first place of a word; nil where it is nowhere.
  func after(first word: String) -> Substring? {
    let bytes = Array(word.utf8)
    var place = utf8.startIndex
    while let start = utf8[place...].firstIndex(of: bytes[0]) {
      if utf8[start...].starts(with: bytes) {
        return self[utf8.index(start, offsetBy: bytes.count)...]
      }
      place = utf8.index(after: start)
    }
    return nil
  }

  /// The digits at its start, whatever groups or divides them, as one number.
  var digits: Int {
    utf8.prefix { (48...57).contains($0) || [44, 46].contains($0) }
      .reduce(0) { $1 < 48 ? $0 : $0 * 10 + Int($1) - 48 }
  }
}
