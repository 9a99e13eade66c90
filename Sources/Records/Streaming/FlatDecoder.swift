import ContractModel

/// Turns the values of one record after the other into the columns of a batch.
struct FlatDecoder: Sendable {
  /// One output, as what is done for every record: the closures that do the rest stand apart.
  private struct Step: Sendable {
    enum Form: Sendable { case constant, remembered, number, dayOfMoment, anyText }

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
        case .anyText: (form, number, domain) = (.anyText, 0, 0...0)
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
  /// How many slices belong to each record.
  private let stride: Int
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
    stride = recipe.inputs.count
    memos = [FieldMemo](repeating: FieldMemo(), count: origins.count)
    words = recipe.about.compactMap { if case .input(let place) = $0 { place } else { nil } }
    codes = [FieldMemo](repeating: FieldMemo(), count: words.count)
    codeCounts = [Int64](repeating: 0, count: words.count)
  }

  /// Stands for a value that is not exactly one whole number.
  private static let odd = Int64.min

  /// Adds records, whose slices follow one another; returns the places of those that are not plain, and
  /// were not added.
  mutating func add(
    _ slices: [FlatSlice], of bytes: Span<UInt8>, lines: [Int], to batch: inout RecordBatch
  ) -> [Int] {
    let subjects = subjects(of: slices, bytes, count: lines.count)
    let columns = steps.indices.map { values($0, of: slices, bytes, count: lines.count) }
    let recorded = hasRecorded ? columns[2] : columns[1]
    var odd: [Int] = []
    for row in lines.indices {
      var isPlain = subjects[row] != Self.odd && recorded[row] >= columns[1][row]
      for column in columns where column[row] == Self.odd { isPlain = false }
      if !isPlain { odd.append(row) }
    }
    let isPlain = odd.isEmpty ? nil : Set(lines.indices).subtracting(odd)
    func plain<Value>(_ values: [Value]) -> [Value] {
      isPlain.map { rows in values.indices.filter(rows.contains).map { values[$0] } } ?? values
    }
    batch.lines = plain(lines)
    batch.subjects = plain(subjects).map { Int32(truncatingIfNeeded: $0) }
    batch.asserters = plain(columns[0]).map { Int32(truncatingIfNeeded: $0) }
    batch.days = plain(columns[1])
    batch.recorded = plain(recorded)
    for (place, column) in self.columns.enumerated() {
      batch.cells[column] = plain(columns[3 + place])
    }
    return odd
  }

  private mutating func values(
    _ place: Int, of slices: [FlatSlice], _ bytes: Span<UInt8>, count: Int
  ) -> [Int64] {
    let step = steps[place]
    var values = [Int64](repeating: step.number, count: count)
    if step.form == .constant { return values }
    var at = step.input
    var memo = FieldMemo()
    swap(&memo, &memos[place])
    defer { swap(&memo, &memos[place]) }
    for row in values.indices {
      let slice = slices[at]
      at += stride
      if step.form == .anyText {
        values[row] = slice.form == .text ? 0 : Self.odd
        continue
      }
      if step.form == .number, slice.form == .number,
        let number = Self.number(bytes, slice.range, scale: step.number)
      {
        values[row] = step.domain.contains(number) ? number : Self.odd
        continue
      }
      var read = slice
      if step.form == .dayOfMoment, slice.form == .text, Self.isMoment(bytes, slice.range) {
        read = FlatSlice(.text, slice.range.lowerBound..<slice.range.lowerBound + 10)
      }
      // A number and a text of the same digits may come to different things.
      guard read.form == .text, let key = FieldMemo.Key(bytes, read.range) else {
        values[row] = workedOut(place, read, of: bytes) ?? Self.odd
        continue
      }
      if let value = memo.value(of: key) {
        values[row] = value
      } else if let value = workedOut(place, read, of: bytes) {
        memo.remember(value, for: key)
        values[row] = value
      } else {
        values[row] = Self.odd
      }
    }
    return values
  }

  private func workedOut(_ place: Int, _ slice: FlatSlice, of bytes: Span<UInt8>) -> Int64? {
    guard case .output(let output) = origins[place] else { return nil }
    return output.value(slice.raw(in: bytes))
  }

  // MARK: What a record is about

  private mutating func subjects(
    of slices: [FlatSlice], _ bytes: Span<UInt8>, count: Int
  ) -> [Int64] {
    var all = [UInt64](repeating: 0, count: count)
    for place in words.indices { addCodes(place, of: slices, bytes, to: &all) }
    return all.indices.map { row in
      let first = row * stride
      guard all[row] != .max else { return spelledOut(slices, first, of: bytes) ?? Self.odd }
      let key = FieldMemo.Key(number: all[row])
      if let subject = subjects.value(of: key) { return subject }
      guard let subject = spelledOut(slices, first, of: bytes) else { return Self.odd }
      subjects.remember(subject, for: key)
      return subject
    }
  }

  /// Adds a number for each word, the same each time; all bits where there is none.
  private mutating func addCodes(
    _ place: Int, of slices: [FlatSlice], _ bytes: Span<UInt8>, to all: inout [UInt64]
  ) {
    var memo = FieldMemo()
    swap(&memo, &codes[place])
    defer { swap(&memo, &codes[place]) }
    var at = words[place]
    for row in all.indices {
      let slice = slices[at]
      at += stride
      guard all[row] != .max, slice.form == .text, let key = FieldMemo.Key(bytes, slice.range)
      else {
        all[row] = .max
        continue
      }
      if let code = memo.value(of: key) {
        all[row] = all[row] << 16 | UInt64(code)
      } else if codeCounts[place] < 1 << 15, words.count <= 3 {
        let code = codeCounts[place]
        codeCounts[place] += 1
        memo.remember(code, for: key)
        all[row] = all[row] << 16 | UInt64(code)
      } else {
        all[row] = .max
      }
    }
  }

  private func spelledOut(
    _ slices: [FlatSlice], _ first: Int, of bytes: Span<UInt8>
  ) -> Int64? {
    var words: [String] = []
    for word in recipe.about {
      switch word {
      case .text(let text): words.append(text)
      case .input(let input):
        switch slices[first + input].raw(in: bytes) {
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
