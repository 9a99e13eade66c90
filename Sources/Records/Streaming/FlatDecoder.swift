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
    /// Whether a number may stand in a text.
    let takesTexts: Bool

    init(_ origin: FlatRecipe.Origin) {
      var (number, domain, takesTexts) = (Int64(0), Int64(0)...0, false)
      switch origin {
      case .constant(let value): (form, input, number) = (.constant, 0, value)
      case .output(let output):
        input = output.input
        switch output.decoding {
        case .remembered: form = .remembered
        case .dayOfMoment: form = .dayOfMoment
        case .anyText: form = .anyText
        case .number(let scale, let range, let mayBeText):
          form = .number
          (number, domain, takesTexts) = (scale, range, mayBeText)
        }
      }
      (self.number, self.domain, self.takesTexts) = (number, domain, takesTexts)
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

  /// Stands for a value that is not exactly one whole number.
  private static let odd = Int64.min

  /// Adds the records that were found; returns the places of those that are not plain, and were not
  /// added.
  mutating func add(
    _ found: FoundRecords, of bytes: Span<UInt8>, to batch: inout RecordBatch
  ) -> [Int] {
    let rows = 0..<found.count
    let subjects = subjects(of: found, bytes)
    let columns = steps.indices.map { values($0, of: found, bytes) }
    let recorded = hasRecorded ? columns[2] : columns[1]
    var odd: [Int] = []
    // Nearly always all are plain.
    if Self.hasOdd(subjects)
      || steps.indices.contains(where: {
        steps[$0].form == .constant ? steps[$0].number == Self.odd : Self.hasOdd(columns[$0])
      })
      || hasRecorded && rows.contains(where: { recorded[$0] < columns[1][$0] })
    {
      odd = rows.filter { row in
        subjects[row] == Self.odd || recorded[row] < columns[1][row]
          || columns.contains { $0[row] == Self.odd }
      }
    }
    let isOdd = Set(odd)
    func plain<Value>(_ values: [Value]) -> [Value] {
      odd.isEmpty ? values : rows.filter { !isOdd.contains($0) }.map { values[$0] }
    }
    batch.lines = plain(rows.map { found.places[$0].line })
    batch.subjects = plain(subjects).map { Int32(truncatingIfNeeded: $0) }
    batch.asserters = plain(columns[0]).map { Int32(truncatingIfNeeded: $0) }
    batch.days = plain(columns[1])
    batch.recorded = plain(recorded)
    for (place, column) in self.columns.enumerated() {
      batch.cells[column] = plain(columns[3 + place])
    }
    return odd
  }

  private static func hasOdd(_ values: [Int64]) -> Bool {
    // None is less, and no branch is needed to find the least.
    let values = values.span
    var least = Int64.max
    for row in values.indices { least = min(least, values[row]) }
    return least == odd
  }

  private mutating func values(
    _ place: Int, of found: FoundRecords, _ bytes: Span<UInt8>
  ) -> [Int64] {
    let step = steps[place]
    var values = [Int64](repeating: step.number, count: found.count)
    if step.form == .constant { return values }
    var memo = FieldMemo()
    swap(&memo, &memos[place])
    defer { swap(&memo, &memos[place]) }
    let (slices, stride) = (found.slices.span, found.stride)
    var column = values.mutableSpan
    // Days mostly come one record after the other, and of few words most are the same.
    var last = (key: FieldMemo.Key.none, value: Self.odd)
    var at = step.input
    for row in column.indices {
      let slice = slices[at]
      at &+= stride
      var read = slice
      switch step.form {
      case .constant, .remembered: break
      case .anyText:
        column[row] = slice.form == .text ? 0 : Self.odd
        continue
      case .number:
        if slice.form == .number || step.takesTexts && slice.form == .text,
          let number = PlainNumber.value(
            bytes, slice.range, scale: step.number, isText: slice.form == .text)
        {
          column[row] = step.domain.contains(number) ? number : Self.odd
          continue
        }
      case .dayOfMoment:
        if slice.form == .text, PlainNumber.isMoment(bytes, slice.range) {
          read = FlatSlice(.text, slice.range.lowerBound..<slice.range.lowerBound + 10)
        }
      }
      // A number and a text of the same digits may come to different things.
      guard read.form == .text, let key = FieldMemo.Key(bytes, read.range) else {
        column[row] = workedOut(place, read, of: bytes) ?? Self.odd
        continue
      }
      if key == last.key {
        column[row] = last.value
        continue
      }
      var value = memo.value(of: key)
      if value == nil {
        value = workedOut(place, read, of: bytes)
        if let value { memo.remember(value, for: key) }
      }
      column[row] = value ?? Self.odd
      last = (key, value ?? Self.odd)
    }
    return values
  }

  private func workedOut(_ place: Int, _ slice: FlatSlice, of bytes: Span<UInt8>) -> Int64? {
    guard case .output(let output) = origins[place] else { return nil }
    return output.value(slice.raw(in: bytes))
  }

  // MARK: What a record is about

  private mutating func subjects(of found: FoundRecords, _ bytes: Span<UInt8>) -> [Int64] {
    var all = [UInt64](repeating: 0, count: found.count)
    for place in words.indices { addCodes(place, of: found, bytes, to: &all) }
    return all.indices.map { row in
      guard all[row] != .max else { return spelledOut(found, row, of: bytes) ?? Self.odd }
      let key = FieldMemo.Key(number: all[row])
      if let subject = subjects.value(of: key) { return subject }
      guard let subject = spelledOut(found, row, of: bytes) else { return Self.odd }
      subjects.remember(subject, for: key)
      return subject
    }
  }

  /// Adds a number for each word, the same each time; all bits where there is none.
  private mutating func addCodes(
    _ place: Int, of found: FoundRecords, _ bytes: Span<UInt8>, to all: inout [UInt64]
  ) {
    var memo = FieldMemo()
    swap(&memo, &codes[place])
    defer { swap(&memo, &codes[place]) }
    let (slices, stride) = (found.slices.span, found.stride)
    var numbers = all.mutableSpan
    var at = words[place]
    for row in numbers.indices {
      let slice = slices[at]
      at &+= stride
      guard numbers[row] != .max, slice.form == .text,
        let key = FieldMemo.Key(bytes, slice.range)
      else {
        numbers[row] = .max
        continue
      }
      if let code = memo.value(of: key) {
        numbers[row] = numbers[row] << 16 | UInt64(code)
      } else if codeCounts[place] < 1 << 15, words.count <= 3 {
        let code = codeCounts[place]
        codeCounts[place] += 1
        memo.remember(code, for: key)
        numbers[row] = numbers[row] << 16 | UInt64(code)
      } else {
        numbers[row] = .max
      }
    }
  }

  private func spelledOut(
    _ found: FoundRecords, _ row: Int, of bytes: Span<UInt8>
  ) -> Int64? {
    var words: [String] = []
    for word in recipe.about {
      switch word {
      case .text(let text): words.append(text)
      case .input(let input):
        switch found.slices[row * found.stride + input].raw(in: bytes) {
        case .text(let text): words.append(text)
        case .number, .yesNo, .null, .nested: return nil
        }
      }
    }
    return recipe.subject(words.joined(separator: " "))
  }
}
