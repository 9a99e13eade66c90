import ContractModel
package import RuleSyntax
package import SourceText

extension RuleBook {
  /// Returns the record kinds, clauses and calendars that files declare, all names resolved.
  ///
  /// A clause with a mistake in it is kept, marked unsound, so that a contract that incorporates it
  /// is known to be undecided; so is every clause of a file that does not parse, because what was
  /// lost of it might have held money. Files may stand in any order.
  package static func checking(
    _ trees: [SyntaxTree], in files: SourceFiles, broken: Set<FileID> = []
  ) -> Diagnosed<RuleBook> {
    var checker = RuleBookChecker(files: files, broken: broken)
    for tree in trees { checker.collect(tree.declarations) }
    return checker.checked()
  }
}

private struct RuleBookChecker {
  let files: SourceFiles
  /// The files with mistakes in what was lost or in what records are.
  var broken: Set<FileID>
  var records: [RecordSyntax] = []
  var clauses: [ClauseSyntax] = []
  var calendars: [BusinessCalendar] = []
  var diagnostics: [Diagnostic] = []

  mutating func collect(_ declarations: [DeclarationSyntax]) {
    for declaration in declarations {
      switch declaration {
      case .record(let record): records.append(record)
      case .clause(let clause): clauses.append(clause)
      case .line(let line): collect(line)
      }
    }
  }

  private mutating func collect(_ line: LineSyntax) {
    guard line.keyword.text == "calendar" else {
      diagnostics.append(.notARule(line.keyword))
      return
    }
    let calendar = line.checkedCalendar()
    diagnostics += calendar.diagnostics
    if let calendar = calendar.value { calendars.append(calendar) }
  }

  init(files: SourceFiles, broken: Set<FileID>) {
    self.files = files
    self.broken = broken
  }

  mutating func checked() -> Diagnosed<RuleBook> {
    reportRepeats(records.map(\.name) + records.compactMap(\.plural))
    reportRepeats(clauses.map(\.name))
    let kinds = records.map { record in
      let kind = record.checkedKind()
      diagnostics += kind.diagnostics
      if kind.diagnostics.contains(where: \.isError) { broken.insert(record.name.range.file) }
      return kind.value
    }
    let areRecordsKnown = records.allSatisfy { !broken.contains($0.name.range.file) }
    let checkedClauses = clauses.map { clause in
      var checker = ClauseChecker(clause, kinds: kinds, files: files)
      let checked = checker.checkedClause()
      diagnostics += checker.diagnostics
      let isWhole = areRecordsKnown && !broken.contains(clause.name.range.file)
      return isWhole ? checked : checked.unsound
    }
    return Diagnosed(
      RuleBook(kinds: kinds, clauses: checkedClauses, calendars: calendars), diagnostics)
  }

  private mutating func reportRepeats(_ names: [NameSyntax]) {
    var seen: [String: NameSyntax] = [:]
    for name in names {
      if let first = seen[name.text] {
        diagnostics.append(.declaredTwice(name, first: first.range))
      } else {
        seen[name.text] = name
      }
    }
  }
}
