package import ContractModel
package import RuleSyntax
package import SourceText

extension RuleBook {
  /// Returns the record kinds, clauses and calendars that files declare, all names resolved.
  ///
  /// A clause with a mistake in it is kept, marked unsound, so that a contract that incorporates it
  /// is known to be undecided. So is every clause of a file that did not parse, by the mistakes
  /// found when the texts were read: what was skipped there may have been a requirement. Files may
  /// stand in any order.
  package static func checking(
    _ trees: [SyntaxTree], in files: SourceFiles, having mistakes: [Diagnostic] = []
  ) -> Diagnosed<RuleBook> {
    var checker = RuleBookChecker(
      files: files, mistakes: mistakes.filter(\.isError).map(\.range))
    for tree in trees { checker.collect(tree.declarations) }
    return checker.checked()
  }
}

extension ClauseSyntax {
  /// Returns this clause by itself, all names resolved among kinds of record that are known.
  package func checkedClause(
    among kinds: [RecordKind], in files: SourceFiles
  ) -> Diagnosed<CheckedClause> {
    var checker = ClauseChecker(self, among: KnownKinds(kinds), files: files, isRead: true)
    let checked = checker.checkedClause()
    return Diagnosed(checked, checker.diagnostics)
  }
}

private struct RuleBookChecker {
  let files: SourceFiles
  /// Where texts did not parse.
  let mistakes: [SourceRange]
  var records: [RecordSyntax] = []
  var clauses: [ClauseSyntax] = []
  var sources: [LineSyntax] = []
  var calendars: [BusinessCalendar] = []
  var calendarNames: [NameSyntax] = []
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
    if line.keyword.text == "source" { return sources.append(line) }
    guard line.keyword.text == "calendar" else {
      diagnostics.append(.notARule(line.keyword))
      return
    }
    let calendar = line.checkedCalendar()
    diagnostics += calendar.diagnostics
    if let calendar = calendar.value { calendars.append(calendar) }
    if case .name(let name) = line.values.first { calendarNames.append(name) }
  }

  mutating func checked() -> Diagnosed<RuleBook> {
    let before = diagnostics.count
    let kinds = KnownKinds(checkedKinds())
    let hasSoundKinds = !diagnostics[before...].contains(where: \.isError)
    // A mistake outside all clauses may have hidden a kind of record from them.
    let hasReadKinds = mistakes.allSatisfy { mistake in
      clauses.contains { $0.range.overlaps(mistake) }
    }
    let repeated = reportRepeats(clauses.map(\.name))
    let repeatedCalendars = reportRepeats(calendarNames)
    let brokenFiles = Set(mistakes.map(\.file))
    let checkedClauses = clauses.map { clause in
      let isRead = hasReadKinds && !mistakes.contains { clause.range.overlaps($0) }
      var checker = ClauseChecker(clause, among: kinds, files: files, isRead: isRead)
      let checked = checker.checkedClause()
      diagnostics += checker.diagnostics
      let isSafe =
        hasSoundKinds && hasReadKinds && !brokenFiles.contains(clause.name.range.file)
        && !repeated.contains(clause.name.text)
      return isSafe ? checked : checked.unsound
    }
    return Diagnosed(
      RuleBook(
        kinds: kinds.kinds, clauses: checkedClauses,
        calendars: calendars.filter { !repeatedCalendars.contains($0.name) },
        sources: checkedSources(among: kinds.kinds, clauses: checkedClauses)), diagnostics)
  }

  private mutating func checkedSources(
    among kinds: [RecordKind], clauses: [CheckedClause]
  ) -> [CheckedSource] {
    let isRead = mistakes.isEmpty
    let checked = sources.compactMap { line in
      let source = line.checkedSource(among: kinds, clauses: clauses, in: files)
      diagnostics += source.diagnostics
      return isRead ? source.value : source.value?.unsound
    }
    let repeated = reportRepeats(
      sources.compactMap { if case .name(let name)? = $0.values.first { name } else { nil } })
    return checked.filter { !repeated.contains($0.name) }
  }

  private mutating func checkedKinds() -> [RecordKind] {
    let repeated = reportRepeats(records.map(\.name))
    reportRepeats(records.filter { !repeated.contains($0.name.text) }.map(\.pluralName))
    let units = KnownUnits(records: records.map { ($0.name.text, $0.pluralName.text) })
    return records.map { record in
      let isBroken = mistakes.contains { record.range.overlaps($0) }
      let kind = record.checkedKind(among: units, isBroken: isBroken)
      diagnostics += kind.diagnostics
      return kind.value
    }
  }

  /// Reports names declared twice, and returns them.
  @discardableResult
  private mutating func reportRepeats(_ names: [NameSyntax]) -> Set<String> {
    var seen = [String: SourceRange](minimumCapacity: names.count)
    var repeated: Set<String> = []
    for name in names {
      guard let first = seen.updateValue(name.range, forKey: name.text) else { continue }
      seen[name.text] = first
      diagnostics.append(.declaredTwice(name, first: first))
      repeated.insert(name.text)
    }
    return repeated
  }
}

extension SourceRange {
  /// Whether two places share a byte, or touch.
  func overlaps(_ other: SourceRange) -> Bool {
    file == other.file && lower <= other.upper && other.lower <= upper
  }
}
