import ContractModel
import RuleSyntax
import SourceText

/// The clauses that the contract makes its own, with the terms and roles they ask for.
extension ContractChecker {
  /// Returns whether the contract has a line that incorporates something.
  mutating func checkIncorporations(_ statements: [LineSyntax], contract: NameSyntax) -> Bool {
    for line in statements { checkIncorporation(line) }
    if statements.isEmpty { lines.report(.nothingIncorporated(contract)) }
    return !statements.isEmpty
  }

  /// `incorporates delivery for milestone launch { … }`.
  private mutating func checkIncorporation(_ line: LineSyntax) {
    var reader = LineReader(line)
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "the name of a clause")
      hasSoundClauses = false
      return
    }
    let scope = takeScope(&reader)
    guard let place = rules.clauses.firstIndex(where: { $0.name == name.text }) else {
      lines.report(.unknownName(name, what: .clause, among: rules.clauses.map(\.name)))
      hasSoundClauses = false
      return
    }
    let clause = rules.clauses[place]
    if !clause.isSound { hasSoundClauses = false }
    guard let scope else {
      hasSoundClauses = false
      return
    }
    reportOverlap(of: name, clause: place, scope: scope)
    reportRulesLeftOut(of: clause, scope: scope, at: name)
    let given = sorted(line.block, for: clause)
    let terms = checkTerms(of: clause, given: given, at: name)
    let roles = fillRoles(of: clause, given: given, scope: scope, at: name)
    guard let terms else {
      hasSoundClauses = false
      return
    }
    let stated = clause.terms.enumerated().compactMap { term in
      given[term.element.name].map { (term.offset, $0.range) }
    }
    incorporations.append(
      Incorporation(
        clause: place, terms: terms,
        statedTerms: Dictionary(uniqueKeysWithValues: stated), roles: roles, scope: scope,
        isIllustrative: line.isIllustrative || self.line.isIllustrative, range: name.range))
  }

  /// Takes the parts that the clause is limited to; nil after a mistake, which would widen it.
  private mutating func takeScope(_ reader: inout LineReader) -> [SubjectID]? {
    guard reader.take("for") else {
      lines.finish(reader, hasBlock: true)
      return []
    }
    var scope: [SubjectID] = []
    repeat {
      guard let part = takePart(&reader, of: [.milestone, .deliverable, .invoice]) else {
        return nil
      }
      scope.append(part)
    } while reader.takeSeparator()
    lines.finish(reader, hasBlock: true)
    return scope
  }

  /// A rule about what none of the named parts is or holds would be about nothing: retainage of a clause
  /// that is incorporated for a milestone was not kept of its invoices.
  private mutating func reportRulesLeftOut(
    of clause: CheckedClause, scope: [SubjectID], at name: NameSyntax
  ) {
    guard !scope.isEmpty else { return }
    let kinds = Set(scope.map { subjects[$0.index].kind })
    let rules = clause.rules.filter { rule in
      rule.subject.role == nil && !kinds.contains { rule.subject.kind.isReached(from: $0) }
    }
    guard !rules.isEmpty else { return }
    lines.report(.rulesLeftOut(rules, of: clause, at: name.range))
  }

  /// A clause that counted twice for one part would take its money twice.
  private mutating func reportOverlap(of name: NameSyntax, clause: Int, scope: [SubjectID]) {
    let other = incorporations.first { earlier in
      guard earlier.clause == clause else { return false }
      return scope.isEmpty || earlier.scope.isEmpty
        || scope.contains { part in
          earlier.scope.contains { isWithin(part, $0) || isWithin($0, part) }
        }
    }
    if let other { lines.report(.incorporatedTwice(name, first: other.range)) }
  }

  private mutating func sorted(
    _ block: [LineSyntax]?, for clause: CheckedClause
  ) -> SingleLines {
    let words = BlockWords.terms(of: clause)
    // What a clause with mistakes in it asks for is not known.
    let known = block?.filter { clause.isSound || words.single.contains($0.keyword.text) }
    return lines.sorted(known, by: words).single
  }

  func isWithin(_ id: SubjectID, _ container: SubjectID) -> Bool {
    var current: SubjectID? = id
    while let subject = current {
      if subject == container { return true }
      current = subjects[subject.index].parent
    }
    return false
  }

  // MARK: Roles

  private mutating func fillRoles(
    of clause: CheckedClause, given: SingleLines, scope: [SubjectID], at name: NameSyntax
  ) -> [String: SubjectID] {
    var filled: [String: SubjectID] = [:]
    var seen: Set<String> = []
    for subject in clause.roles {
      guard let role = subject.role, seen.insert(role).inserted else { continue }
      let isTerm = clause.terms.contains { $0.name == role }
      if let line = given[role], !isTerm {
        filled[role] = mappedPart(line, subject.kind)
      } else {
        filled[role] = partNamed(role, subject.kind, scope: scope, clause: clause, at: name)
      }
    }
    return filled
  }

  /// `eligibility is "determination-engine"`.
  private mutating func mappedPart(_ line: LineSyntax, _ kind: SubjectKind) -> SubjectID? {
    var reader = LineReader(line)
    guard takeWords(["is"], of: &reader) else { return nil }
    let text = reader.takeText().map { NameSyntax($0.value, range: $0.range) }
    guard let name = text ?? reader.takeName() else {
      lines.reportNext(of: reader, wanted: "the name of \(kind.withArticle)")
      return nil
    }
    lines.finish(reader)
    return part(name, kind)
  }

  private mutating func partNamed(
    _ role: String, _ kind: SubjectKind, scope: [SubjectID], clause: CheckedClause,
    at name: NameSyntax
  ) -> SubjectID? {
    let named = subjects.indices.map(SubjectID.init).filter { id in
      subjects[id.index].kind == kind && subjects[id.index].name == role
        && (scope.isEmpty || scope.contains { isWithin(id, $0) })
    }
    guard let first = named.first else {
      let parts = subjects.filter { $0.kind == kind }.map(\.name)
      lines.report(.unfilledRole(role, kind, clause: clause, parts: parts, at: name.range))
      return nil
    }
    let other = named.first { subjects[$0.index].parent != subjects[first.index].parent }
    if let other {
      lines.report(
        .ambiguousName(
          NameSyntax(role, range: name.range), kind, subjects[first.index].range,
          subjects[other.index].range))
      return nil
    }
    return first
  }
}

extension BlockWords {
  /// What a contract that incorporates a clause may say of it: its terms, and who fills its roles.
  static func terms(of clause: CheckedClause) -> BlockWords {
    let terms = clause.terms.map(\.name)
    let roles = clause.roles.compactMap(\.role).filter { !terms.contains($0) }
    return BlockWords(
      owner: "clause '\(clause.name)'", single: terms + roles, repeated: [], subject: nil)
  }
}

extension SubjectKind {
  /// Whether a part of this kind may be, lie in or bill one of another.
  fileprivate func isReached(from part: SubjectKind) -> Bool {
    self == part || parent?.isReached(from: part) == true
      || self == .line && [.milestone, .deliverable].contains(part)
  }
}
