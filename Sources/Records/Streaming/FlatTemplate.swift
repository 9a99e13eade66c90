/// Where the value of one field stands in the bytes, as far as it is plain: a text without an escape,
/// in ASCII, or a number.
struct FlatSlice: Sendable {
  enum Form: UInt8, Sendable { case absent, text, number }

  private let lower: Int32
  private let upper: Int32
  let form: Form

  static let absent = FlatSlice(.absent, 0..<0)

  @inline(__always)
  init(_ form: Form, _ range: Range<Int>) {
    lower = Int32(truncatingIfNeeded: range.lowerBound)
    upper = Int32(truncatingIfNeeded: range.upperBound)
    self.form = form
  }

  @inline(__always)
  var range: Range<Int> { Int(lower)..<Int(upper) }

  func raw(in bytes: Span<UInt8>) -> RawValue {
    switch form {
    case .absent: .null
    case .number: .number(bytes.array(range))
    case .text: .text(String(decoding: bytes.array(range), as: UTF8.self))
    }
  }
}

extension Span<UInt8> {
  fileprivate func array(_ range: Range<Int>) -> [UInt8] { range.map { byte(at: $0) } }
}

/// The text of one line of NDJSON between its values, as the lines after it will most likely have it.
struct FlatTemplate: Sendable {
  /// A text between values, as words and what counts of each.
  private struct FixedText: Sendable {
    struct Word: Sendable {
      let text: UInt64
      let mask: UInt64

      init(_ bytes: [UInt8], at start: Int, length: Int) {
        mask = ByteLanes.mask(max(length - start, 0))
        text = bytes.span.word(at: start) & mask
      }

      @inline(__always)
      func differs(from word: UInt64) -> UInt64 { (word ^ text) & mask }
    }

    /// The first sixteen bytes: few texts have more.
    let first: Word
    let second: Word
    let length: Int
    /// Where its further words are, among those of all texts.
    let others: Range<Int>

    init(_ text: some Collection<UInt8>, in words: inout [Word]) {
      let length = text.count
      let bytes = Array(text) + [UInt8](repeating: 0, count: 16)
      first = Word(bytes, at: 0, length: length)
      second = Word(bytes, at: 8, length: length)
      let begun = words.count
      for start in stride(from: 16, to: length, by: 8) {
        words.append(Word(bytes, at: start, length: length))
      }
      others = begun..<words.count
      self.length = length
    }
  }

  private struct Gap: Sendable {
    /// The text before the value, with the quote of a text.
    let text: FixedText
    /// The input that the value is; nil for one that nobody reads.
    let input: Int?
    let form: FlatSlice.Form
  }

  /// The recipe that such lines are read by, by its place.
  let recipe: Int
  private let gaps: [Gap]
  /// From the last value to the end of the line.
  private let tail: FixedText
  /// The further words of all texts, one text after the other.
  private let words: [FixedText.Word]

  /// Makes the template of a line that was read without a mistake; nil where values nest, or a field
  /// is one that the recipe does not take.
  init?(_ document: JSONDocument, recipe place: Int, _ recipe: FlatRecipe) {
    var words: [FixedText.Word] = []
    var gaps: [Gap] = []
    var position = document.root.range.lowerBound
    guard document.root.kind == .object else { return nil }
    for (key, value) in document.members(of: document.root) {
      let name = Array(document.text(of: key).utf8)
      // The kind of a line decides its recipe, and so is part of the template.
      if name.elementsEqual("record".utf8), recipe.others != nil { continue }
      let input = recipe.inputs.firstIndex(of: name)
      if input == nil, let others = recipe.others, !others.contains(name) { return nil }
      let form: FlatSlice.Form
      switch value.kind {
      case .string: form = .text
      case .number: form = .number
      case .null, .yes, .no, .array, .object:
        // Values that cannot vary stay in the text; what is not stated is no plain record.
        guard input == nil, recipe.others == nil, value.childCount == 0 else { return nil }
        continue
      }
      if form == .number, input == nil, recipe.others != nil { return nil }
      let quote = form == .text ? 1 : 0
      let start = value.range.lowerBound + quote
      let text = FixedText(document.bytes[position..<start], in: &words)
      gaps.append(Gap(text: text, input: input, form: form))
      position = value.range.upperBound - quote
    }
    let stated = Set(gaps.compactMap(\.input))
    guard stated.isSuperset(of: recipe.needed),
      stated.count == gaps.filter({ $0.input != nil }).count
    else { return nil }
    tail = FixedText(document.bytes[position..<document.root.range.upperBound], in: &words)
    self.words = words
    self.gaps = gaps
    self.recipe = place
  }

  /// Finds the values of line after line, as long as they are like this one and there is room; returns
  /// the offset after the last of them.
  func find(
    _ bytes: Span<UInt8>, from start: Int, upTo end: Int, after line: inout Int,
    into found: inout FoundRecords
  ) -> Int {
    let (gaps, words, stride, room) = (gaps.span, words.span, found.stride, found.room)
    var (position, count) = (start, found.count)
    // Taken out, so that both can be written to at once.
    var all: [FlatSlice] = []
    swap(&all, &found.slices)
    defer { swap(&all, &found.slices) }
    var slices = all.mutableSpan
    var places = found.places.mutableSpan
    while position < end, count < room {
      guard
        let last = match(bytes, position, gaps, words, into: &slices, at: count * stride),
        let next = bytes.afterLineEnd(at: last)
      else { break }
      line += 1
      places[count] = FoundRecords.Place(line: line, start: position)
      count += 1
      position = next
    }
    found.count = count
    return position
  }

  /// Returns the offset after the last byte of a line; nil where it is not like this one.
  @inline(__always)
  private func match(
    _ bytes: Span<UInt8>, _ start: Int, _ gaps: Span<Gap>, _ words: Span<FixedText.Word>,
    into slices: inout MutableSpan<FlatSlice>, at row: Int
  ) -> Int? {
    var position = start
    for place in gaps.indices {
      let gap = gaps[place]
      guard Self.isEqual(bytes, position, gap.text, words) else { return nil }
      position &+= gap.text.length
      let end: Int?
      switch gap.form {
      case .text: end = Self.endOfText(bytes, from: position)
      case .number: end = PlainNumber.end(bytes, from: position)
      case .absent: end = nil
      }
      guard let end else { return nil }
      if let input = gap.input { slices[row &+ input] = FlatSlice(gap.form, position..<end) }
      position = end
    }
    return Self.isEqual(bytes, position, tail, words) ? position + tail.length : nil
  }

  @inline(__always)
  private static func isEqual(
    _ bytes: Span<UInt8>, _ position: Int, _ text: FixedText, _ words: Span<FixedText.Word>
  ) -> Bool {
    guard position &+ text.length &+ 16 <= bytes.count else { return false }
    var difference =
      text.first.differs(from: bytes.word(at: position))
      | text.second.differs(from: bytes.word(at: position &+ 8))
    if !text.others.isEmpty {
      var here = position &+ 16
      for place in text.others {
        difference |= words[place].differs(from: bytes.word(at: here))
        here &+= 8
      }
    }
    return difference == 0
  }

  /// Returns where a plain text ends with its quote; nil where it is not plain.
  @inline(__always)
  private static func endOfText(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position &+ 16 <= bytes.count {
      let first = ByteLanes.special(bytes.word(at: position))
      let second = ByteLanes.special(bytes.word(at: position &+ 8))
      if first | second != 0 {
        let end = position &+ ByteLanes.firstLane(first, second)
        return bytes.byte(at: end) == ASCII.quote ? end : nil
      }
      position &+= 16
    }
    return nil
  }
}
