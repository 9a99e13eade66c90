package import ContractModel
package import RuleSyntax
package import SourceText

extension LineSyntax {
  /// Returns the source that a `source` line declares; nil where it has no name or no block.
  package func checkedSource(
    among kinds: [RecordKind], in files: SourceFiles
  ) -> Diagnosed<CheckedSource?> {
    guard keyword.text == "source" else { return Diagnosed(nil) }
    var checker = SourceChecker(kinds: kinds, files: files)
    let source = checker.source(self)
    return Diagnosed(source, checker.lines.diagnostics)
  }
}

/// Reads the declaration of one source: lines as a contract has them, with what is read in them.
struct SourceChecker {
  let kinds: [RecordKind]
  let files: SourceFiles
  var lines: LineChecker

  init(kinds: [RecordKind], files: SourceFiles) {
    self.kinds = kinds
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
    let formats = block.filter { $0.keyword.text == "reads" }
    if let second = formats.dropFirst().first {
      lines.report(.statedTwice(second.keyword, first: formats[0].keyword.range))
    }
    if formats.isEmpty {
      lines.report(.missingLine("reads", in: line, example: "reads json-lines"))
    }
    let format = formats.first.flatMap { statement in
      lines.word(of: statement, among: CheckedSource.Format.allCases.map(\.rawValue))
    }.flatMap(CheckedSource.Format.init(rawValue:))
    let steps = steps(block.filter { $0.keyword.text != "reads" }, in: .document)
    if steps.isEmpty { lines.report(.emptySource(name)) }
    return CheckedSource(
      name: name.text, title: title, documentation: line.documentation, format: format ?? .json,
      steps: steps, range: line.range, isSound: format != nil && !steps.isEmpty && lines.isSound)
  }

  /// Returns the lines of a block that can be understood where they stand.
  private mutating func steps(_ block: [LineSyntax], in scope: SourceScope) -> [SourceStep] {
    var first: [String: SourceRange] = [:]
    return block.compactMap { line in
      let word = line.keyword
      if word.text == "each" { return each(line, in: scope).map(SourceStep.each) }
      guard let inner = scope.block(of: word.text, kinds: kinds) else {
        lines.report(.unknownWord(word, in: scope.words, records: scope.records(among: kinds)))
        return nil
      }
      let isUnconditional = !line.values.contains(where: \.isWhen)
      if isUnconditional, scope.words.single.contains(word.text) {
        if let earlier = first[word.text] { lines.report(.statedTwice(word, first: earlier)) }
        first[word.text] = word.range
      }
      return .line(self.line(line, scope.role(of: word.text, kinds: kinds), inner))
    }
  }

  /// `each "milestones" when "type" is "delivery" { … }`.
  private mutating func each(_ line: LineSyntax, in scope: SourceScope) -> SourceEach? {
    let (values, condition) = read(line)
    guard case .written(.text(let text))? = values.first, values.count == 1 else {
      lines.report(.eachWithoutPath(line))
      return nil
    }
    if let table = line.table { lines.report(.unexpectedTable(line.keyword, at: table.range)) }
    let steps = steps(line.block ?? [], in: scope)
    if steps.isEmpty { lines.report(.emptySource(line.keyword)) }
    guard let path = path(text) else { return nil }
    return SourceEach(path: path, condition: condition, steps: steps)
  }

  private mutating func line(
    _ line: LineSyntax, _ role: SourceLine.Role, _ inner: SourceScope
  ) -> SourceLine {
    let (values, condition) = read(line)
    let isMapped = values.contains { if case .read = $0 { true } else { false } }
    return SourceLine(
      role: role, keyword: line.keyword, values: values, condition: condition,
      provenance: line.provenance, table: isMapped ? nil : line.table,
      documentation: line.documentation, steps: line.block.map { steps($0, in: inner) },
      range: line.range)
  }
}

extension LineSyntax.Value {
  fileprivate var isWhen: Bool {
    if case .name(let name) = self { name.text == "when" } else { false }
  }
}
