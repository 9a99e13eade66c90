package import ContractModel

/// How a moment that a record states becomes a day.
package enum RecordZone: Sendable {
  /// The contract names no zone, and what day it was depends on one.
  case unsaid
  /// The contract names a zone, and the machine knows none.
  case filesMissing(name: String)
  case known(ZoneRules, name: String)

  /// Returns the day on which a moment falls.
  func day(of moment: Instant) throws(ValueFault) -> CivilDate {
    switch self {
    case .unsaid: throw .instantWithoutZone
    case .filesMissing(let name): throw .zoneFilesMissing(name)
    case .known(let rules, let name):
      guard let day = rules.day(of: moment) else { throw .momentBeyondZone(name) }
      return day
    }
  }
}
