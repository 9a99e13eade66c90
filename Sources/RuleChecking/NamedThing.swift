package import ContractModel
import SourceText

/// What a name in rules or in a contract can stand for.
package enum NamedThing {
  case calendar
  case claim
  case clause
  case collection
  case field
  case kind
  case meaning
  case part(SubjectKind)
  case partWord
  case party
  case reason
  case register
  case rule
  case ruleOrClause
  case source
  case subjectWord
  case type
  case value

  /// As in a message: `there is no kind of record 'defect'`.
  var words: String {
    switch self {
    case .calendar: "calendar"
    case .claim: "claim"
    case .clause: "clause"
    case .collection: "kind of record"
    case .field: "field"
    case .kind: "kind of record"
    case .meaning: "meaning"
    case .part(let kind): kind.rawValue
    case .partWord: "part of a contract"
    case .party: "party"
    case .reason: "reason"
    case .register: "register"
    case .rule: "rule"
    case .ruleOrClause: "rule of this clause"
    case .source: "source of records"
    case .subjectWord: "kind of subject"
    case .type: "type"
    case .value: "value"
    }
  }

  /// The mistake that nothing of this sort has a name: in rules it is one for all.
  var unknown: DiagnosticID {
    switch self {
    case .claim, .collection, .field, .meaning, .partWord, .reason, .ruleOrClause, .subjectWord,
      .type, .value:
      .unknownName
    case .calendar: .unknownCalendar
    case .clause: .unknownClause
    case .kind: .unknownKind
    case .party: .unknownParty
    case .register: .unknownRegister
    case .rule: .unknownRule
    case .source: .unknownSource
    case .part(.milestone): .unknownMilestone
    case .part(.deliverable): .unknownDeliverable
    case .part(.invoice): .unknownInvoice
    case .part(.line): .unknownInvoiceLine
    case .part(.contract): preconditionFailure("a contract is not sought by its name")
    }
  }
}
