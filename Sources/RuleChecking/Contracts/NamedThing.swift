import ContractModel
import SourceText

/// What a name in a contract can stand for.
enum NamedThing {
  case calendar
  case clause
  case kind
  case party
  case register
  case rule
  case part(SubjectKind)

  /// As in a message: `there is no kind of record 'defect'`.
  var words: String {
    switch self {
    case .calendar: "calendar"
    case .clause: "clause"
    case .kind: "kind of record"
    case .party: "party"
    case .register: "register"
    case .rule: "rule"
    case .part(let kind): kind.rawValue
    }
  }

  /// The mistake that nothing of this sort has a name.
  var unknown: DiagnosticID {
    switch self {
    case .calendar: .unknownCalendar
    case .clause: .unknownClause
    case .kind: .unknownKind
    case .party: .unknownParty
    case .register: .unknownRegister
    case .rule: .unknownRule
    case .part(.milestone): .unknownMilestone
    case .part(.deliverable): .unknownDeliverable
    case .part(.invoice): .unknownInvoice
    case .part(.line): .unknownInvoiceLine
    case .part(.contract): preconditionFailure("a contract is not sought by its name")
    }
  }
}
