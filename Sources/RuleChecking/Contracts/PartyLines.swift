import ContractModel
import RuleSyntax
import SourceText

/// Who is party to the contract, and whose word counts for more.
extension ContractChecker {
  mutating func checkParties(_ block: SortedLines, contract: NameSyntax) {
    for line in block.lines("party") { checkParty(line) }
    for role in ["buyer", "supplier"] where !parties.contains(where: { $0.role == role }) {
      lines.report(.missingParty(role, contract: contract))
    }
  }

  private mutating func checkParty(_ line: LineSyntax) {
    var reader = LineReader(line)
    guard let role = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "a role")
      return
    }
    if let first = parties.first(where: { $0.role == role.text }) {
      lines.report(.duplicateName(role, what: "party", first: first.range))
      return
    }
    let name = reader.takeText()
    if name == nil { lines.reportNext(of: reader, wanted: "a name in quotes") }
    if name != nil { lines.finish(reader) }
    parties.append(
      Party(
        role: role.text, name: name?.value ?? role.text, isIllustrative: line.isIllustrative,
        range: role.range))
  }

  mutating func checkAuthority(_ line: LineSyntax?) {
    guard let line else { return }
    lines.finish(LineReader(line), hasBlock: true)
    for rank in line.block ?? [] { checkRank(rank) }
  }

  /// `verifier outranks buyer on capability, test-run`.
  private mutating func checkRank(_ line: LineSyntax) {
    let higher = party(line.keyword)
    var reader = LineReader(line)
    guard takeWords(["outranks"], of: &reader) else { return }
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "a role")
      return
    }
    let lower = party(name)
    guard takeWords(["on"], of: &reader) else { return }
    var kinds: [String] = []
    repeat {
      guard let kind = reader.takeName() else {
        lines.reportNext(of: reader, wanted: "a kind of record")
        return
      }
      if rules.kinds.contains(where: { $0.name == kind.text }) {
        kinds.append(kind.text)
      } else {
        lines.report(.unknownName(kind, what: .kind, among: rules.kinds.map(\.name)))
      }
    } while reader.takeSeparator()
    lines.finish(reader)
    guard let higher, let lower else { return }
    for kind in kinds where isOutranked(higher, by: lower, on: kind) {
      lines.report(.circularRank(line.keyword, name, kind: kind))
      return
    }
    ranks.append(Rank(higher: higher, lower: lower, kinds: kinds))
  }

  /// Whether what was said so far puts one role above another, or they are one.
  private func isOutranked(_ role: String, by other: String, on kind: String) -> Bool {
    var above: Set<String> = [role]
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for rank in ranks where rank.kinds.contains(kind) && above.contains(rank.lower) {
        if above.insert(rank.higher).inserted { hasGrown = true }
      }
    }
    return above.contains(other)
  }

  /// Returns the role that a name stands for; one that no party plays is reported.
  mutating func party(_ name: NameSyntax) -> String? {
    if parties.contains(where: { $0.role == name.text }) { return name.text }
    lines.report(.unknownName(name, what: .party, among: parties.map(\.role)))
    return nil
  }
}

extension LineSyntax {
  /// Whether the line itself says that it is made up.
  var isIllustrative: Bool {
    if case .illustrative = provenance { true } else { false }
  }
}

extension ProvenanceSyntax {
  var checked: Provenance {
    switch self {
    case .illustrative: .illustrative
    case .reported(let phrase, let source):
      .reported(phrase: phrase.value, source: source.value)
    }
  }
}
