internal import ContractModel

extension ExplanationText {
  /// Writes what would release an amount: each set of changes, one after the other.
  mutating func write(_ list: CureList) {
    guard !list.cures.isEmpty else {
      let words =
        list.isComplete
        ? "no release was found: no record, later day or waiver that was tried ends it"
        : "no release was found; not every way was tried"
      return page.line(TextWord.words(of: words, .yellow), indent: 4)
    }
    page.line(
      TextWord.words(of: list.cures.count == 1 ? "released by" : "released by any one of", .bold),
      indent: 4)
    for (place, cure) in list.cures.enumerated() {
      write(
        cure, number: list.cures.count == 1 ? nil : place + 1,
        isStarred: list.held.isIllustrative(by: illustrative))
    }
    if !list.isComplete {
      page.line(TextWord.words(of: "not every way was tried", .yellow), indent: 4)
    }
    if !list.isInSuppliersHands {
      let words =
        list.cures.count == 1
        ? "it is not the supplier's alone" : "none of these is the supplier's alone"
      page.line(TextWord.words(of: words, .dim), indent: 4)
    }
  }

  private mutating func write(_ cure: Cure, number: Int?, isStarred: Bool) {
    let mark = number.map { "\($0)." } ?? "–"
    for (place, change) in cure.changes.enumerated() {
      var words = [TextWord(place == 0 ? mark : "and")] + TextWord.untrusted(change.words)
      if change.maker == .past { words += TextWord.words(of: "(if it was so)", .dim) }
      if place == cure.changes.count - 1 { words += note(on: cure, isStarred: isStarred) }
      page.line(words, indent: place == 0 ? 6 : 9, hanging: 9)
      guard isVerbose, !change.record.isEmpty else { continue }
      page.line(TextWord.untrusted(change.record.jsonText, .dim), indent: 9, hanging: 11)
    }
  }

  private func note(on cure: Cure, isStarred: Bool) -> [TextWord] {
    var notes: [String] = []
    if let paid = cure.paid { notes.append("the line pays \(money(paid, isStarred: isStarred))") }
    if cure.day != explanation.asOf(in: report) { notes.append("decided on \(cure.day.text)") }
    return notes.isEmpty ? [] : TextWord.words(of: "— \(notes.joined(separator: ", "))", .dim)
  }
}

extension [CureChange.Field] {
  /// The record as a line of a record file.
  fileprivate var jsonText: String {
    "{"
      + map { field in
        "\(JSONValue.string(field.name).line): \(JSONValue.string(field.text).line)"
      }.joined(separator: ", ") + "}"
  }
}
