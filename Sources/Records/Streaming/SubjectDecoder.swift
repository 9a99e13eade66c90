/// Finds what part of the contract each record is about, by the words that name it.
struct SubjectDecoder: Sendable {
  private let about: [FlatRecipe.Word]
  private let subject: @Sendable (String) -> Int64?
  /// The fields that words are read from.
  private let inputs: [Int]
  /// What one word, or two short ones that are looked up together, come to.
  private var together = FieldMemo()
  /// Of any other words a number for each, the same each time, and what those come to.
  private var numbers: [FieldMemo]
  private var counts: [Int64]
  private var numbered = FieldMemo()

  init(_ recipe: FlatRecipe) {
    about = recipe.about
    subject = recipe.subject
    inputs = recipe.about.compactMap { if case .input(let place) = $0 { place } else { nil } }
    numbers = [FieldMemo](repeating: FieldMemo(), count: inputs.count)
    counts = [Int64](repeating: 0, count: inputs.count)
  }

  mutating func subjects(of found: FoundRecords, _ bytes: Span<UInt8>) -> FlatColumn {
    guard inputs.count == 1 || inputs.count == 2 else {
      return FlatColumn(count: found.count) { subjectByNumbers(of: found, $0, bytes) }
    }
    // Taken out, so that it is not looked for again for each record.
    var memo = FieldMemo()
    swap(&memo, &together)
    defer { swap(&memo, &together) }
    let (slices, stride) = (found.slices.span, found.stride)
    let (first, last, isPair) = (inputs[0], inputs[inputs.count - 1], inputs.count == 2)
    return FlatColumn(count: found.count) { row in
      let (one, other) = (slices[row &* stride &+ first], slices[row &* stride &+ last])
      guard one.isText, other.isText,
        let key = isPair
          ? FieldMemo.Key(bytes, one.range, and: other.range) : FieldMemo.Key(bytes, one.range)
      else { return subjectByNumbers(of: found, row, bytes) }
      if let known = memo.value(of: key) { return known }
      let subject = spelledOut(found, row, bytes)
      memo.remember(subject, for: key)
      return subject
    }
  }

  private mutating func subjectByNumbers(
    of found: FoundRecords, _ row: Int, _ bytes: Span<UInt8>
  ) -> Int64 {
    var all: UInt64 = 0
    for (place, input) in inputs.enumerated() {
      let slice = found.slices[row * found.stride + input]
      guard inputs.count <= 3, slice.isText, let key = FieldMemo.Key(bytes, slice.range),
        let number = number(of: key, at: place)
      else { return spelledOut(found, row, bytes) }
      all = all << 16 | UInt64(number)
    }
    let key = FieldMemo.Key(number: all)
    if let known = numbered.value(of: key) { return known }
    let subject = spelledOut(found, row, bytes)
    numbered.remember(subject, for: key)
    return subject
  }

  /// Returns the number of a word, of fewer than sixteen bits; nil where there are too many words.
  private mutating func number(of word: FieldMemo.Key, at place: Int) -> Int64? {
    if let number = numbers[place].value(of: word) { return number }
    let number = counts[place]
    guard number < 1 << 15 else { return nil }
    counts[place] += 1
    numbers[place].remember(number, for: word)
    return number
  }

  private func spelledOut(_ found: FoundRecords, _ row: Int, _ bytes: Span<UInt8>) -> Int64 {
    var words: [String] = []
    for word in about {
      switch word {
      case .text(let text): words.append(text)
      case .input(let input):
        guard case .text(let text) = found.slices[row * found.stride + input].raw(in: bytes) else {
          return FlatColumn.odd
        }
        words.append(text)
      }
    }
    return subject(words.joined(separator: " ")) ?? FlatColumn.odd
  }
}
