import ContractModel
package import RuleChecking
package import SourceText

/// Looks for what the tables of clauses and contracts, and the rules that stand beside one another,
/// leave open or say twice: by boxes of intervals over everything that they tell apart.
///
/// What is reported can come about within what the rules state of their terms, fields and records;
/// what cannot be looked at is reported as such.
package enum GapAnalysis {
  /// Returns what is found in the clauses of a book, in the order of the text.
  package static func findings(in book: RuleBook) -> [Diagnostic] {
    let found = book.clauses.filter(\.isSound).flatMap { clause in
      findings(in: ClauseScope(clause: clause, kinds: book.kinds, given: nil))
    }
    return found.inOrder
  }

  /// Returns what is found in the tables that a contract gives the terms of its clauses.
  package static func findings(
    in contract: CheckedContract, of book: RuleBook, files: SourceFiles
  ) -> [Diagnostic] {
    let found = contract.incorporations.flatMap { incorporation -> [Diagnostic] in
      let clause = book.clauses[incorporation.clause]
      guard clause.isSound else { return [] }
      let scope = ClauseScope(clause: clause, kinds: book.kinds, given: incorporation.terms)
      return scope.givenTables(in: files).flatMap(findings)
    }
    return found.inOrder
  }

  private static func findings(in scope: ClauseScope) -> [Diagnostic] {
    var exceptions = ExceptionConflicts(scope)
    exceptions.run()
    return scope.statedTables.flatMap(findings) + scope.ruleCases().flatMap(findings)
      + exceptions.findings
  }

  private static func findings(in group: RuleCases) -> [Diagnostic] {
    var analysis = RuleCasesAnalysis(group)
    analysis.run()
    return analysis.findings
  }

  private static func findings(in table: AnalysedTable) -> [Diagnostic] {
    var analysis = TableAnalysis(table)
    analysis.run()
    return analysis.findings
  }
}

extension ClauseScope {
  /// The tables that stand in the clause itself.
  fileprivate var statedTables: [AnalysedTable] {
    var tables: [AnalysedTable] = []
    for (place, term) in clause.terms.enumerated() {
      guard case .table(let table)? = term.standard else { continue }
      tables.append(
        AnalysedTable(
          place: .term(place), name: term.name, table: table, scope: self, range: term.range,
          text: nil))
    }
    // One meaning stands once for each kind of subject that reads it.
    for (place, meaning) in clause.meanings.enumerated() {
      guard case .table(let table) = meaning.form,
        !tables.contains(where: { $0.table.range == table.range })
      else { continue }
      tables.append(
        AnalysedTable(
          place: .meaning(place), name: meaning.name, table: table, scope: self,
          range: meaning.nameRange, text: nil))
    }
    return tables
  }

  /// The tables that the contract gives.
  fileprivate func givenTables(in files: SourceFiles) -> [AnalysedTable] {
    clause.terms.indices.compactMap { place in
      let term = clause.terms[place]
      guard case .table(let table)? = given?[place], table.range != term.standard?.range else {
        return nil
      }
      let bytes = files[table.range.file].bytes[table.range.lower..<table.range.upper]
      return AnalysedTable(
        place: .term(place), name: term.name, table: table, scope: self, range: table.range,
        text: String(decoding: bytes, as: UTF8.self))
    }
  }
}

extension CheckedMeaning {
  /// Where its name stands: it begins with it.
  fileprivate var nameRange: SourceRange {
    SourceRange(
      file: range.file, lower: range.lower, upper: min(range.upper, range.lower + name.utf8.count))
  }
}

extension TermValue {
  fileprivate var range: SourceRange? {
    if case .table(let table) = self { return table.range }
    return nil
  }
}

extension [Diagnostic] {
  /// In the order of the text.
  fileprivate var inOrder: [Diagnostic] {
    sorted {
      ($0.range.file, $0.range.lower, $0.range.upper, $0.id.rawValue, $0.message)
        < ($1.range.file, $1.range.lower, $1.range.upper, $1.id.rawValue, $1.message)
    }
  }
}
