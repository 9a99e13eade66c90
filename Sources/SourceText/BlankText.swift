extension [UInt8] {
  /// Whether nothing stands in a text but spaces, line ends and a mark of its byte order.
  package var isBlank: Bool {
    let hasMark = starts(with: [0xEF, 0xBB, 0xBF])
    return self[(hasMark ? 3 : 0)...].isBlank
  }
}

extension ArraySlice<UInt8> {
  /// Whether nothing stands in a part of a text but spaces and line ends.
  package var isBlank: Bool { allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }
}
