internal import ContractModel
internal import SourceText

/// What tests show of the rules, for people: a line for each clause, and below it what no test shows.
extension TextPage {
  mutating func write(_ coverage: TestCoverage, in files: SourceFiles) {
    var file: FileID?
    for clause in coverage.clauses {
      if style.verbosity != .verbose, clause.isWholly { continue }
      if clause.range.file != file {
        file = clause.range.file
        line(TextWord.untrusted(files[clause.range.file].path, .bold), indent: 0)
      }
      write(clause, in: files)
    }
    if style.verbosity != .verbose { writeRest(of: coverage) }
  }

  mutating func writeSummary(of coverage: TestCoverage) {
    let shares = [
      (coverage.outcomes, "of the outcomes of rules"), (coverage.rows, "of the rows of tables"),
    ]
    let items = shares.filter { $0.0.whole > 0 }.map { share, name in
      TextWord.words(of: share.percentText, share.isWhole ? .green : .yellow)
        + TextWord.words(of: "\(name) shown (\(share.part) of \(share.whole))")
    }
    line(TextWord.separated(items), indent: 0)
  }

  private mutating func write(_ clause: TestCoverage.Clause, in files: SourceFiles) {
    var items = [Self.words(of: clause.outcomes, "outcomes")]
    if !clause.rows.isEmpty { items.append(Self.words(of: clause.coveredRows, "rows")) }
    edges(
      [TextWord("  ")] + TextWord.untrusted(clause.name, gap: 0), TextWord.separated(items))
    for rule in clause.rules where !rule.missing.isEmpty {
      let outcomes = rule.missing.map { TextWord.words(of: $0.rawValue, .yellow) }
      let words =
        TextWord.untrusted(rule.name) + [TextWord("never", .dim)] + TextWord.separated(outcomes)
      writeMissing(words, at: rule.range, in: files)
    }
    for row in clause.rows where !row.isCovered {
      let words =
        TextWord.untrusted(row.table) + [TextWord("never", .dim)]
        + TextWord.untrusted(row.text, .yellow)
      writeMissing(words, at: row.range, in: files)
    }
  }

  private mutating func writeMissing(
    _ words: [TextWord], at range: SourceRange, in files: SourceFiles
  ) {
    line(words + TextWord.untrusted(files.placeText(of: range), .dim, gap: 2), indent: 4)
  }

  private static func words(of share: Share, _ name: String) -> [TextWord] {
    TextWord.words(
      of: "\(share.part) of \(share.whole) \(name)", share.isWhole ? .green : .yellow)
  }

  /// Clauses that are shown wholly are only counted.
  private mutating func writeRest(of coverage: TestCoverage) {
    let count = coverage.clauses.count(where: \.isWholly)
    guard count > 0 else { return }
    let name = count == 1 ? "clause is" : "clauses are"
    line(TextWord.words(of: "\(count) \(name) shown wholly", .dim), indent: 0)
  }
}

extension TestCoverage.Clause {
  fileprivate var isWholly: Bool { outcomes.isWhole && coveredRows.isWhole }
}
