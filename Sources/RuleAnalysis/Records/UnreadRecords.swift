import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

extension AnalysedTexts {
  /// Kinds of record and fields that no clause reads, where all clauses are known.
  ///
  /// A field of any text is for people, as who approved something: nobody expects it to decide.
  var unreadRecords: [Diagnostic] {
    guard hasWholeRules, !book.clauses.isEmpty else { return [] }
    var reads = Reads()
    for clause in book.clauses { reads.add(clause.reads) }
    var diagnostics: [Diagnostic] = []
    for (number, kind) in book.kinds.enumerated() {
      guard reads.kinds.contains(number) else {
        diagnostics.append(.recordNeverRead(kind))
        continue
      }
      for (place, field) in kind.fields.enumerated()
      where field.type != .text && !kind.keyFields.contains(place)
        && !reads.fields.contains(Reads.Field(kind: number, place: place))
      {
        diagnostics.append(.fieldNeverRead(field, of: kind))
      }
    }
    return diagnostics
  }
}

extension AnalysedClause {
  /// Claims that a rule admits and that neither it nor an exception to it reads.
  func unreadClaims(of kinds: [RecordKind], in files: SourceFiles) -> [Diagnostic] {
    guard isWhole, syntax.rules.contains(where: { !$0.admitted.isEmpty }) else { return [] }
    let reads = checked.readsOfMeanings
    return zip(syntax.rules, checked.rules).enumerated().flatMap { place, rule in
      var found = Reads()
      if !rule.0.admitted.isEmpty { found.add(rule.1) }
      for exception in checked.exceptions where exception.targets.contains(place) {
        found.add(exception)
      }
      for meaning in found.meanings.sorted() { found.add(reads[meaning]) }
      let plurals = Set(found.kinds.map { kinds[$0].plural })
      return rule.0.admitted.filter { !plurals.contains($0.text) }.map {
        Diagnostic.claimNeverRead(
          $0, rule: rule.0.name, fix: fix(of: $0, among: rule.0.admitted, in: files))
      }
    }
  }

  /// Without what it admits alone, a line says nothing.
  private func fix(of name: NameSyntax, among names: [NameSyntax], in files: SourceFiles) -> Fix? {
    let isAlone = names.count == 1
    return isAlone ? files[name.range.file].removing(lines: name.range, after: "admits") : nil
  }
}

extension Diagnostic {
  fileprivate static func claimNeverRead(
    _ name: NameSyntax, rule: NameSyntax, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .claimNeverRead,
      "'\(rule.text)' admits '\(name.text)' and reads none", at: name.range,
      help: "take it away: a claim that is admitted needlessly may be read by mistake later",
      fix: fix)
  }

  fileprivate static func fieldNeverRead(
    _ field: RecordKind.Field, of kind: RecordKind
  ) -> Diagnostic {
    Diagnostic(
      .warning, .fieldNeverRead,
      "no clause reads '\(field.name)' of '\(kind.name)'", at: field.range,
      help: "use it in a clause, or take it away: what is asked for should decide something")
  }

  fileprivate static func recordNeverRead(_ kind: RecordKind) -> Diagnostic {
    Diagnostic(
      .warning, .recordNeverRead, "no clause reads '\(kind.plural)'",
      at: kind.range, help: "use them in a clause, or take the declaration away")
  }
}
