import ContractModel

/// Turns the values of one record after the other into the columns of a batch.
struct FlatDecoder: Sendable {
  private let recipe: FlatRecipe
  /// A memo for each output: who asserts, the day, the day on file, then the fields.
  private var memos: [FieldMemo]
  /// A memo for each word of what a record is about, and one for all of them.
  private var words: [FieldMemo]
  private var subjects = FieldMemo()
  private var spellings: [[String]]

  init(_ recipe: FlatRecipe) {
    self.recipe = recipe
    memos = [FieldMemo](repeating: FieldMemo(), count: 3 + recipe.cells.count)
    words = [FieldMemo](repeating: FieldMemo(), count: recipe.about.count)
    spellings = [[String]](repeating: [], count: recipe.about.count)
  }

  /// Adds a record; returns false, and adds nothing, where it is not plain.
  @inline(__always)
  mutating func add(
    _ slices: [FlatSlice], of bytes: Span<UInt8>, line: Int, to batch: inout RecordBatch
  ) -> Bool {
    guard let subject = subject(slices, of: bytes),
      let asserter = value(recipe.asserter, memo: 0, slices, of: bytes),
      let day = value(recipe.day, memo: 1, slices, of: bytes)
    else { return false }
    var recorded = day
    if let origin = recipe.recorded {
      guard let known = value(origin, memo: 2, slices, of: bytes), known >= day else {
        return false
      }
      recorded = known
    }
    for (place, cell) in recipe.cells.enumerated() {
      guard let known = value(cell.origin, memo: 3 + place, slices, of: bytes) else {
        // What was added of the record before is taken back.
        for (_, done) in zip(0..<place, recipe.cells) { batch.cells[done.column].removeLast() }
        return false
      }
      batch.cells[cell.column].append(known)
    }
    batch.lines.append(line)
    batch.subjects.append(Int32(truncatingIfNeeded: subject))
    batch.asserters.append(Int32(truncatingIfNeeded: asserter))
    batch.days.append(day)
    batch.recorded.append(recorded)
    return true
  }

  @inline(__always)
  private mutating func value(
    _ origin: FlatRecipe.Origin, memo: Int, _ slices: [FlatSlice], of bytes: Span<UInt8>
  ) -> Int64? {
    switch origin {
    case .constant(let value): return value
    case .output(let output):
      let slice = slices[output.input]
      switch output.decoding {
      case .number(let scale, let domain) where slice.form == .number:
        if let number = Self.number(bytes, slice.range, scale: scale) {
          return domain.contains(number) ? number : nil
        }
      case .dayOfMoment where slice.form == .text && Self.isMoment(bytes, slice.range):
        let day = slice.range.lowerBound..<slice.range.lowerBound + 10
        return remembered(output, memo, FlatSlice(form: .text, range: day), of: bytes)
      case .number, .dayOfMoment, .remembered: break
      }
      return remembered(output, memo, slice, of: bytes)
    }
  }

  @inline(__always)
  private mutating func remembered(
    _ output: FlatRecipe.Output, _ memo: Int, _ slice: FlatSlice, of bytes: Span<UInt8>
  ) -> Int64? {
    // A number and a text of the same digits may come to different things.
    guard slice.form == .text, let key = FieldMemo.Key(bytes, slice.range) else {
      return output.value(slice.raw(in: bytes))
    }
    if let value = memos[memo].value(of: key) { return value }
    guard let value = output.value(slice.raw(in: bytes)) else { return nil }
    memos[memo].remember(value, for: key)
    return value
  }

  // MARK: What a record is about

  @inline(__always)
  private mutating func subject(_ slices: [FlatSlice], of bytes: Span<UInt8>) -> Int64? {
    var all: UInt64 = 0
    for (place, word) in recipe.about.enumerated() {
      guard case .input(let input) = word else { continue }
      let slice = slices[input]
      guard slice.form == .text, let key = FieldMemo.Key(bytes, slice.range),
        let code = code(of: key, place, slice, bytes)
      else { return spelledOut(slices, of: bytes) }
      all = all << 16 | UInt64(code)
    }
    let key = FieldMemo.Key(number: all)
    if let subject = subjects.value(of: key) { return subject }
    guard let subject = spelledOut(slices, of: bytes) else { return nil }
    subjects.remember(subject, for: key)
    return subject
  }

  /// Returns a number for a word, the same each time; nil where there are too many.
  @inline(__always)
  private mutating func code(
    of key: FieldMemo.Key, _ place: Int, _ slice: FlatSlice, _ bytes: Span<UInt8>
  ) -> Int64? {
    if let code = words[place].value(of: key) { return code }
    guard spellings[place].count < 1 << 15, recipe.about.count <= 4 else { return nil }
    let code = Int64(spellings[place].count)
    spellings[place].append("")
    words[place].remember(code, for: key)
    return code
  }

  private func spelledOut(_ slices: [FlatSlice], of bytes: Span<UInt8>) -> Int64? {
    var words: [String] = []
    for word in recipe.about {
      switch word {
      case .text(let text): words.append(text)
      case .input(let input):
        switch slices[input].raw(in: bytes) {
        case .text(let text): words.append(text)
        case .number, .yesNo, .null, .nested: return nil
        }
      }
    }
    return recipe.subject(words.joined(separator: " "))
  }

  // MARK: Numbers and moments

  /// Returns a number in so many parts of one; nil where it has more digits than that.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>, scale: Int64) -> Int64? {
    guard range.count <= 12 else { return nil }
    var position = range.lowerBound
    let isNegative = bytes.byte(at: position) == ASCII.minus
    if isNegative { position += 1 }
    var number: Int64 = 0
    var left = scale
    var isFraction = false
    while position < range.upperBound {
      let byte = bytes.byte(at: position)
      position += 1
      if byte == ASCII.point {
        isFraction = true
        continue
      }
      if isFraction {
        guard left % 10 == 0, left > 1 else { return nil }
        left /= 10
      }
      number = number * 10 + Int64(byte &- ASCII.zero)
    }
    let (scaled, overflows) = number.multipliedReportingOverflow(by: left)
    return overflows ? nil : isNegative ? -scaled : scaled
  }

  /// Whether a text is a moment as nearly all are written: `2013-10-01T09:00:00Z`.
  @inline(__always)
  private static func isMoment(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == 20 else { return false }
    let start = range.lowerBound
    func isTwoDigits(_ place: Int, below limit: UInt8) -> Bool {
      let (tens, ones) = (
        bytes.byte(at: start + place) &- ASCII.zero, bytes.byte(at: start + place + 1) &- ASCII.zero
      )
      return tens < 10 && ones < 10 && tens &* 10 &+ ones < limit
    }
    return bytes.byte(at: start + 10) == UInt8(ascii: "T") && isTwoDigits(11, below: 24)
      && bytes.byte(at: start + 13) == UInt8(ascii: ":") && isTwoDigits(14, below: 60)
      && bytes.byte(at: start + 16) == UInt8(ascii: ":") && isTwoDigits(17, below: 60)
      && bytes.byte(at: start + 19) == UInt8(ascii: "Z")
  }
}
