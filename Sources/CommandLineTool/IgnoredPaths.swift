/// What the `.gitignore` files of the folders on the way say is not part of the project.
struct IgnoredPaths {
  /// One line of such a file.
  private struct Pattern {
    /// The folder of the file: what the pattern is about lies below it.
    let folder: String
    let components: [Component]
    let isNegated: Bool
    let isOfFolders: Bool
  }

  /// The name of the files.
  static let fileName = ".gitignore"

  private var patterns: [Pattern] = []

  /// Adds the lines of the file in a folder; they come after those of the folders above.
  mutating func add(_ text: String, in folder: String) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      if let pattern = Self.pattern(Substring(line), in: folder) { patterns.append(pattern) }
    }
  }

  /// Whether the last line that is about a path says that it is no part; what lies in a folder that
  /// is none is not asked about.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    let last = patterns.last { pattern in
      (isFolder || !pattern.isOfFolders) && Self.matches(path, pattern)
    }
    return last.map { !$0.isNegated } ?? false
  }

  private static func pattern(_ line: Substring, in folder: String) -> Pattern? {
    var text = line.hasSuffix("\\ ") ? line : line.trimmingEndSpaces
    guard !text.hasPrefix("#") else { return nil }
    let isNegated = text.hasPrefix("!")
    if isNegated { text = text.dropFirst() }
    let isOfFolders = text.hasSuffix("/")
    if isOfFolders { text = text.dropLast() }
    var components = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if components.first?.isEmpty == true {
      components.removeFirst()
    } else if components.count == 1 {
      components.insert("**", at: 0)
    }
    guard !components.isEmpty, !components.contains(where: \.isEmpty) else { return nil }
    // What ends in any number of folders is about what lies in them.
    if components.last == "**" { components.append("*") }
    return Pattern(
      folder: folder,
      components: components.map { $0 == "**" ? .folders : .name(NamePattern($0).pieces) },
      isNegated: isNegated, isOfFolders: isOfFolders)
  }

  private static func matches(_ path: String, _ pattern: Pattern) -> Bool {
    let prefix = pattern.folder == "." ? "" : pattern.folder + "/"
    guard path.hasPrefix(prefix) else { return false }
    return path.dropFirst(prefix.count).split(separator: "/").map(String.init).fits(
      pattern.components, isAnything: { $0 == .folders }, takes: { $0.takes($1) })
  }
}

/// One component of a pattern.
private enum Component: Equatable {
  /// Any number of folders.
  case folders
  case name([NamePattern.Piece])

  /// Whether a name fits, a hidden one too.
  func takes(_ name: String) -> Bool {
    switch self {
    case .folders: false
    case .name(let pieces):
      Array(name.unicodeScalars).fits(
        pieces, isAnything: { $0 == .anything }, takes: { $0.takes($1) })
    }
  }
}

/// The name in a component, piece by piece.
private struct NamePattern {
  enum Piece: Equatable {
    case scalar(Unicode.Scalar)
    case one
    case anything
    case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    func takes(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .scalar(let own): own == scalar
      case .one: true
      case .anything: false
      case .oneOf(let ranges, let isNegated):
        ranges.contains { $0.contains(scalar) } != isNegated
      }
    }
  }

  private(set) var pieces: [Piece] = []

  init(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": pieces.append(.scalar(rest.popFirst() ?? scalar))
      case "*": if pieces.last != .anything { pieces.append(.anything) }
      case "?": pieces.append(.one)
      case "[": pieces.append(Self.set(&rest) ?? .scalar(scalar))
      default: pieces.append(.scalar(scalar))
      }
    }
  }

  /// Takes a set up to its bracket; nil, with nothing taken, where it has none.
  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Piece? {
    guard rest.count > 1, let end = rest.dropFirst().firstIndex(of: "]") else { return nil }
    var inside = rest[..<end]
    let isNegated = inside.first == "!" || inside.first == "^"
    if isNegated { inside = inside.dropFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let low = inside.popFirst() {
      let high = inside.first == "-" ? inside.dropFirst().first : nil
      if let high, low <= high {
        ranges.append(low...high)
        inside = inside.dropFirst(2)
      } else {
        ranges.append(low...low)
      }
    }
    rest = rest[(end + 1)...]
    return .oneOf(ranges, isNegated: isNegated)
  }
}

extension Substring {
  fileprivate var trimmingEndSpaces: Substring {
    var text = self
    while text.last == " " || text.last == "\t" || text.last == "\r" { text = text.dropLast() }
    return text
  }
}
