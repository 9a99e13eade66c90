extension String {
  /// The path as a reference that no reader takes for anything else (RFC 3986): relative, or
  /// `file:///…` where the path begins at the root; every byte but the unreserved ones is encoded.
  var uriReference: String {
    let segments = pathSegments.map { segment in
      segment.utf8.map { byte in
        byte.isUnreserved ? String(Unicode.Scalar(byte)) : "%" + byte.twoDigits
      }.joined()
    }
    let path = segments.joined(separator: "/")
    if utf8.first == UInt8(ascii: "/") { return "file:///" + path }
    return path.isEmpty ? "." : path
  }

  /// The components of a path, without those that lead nowhere.
  var pathSegments: [Substring] { split(separator: "/").filter { $0 != "." } }
}

extension UInt8 {
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  fileprivate var twoDigits: String {
    let digits = String(self, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
