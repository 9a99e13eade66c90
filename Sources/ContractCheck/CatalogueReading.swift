package import ContractModel
internal import RuleChecking
internal import RuleSyntax
package import SourceText

extension ContractCheck {
  /// Returns what files of rules offer, in the order of their paths, and what is wrong with them.
  package static func catalogue(
    reading inputs: [InputFile], into files: inout SourceFiles
  ) -> Diagnosed<RuleCatalogue> {
    let read = readingRules(inputs, into: &files)
    var reader = CatalogueReader(files: files, kinds: read.book.value.kinds)
    for declaration in read.trees.flatMap(\.declarations) { reader.read(declaration) }
    return Diagnosed(
      RuleCatalogue(kinds: reader.entries, clauses: reader.clauses), read.book.diagnostics)
  }

  /// Returns the kinds of records that files of rules declare, and what is wrong with the files.
  package static func recordKinds(
    reading inputs: [InputFile], into files: inout SourceFiles
  ) -> Diagnosed<[RecordKind]> {
    let book = readingRules(inputs, into: &files).book
    return Diagnosed(book.value.kinds, book.diagnostics)
  }

  private static func readingRules(
    _ inputs: [InputFile], into files: inout SourceFiles
  ) -> (trees: [SyntaxTree], book: Diagnosed<RuleBook>) {
    let sorted = inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var diagnostics: [Diagnostic] = []
    var trees: [SyntaxTree] = []
    for input in sorted {
      let id = files.add(SourceFile(path: input.path, bytes: input.bytes))
      let tree = SyntaxTree.parsing(files[id], id: id)
      diagnostics += tree.diagnostics
      trees.append(tree.value)
    }
    let book = RuleBook.checking(trees, in: files, having: diagnostics)
    return (trees, Diagnosed(book.value, diagnostics + book.diagnostics))
  }
}

/// Takes over what is written, in the words of the text.
private struct CatalogueReader {
  let files: SourceFiles
  let plurals: [String: String]
  var entries: [RuleCatalogue.Kind] = []
  var clauses: [RuleCatalogue.Clause] = []

  init(files: SourceFiles, kinds: [RecordKind]) {
    self.files = files
    plurals = Dictionary(kinds.map { ($0.name, $0.plural) }) { first, _ in first }
  }

  mutating func read(_ declaration: DeclarationSyntax) {
    switch declaration {
    case .record(let record): entries.append(kind(record))
    case .clause(let clause): clauses.append(entry(clause))
    case .line: break
    }
  }

  private func kind(_ record: RecordSyntax) -> RuleCatalogue.Kind {
    RuleCatalogue.Kind(
      entry: entry(record.name, record.documentation, record.range), nature: record.nature.text,
      plural: record.plural?.text ?? plurals[record.name.text] ?? record.name.text,
      about: record.about.map(\.text), asserters: record.asserters.map(\.text),
      keys: record.keys.map(\.text),
      fields: record.fields.map {
        RuleCatalogue.Kind.Field(
          name: $0.name.text, type: text($0.type.range), isOptional: $0.isOptional)
      })
  }

  private func entry(_ clause: ClauseSyntax) -> RuleCatalogue.Clause {
    let rules = clause.rules.map { rule in
      RuleCatalogue.Rule(
        entry: entry(rule.name, rule.documentation, rule.range),
        subject: rule.subject.map { text($0.range) }, section: rule.citation?.value, target: nil)
    }
    let exceptions = clause.exceptions.map { exception in
      RuleCatalogue.Rule(
        entry: entry(exception.name, exception.documentation, exception.range),
        subject: exception.subject.map { text($0.range) }, section: exception.citation?.value,
        target: exception.target.text)
    }
    return RuleCatalogue.Clause(
      entry: entry(clause.name, clause.documentation, clause.range), title: clause.title?.value,
      section: clause.citation?.value, terms: clause.terms.map(term), rules: rules + exceptions)
  }

  private func term(_ term: TermSyntax) -> RuleCatalogue.Term {
    let type = term.type.range
    let end = term.type.domain?.range.lower ?? type.upper
    let standard: String? =
      switch term.standard {
      case .range(let range)?: text(range.range)
      case .table?: "a table"
      case nil: nil
      }
    let input = term.input.map { " by \($0.text)" } ?? ""
    return RuleCatalogue.Term(
      entry: entry(term.name, term.documentation, term.range),
      type: text(SourceRange(file: type.file, lower: type.lower, upper: end)) + input,
      allowed: term.type.domain.map { text($0.range) }, standard: standard)
  }

  private func entry(
    _ name: NameSyntax, _ documentation: String?, _ range: SourceRange
  ) -> RuleCatalogue.Entry {
    RuleCatalogue.Entry(name: name.text, documentation: documentation, range: range)
  }

  /// The words of a text, with one space between them.
  private func text(_ range: SourceRange) -> String {
    let bytes = files[range.file].bytes[range.lower..<range.upper]
    return bytes.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
