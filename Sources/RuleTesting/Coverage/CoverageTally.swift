import ContractModel
import RuleChecking
import SourceText

/// What the decisions of tests have shown of the rules.
struct Witness {
  /// The verdicts of each rule, by the place of its name.
  var verdicts: [SourceRange: Set<Verdict>] = [:]
  /// The rows of tables that applied.
  var rows: Set<SourceRange> = []

  mutating func add(_ other: Witness) {
    verdicts.merge(other.verdicts) { $0.union($1) }
    rows.formUnion(other.rows)
  }
}

extension RuleBook {
  /// Returns what of these rules was witnessed, and what a test has yet to show.
  func coverage(by witness: Witness, in files: SourceFiles) -> TestCoverage {
    TestCoverage(
      clauses: clauses.map { clause in
        TestCoverage.Clause(
          name: clause.name, range: clause.range,
          rules: clause.rules.indices.map { clause.coverage(ofRule: $0, by: witness, kinds) },
          rows: clause.tables.flatMap { table in
            table.rows.map { row in
              TestCoverage.Row(
                table: table.name, text: files.line(at: row.range), range: row.range,
                isCovered: witness.rows.contains(row.range))
            }
          })
      })
  }
}

extension CheckedClause {
  fileprivate func coverage(
    ofRule place: Int, by witness: Witness, _ kinds: [RecordKind]
  ) -> TestCoverage.Rule {
    let citation = rules[place].citation
    let shown = witness.verdicts[citation.range] ?? []
    return TestCoverage.Rule(
      name: citation.rule, range: citation.range,
      reachable: reachableOutcomes(ofRule: place, kinds: kinds),
      covered: Set(shown.compactMap(\.coveredOutcome)))
  }

  /// The tables of the text, each once: a meaning stands in a clause once for each kind of subject.
  fileprivate var tables: [(name: String, rows: [CheckedTable.Row])] {
    var seen: Set<SourceRange> = []
    var tables: [(name: String, rows: [CheckedTable.Row])] = []
    let ofTerms = terms.compactMap { term -> (String, CheckedTable)? in
      guard case .table(let table)? = term.standard else { return nil }
      return (term.name, table)
    }
    let ofMeanings = meanings.compactMap { meaning -> (String, CheckedTable)? in
      guard case .table(let table) = meaning.form else { return nil }
      return (meaning.name, table)
    }
    for (name, table) in ofTerms + ofMeanings where seen.insert(table.range).inserted {
      tables.append((name, table.rows))
    }
    return tables
  }
}
