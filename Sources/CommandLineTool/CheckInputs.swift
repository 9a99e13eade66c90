internal import ContractCheck
internal import ContractModel

extension InputFinder {
  /// Reads what a check needs: contracts at paths, their records, and the rules.
  ///
  /// A missing rule or record may be the one that holds money back. So without all the rules nothing
  /// is decided, and no contract without all its records.
  mutating func checkInput(
    contracts paths: [String], rules rulePaths: [String], asOf: CivilDate
  ) -> CheckInput {
    let contracts = files(at: paths, ending: ".contract")
    let failuresOfContracts = failures
    let rules = files(at: rulePaths, ending: ".rules")
    let hasAllRules = failures == failuresOfContracts
    var input = CheckInput(
      ruleFiles: hasAllRules ? rules : [], contractFiles: [], recordFiles: [:], asOf: asOf)
    for contract in contracts {
      let needs = ContractCheck.needs(of: contract)
      let failuresBefore = failures
      let records = records(of: contract, matching: needs.recordPatterns)
      guard failures == failuresBefore else { continue }
      input.contractFiles.append(contract)
      input.recordFiles[contract.path] = records
      input.zoneFiles.merge(zones(needs.zones)) { first, _ in first }
    }
    return input
  }

  /// Reads contracts at paths and the rules, and no record.
  mutating func contractInput(
    contracts paths: [String], rules rulePaths: [String], asOf: CivilDate
  ) -> CheckInput {
    let contracts = files(at: paths, ending: ".contract")
    let rules = files(at: rulePaths, ending: ".rules")
    var input = CheckInput(
      ruleFiles: rules, contractFiles: contracts, recordFiles: [:], asOf: asOf)
    for contract in contracts {
      let zones = zones(ContractCheck.needs(of: contract).zones)
      input.zoneFiles.merge(zones) { first, _ in first }
    }
    return input
  }

  /// Returns what the machine has on time zones, by their names.
  func zones(_ names: [String]) -> [String: ZoneFile] {
    Dictionary(
      names.map { ($0, host.zoneFile(about: $0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Host {
  /// The rules that were named, else those in the working folder, else those beside a path.
  func rulePaths(_ named: [String], beside paths: [String]) -> [String] {
    named.isEmpty ? foundRulePaths(beside: paths) : named
  }

  /// The folders of rules where nobody named one: each in its path, and for the paths without one that
  /// in the working folder, else beside a path.
  func foundRulePaths(beside paths: [String]) -> [String] {
    var found: [String] = []
    var others: [String] = []
    for path in paths {
      let own = FilePath.joined(FilePath.normalized(path), "Rules")
      if path != "-", kind(own, true) == .directory {
        found.append(own)
      } else {
        others.append(path)
      }
    }
    return others.isEmpty ? found : found + rulePath(beside: others)
  }

  private func rulePath(beside paths: [String]) -> [String] {
    let besides = paths.map { path in
      path == "-" ? "." : FilePath.folder(of: FilePath.normalized(path))
    }
    let places = ["Rules"] + besides.map { FilePath.joined($0, "Rules") }
    return places.first { kind($0, true) == .directory }.map { [$0] } ?? []
  }
}

extension Host {
  /// What the machine has on a zone; where it has nothing, whoever needs the zone says so.
  fileprivate func zoneFile(about zone: String) -> ZoneFile {
    guard ZoneRules.isName(zone) else { return .unknown }
    do throws(FileError) {
      return try readZoneFile(zone, ZoneRules.byteLimit).map { .read($0) } ?? .noFiles
    } catch {
      switch error {
      case .absent, .isDirectory: return .unknown
      case .exists, .notPermitted, .notRegular, .tooLarge, .noSpace, .closedPipe, .other:
        return .refused(error.words)
      }
    }
  }
}
