import ContractModel
import RuleSyntax
import SourceText

/// Changes by agreement.
extension ContractChecker {
  mutating func checkAmendments(_ statements: [LineSyntax]) {
    var first: [String: SourceRange] = [:]
    for (line, scope) in zip(statements, amendedScopes(statements)) {
      checkAmendment(line, scope, first: &first)
    }
    reportRivalChanges()
    reportRivalScopes()
  }

  private mutating func checkAmendment(
    _ line: LineSyntax, _ scope: AmendedScope, first: inout [String: SourceRange]
  ) {
    var reader = LineReader(line)
    let name = lines.takeNewName(&reader, what: "amendment", first: &first)
    if name != nil { lines.finish(reader, hasBlock: true) }
    let block = scope.block
    let effective = day("effective", in: block, of: line)
    let recorded = block.single["recorded"].flatMap { lines.day(of: $0) }
    let approved = text("approved", in: block, of: line, example: "\"Contracting officer\"")
    let reason = text("because", in: block, of: line, example: "\"what moved the parties\"")
    let isRetroactive =
      block.single["retroactive"].map { lines.word(of: $0, among: ["yes", "no"]) } == "yes"
    var changes: [Amendment.Change] = []
    change([.value, .ceiling, .funds], of: .contract, from: block, into: &changes)
    for (id, words) in scope.milestones {
      change([.due, .amount, .critical, .kind], of: id, from: words, into: &changes)
    }
    let removed = removedParts(scope)
    guard let name, let effective, let approved, let reason else { return }
    amendments.append(
      Amendment(
        name: name.text, effective: effective, recorded: recorded ?? effective,
        approvedBy: approved, reason: reason, isRetroactive: isRetroactive, changes: changes,
        scope: scope.added + removed, range: line.range))
  }

  private mutating func change(
    _ fields: [SubjectField], of id: SubjectID, from block: SortedLines,
    into changes: inout [Amendment.Change]
  ) {
    for field in fields {
      guard let line = block.single[field.rawValue], let value = lines.field(field, of: line)
      else { continue }
      changes.append(.init(subject: id, field: field, value: value, range: line.range))
    }
  }

  /// Of two changes of one field with one date, nothing says which counts.
  private mutating func reportRivalChanges() {
    struct Changed: Hashable {
      let day: CivilDate
      let subject: SubjectID
      let field: SubjectField
    }
    var first: [Changed: SourceRange] = [:]
    for amendment in amendments {
      for change in amendment.changes {
        let changed = Changed(
          day: amendment.effective, subject: change.subject, field: change.field)
        if let rival = first[changed] {
          lines.report(.rivalChanges(change, first: rival, on: amendment.effective))
        } else {
          first[changed] = change.range
        }
      }
    }
  }

  // MARK: Lines that must be there

  mutating func day(_ word: String, in block: SortedLines, of line: LineSyntax) -> CivilDate? {
    guard let statement = block.single[word] else {
      lines.report(.missingLine(word, in: line, example: "\(word) 2013-12-01"))
      return nil
    }
    return lines.day(of: statement)
  }

  mutating func text(
    _ word: String, in block: SortedLines, of line: LineSyntax, example: String
  ) -> String? {
    guard let statement = block.single[word] else {
      lines.report(.missingLine(word, in: line, example: "\(word) \(example)"))
      return nil
    }
    return lines.text(of: statement)?.value
  }
}
