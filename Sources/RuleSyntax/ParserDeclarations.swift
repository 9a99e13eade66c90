import SourceText

extension Parser {
  /// `file = { declaration }`
  mutating func parseFile() -> [DeclarationSyntax] {
    var declarations: [DeclarationSyntax] = []
    while tokens[index].kind != .endOfFile {
      parseStatement { (parser) throws(StatementFailure) in
        if let declaration = try parser.parseDeclaration() { declarations.append(declaration) }
      }
    }
    reportUnclosed()
    return declarations
  }

  private mutating func parseDeclaration() throws(StatementFailure) -> DeclarationSyntax? {
    layout = .statement
    if isMark("}") {
      let place = range
      let diagnostic = Diagnostic.unexpectedBrace(at: place)
      report(diagnostic)
      advance()
      return nil
    }
    guard isKind(.word) else {
      throw failure(.expectedDeclaration(found: spelling, at: range))
    }
    if !isWord(.means, ahead: 1) {
      if isAnyWord(Keyword.natures) { return try parseRecord().map { .record($0) } }
      if isWord(.clause) { return try parseClause().map { .clause($0) } }
    }
    if isAnyWord([.rule, .exception, .term]) || isWord(.means, ahead: 1) {
      throw failure(.misplacedStatement(text(of: index), at: range))
    }
    if let meant = misspeltDeclaration() {
      report(.unknownStatement(text(of: index), in: "a file", didYouMean: meant, at: range))
      if meant == "clause" { return try parseClause().map { .clause($0) } }
      if meant != "contract", meant != "source" { return try parseRecord().map { .record($0) } }
    }
    return .line(try parseLine())
  }

  /// Returns the word that was probably meant where no known declaration begins.
  private func misspeltDeclaration() -> String? {
    let word = text(of: index).asName
    let known = Vocabulary.natures + ["clause", "contract", "source"]
    guard !known.contains(word), word != "calendar", word != "test", isKind(.word, ahead: 1)
    else { return nil }
    return NearestName.of(word, among: known)
  }

  /// `record = nature WORD ["plural" …] ["keyed" "by" …] ["asserted" "by" …] "{" … "}"`
  private mutating func parseRecord() throws(StatementFailure) -> RecordSyntax? {
    let start = index
    let documentation = documentation[start]
    let nature = takeName()
    var name: NameSyntax?
    var plural: NameSyntax?
    var keys: [NameSyntax] = []
    var asserters: [NameSyntax] = []
    let opener = parseHeading("the record", before: .field) {
      (parser) throws(StatementFailure) in
      name = try parser.parseName("the record")
      if parser.take(.plural) { plural = try parser.parseName("many such records") }
      if parser.take(.keyed) {
        try parser.expect(.by)
        keys = try parser.parseNames("a field") { $0.take(mark: ",") }
      }
      if parser.take(.asserted) {
        try parser.expect(.by)
        asserters = try parser.parseNames("a role") { $0.take(.or) }
      }
    }
    var about: [NameSyntax] = []
    var fields: [FieldSyntax] = []
    if let opener {
      try parseBlock(opener, until: .declaration) { (parser) throws(StatementFailure) in
        parser.layout = .line
        guard parser.isKind(.word) else {
          throw parser.failure(
            .expectedName("a field", found: parser.spelling, at: parser.range))
        }
        if parser.isWord(.about), parser.isKind(.word, ahead: 1) {
          try parser.parseOnce(.about, isFirst: about.isEmpty)
          about = try parser.parseNames("a kind of subject") { $0.take(.or) }
        } else {
          fields.append(try parser.parseField())
        }
      }
    }
    return name.map {
      RecordSyntax(
        nature: nature, name: $0, plural: plural, keys: keys, asserters: asserters, about: about,
        fields: fields, documentation: documentation, range: range(from: start))
    }
  }

  /// Takes the word of a statement that may stand only once.
  mutating func parseOnce(_ word: Keyword, isFirst: Bool) throws(StatementFailure) {
    guard isFirst else { throw failure(.repeatedStatement(word.rawValue, at: range)) }
    advance()
  }

  /// `field = [doc] WORD ["optional"] type`
  private mutating func parseField() throws(StatementFailure) -> FieldSyntax {
    let start = index
    let name = takeName()
    let isOptional = isWord(.optional) && isKind(.word, ahead: 1)
    if isOptional { advance() }
    let type = try parseType()
    return FieldSyntax(
      name: name, isOptional: isOptional, type: type, documentation: documentation[start],
      range: range(from: start))
  }
}
