import Testing

@Suite struct UsageErrors {
  @Test(arguments: [
    ("chek Contracts", "did you mean 'check'?"),
    ("check Contracts --fromat json", "did you mean '--format'?"),
    ("check Contracts --format jsno", "did you mean 'json'?"),
    ("check Contracts --fail-on withold", "did you mean 'withhold'?"),
    ("check Contracts --color allways", "did you mean 'always'?"),
    ("check Contracts --as-of 2013-02-30", "is no day: write YYYY-MM-DD"),
    ("check Contracts --as-of yesterday", "is no day: write YYYY-MM-DD"),
    ("check Contracts --as-of 2013-1-1", "is no day: write YYYY-MM-DD"),
    ("check Contracts --report report.txt", "is no report: write FORMAT=FILE"),
    ("check Contracts --report jsno=report.txt", "did you mean 'json'?"),
    ("check", "'check' needs a PATH"),
    ("check --quiet", "'check' needs a PATH"),
    ("check Contracts --as-of", "'--as-of' needs a value: --as-of DATE"),
    ("check Contracts --rules", "'--rules' needs a value: --rules PATH"),
    ("check Contracts --quiet=yes", "'--quiet' takes no value"),
    ("check Contracts --as-of 2013-12-26 --as-of 2013-12-27", "'--as-of' is given twice"),
    ("check Contracts --format json --format text", "'--format' is given twice"),
    ("check Contracts --quiet --quiet", "'--quiet' is given twice"),
    ("", "usage: holdback COMMAND"),
  ])
  func endWithTwoAndAWord(_ line: String, words: String) async throws {
    let run = try await Program.run(line.split(separator: " ").map(String.init))
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func aPathThatIsNotThereIsNamed() async throws {
    let run = try await Program.run(["check", "Contarcts", "--as-of", "2013-12-26"])
    #expect(run.status == 2)
    #expect(run.errors == "holdback: 'Contarcts': no such file or folder\n")
    #expect(!run.text.contains("pay"), "\(run.text)")
  }

  @Test func theDayOfTheRunIsSaid() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let note = try await Program.run(["check", "Contracts"], in: folder)
    #expect(note.errors.hasPrefix("holdback: note: as of 20"))
    let warning = try await Program.run(
      ["check", "Contracts"], in: folder, environment: ["CI": "true"])
    #expect(warning.errors.hasPrefix("holdback: warning: as of 20"))
  }
}
