extension String {
  /// Returns the text with what stands for some of its scalars; nil leaves the scalar as it is.
  func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
    // Bytes, as adding a scalar to a text takes ten times as long.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let other = replacement(scalar) {
        bytes.append(contentsOf: other.utf8)
      } else {
        for byte in scalar.utf8 { bytes.append(byte) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
