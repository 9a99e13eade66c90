internal import ContractModel
internal import SourceText

/// What rules offer, for people.
package enum TextCatalogue {
  /// Returns the whole text: the kinds of records, then the clauses, file by file.
  package static func rendering(_ report: CatalogueReport, style: TextStyle) -> String {
    var writer = CatalogueText(files: report.files, page: TextPage(style: style))
    for kind in report.catalogue.kinds { writer.write(kind) }
    for clause in report.catalogue.clauses { writer.write(clause) }
    writer.writeSummary(of: report.catalogue)
    return writer.page.text
  }
}

private struct CatalogueText {
  let files: SourceFiles
  var page: TextPage

  private var isQuiet: Bool { page.style.verbosity == .quiet }

  mutating func write(_ kind: RuleCatalogue.Kind) {
    writeHead(
      [TextWord(kind.nature)] + TextWord.untrusted(kind.entry.name, .bold)
        + TextWord.untrusted("(\(kind.plural))", .dim), kind.entry)
    guard !isQuiet else { return }
    writeAbstract(kind.entry, indent: 2)
    var words = TextWord.words(of: "about", .dim) + joined(kind.about)
    if !kind.asserters.isEmpty {
      words += TextWord.words(of: "asserted by", .dim) + joined(kind.asserters)
    }
    if !kind.keys.isEmpty {
      words +=
        TextWord.words(of: "keyed by", .dim)
        + TextWord.untrusted(kind.keys.joined(separator: ", "))
    }
    page.line(words, indent: 2)
    let widest = kind.fields.map(\.name.count).max() ?? 0
    for field in kind.fields {
      let name = TextWord.untrusted(field.name)
      let type = (field.isOptional ? "optional " : "") + field.type
      let gap = page.gap(after: name, indent: 4, toColumn: 4 + widest + 2)
      page.line(
        name + TextWord.untrusted(type, .dim, gap: gap), indent: 4, hanging: 4 + widest + 2)
    }
    page.blankLine()
  }

  mutating func write(_ clause: RuleCatalogue.Clause) {
    var words = [TextWord("clause")] + TextWord.untrusted(clause.entry.name, .bold)
    if let title = clause.title { words += TextWord.untrusted("\"\(title)\"") }
    writeHead(words + section(clause.section), clause.entry)
    guard !isQuiet else { return }
    writeAbstract(clause.entry, indent: 2)
    for term in clause.terms { write(term) }
    for rule in clause.rules { write(rule) }
    page.blankLine()
  }

  private mutating func write(_ term: RuleCatalogue.Term) {
    var words = [TextWord("term", .dim)] + TextWord.untrusted(term.entry.name)
    words += TextWord.untrusted(term.type, .dim, gap: 2)
    if let allowed = term.allowed { words += TextWord.untrusted(allowed, .dim) }
    if let standard = term.standard {
      words += TextWord.words(of: "· default", .dim) + TextWord.untrusted(standard)
    } else {
      words += TextWord.words(of: "· to be given", .yellow)
    }
    page.line(words, indent: 2)
    writeAbstract(term.entry, indent: 4)
  }

  private mutating func write(_ rule: RuleCatalogue.Rule) {
    var words = [TextWord(rule.target == nil ? "rule" : "exception", .dim)]
    words += TextWord.untrusted(rule.entry.name)
    if let target = rule.target { words += [TextWord("to", .dim)] + TextWord.untrusted(target) }
    if let subject = rule.subject {
      words += [TextWord("for", .dim)] + TextWord.untrusted(subject, .dim)
    }
    words += section(rule.section)
    let line = files[rule.entry.range.file].position(at: rule.entry.range.lower).line
    page.line(words + [TextWord(":\(line)", .dim, gap: 2)], indent: 2)
    writeAbstract(rule.entry, indent: 4)
  }

  mutating func writeSummary(of catalogue: RuleCatalogue) {
    let rules = catalogue.clauses.flatMap(\.rules)
    let counts = [
      (catalogue.kinds.count, "kind of record", "kinds of records"),
      (catalogue.clauses.count, "clause", "clauses"),
      (rules.count { $0.target == nil }, "rule", "rules"),
      (rules.count { $0.target != nil }, "exception", "exceptions"),
    ]
    let items = counts.filter { $0.0 > 0 }.map { count, one, many in
      TextWord.words(of: "\(count) \(count == 1 ? one : many)")
    }
    page.line(TextWord.separated(items), indent: 0)
  }

  private mutating func writeHead(_ words: [TextWord], _ entry: RuleCatalogue.Entry) {
    page.edges(words, TextWord.untrusted(files.placeText(of: entry.range), .dim))
  }

  private mutating func writeAbstract(_ entry: RuleCatalogue.Entry, indent: Int) {
    guard let abstract = entry.abstract else { return }
    page.line(TextWord.untrusted(abstract), indent: indent, hanging: indent)
  }

  private func section(_ section: String?) -> [TextWord] {
    section.map { TextWord.section($0, gap: 2) } ?? []
  }

  private func joined(_ names: [String]) -> [TextWord] {
    TextWord.untrusted(names.joined(separator: " or "))
  }
}
