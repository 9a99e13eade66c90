internal import SourceText

/// A piece of a line: one that is never broken, such as an amount with its currency, or words parted by
/// single spaces.
struct TextWord {
  enum Ink { case plain, bold, dim, red, yellow, green }

  let text: String
  let ink: Ink
  /// Spaces before it, unless a line begins with it.
  let gap: Int
  /// Columns on a terminal.
  let width: Int
  /// Whether it may be broken at its spaces: it is of ASCII then, but for a sign before it and one after
  /// it.
  fileprivate let isPhrase: Bool

  init(_ text: String, _ ink: Ink = .plain, gap: Int = 1) {
    let width =
      text.isPlain ? text.utf8.count : text.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
    self.init(text, ink, gap: gap, width: width)
  }

  private init(_ text: String, _ ink: Ink, gap: Int, width: Int, isPhrase: Bool = false) {
    self.text = text
    self.ink = ink
    self.gap = gap
    self.width = width
    self.isPhrase = isPhrase
  }

  /// The same after so many spaces.
  fileprivate func after(gap: Int) -> TextWord {
    TextWord(text, ink, gap: gap, width: width, isPhrase: isPhrase)
  }

  /// The same with a sign after it, with which no line begins.
  func followed(by sign: String) -> TextWord {
    TextWord(text + sign, ink, gap: gap, width: width + sign.characterCount, isPhrase: isPhrase)
  }

  /// Returns the words of a text that somebody else wrote, without what a terminal would obey.
  ///
  /// Every word is made safe by itself, as each may come to stand first in a line.
  static func untrusted(_ text: String, _ ink: Ink = .plain, gap: Int = 1) -> [TextWord] {
    if VisibleText.isPlain(text) { return plainWords(of: text, ink, gap: gap) }
    let words = text.unicodeScalars.split { $0.isSpace }
    return words.enumerated().map { index, word in
      TextWord(
        VisibleText.escaping(String(Substring(word))), ink,
        gap: index == 0 ? gap : 1)
    }
  }

  /// Returns the words of a section of a text that somebody else wrote, after its sign.
  static func section(_ name: String, _ ink: Ink = .plain, gap: Int = 1) -> [TextWord] {
    // The sign would keep the text from being plain.
    guard VisibleText.isPlain(name), let first = name.utf8.first, first != UInt8(ascii: " ") else {
      return untrusted("§" + name, ink, gap: gap)
    }
    var words = plainWords(of: name, ink, gap: gap)
    words[0] = TextWord(
      "§" + words[0].text, ink, gap: gap, width: words[0].width + 1, isPhrase: words[0].isPhrase)
    return words
  }

  /// Returns the words of a plain text, as wide as it has bytes: nearly every text is plain, most fit
  /// into their line, and to part each into its words takes most of the time of a report.
  private static func plainWords(of text: String, _ ink: Ink, gap: Int) -> [TextWord] {
    if text.hasSingleSpaces {
      return [TextWord(text, ink, gap: gap, width: text.utf8.count, isPhrase: true)]
    }
    var words: [TextWord] = []
    let bytes = text.utf8.span
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      if start < end {
        words.append(
          TextWord(
            text.bytes(start..<end), ink, gap: words.isEmpty ? gap : 1, width: end - start))
      }
      start = end + 1
    }
    return words
  }

  /// Returns items one after the other with dots between them; no line begins with a dot.
  static func separated(_ items: [[TextWord]]) -> [TextWord] {
    items.enumerated().flatMap { index, words in
      guard index < items.count - 1, let last = words.last else { return words }
      return words.dropLast()
        + [last.followed(by: " ·")]
    }
  }

  /// Returns the words of a text between spaces, the first after a gap.
  static func words(of text: String, _ ink: Ink = .plain, gap: Int = 1) -> [TextWord] {
    guard !text.isPlain else { return plainWords(of: text, ink, gap: gap) }
    return text.split(separator: " ").enumerated().map { index, word in
      TextWord(String(word), ink, gap: index == 0 ? gap : 1)
    }
  }
}

/// Lays out words in lines of a width: it breaks between words, and cuts nothing off.
struct TextPage {
  let style: TextStyle
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// The same as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Below this many columns nothing is aligned.
  static let leastAlignedWidth = 72

  var isAligned: Bool { style.width >= Self.leastAlignedWidth }

  init(style: TextStyle) { self.style = style }

  /// Writes another page below.
  mutating func add(_ other: TextPage) { bytes += other.bytes }

  mutating func blankLine() { endLine() }

