internal import ContractModel

/// A pattern of file paths below a folder: `*` is any part of a name, `?` one character of it. In what
/// follows the last dot of a name small and capital letters are alike: `x.CSV` is a table as `x.csv` is.
struct FileGlob {
  /// The patterns of names, from the folder down.
  let components: [String]

  /// Fails where a pattern names no files below the folder, for which its contract is refused.
  init?(_ pattern: String) {
    guard let components = RecordPattern.components(of: pattern) else { return nil }
    self.components = components
  }

  /// Whether a component stands for one name only.
  static func isLiteral(_ component: String) -> Bool {
    !component.utf8.contains(where: isWild)
  }

  /// Returns those of some names, which are in the order of their bytes, that fit a component.
  static func names(_ names: [String], matching component: String) -> [String] {
    let bytes = Array(component.utf8)
    let dot = UInt8(ascii: ".")
    let start = bytes.prefix { !isWild($0) }
    // Those that begin as it does stand together, but for capital letters after the dot.
    let plainStart = start[..<(start.lastIndex(of: dot) ?? start.endIndex)]
    let end = bytes.suffix(while: { !isWild($0) }).map(\.small)
    let first = names.firstPlace { !$0.utf8.lexicographicallyPrecedes(plainStart) }
    return names[first...].prefix { $0.utf8.starts(with: plainStart) }
      .filter {
        $0.utf8.suffix(end.count).lazy.map(\.small).elementsEqual(end) && matches($0, component)
      }
  }

  private static func isWild(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
  }

  /// Returns whether a name fits a component; a hidden name fits only where its dot is written.
  static func matches(_ name: String, _ component: String) -> Bool {
    guard !FilePath.isHidden(name) || FilePath.isHidden(component) else { return false }
    return fits(name, component) || fits(name.withSmallEnding, component.withSmallEnding)
  }

  private static func fits(_ name: String, _ component: String) -> Bool {
    Array(name.unicodeScalars).fits(
      Array(component.unicodeScalars), isAnything: { $0 == "*" },
      takes: { $0 == "?" || $0 == $1 })
  }
}

extension [String] {
  /// Returns the place of the first element of which something holds that holds of all after it.
  fileprivate func firstPlace(where holds: (String) -> Bool) -> Int {
    var places = 0..<count
    while !places.isEmpty {
      let middle = places.lowerBound + places.count / 2
      places = holds(self[middle]) ? places.lowerBound..<middle : middle + 1..<places.upperBound
    }
    return places.lowerBound
  }
}

extension [UInt8] {
  /// The last bytes, as long as something holds of them.
  fileprivate func suffix(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    self[(lastIndex { !holds($0) }.map { $0 + 1 } ?? 0)...]
  }
}

extension UInt8 {
  /// The same letter of ASCII as a small one.
  fileprivate var small: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self
  }
}

extension String {
  /// The name with the letters after its last dot small.
  fileprivate var withSmallEnding: String {
    guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")) else { return self }
    return self[..<dot] + String(decoding: self[dot...].utf8.map(\.small), as: UTF8.self)
  }
}
