import CommandLineTool
import ContractCheck
import ContractModel
import SourceText
import Testing

@Suite struct Inputs {
  @Test func areFoundBelowFoldersInTheOrderOfTheirPaths() {
    let machine = MemoryMachine([
      "Contracts/b/b.contract": "", "Contracts/a/a.contract": "", "Contracts/a/notes.txt": "",
      "Contracts/.hidden/c.contract": "", "Contracts/a/.d.contract": "", "Rules/z/r.rules": "",
      "Rules/README.md": "",
    ])
    machine.links = ["Contracts/link.contract"]
    #expect(machine.run("check ./Contracts/ Contracts/a/a.contract --as-of 2013-12-26") == .success)
    #expect(
      machine.input?.contractFiles.map(\.path) == [
        "Contracts/a/a.contract", "Contracts/b/b.contract",
      ])
    #expect(machine.input?.ruleFiles.map(\.path) == ["Rules/z/r.rules"])
    #expect(machine.input?.asOf.text == "2013-12-26")
    #expect(machine.errors.isEmpty)
  }

  @Test func rulesAreNamedOrInTheWorkingFolderOrBesideThePath() {
    let files = ["x/Contracts/a.contract": "", "x/Rules/beside.rules": ""]
    let machine = MemoryMachine(files)
    _ = machine.run("check x/Contracts")
    #expect(machine.input?.ruleFiles.map(\.path) == ["x/Rules/beside.rules"])
    machine.files["Rules/here.rules"] = ""
    _ = machine.run("check x/Contracts")
    #expect(machine.input?.ruleFiles.map(\.path) == ["Rules/here.rules"])
    machine.files["other/named.rules"] = ""
    _ = machine.run("check x/Contracts --rules other --rules x/Rules/beside.rules")
    #expect(
      machine.input?.ruleFiles.map(\.path) == ["other/named.rules", "x/Rules/beside.rules"])
  }

  @Test func recordsAreThoseThatPatternsMatch() {
    let machine = MemoryMachine.small
    for name in ["status/b.ndjson", "status/a1.ndjson", "status/.c.ndjson", "status/x/d.ndjson"] {
      machine.files["Contracts/a/\(name)"] = name
    }
    _ = machine.run("check Contracts", patterns: ["status/*.ndjson", "status/a?.*"])
    #expect(
      machine.input?.recordFiles["Contracts/a/a.contract"]?.map(\.path) == [
        "Contracts/a/status/a1.ndjson", "Contracts/a/status/b.ndjson",
      ])
  }

  /// What is not where the contract says may be misspelt.
  @Test(arguments: [
    ("status/b.ndjson", "records \"status/b.ndjson\" is not there; where nothing is on file yet"),
    ("statos/*.ndjson", "records \"statos/*.ndjson\" looks in a folder that is not there"),
    ("status/*.csv", "records \"status/*.csv\" finds no file; where nothing is on file yet"),
    ("status", "records \"status\" is a folder; write \"status/*\" for all in it"),
  ])
  func recordsAreWhereTheContractSays(_ pattern: String, _ message: String) {
    let machine = MemoryMachine.small
    machine.files["Contracts/a/status/a.ndjson"] = ""
    let status = machine.run("check Contracts", patterns: ["status/*.ndjson", pattern])
    #expect(status == .unusableInput && machine.errors.contains(message), "\(machine.errors)")
    #expect(machine.input == nil)
  }

  /// Contracts beside one another look for their records in one folder, which may hold very many.
  @Test func aFolderIsListedOnceForAllContracts() {
    let machine = MemoryMachine(["Rules/a.rules": "rule"])
    for contract in ["a", "b", "c"] {
      machine.files["Contracts/\(contract).contract"] = ""
      machine.files["Contracts/status/\(contract)-1.csv"] = contract
    }
    _ = machine.run("check Contracts", patterns: ["status/b-*.csv", "status/*-1.csv", "st*/*"])
    let all = ["a", "b", "c"].map { "Contracts/status/\($0)-1.csv" }
    #expect(machine.input?.recordFiles.values.map { $0.map(\.path) } == [all, all, all])
    #expect(machine.listed.count { $0 == "Contracts/status" } == 2)
    machine.files["Contracts/status/d-1.csv"] = "d"
    _ = machine.run("check Contracts", patterns: ["status/d-*.csv"])
    #expect(machine.input?.recordFiles.values.allSatisfy { $0.count == 1 } == true)
  }

  /// The contract is refused for it, as its text says whether it is right.
  @Test(arguments: ["../x.csv", "/etc/passwd", "a/../../b", "a//b", "./a", ""])
  func nothingIsReadByAPatternOutsideTheFolder(_ pattern: String) {
    let machine = MemoryMachine.small
    machine.files["Contracts/x.csv"] = ""
    machine.files["/etc/passwd"] = ""
    _ = machine.run("check Contracts", patterns: [pattern])
    #expect(machine.input?.recordFiles["Contracts/a/a.contract"] == [])
  }

  @Test(arguments: ["status/*.ndjson", "status/l.ndjson"])
  func recordsAreNotReadThroughLinks(_ pattern: String) {
    let machine = MemoryMachine.small
    machine.files["Contracts/a/status/a.ndjson"] = ""
    machine.links = ["Contracts/a/status/l.ndjson"]
    #expect(machine.run("check Contracts", patterns: [pattern]) == .unusableInput)
    #expect(machine.errors.contains("'Contracts/a/status/l.ndjson': is a symbolic link"))
    #expect(machine.input == nil)
  }

  @Test(arguments: ["locked/*.csv", "locked/a.csv"])
  func recordsInALockedFolderAreMissed(_ pattern: String) {
    let machine = MemoryMachine.small
    machine.locked = ["Contracts/a/locked", "Contracts/a/locked/a.csv"]
    machine.failures["Contracts/a/locked/a.csv"] = .notPermitted
    #expect(machine.run("check Contracts", patterns: [pattern]) == .unusableInput)
    #expect(machine.errors.contains("permission denied"))
    #expect(machine.input == nil)
  }

  /// What one contract could not look through is not passed over for the next.
  @Test func recordsInALockedFolderAreMissedByEveryContract() {
    let machine = MemoryMachine.small
    machine.files["Contracts/a/b.contract"] = ""
    machine.folders = ["Contracts/a/locked"]
    machine.locked = ["Contracts/a/locked"]
    #expect(machine.run("check Contracts", patterns: ["locked/*.csv"]) == .unusableInput)
    #expect(machine.input == nil)
  }

  @Test func standardInputIsAContract() {
    let machine = MemoryMachine(["Rules/a.rules": "", "s.csv": ""])
    machine.standardInput = "contract b"
    #expect(machine.run("check -", patterns: ["*.csv"]) == .success)
    #expect(machine.input?.contractFiles.first?.bytes == Array("contract b".utf8))
    #expect(machine.input?.recordFiles["-"]?.map(\.path) == ["s.csv"])
  }

  @Test func zonesAreAskedOfTheMachine() {
    let machine = MemoryMachine.small
    let names = ["UTC", "Mars/Olympus", "../secret", "/secret"]
    machine.zones = ["UTC": [1], "../secret": [2], "/secret": [3]]
    #expect(machine.run("check Contracts --as-of 2013-12-26", zones: names) == .success)
    #expect(
      machine.input?.zoneFiles == [
        "UTC": .read([1]), "Mars/Olympus": .unknown, "../secret": .unknown, "/secret": .unknown,
      ])
    machine.zones = nil
    #expect(machine.run("check Contracts --as-of 2013-12-26", zones: ["UTC"]) == .success)
    #expect(machine.input?.zoneFiles == ["UTC": .noFiles])
  }

  @Test func aMissingPathIsSaid() {
    let machine = MemoryMachine.small
    #expect(machine.run("check Contracts nowhere --as-of 2013-12-26") == .unusableInput)
    #expect(machine.errors == "holdback: 'nowhere': no such file or folder\n")
    #expect(machine.output.contains("1 pay"))
  }

  @Test(arguments: [
    (FileError.notPermitted, "permission denied"), (.notRegular, "is not a regular file"),
    (.tooLarge(limit: 16 << 20), "is larger than 16 MiB"), (.other("odd"), "odd"),
  ])
  func anUnreadableContractIsSaidAndTheRestDecided(_ failure: FileError, reason: String) {
    let machine = MemoryMachine.small
    machine.failures["Contracts/b.contract"] = failure
    #expect(machine.run("check Contracts --as-of 2013-12-26") == .unusableInput)
    #expect(machine.errors == "holdback: 'Contracts/b.contract': \(reason)\n")
    #expect(machine.input?.contractFiles.map(\.path) == ["Contracts/a/a.contract"])
  }

  @Test func withoutAllRulesNothingIsDecided() {
    let machine = MemoryMachine.small
    machine.failures["Rules/b.rules"] = .notPermitted
    #expect(machine.run("check Contracts") == .unusableInput)
    #expect(machine.input == nil)
  }

  @Test func withoutAllItsRecordsAContractIsNotDecided() {
    let machine = MemoryMachine.small
    machine.failures["Contracts/a/r.csv"] = .notPermitted
    machine.files["Contracts/b.contract"] = ""
    machine.files["Contracts/r.csv"] = ""
    #expect(machine.run("check Contracts", patterns: ["r.csv"]) == .unusableInput)
    #expect(machine.input?.contractFiles.map(\.path) == ["Contracts/b.contract"])
  }

  @Test func aFolderWithoutContractsIsNothingToCheck() {
    let machine = MemoryMachine(["Contracts/readme.txt": "", "Rules/a.rules": ""])
    #expect(machine.run("check Contracts --as-of 2013-12-26") == .nothingToCheck)
    #expect(machine.errors == "holdback: nothing to check: no *.contract in 'Contracts'\n")
    #expect(machine.run("check Contracts --allow-empty") == .success)
  }

  @Test func noRulesAreNothingToCheck() {
    let machine = MemoryMachine(["Contracts/a.contract": ""])
    #expect(machine.run("check Contracts --as-of 2013-12-26") == .nothingToCheck)
    #expect(machine.errors == "holdback: nothing to check: no *.rules in 'Rules'\n")
  }

  @Test func hostileNamesAreMadeVisible() {
    let machine = MemoryMachine.small
    machine.failures["Contracts/\u{1B}[2J\n::error::.contract"] = .notPermitted
    _ = machine.run("check Contracts --as-of 2013-12-26")
    #expect(machine.errors.contains(#"'Contracts/\u{1B}[2J\u{A}"#))
    #expect(machine.errors.split(separator: "\n").count == 1)
  }
}
