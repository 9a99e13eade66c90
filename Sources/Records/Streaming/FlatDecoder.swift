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

  /// Who asserts, the day, the day on file, then the fields, then the conditions.
  private let steps: [Step]
  private let origins: [FlatRecipe.Origin]
  /// The columns of the fields.
  private let columns: [Int]
  private let hasRecorded: Bool
  private var memos: [FieldMemo]
  private var subjects: SubjectDecoder

  init(_ recipe: FlatRecipe) {
    origins =
      [recipe.asserter, recipe.day, recipe.recorded ?? .constant(0)] + recipe.cells.map(\.origin)
      + recipe.conditions.map { .output($0) }
    steps = origins.map(Step.init)
    columns = recipe.cells.map(\.column)
    hasRecorded = recipe.recorded != nil
    memos = [FieldMemo](repeating: FieldMemo(), count: origins.count)
    subjects = SubjectDecoder(recipe)
  }

  /// Adds the records that were found; returns the places of those that are not plain, and were not
  /// added.
  mutating func add(
    _ found: FoundRecords, of bytes: Span<UInt8>, to batch: inout RecordBatch
  ) -> [Int] {
    let rows = 0..<found.count
    let subjects = subjects.subjects(of: found, bytes)
    let columns = steps.indices.map { column($0, of: found, bytes) }
    let (days, recorded) = (columns[1].values, columns[hasRecorded ? 2 : 1].values)
    let conditions = columns[(3 + self.columns.count)...]
    var (isOut, odd) = ([Bool](), [Int]())
    // Nearly always all are plain.
    if !conditions.isEmpty || !subjects.isPlain || columns.contains(where: { !$0.isPlain })
      || hasRecorded && rows.contains(where: { recorded[$0] < days[$0] })
    {
      // What a line that states no record says is not looked at.
      isOut = rows.map { row in conditions.contains { $0.values[row] == 0 } }
      odd = rows.filter { row in
        !isOut[row]
          && (subjects.values[row] == FlatColumn.odd || recorded[row] < days[row]
            || columns.contains { $0.values[row] == FlatColumn.odd })
      }
      for row in odd { isOut[row] = true }
    }
    func plain<Value>(_ values: [Value]) -> [Value] {
      isOut.isEmpty ? values : rows.filter { !isOut[$0] }.map { values[$0] }
    }
    batch.lines = plain(found.lines)
    batch.subjects = plain(subjects.places)
    batch.asserters = plain(columns[0].places)
    batch.days = plain(days)
    batch.recorded = plain(recorded)
    for (place, column) in self.columns.enumerated() {
      batch.cells[column] = plain(columns[3 + place].values)
    }
    return odd
  }

  private mutating func column(
    _ place: Int, of found: FoundRecords, _ bytes: Span<UInt8>
  ) -> FlatColumn {
    let step = steps[place]
    switch step.form {
    case .constant: return FlatColumn(repeating: step.number, count: found.count)
    case .remembered: return remembered(place, of: found, bytes) { $0 }
    case .dayOfMoment: return remembered(place, of: found, bytes) { $0.day(in: bytes) }
    case .number: return numbers(place, of: found, bytes)
    case .anyText:
      let slices = found.slices.span
      return FlatColumn(count: found.count) { row in
        let slice = slices[row &* found.stride &+ step.input]
        return slice.isText || slice.form == .absent ? 0 : FlatColumn.odd
      }
    }
  }

  /// What texts come to, of which each is worked out once.
  @inline(__always)
  private mutating func remembered(
    _ place: Int, of found: FoundRecords, _ bytes: Span<UInt8>,
    _ part: (FlatSlice) -> FlatSlice
  ) -> FlatColumn {
    // Taken out, so that it is not looked for again for each record.
    var memo = FieldMemo()
    swap(&memo, &memos[place])
    defer { swap(&memo, &memos[place]) }
    let (slices, stride, input) = (found.slices.span, found.stride, steps[place].input)
    // Days mostly come one record after the other, and of few words most are the same.
    var last = (key: FieldMemo.Key.none, value: FlatColumn.odd)
    return FlatColumn(count: found.count) { row in
      let slice = part(slices[row &* stride &+ input])
      guard let key = FieldMemo.Key(bytes, slice) else {
        return workedOut(place, slice, bytes)
      }
      if key == last.key { return last.value }
      last = (key, value(of: key, slice, place, bytes, &memo))
      return last.value
    }
  }

  private mutating func numbers(
    _ place: Int, of found: FoundRecords, _ bytes: Span<UInt8>
  ) -> FlatColumn {
    var memo = FieldMemo()
    swap(&memo, &memos[place])
    defer { swap(&memo, &memos[place]) }
    let (slices, stride, step) = (found.slices.span, found.stride, steps[place])
    return FlatColumn(count: found.count) { row in
      let slice = slices[row &* stride &+ step.input]
      if slice.form == .number || step.takesTexts && slice.form == .text,
        let number = PlainNumber.value(
          bytes, slice.range, scale: step.number, isText: slice.form == .text)
      {
        return step.domain.contains(number) ? number : FlatColumn.odd
      }
      guard let key = FieldMemo.Key(bytes, slice) else {
        return workedOut(place, slice, bytes)
      }
      return value(of: key, slice, place, bytes, &memo)
    }
  }

  private func value(
    of key: FieldMemo.Key, _ slice: FlatSlice, _ place: Int, _ bytes: Span<UInt8>,
    _ memo: inout FieldMemo
  ) -> Int64 {
    if let known = memo.value(of: key) { return known }
    let value = workedOut(place, slice, bytes)
    memo.remember(value, for: key)
    return value
  }

  private func workedOut(_ place: Int, _ slice: FlatSlice, _ bytes: Span<UInt8>) -> Int64 {
    guard case .output(let output) = origins[place] else { return FlatColumn.odd }
    return output.value(slice.raw(in: bytes)) ?? FlatColumn.odd
  }
}

extension FlatSlice {
  /// The day that a moment begins with; all of any other value.
  @inline(__always)
  fileprivate func day(in bytes: Span<UInt8>) -> FlatSlice {
    guard form == .text, PlainNumber.isMoment(bytes, range) else { return self }
    return FlatSlice(.text, range.lowerBound..<range.lowerBound + 10)
  }
}
