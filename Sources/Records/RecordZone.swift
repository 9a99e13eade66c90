package import ContractModel

/// Why the day of a moment is not known.
enum ZoneFault: Error, Hashable {
  case unsaid
  /// The machine knows no zone, so not the one that is named.
  case filesMissing(String)
  /// What the machine knows of the zone does not reach the moment.
  case beyond(String)
}

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
    case .unsaid: throw .zone(.unsaid)
    case .filesMissing(let name): throw .zone(.filesMissing(name))
    case .known(let rules, let name):
      guard let day = rules.day(of: moment) else { throw .zone(.beyond(name)) }
      return day
    }
  }
}