  private mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func space(_ columns: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: columns))
  }

  /// Writes lines as they are, to be copied: whatever a terminal would obey is escaped.
  mutating func verbatim(_ lines: String) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      bytes.append(contentsOf: VisibleText.escaping(String(line)).utf8)
      endLine()
    }
  }

  /// Writes a line; what does not fit goes on below it, indented as far as `hanging`.
  mutating func line(_ words: [TextWord], indent: Int, hanging: Int? = nil) {
    let most = style.width / 4
    let hanging = isAligned ? hanging ?? indent + 4 : min(hanging ?? indent + 2, most)
    space(indent)
    var line = Line(hanging: hanging, column: indent)
    for word in words where !word.text.isEmpty {
      if word.isPhrase, !line.hasRoom(for: word, within: style.width) {
        phrase(word, on: &line)
      } else {
        begin(word.width, after: word.gap, in: word.ink, on: &line)
        bytes.append(contentsOf: word.text.utf8)
      }
    }
    select(.plain, after: &line.ink)
    endLine()
  }

  /// Where the writing of a line is.
  private struct Line {
    let hanging: Int
    var column: Int
    var ink = TextWord.Ink.plain
    var isFirst = true

    func hasRoom(for word: TextWord, within width: Int) -> Bool {
      column + (isFirst ? 0 : word.gap) + word.width <= width
    }
  }

  /// Begins a word that is so wide, on a line of its own if there is no room for it.
  private mutating func begin(
    _ width: Int, after gap: Int, in ink: TextWord.Ink, on line: inout Line
  ) {
    let isBroken = !line.isFirst && line.column + gap + width > style.width
    let gap = line.isFirst ? 0 : isBroken ? line.hanging : gap
    if isBroken || ink != line.ink { select(.plain, after: &line.ink) }
    if isBroken { endLine() }
    space(gap)
    select(ink, after: &line.ink)
    line.column = (isBroken ? 0 : line.column) + gap + width
    line.isFirst = false
  }

  /// Writes a phrase word by word; the dot after it stays with its last word.
  private mutating func phrase(_ phrase: TextWord, on line: inout Line) {
    let text = phrase.text.utf8.span
    var start = 0
    while start < text.count {
      var end = start
      var width = 0
      while end < text.count, text[end] != UInt8(ascii: " ") || text[end + 1] >= 0x80 {
        // Bytes that go on with a sign or a dot take no column.
        width += text[end] & 0xC0 == 0x80 ? 0 : 1
        end += 1
      }
      begin(width, after: start == 0 ? phrase.gap : 1, in: phrase.ink, on: &line)
      for place in start..<end { bytes.append(text[place]) }
      start = end + 1
    }
  }

  /// Writes two texts at the two edges of the page, the second below the first if need be.
  mutating func edges(_ left: [TextWord], _ right: [TextWord]) {
    let taken = Self.width(of: left) + Self.width(of: right)
    let edge = max(style.width, Self.leastAlignedWidth)
    guard isAligned, taken + 2 <= edge, let first = right.first else {
      line(
        left + right.prefix(1).map { $0.after(gap: 2) } + right.dropFirst(),
        indent: 0, hanging: 4)
      return
    }
    line(left + [first.after(gap: edge - taken)] + right.dropFirst(), indent: 0)
  }

  /// Returns the gap that puts a word at a column after words from an indent, at least 2.
  func gap(after words: [TextWord], indent: Int, toColumn column: Int) -> Int {
    isAligned ? max(2, column - indent - Self.width(of: words)) : 2
  }

  private static func width(of words: [TextWord]) -> Int {
    words.enumerated().reduce(0) { $0 + $1.element.width + ($1.offset == 0 ? 0 : $1.element.gap) }
  }

  /// Selects an ink on the terminal, unless it is the one selected.
  private mutating func select(_ ink: TextWord.Ink, after last: inout TextWord.Ink) {
    if style.colour, ink != last { bytes.append(contentsOf: "\u{1B}[\(ink.code)m".utf8) }
    last = ink
  }
}

extension TextWord.Ink {
  /// The number that selects it on a terminal.
  fileprivate var code: Int {
    switch self {
    case .plain: 0
    case .bold: 1
    case .dim: 2
    case .red: 31
    case .green: 32
    case .yellow: 33
    }
  }
}

extension String {
  /// Whether it is of visible ASCII characters and spaces: each is a byte, a character and a column.
  fileprivate var isPlain: Bool {
    let bytes = utf8.span
    for place in bytes.indices where bytes[place] < 0x20 || bytes[place] >= 0x7F { return false }
    return true
  }

  /// Whether it has words, parted by one space each.
  fileprivate var hasSingleSpaces: Bool {
    let bytes = utf8.span
    var isAfterSpace = true
    for place in bytes.indices {
      let isSpace = bytes[place] == UInt8(ascii: " ")
      if isSpace, isAfterSpace { return false }
      isAfterSpace = isSpace
    }
    return !isAfterSpace
  }

  /// Returns what some of the bytes of a plain text are.
  fileprivate func bytes(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }

  /// How many characters it has.
  var characterCount: Int { isPlain ? utf8.count : count }
}

extension Unicode.Scalar {
  /// Whether it parts words: of ASCII only the space does.
  fileprivate var isSpace: Bool {
    value < 0x80 ? self == " " : properties.generalCategory == .spaceSeparator
  }
}

extension Character {
  /// Whether a terminal gives it two columns, as it does East Asian ideographs and pictographs.
  fileprivate var isWide: Bool {
    guard let scalar = unicodeScalars.first?.value, scalar >= 0x1100 else { return false }
    return Self.wideScalars.contains { $0.contains(scalar) }
  }

  private static let wideScalars: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
