import ContractModel
import RuleSyntax
import SourceText

/// Changes by agreement.
extension ContractChecker {
  mutating func checkAmendments(_ statements: [LineSyntax]) {
    var first: [String: SourceRange] = [:]
    for line in statements { checkAmendment(line, first: &first) }
    reportRivalChanges()
  }

  private mutating func checkAmendment(_ line: LineSyntax, first: inout [String: SourceRange]) {
    var reader = LineReader(line)
    let name = reader.takeName()
    if let name {
      if let earlier = first[name.text] {
        lines.report(.duplicateName(name, what: "amendment", first: earlier))
      }
      first[name.text] = name.range
      lines.finish(reader, hasBlock: true)
    } else {
      lines.reportNext(of: reader, wanted: "a name")
    }
    let block = lines.sorted(line.block, by: .amendment)
    let effective = day("effective", in: block, of: line)
    let recorded = block.single["recorded"].flatMap { lines.day(of: $0) }
    let approved = text("approved", in: block, of: line, example: "\"Contracting officer\"")
    let reason = text("because", in: block, of: line, example: "\"what moved the parties\"")
    let isRetroactive =
      block.single["retroactive"].map { lines.word(of: $0, among: ["yes", "no"]) } == "yes"
    var changes: [Amendment.Change] = []
    change([.value], of: .contract, from: block, into: &changes)
    for milestone in block.lines("milestone") {
      let words = lines.sorted(milestone.block, by: .amendedMilestone)
      var reader = LineReader(milestone)
      guard let name = reader.takeName() else {
        lines.reportNext(of: reader, wanted: "the name of a milestone")
        continue
      }
      lines.finish(reader, hasBlock: true)
      guard let id = part(name, .milestone) else { continue }
      change([.due, .amount, .critical, .kind], of: id, from: words, into: &changes)
    }
    guard let name, let effective, let approved, let reason else { return }
    amendments.append(
      Amendment(
        name: name.text, effective: effective, recorded: recorded ?? effective,
        approvedBy: approved, reason: reason, isRetroactive: isRetroactive, changes: changes,
        range: line.range))
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
    for (index, amendment) in amendments.enumerated() {
      var earlier = amendments[..<index].filter { $0.effective == amendment.effective }
        .flatMap(\.changes)
      for change in amendment.changes {
        let rival = earlier.first { $0.subject == change.subject && $0.field == change.field }
        if let rival {
          lines.report(.rivalChanges(change, first: rival.range, on: amendment.effective))
        }
        earlier.append(change)
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
