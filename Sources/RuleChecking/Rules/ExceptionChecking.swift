import ContractModel
import RuleSyntax
import SourceText

extension ClauseChecker {
  /// Returns an exception; nil where it defeats nothing.
  mutating func check(
    _ exception: ExceptionSyntax, rules: inout [CheckedRule]
  ) -> CheckedException? {
    guard let targets = targets(of: exception, among: rules) else { return nil }
    if exception.conditions.isEmpty, exception.subject?.filter == nil {
      reportMissing(.exceptionWithoutCondition(exception.name))
    }
    if exception.consequences.isEmpty {
      reportMissing(.exceptionWithoutConsequence(exception.name))
    }
    var bodies: [SubjectKind: CheckedException.Body] = [:]
    for target in targets where bodies[rules[target].subject.kind] == nil {
      let kind = rules[target].subject.kind
      reading = Reading()
      guarded = []
      let body = body(of: exception, for: kind)
      bodies[kind] = body
      let defeated = targets.filter { rules[$0].subject.kind == kind }
      let admitted = defeated.map { Set(syntax.rules[$0].admitted.map(\.text)) }
      let shared = admitted.dropFirst().reduce(admitted[0]) { $0.intersection($1) }
      reportClaims(by: exception.name, admitted: shared, isException: true)
      reportEarlyEffects(body.consequences, reading: reading.phase)
      for place in defeated where rules[place].phase < reading.phase {
        reportEarlyEffects(
          rules[place].remedies + rules[place].consequences, reading: reading.phase)
        rules[place] = rules[place].decided(in: reading.phase)
      }
    }
    return CheckedException(
      citation: citation(exception.name, exception.citation, text: exception.range),
      targets: targets,
      isToClause: exception.target.text == syntax.name.text, bodies: bodies,
      reason: exception.reason.flatMap { checkReason($0) },
      documentation: exception.documentation)
  }

  private mutating func body(
    of exception: ExceptionSyntax, for kind: SubjectKind
  ) -> CheckedException.Body {
    let filter = exception.subject?.filter.map { state($0, for: kind) }
    let conditions = exception.conditions.map { state($0, for: kind) }
    return CheckedException.Body(
      conditions: (filter.map { [$0] } ?? []) + conditions,
      consequences: exception.consequences.compactMap { check($0, for: kind) })
  }

  /// The rules that an exception defeats: those it names, as far as they are about its subject.
  private mutating func targets(
    of exception: ExceptionSyntax, among rules: [CheckedRule]
  ) -> [Int]? {
    let target = exception.target
    let named = rules.indices.filter {
      target.text == syntax.name.text || rules[$0].citation.rule == target.text
    }
    if named.isEmpty {
      reportMissing(
        .unknownName(
          target, what: .ruleOrClause, among: rules.map(\.citation.rule) + [syntax.name.text]))
      return nil
    }
    guard let subject = exception.subject else { return named }
    guard let kind = SubjectKind(rawValue: subject.kind.text) else {
      diagnostics.append(
        .unknownName(
          subject.kind, what: .subjectWord, among: SubjectKind.allCases.map(\.rawValue)))
      return nil
    }
    let fitting = named.filter {
      rules[$0].subject.kind == kind
        && (subject.role == nil || rules[$0].subject.role == subject.role?.text)
    }
    guard fitting.isEmpty else { return fitting }
    diagnostics.append(
      .exceptionOfAnotherPart(
        subject, target: target, rules: named.map { rules[$0].citation.range }))
    return nil
  }
}

extension CheckedRule {
  /// The same rule, decided when it is known what its exceptions read.
  fileprivate func decided(in phase: DecisionPhase) -> CheckedRule {
    CheckedRule(
      citation: citation, subject: subject, conditions: conditions, requirements: requirements,
      consequences: consequences, remedies: remedies, shown: shown,
      shownOfParts: shownOfParts, phase: phase, reason: reason, documentation: documentation)
  }
}
