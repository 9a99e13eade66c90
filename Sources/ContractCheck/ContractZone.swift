import ContractModel
import Records
import RuleSyntax
import SourceText

extension CheckRun {
  /// Returns how moments become days under a contract; nil where it names a zone that is none.
  ///
  /// That the machine has no files about zones is a mistake only where a record needs one.
  mutating func zone(of contract: Contract, named line: LineSyntax) -> RecordZone? {
    guard let name = contract.zone else { return .unsaid }
    let range = line.block?.first { $0.keyword.text == "zone" }?.range ?? contract.range
    switch zoneFiles[name] ?? .noFiles {
    case .noFiles: return .filesMissing(name: name)
    case .unknown: diagnostics.append(.zoneUnknown(name, at: range))
    case .refused(let reason): diagnostics.append(.zoneUnreadable(name, reason, at: range))
    case .read(let bytes):
      do throws(ZoneFileFault) {
        return .known(try ZoneRules(tzif: bytes), name: name)
      } catch {
        let reason =
          switch error {
          case .malformed: "is no file of the time zone database"
          case .countsLeapSeconds: "counts leap seconds, which moments in records do not"
          }
        diagnostics.append(.zoneUnreadable(name, reason, at: range))
      }
    }
    return nil
  }
}
