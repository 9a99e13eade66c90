import Foundation
import Testing

/// `holdback new`, where there is nothing but the program.
@Suite struct Starting {
  @Test func theNextCommandsWorkAtOnce() async throws {
    let folder = try TemporaryFolder()
    let made = try await Program.run(["new", "small-exchange"], in: folder)
    #expect(made.status == 0 && made.errors == "", "\(made.errors)")
    let lines = made.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let commands = lines.filter { $0.first == "holdback" }.map { words in
      Array(words.dropFirst().prefix { $0 == words[1] || $0.contains("-") || $0.contains("20") })
    }
    #expect(commands.map { $0[0] } == ["check", "explain", "test", "format"])
    for command in commands {
      let run = try await Program.run(command, in: folder)
      #expect(run.status == 0 && run.errors == "", "\(command)\n\(run.text)\(run.errors)")
    }
    let check = try await Program.run(commands[0], in: folder)
    #expect(check.text.contains("pay USD 59,400.00* of USD 60,000.00* invoiced"))
    let test = try await Program.run(commands[2], in: folder)
    #expect(test.text == "7 tests · 7 passed\n")
    let format = try await Program.run(["format", "--check", "."], in: folder)
    #expect(format.status == 0 && format.text == "", "it has the one layout")
  }

  @Test func itsOwnRulesCountBeforeThoseOfTheWorkingFolder() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    #expect(try await Program.run(["new", "small-exchange"], in: folder).status == 0)
    let run = try await Program.run(
      ["check", "small-exchange", "--as-of", "2026-04-01"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func whatIsThereIsNotWrittenOver() async throws {
    let folder = try TemporaryFolder(["mine/mine.contract": "mine", "file": "mine"])
    for name in ["mine", "file"] {
      let run = try await Program.run(["new", name], in: folder)
      #expect(run.status == 2 && run.text == "")
      #expect(run.errors == "holdback: '\(name)' is there already; name a folder that is not\n")
    }
    #expect(try folder.text("mine/mine.contract") == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("mine")).count == 1)
  }

  @Test func whatWasWrittenIsSaidWhereTheRestCannotBe() async throws {
    let folder = try TemporaryFolder()
    // No file may grow beyond so many blocks of 512 bytes, complaints neither: as on a full disk.
    let run = try await Program.shell(
      "cd '\(folder.path("."))' && (ulimit -f 2; \"$HOLDBACK\" new mine)")
    #expect(run.status == 74)
    #expect(run.errors.contains("cannot write 'mine/Rules/payment.rules'"), "\(run.errors)")
    #expect(
      run.errors.contains(
        "only this was written: 'mine', 'mine/Rules', 'mine/status', 'mine/mine.contract'"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("mine/Rules")).isEmpty)
  }
}
