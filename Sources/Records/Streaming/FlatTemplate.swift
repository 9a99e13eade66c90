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
  private struct Gap: Sendable {
    /// The text before the value, with the quote of a text.
    let text: Range<Int>
    /// The input that the value is; nil for one that nobody reads.
    let input: Int?
    let form: FlatSlice.Form
  }

  /// The recipe that such lines are read by, by its place.
  let recipe: Int
  private let text: [UInt8]
  private let gaps: [Gap]
  /// From the last value to the end of the line.
  private let tail: Range<Int>

  /// Makes the template of a line that was read without a mistake; nil where values nest, or a field
  /// is one that the recipe does not take.
  init?(_ document: JSONDocument, recipe place: Int, _ recipe: FlatRecipe) {
    var text: [UInt8] = []
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
      let begun = text.count
      text += document.bytes[position..<start]
      gaps.append(Gap(text: begun..<text.count, input: input, form: form))
      position = value.range.upperBound - quote
    }
    let begun = text.count
    text += document.bytes[position..<document.root.range.upperBound]
    let stated = Set(gaps.compactMap(\.input))
    guard stated.isSuperset(of: recipe.needed),
      stated.count == gaps.filter({ $0.input != nil }).count
    else { return nil }
    tail = begun..<text.count
    self.text = text + [UInt8](repeating: 0, count: 8)
    self.gaps = gaps
    self.recipe = place
  }

  /// Finds the values of a line that begins at an offset, if the line is like this one; returns the
  /// offset after its last byte.
  @inline(__always)
  func match(
    _ bytes: Span<UInt8>, from start: Int, into slices: inout [FlatSlice], at row: Int
  ) -> Int? {
    let text = text.span
    var position = start
    for gap in gaps {
      guard Self.isEqual(bytes, position, text, gap.text) else { return nil }
      position += gap.text.count
      let end: Int?
      switch gap.form {
      case .text: end = Self.endOfText(bytes, from: position)
      case .number: end = Self.endOfNumber(bytes, from: position)
      case .absent: end = nil
      }
      guard let end else { return nil }
      if let input = gap.input { slices[row + input] = FlatSlice(gap.form, position..<end) }
      position = end
    }
    guard Self.isEqual(bytes, position, text, tail) else { return nil }
    return position + tail.count
  }

  @inline(__always)
  private static func isEqual(
    _ bytes: Span<UInt8>, _ position: Int, _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard position + range.count + 8 <= bytes.count else { return false }
    var place = range.lowerBound
    var here = position
    while place + 8 <= range.upperBound {
      if bytes.word(at: here) != text.word(at: place) { return false }
      place += 8
      here += 8
    }
    let mask = ByteLanes.mask(range.upperBound - place)
    return (bytes.word(at: here) ^ text.word(at: place)) & mask == 0
  }

  /// Returns where a plain text ends with its quote; nil where it is not plain.
  @inline(__always)
  private static func endOfText(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position + 8 <= bytes.count {
      let special = ByteLanes.special(bytes.word(at: position))
      if special != 0 {
        let end = position + special.trailingZeroBitCount / 8
        return bytes.byte(at: end) == ASCII.quote ? end : nil
      }
      position += 8
    }
    return nil
  }

  /// Returns where a number without an exponent ends; nil where it is none.
  @inline(__always)
  private static func endOfNumber(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    if bytes.byte(at: position) == ASCII.minus { position += 1 }
    let first = position
    while position < bytes.count, ASCII.isDigit(bytes.byte(at: position)) { position += 1 }
    guard position > first, position == first + 1 || bytes.byte(at: first) != ASCII.zero else {
      return nil
    }
    guard position < bytes.count, bytes.byte(at: position) == ASCII.point else {
      return position
    }
    position += 1
    let fraction = position
    while position < bytes.count, ASCII.isDigit(bytes.byte(at: position)) { position += 1 }
    return position > fraction ? position : nil
  }
}
