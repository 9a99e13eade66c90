extension [UInt8] {
  /// Whether nothing stands in a text but spaces, line ends and a mark of its byte order.
  package var isBlank: Bool {
    let text = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
    return text.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
