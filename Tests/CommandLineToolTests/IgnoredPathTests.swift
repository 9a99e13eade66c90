import CommandLineTool
import ContractCheck
import Testing

@Suite struct IgnoredFiles {
  /// The files of a project as git keeps them apart, for each line of a `.gitignore` at the top.
  @Test(arguments: [
    ("draft.contract", ["Contracts/a/draft.contract"]),
    ("/draft.contract", []),
    ("Contracts/a/draft.contract", ["Contracts/a/draft.contract"]),
    ("a/", ["Contracts/a"]),
    ("/a/", []),
    (
      "*.contract",
      [
        "Contracts/a/a.contract", "Contracts/a/draft.contract", "Contracts/b/b.contract",
      ]
    ),
    ("*.contract\n!b.contract", ["Contracts/a/a.contract", "Contracts/a/draft.contract"]),
    ("Contracts/**/draft*", ["Contracts/a/draft.contract"]),
    ("**/b/*", ["Contracts/b/b.contract"]),
    ("Contracts/*/[a-c].contract", ["Contracts/a/a.contract", "Contracts/b/b.contract"]),
    ("Contracts/*/[!a].contract", ["Contracts/b/b.contract"]),
    ("draft.contract/", []),
    ("# draft.contract\n\n   ", []),
    ("\\draft.contract  ", ["Contracts/a/draft.contract"]),
    ("d?aft.contract", ["Contracts/a/draft.contract"]),
    ("[", []), ("/", []), ("!", []), ("**", ["Contracts/a", "Contracts/b", "Rules/a.rules"]),
  ])
  func areThoseThatGitPassesOver(_ lines: String, _ ignored: [String]) {
    let machine = Self.machine
    machine.files[".gitignore"] = lines
    let status = machine.run("check Contracts --as-of 2013-12-26")
    let quoted = ignored.map { "'\($0)'" }.joined(separator: ", ")
    let note = "holdback: note: passed over, as .gitignore names them: \(quoted)\n"
    #expect(machine.errors.hasPrefix(note) == !ignored.isEmpty, "\(machine.errors)")
    let read = machine.input?.contractFiles.map(\.path) ?? []
    let all = ["Contracts/a/a.contract", "Contracts/a/draft.contract", "Contracts/b/b.contract"]
    #expect(read == all.filter { path in !ignored.contains { path.hasPrefix($0) } })
    #expect((status == .nothingToCheck) == read.isEmpty)
  }

  /// Only a line end ends a line, and a folder that is left again says nothing of what lies beside it.
  @Test func areNotThoseOfAFolderThatIsLeft() {
    let machine = Self.machine
    machine.files["Contracts/a/.gitignore"] = "*.contract"
    machine.files["Contracts/b/.gitignore"] = "# a remark \u{C}*.contract\u{2028}*.contract"
    _ = machine.run("check Contracts/b --as-of 2013-12-26")
    #expect(machine.input?.contractFiles.map(\.path) == ["Contracts/b/b.contract"])
    #expect(!machine.errors.contains("passed over"))
  }

  @Test func areSaidByTheFolderTheyLieInToo() {
    let machine = Self.machine
    machine.files["Contracts/a/.gitignore"] = "/draft.contract"
    _ = machine.run("check Contracts --as-of 2013-12-26")
    #expect(
      machine.input?.contractFiles.map(\.path)
        == ["Contracts/a/a.contract", "Contracts/b/b.contract"])
  }

  /// Whoever names a file means it.
  @Test func areReadWhereTheyAreNamed() {
    let machine = Self.machine
    machine.files[".gitignore"] = "*.contract"
    _ = machine.run("check Contracts/a/draft.contract --as-of 2013-12-26")
    #expect(machine.input?.contractFiles.map(\.path) == ["Contracts/a/draft.contract"])
  }

  @Test func areNeverRecords() {
    let machine = Self.machine
    machine.files[".gitignore"] = "*.ndjson"
    machine.files["Contracts/b/status.ndjson"] = "{}"
    _ = machine.run("check Contracts/b --as-of 2013-12-26", patterns: ["*.ndjson"])
    #expect(
      machine.input?.recordFiles["Contracts/b/b.contract"]?.map(\.path)
        == ["Contracts/b/status.ndjson"])
  }

  @Test func aListThatCannotBeReadIsNoPass() {
    let machine = Self.machine
    machine.files[".gitignore"] = "x"
    machine.failures[".gitignore"] = .notPermitted
    #expect(machine.run("check Contracts --as-of 2013-12-26") == .unusableInput)
  }

  private static var machine: MemoryMachine {
    MemoryMachine([
      "Contracts/a/a.contract": "", "Contracts/a/draft.contract": "",
      "Contracts/b/b.contract": "", "Rules/a.rules": "",
    ])
  }
}
