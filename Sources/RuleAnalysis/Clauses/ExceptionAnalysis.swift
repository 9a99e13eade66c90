import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// An exception as it stands for rules about one kind of subject.
private struct ExceptionText {
  let name: NameSyntax
  let checked: CheckedException
  let kind: SubjectKind
  let conditions: [Statement]
  let effects: String

  /// The rules it defeats that are about the kind.
  func targets(among rules: [RuleText]) -> [Int] {
    checked.targets.filter { rules[$0].checked.subject.kind == kind }
  }

  /// Whether it holds wherever the other does.
  func holds(wherever other: ExceptionText) -> Bool {
    let known = other.conditions.flatMap(\.conjuncts)
    return conditions.flatMap(\.conjuncts).allSatisfy { wanted in
      known.contains { $0.implies(wanted) }
    }
  }
}

extension ClauseAnalysis {
  mutating func checkExceptions(to rules: [RuleText]) {
    let written = Dictionary(
      clause.syntax.exceptions.map { ($0.name.range, $0) }, uniquingKeysWith: { first, _ in first })
    var texts: [ExceptionText] = []
    for exception in clause.checked.exceptions {
      guard let syntax = written[exception.citation.range] else { continue }
      for kind in SubjectKind.allCases {
        guard let body = exception.bodies[kind] else { continue }
        texts.append(check(body, of: exception, syntax, for: kind))
      }
    }
    for (index, text) in texts.enumerated() {
      if reportOutOfReach(text, rules: rules) { continue }
      if reportForestalled(text, by: texts, rules: rules) { continue }
      reportRivals(of: text, among: texts[..<index], rules: rules)
    }
  }

  private mutating func check(
    _ body: CheckedException.Body, of exception: CheckedException, _ syntax: ExceptionSyntax,
    for kind: SubjectKind
  ) -> ExceptionText {
    let filter = syntax.subject?.filter
    let written = (filter.map { [$0] } ?? []) + syntax.conditions
    let conditions = statedConditions(body.conditions, written)
    statements.check(conditions, in: .exception(syntax.name.text))
    checkCollections(of: body.conditions, written)
    check(body.consequences, syntax.consequences)
    return ExceptionText(
      name: syntax.name, checked: exception, kind: kind, conditions: conditions,
      effects: body.consequences.map(\.key).joined(separator: " "))
  }

  /// An exception that holds only where none of its rules applies.
  private mutating func reportOutOfReach(_ text: ExceptionText, rules: [RuleText]) -> Bool {
    var first: SourceRange?
    for target in text.targets(among: rules) {
      let obstacle = rules[target].applies.first { applied in
        text.conditions.contains { $0.excludes(applied) }
      }
      guard let obstacle else { return false }
      first = first ?? obstacle.range
    }
    guard let first else { return false }
    statements.report(.exceptionOutOfReach(text.name, obstacle: first))
    return true
  }

  /// An exception to the clause that never has its say, as a nearer one always holds with it.
  private mutating func reportForestalled(
    _ text: ExceptionText, by others: [ExceptionText], rules: [RuleText]
  ) -> Bool {
    guard text.checked.isToClause, !text.conditions.isEmpty else { return false }
    let nearer = others.filter {
      !$0.checked.isToClause && $0.kind == text.kind && $0.holds(wherever: text)
    }
    let targets = text.targets(among: rules)
    guard let first = nearer.first, !targets.isEmpty,
      targets.allSatisfy({ target in nearer.contains { $0.checked.targets.contains(target) } })
    else { return false }
    statements.report(.exceptionForestalled(text.name, by: first.name))
    return true
  }

  /// Two exceptions of one level that hold together and say the same.
  private mutating func reportRivals(
    of text: ExceptionText, among others: ArraySlice<ExceptionText>, rules: [RuleText]
  ) {
    for other in others
    where other.kind == text.kind && other.checked.isToClause == text.checked.isToClause
      && other.name.range != text.name.range
    {
      guard text.targets(among: rules).contains(where: { other.checked.targets.contains($0) })
      else { continue }
      if text.effects == other.effects, text.holds(wherever: other), other.holds(wherever: text) {
        statements.report(.saidTwice(text.name, what: "exception", first: other.name))
      }
    }
  }
}

// MARK: Rules that say the same

extension ClauseAnalysis {
  mutating func reportRepeats(of rules: [RuleText]) {
    var first: [String: NameSyntax] = [:]
    for rule in rules {
      let key = rule.key
      if key.isOfInvalid { continue }
      if let earlier = first[key] {
        statements.report(.saidTwice(rule.name, what: "rule", first: earlier))
      } else {
        first[key] = rule.name
      }
    }
  }
}

extension RuleText {
  /// The same for rules that say the same, in whatever order.
  fileprivate var key: String {
    func keys(_ statements: [Statement]) -> String {
      statements.flatMap(\.conjuncts).map(\.key).sorted().joined(separator: " ")
    }
    let subject = checked.subject
    return """
      \(subject.kind.rawValue) \(subject.role ?? "-") \(keys(applies)); \(keys(requires)); \
      \(checked.consequences.map(\.key).joined(separator: " ")); \
      \(checked.remedies.map(\.key).joined(separator: " "))
      """
  }
}

extension CheckedEffect {
  fileprivate var key: String {
    let ends = release.map { release in
      "\(release.isMetEnough) \(release.conditions.map(\.condition.key).joined(separator: " "))"
    }
    return """
      \(verb.rawValue)(\(amount?.key ?? "-") \(caps.map(\.key).joined(separator: " ")); \
      \(ground ?? "-") \(object ?? "-") \(ends ?? "-") \(deadline?.key ?? "-") \(shown))
      """
  }
}
