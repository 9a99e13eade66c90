package import ContractModel
package import RuleSyntax
package import SourceText

extension LineSyntax {
  /// Returns the source that a `source` line declares; nil where it has no name or no block.
  package func checkedSource(
    among kinds: [RecordKind], clauses: [CheckedClause], in files: SourceFiles
  ) -> Diagnosed<CheckedSource?> {
    guard keyword.text == "source" else { return Diagnosed(nil) }
    var checker = SourceChecker(kinds: kinds, clauses: clauses, files: files)
    let source = checker.source(self)
    return Diagnosed(source, checker.lines.diagnostics)
  }
}

/// Reads the declaration of one source: lines as a contract has them, with what is read in them.
struct SourceChecker {
  let kinds: [RecordKind]
  let clauses: [CheckedClause]
  let files: SourceFiles
  var lines: LineChecker
  /// How the documents are written; nil after a mistake.
  private(set) var format: CheckedSource.Format?
  /// How many `each` stand around the line at hand.
  private(set) var depth = 0

  init(kinds: [RecordKind], clauses: [CheckedClause], files: SourceFiles) {
    self.kinds = kinds
    self.clauses = clauses
    self.files = files
    lines = LineChecker(kinds: kinds)
  }

  mutating func source(_ line: LineSyntax) -> CheckedSource? {
    var reader = LineReader(line)
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "a name")
      return nil
    }
    let title = reader.takeText()?.value
    lines.finish(reader, hasBlock: true)
    let block = line.block ?? []
    format = format(of: block.filter { $0.keyword.text == "reads" }, in: line)
    let steps = steps(block.filter { $0.keyword.text != "reads" }, in: .document)
    if steps.isEmpty { lines.report(.emptySource(name)) }
    let source = CheckedSource(
      name: name.text, title: title, documentation: line.documentation, format: format ?? .json,
      steps: steps, range: name.range,
      isSound: format != nil && !steps.isEmpty && lines.isSound)
    guard source.statesContracts, let record = source.steps.lazy.compactMap(\.looseRecord).first
    else { return source }
    lines.report(.recordBesideContract(record))
    return source.unsound
  }

  /// `reads json-lines`.
  private mutating func format(
    of statements: [LineSyntax], in line: LineSyntax
  ) -> CheckedSource.Format? {
    guard let statement = statements.first else {
      lines.report(.missingLine("reads", in: line, example: "reads json-lines"))
      return nil
    }
    for second in statements.dropFirst() {
      lines.report(.statedTwice(second.keyword, first: statement.keyword.range))
    }
    return lines.word(of: statement, among: CheckedSource.Format.allCases.map(\.rawValue))
      .flatMap(CheckedSource.Format.init(rawValue:))
  }

  /// Returns the lines of a block that can be understood where they stand.
  private mutating func steps(_ block: [LineSyntax], in scope: SourceScope) -> [SourceStep] {
    var first: [String: SourceRange] = [:]
    let single = scope.words.single
    return block.compactMap { line in
      let word = line.keyword
      if word.text == "each", scope.holdsArrays {
        return each(line, in: scope).map(SourceStep.each)
      }
      guard let inner = scope.block(of: line, kinds: kinds, clauses: clauses) else {
        lines.report(.unknownWord(word, in: scope.words, records: scope.records(among: kinds)))
        return nil
      }
      let isUnconditional = !line.values.contains(where: \.isWhen)
      if isUnconditional, single.contains(word.text) {
        if let earlier = first[word.text] { lines.report(.statedTwice(word, first: earlier)) }
        first[word.text] = word.range
      }
      return .line(self.line(line, in: scope, inner))
    }
  }

  /// `each optional "milestones" when "type" is "delivery" { … }`.
  private mutating func each(_ line: LineSyntax, in scope: SourceScope) -> SourceEach? {
    if format == .csv {
      lines.report(.eachInRow(line.keyword))
      return nil
    }
    var values = line.values[...]
    let isOptional = values.take("optional")
    guard case .text(let text)? = values.popFirst() else {
      lines.report(.eachWithoutPath(line))
      return nil
    }
    let path = path(text)
    depth += 1
    defer { depth -= 1 }
    let condition = values.take("when") ? condition(&values, of: line) : nil
    if let extra = values.first {
      lines.report(.unexpectedValue(after: line.keyword, at: extra.range))
    }
    if let table = line.table { lines.report(.unexpectedTable(line.keyword, at: table.range)) }
    let steps = steps(line.block ?? [], in: scope)
    if steps.isEmpty { lines.report(.emptySource(line.keyword)) }
    return path.map {
      SourceEach(path: $0, isOptional: isOptional, condition: condition, steps: steps)
    }
  }

  private mutating func line(
    _ line: LineSyntax, in scope: SourceScope, _ inner: SourceScope
  ) -> SourceLine {
    let word = line.keyword
    let type = scope.type(of: word.text)
    let (values, condition) = read(line, of: type)
    let isRead = values.contains(where: \.isRead)
    if !isRead, let type { checkConstant(line, values, of: type) }
    var rest = line.values[...]
    if SourceScope.namedWords.contains(word.text), !rest.take("from") { checkName(line, values) }
    let role = scope.role(of: word.text, kinds: kinds)
    if scope.holdsFields { checkField(line, values) }
    if inner.holdsFields { checkRecord(line, values) }
    if word.text == "incorporates", case .written(.name(let name))? = values.first {
      checkClause(name, inner, line)
    }
    return SourceLine(
      line, role: role,
      isAlwaysStated: line.block != nil || SourceScope.partWords.contains(word.text),
      values: values, condition: condition, steps: line.block.map { steps($0, in: inner) })
  }

  /// A part that is not read a name for has one of its own.
  private mutating func checkName(_ line: LineSyntax, _ values: [SourceValue]) {
    var reader = LineReader(line.writing(values))
    if reader.takeName() == nil { lines.reportNext(of: reader, wanted: "a name") }
  }

  /// What a field of a record, or a term, says is one line.
  private mutating func checkField(_ line: LineSyntax, _ values: [SourceValue]) {
    let word = line.keyword
    if line.block != nil { lines.report(.unexpectedBlock(word)) }
    if line.values.isEmpty, line.table == nil {
      lines.report(.missingValue(line, wanted: "a value"))
    }
  }

  /// What a record says stands in its block.
  private mutating func checkRecord(_ line: LineSyntax, _ values: [SourceValue]) {
    if !values.isEmpty, let value = line.values.first {
      lines.report(.unexpectedValue(after: line.keyword, at: value.range))
    }
    if let table = line.table { lines.report(.unexpectedTable(line.keyword, at: table.range)) }
  }

  /// A clause has to be there, and every term of it without a default has to be stated.
  private mutating func checkClause(
    _ name: NameSyntax, _ inner: SourceScope, _ line: LineSyntax
  ) {
    if !clauses.contains(where: { $0.name == name.text }) {
      lines.report(.unknownName(name, what: .clause, among: clauses.map(\.name)))
    }
    guard case .terms(let clause) = inner else { return }
    let given = Set((line.block ?? []).map(\.keyword.text))
    for term in clause.terms where term.standard == nil && !given.contains(term.name) {
      lines.report(.missingTerm(term, clause: clause, at: name.range))
    }
  }
}

extension SourceStep {
  /// A record, outside of any contract, that the line or one within it states.
  fileprivate var looseRecord: NameSyntax? {
    switch self {
    case .line(let line): line.role == .record ? line.keyword : nil
    case .each(let each): each.steps.lazy.compactMap(\.looseRecord).first
    }
  }
}

extension LineSyntax.Value {
  fileprivate var isWhen: Bool {
    if case .name(let name) = self { name.text == "when" } else { false }
  }
}
