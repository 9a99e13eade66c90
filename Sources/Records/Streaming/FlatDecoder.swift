import ContractModel

/// Turns the values of one record after the other into the columns of a batch.
struct FlatDecoder: Sendable {
  /// One output, as what is done for every record: the closures that do the rest stand apart.
  private struct Step: Sendable {
    enum Form: Sendable { case constant, remembered, number, dayOfMoment }

    let form: Form
    let input: Int
    /// The constant; or how many parts of one a number counts, and where it must lie.
    let number: Int64
    let domain: ClosedRange<Int64>

    init(_ origin: FlatRecipe.Origin) {
      switch origin {
      case .constant(let value): (form, input, number, domain) = (.constant, 0, value, 0...0)
      case .output(let output):
        input = output.input
        switch output.decoding {
        case .remembered: (form, number, domain) = (.remembered, 0, 0...0)
        case .dayOfMoment: (form, number, domain) = (.dayOfMoment, 0, 0...0)
        case .number(let scale, let range): (form, number, domain) = (.number, scale, range)
        }
      }
    }
  }

  private let recipe: FlatRecipe
  /// Who asserts, the day, the day on file, then the fields.
  private let steps: [Step]
  private let origins: [FlatRecipe.Origin]
  /// The columns of the fields.
  private let columns: [Int]
  private let hasRecorded: Bool
  private var memos: [FieldMemo]
  /// The inputs of what a record is about, a memo for each, and one for all of them.
  private let words: [Int]
  private var codes: [FieldMemo]
  private var codeCounts: [Int64]
  private var subjects = FieldMemo()

  init(_ recipe: FlatRecipe) {
    self.recipe = recipe
    origins =
      [recipe.asserter, recipe.day, recipe.recorded ?? .constant(0)] + recipe.cells.map(\.origin)
    steps = origins.map(Step.init)
    columns = recipe.cells.map(\.column)
    hasRecorded = recipe.recorded != nil
    memos = [FieldMemo](repeating: FieldMemo(), count: origins.count)
    words = recipe.about.compactMap { if case .input(let place) = $0 { place } else { nil } }
    codes = [FieldMemo](repeating: FieldMemo(), count: words.count)
    codeCounts = [Int64](repeating: 0, count: words.count)
  }

  /// Adds a record; returns false, and adds nothing, where it is not plain.
  @inline(__always)
  mutating func add(
    _ slices: [FlatSlice], of bytes: Span<UInt8>, line: Int, to batch: inout RecordBatch
  ) -> Bool {
    guard let subject = subject(slices, of: bytes), let asserter = value(0, slices, of: bytes),
      let day = value(1, slices, of: bytes)
    else { return false }
    var recorded = day
    if hasRecorded {
      guard let known = value(2, slices, of: bytes), known >= day else { return false }
      recorded = known
    }
    for place in columns.indices {
      guard let known = value(3 + place, slices, of: bytes) else {
        // What was added of the record before is taken back.
        for done in 0..<place { batch.cells[columns[done]].removeLast() }
        return false
      }
      batch.cells[columns[place]].append(known)
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
    _ place: Int, _ slices: [FlatSlice], of bytes: Span<UInt8>
  ) -> Int64? {
    let step = steps[place]
    if step.form == .constant { return step.number }
    let slice = slices[step.input]
    if step.form == .number, slice.form == .number,
      let number = Self.number(bytes, slice.range, scale: step.number)
    {
      return step.domain.contains(number) ? number : nil
    }
    if step.form == .dayOfMoment, slice.form == .text, Self.isMoment(bytes, slice.range) {
      let day = slice.range.lowerBound..<slice.range.lowerBound + 10
      return remembered(place, FlatSlice(form: .text, range: day), of: bytes)
    }
    return remembered(place, slice, of: bytes)
  }

  @inline(__always)
  private mutating func remembered(
    _ place: Int, _ slice: FlatSlice, of bytes: Span<UInt8>
  ) -> Int64? {
    // A number and a text of the same digits may come to different things.
    guard slice.form == .text, let key = FieldMemo.Key(bytes, slice.range) else {
      return workedOut(place, slice, of: bytes)
    }
    if let value = memos[place].value(of: key) { return value }
    guard let value = workedOut(place, slice, of: bytes) else { return nil }
    memos[place].remember(value, for: key)
    return value
  }

  private func workedOut(_ place: Int, _ slice: FlatSlice, of bytes: Span<UInt8>) -> Int64? {
    guard case .output(let output) = origins[place] else { return nil }
    return output.value(slice.raw(in: bytes))
  }

  // MARK: What a record is about

  @inline(__always)
  private mutating func subject(_ slices: [FlatSlice], of bytes: Span<UInt8>) -> Int64? {
    var all: UInt64 = 0
    for place in words.indices {
      let slice = slices[words[place]]
      guard slice.form == .text, let key = FieldMemo.Key(bytes, slice.range),
        let code = code(of: key, place)
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
  private mutating func code(of key: FieldMemo.Key, _ place: Int) -> Int64? {
    if let code = codes[place].value(of: key) { return code }
    let code = codeCounts[place]
    guard code < 1 << 15, words.count <= 4 else { return nil }
    codeCounts[place] += 1
    codes[place].remember(code, for: key)
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
