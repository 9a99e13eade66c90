import Foundation
import Testing

/// Whatever goes wrong, no run ends with 0, no report reads as a pass, and what could be decided is
/// in every report before the run ends.
@Suite struct FailClosed {
  private static let check = ["check", "Contracts", "--as-of", "2013-12-26", "--color", "never"]

  enum Trouble: String, CaseIterable, CustomTestStringConvertible {
    case unparsableContract, unparsableRecord, unparsableRules, missingPath, missingRules
    case emptyFolder, noRuleApplies, missingEvidence, unusableBaseline

    var testDescription: String { rawValue }

    var status: Int32 {
      switch self {
      case .unparsableContract, .unparsableRecord, .unparsableRules, .missingPath, .missingRules,
        .unusableBaseline:
        2
      case .emptyFolder, .noRuleApplies: 3
      case .missingEvidence: 4
      }
    }

    /// Whether contract `b` is decided all the same.
    var leavesOne: Bool {
      switch self {
      case .unparsableContract, .unparsableRecord, .missingPath, .missingEvidence,
        .unusableBaseline:
        true
      case .unparsableRules, .missingRules, .emptyFolder, .noRuleApplies: false
      }
    }

    var options: [String] {
      switch self {
      case .missingPath: ["Nowhere"]
      case .missingRules: ["--rules", "Nowhere"]
      case .unusableBaseline: ["--baseline", "Nowhere"]
      case .unparsableContract, .unparsableRecord, .unparsableRules, .emptyFolder, .noRuleApplies,
        .missingEvidence:
        []
      }
    }

    var files: [String: String] {
      var files = SmallWorld.files
      switch self {
      case .unparsableContract: files["Contracts/a/a.contract"] = "contract a {"
      case .unparsableRecord: files["Contracts/a/status/state.ndjson"] = "{"
      case .unparsableRules: files["Rules/exchange.rules"] = "clause {"
      case .missingEvidence: files["Contracts/a/status/state.ndjson"] = ""
      case .emptyFolder:
        files = files.filter { $0.key.hasPrefix("Rules") }
        files["Contracts/.hidden.contract"] = SmallWorld.contract
      case .noRuleApplies:
        for name in ["a", "b"] {
          files["Contracts/\(name)/\(name).contract"] = SmallWorld.contract(named: name)
            .replacing("  incorporates working-exchange\n", with: "")
            .replacing(/\x20 invoice one \{[\s\S]*?\n  \}\n/, with: "")
        }
      case .missingPath, .missingRules, .unusableBaseline: break
      }
      return files
    }
  }

  @Test(arguments: Trouble.allCases)
  func everyReportIsThereAndNoneReadsAsAPass(_ trouble: Trouble) async throws {
    let folder = try TemporaryFolder(trouble.files)
    let reports = HostileContracts.formats.map { ["--report", "\($0)=\($1)"] }.joined()
    for flags in [[], ["--exit-zero", "--fail-on", "never"]] {
      let run = try await Program.run(Self.check + trouble.options + reports + flags, in: folder)
      #expect(run.status == trouble.status, "\(run.errors)")
    }
    for (format, file) in HostileContracts.formats {
      let text = try folder.text(file)
      #expect(!passes(format, text), "\(format) reads as a pass:\n\(text)")
      if trouble.leavesOne, !["gitlab", "github", "azure", "sarif"].contains(format) {
        #expect(
          text.contains("Sample Exchange") || text.contains(/\bb\b/),
          "\(format) does not tell of what was decided")
      }
    }
    let report = try ReportJSON(Data(contentsOf: folder.url.appending(path: "report.json")))
    let ids = trouble.leavesOne ? ["b"] : []
    #expect(
      ids.allSatisfy { id in report.contracts.contains { $0.id == id && $0.decision == "pay" } })
  }

  /// Whether whoever reads a report in this format would go on.
  private func passes(_ format: String, _ text: String) -> Bool {
    switch format {
    case "text":
      !["incomplete", "undecided", "hold for evidence", "no contract"].contains(
        where: text.contains)
    case "json":
      text.contains("\"complete\": true")
        && text.contains(/"cases": \{\s*"passed": \d+,\s*"failed": 0,\s*"undecided": 0,/)
    case "junit": !text.contains("<error") && !text.contains("<failure")
    case "sarif":
      text.contains("\"executionSuccessful\": true") && !text.contains("\"level\": \"warning\"")
    case "tap": !text.contains("\nnot ok ")
    case "ctrf": !text.contains("\"status\": \"failed\"")
    case "github": !text.contains("::error ") && !text.contains("::warning ")
    case "azure": !text.contains("logissue type=error") && !text.contains("logissue type=warning")
    case "gitlab":
      !text.contains("\"severity\": \"blocker\"") && !text.contains("\"severity\": \"major\"")
    case "markdown":
      !text.contains("Incomplete") && !text.contains("undecided")
        && !text.contains("hold for evidence")
    case "html": !text.contains("could not be decided") && !text.contains("hold for evidence")
    case "csv": !text.contains("incomplete") && !text.contains("hold-for-evidence")
    default: !text.contains("\"FAILED\"")
    }
  }

  @Test(arguments: [
    ["--formatt", "json"], ["--format", "jsn"], ["--format"], ["--report", "json"],
    ["--report", "jsn=x"], ["--as-of", "2013-02-30"], ["--fail-on", "withold"], ["--exit-zero=1"],
    ["@nowhere"], ["--report", "json=x", "--report", "csv=./x"], ["--report", "json=-"],
    ["--sarif-include", "paid"], ["--jobs"],
  ])
  func aMistakeOfTheCommandLineIsNeverZero(_ options: [String]) async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let run = try await Program.run(
      Self.check + ["--exit-zero"].filter { _ in !options.contains("--exit-zero=1") } + options,
      in: folder)
    #expect(run.status == 2)
    #expect(run.output.isEmpty && run.errors.hasPrefix("holdback: "), "\(run.errors)")
  }

  @Test(arguments: ["nowhere/report", "Contracts", "locked/report"])
  func aReportThatCannotBeWrittenIsNeverZero(_ path: String) async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "locked"), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o500])
    let isRoot = getuid() == 0
    for (format, file) in HostileContracts.formats where !(isRoot && path.hasPrefix("locked")) {
      let run = try await Program.run(
        Self.check + [
          "--exit-zero", "--report", "\(format)=\(path)", "--report", "json=\(file).copy",
        ],
        in: folder)
      #expect(run.status == 74)
      #expect(run.text.hasSuffix("pay USD 10,000,000.00 of USD 10,000,000.00 invoiced\n"))
      let copy = try ReportJSON(Data(contentsOf: folder.url.appending(path: "\(file).copy")))
      #expect(copy.top["complete"] as? Bool == true)
    }
  }

  /// What a run reads it does not write over, however the path is spelled.
  @Test(arguments: [
    "Contracts/a/a.contract", "Contracts/a/status/state.ndjson", "Rules/exchange.rules",
  ])
  func aReportNeverTakesThePlaceOfAnInput(_ path: String) async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    for spelled in ["./\(path)", folder.url.appending(path: path).path, "Rules/../\(path)"] {
      let run = try await Program.run(Self.check + ["--report", "json=\(spelled)"], in: folder)
      #expect(run.status == 74)
      #expect(run.errors.contains("it is read by this run"), "\(run.errors)")
      #expect(try folder.text(path) == SmallWorld.files[path])
    }
  }

  /// Nor does any command, while it may mend what it was asked to.
  @Test(arguments: [
    "explain Contracts --rules Rules --as-of 2013-12-01",
    "timeline Contracts --rules Rules", "rules Rules", "lint Rules Contracts",
    "schema records --rules Rules", "sql Contracts/a --rules Rules --as-of 2013-12-01",
    "diff Rules Rules --contracts Contracts --as-of 2013-12-01",
    "test Rules", "lint Rules --fix",
  ])
  func noCommandWritesOverAnInput(_ command: String) async throws {
    let path = "Rules/exchange.rules"
    var files = SmallWorld.files
    files["Rules/exchange.tests"] = "test \"nothing\" {\n}\n"
    let folder = try TemporaryFolder(files)
    let words = command.split(separator: " ").map(String.init)
    let run = try await Program.run(words + ["--output", "./\(path)"], in: folder)
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.contains("cannot write './\(path)': it is read by this run"))
    #expect(try folder.text(path) == SmallWorld.files[path])
  }

  @Test func noReportTakesThePlaceOfAnother() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let run = try await Program.run(
      Self.check + [
        "--report", "json=one.report", "--report",
        "csv=\(folder.url.appending(path: "one.report").path)",
      ],
      in: folder)
    #expect(run.status == 74)
    #expect(run.errors.contains("another report of this run went there"), "\(run.errors)")
    #expect(try folder.text("one.report").hasPrefix("{"))
  }

  /// A baseline that a run is measured by is not the run's to change, however its path is spelled.
  @Test func noReportTakesThePlaceOfTheBaseline() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    _ = try await Program.run(Self.check + ["--report", "json=base.json"], in: folder)
    let old = try folder.text("base.json")
    let spelled = folder.url.appending(path: "base.json").path
    let run = try await Program.run(
      Self.check + ["--baseline", "base.json", "--report", "json=\(spelled)"], in: folder)
    #expect(run.status == 74)
    #expect(try folder.text("base.json") == old)
  }

  /// A file that is being written is no record, though the contract reads all that is there.
  @Test func aReportAmongTheRecordsIsNoneWhileItIsWritten() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let run = try await Program.run(
      Self.check + ["--report", "text=Contracts/a/status/report.txt"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func aLinkStaysALink() async throws {
    let folder = try TemporaryFolder(SmallWorld.files.merging(["real.txt": "old"]) { $1 })
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.txt"), withDestinationPath: "real.txt")
    let run = try await Program.run(Self.check + ["--output", "link.txt"], in: folder)
    #expect(run.status == 0)
    #expect(try folder.text("real.txt").contains("Sample Exchange"))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.txt"))
        == "real.txt")
  }

  /// With closed streams the next file that is opened would have their numbers.
  @Test(arguments: [(">&-", 74), ("2>&-", 0), ("<&- >&- 2>&-", 74)] as [(String, Int32)])
  func closedStreamsAreNoFiles(_ streams: String, _ status: Int32) async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let place = folder.path(".")
    let run = try await Program.shell(
      "cd '\(place)' && \"$HOLDBACK\" check Contracts --as-of 2013-12-26 --report json=r.json \(streams)"
    )
    #expect(run.status == status)
    #expect(
      try ReportJSON(Data(contentsOf: folder.url.appending(path: "r.json"))).contracts.count == 2)
    withExtendedLifetime(folder) {}
  }

  @Test func aPipeThatNobodyReadsIsNotWaitedFor() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let run = try await Program.shell(
      "cd '\(folder.path("."))' && mkfifo pipe && \"$HOLDBACK\" check Contracts --as-of 2013-12-26 --output pipe"
    )
    #expect(run.status == 74, "\(run.errors)")
    withExtendedLifetime(folder) {}
  }

  /// One that nothing was checked of is no pass among others that were.
  @Test func aContractToWhichNoRuleAppliesIsNeverZero() async throws {
    var files = SmallWorld.files
    files["Contracts/c/c.contract"] = """
      contract c "Nothing" {
        party buyer    "State of Sample"
        party supplier "Supplier"
      }

      """
    let folder = try TemporaryFolder(files)
    let run = try await Program.run(Self.check + ["--format", "tap"], in: folder)
    #expect(run.status == 3 && run.text.contains("\nnot ok "), "\(run.text)")
    #expect(run.errors.contains("no rule applied to contract 'c'"), "\(run.errors)")
    // Whatever the status is to be, no report calls it payable.
    let allowed = try await Program.run(Self.check + ["--allow-empty"], in: folder)
    #expect(allowed.status == 0 && allowed.text.contains("? Nothing · Supplier"), "\(allowed.text)")
    for (format, sign) in [
      ("tap", "not ok 1 - c/contract/decision"), ("junit", "<error message=\"undecided"),
      ("csv", "undecided"), ("json", "\"decision\": \"undecided\""),
    ] {
      let run = try await Program.run(
        ["check", "Contracts/c", "--allow-empty", "--as-of", "2013-12-26", "--format", format],
        in: folder)
      #expect(run.status == 0 && run.text.contains(sign), "\(run.text)")
    }
  }

  @Test func exitZeroIsForFailedContractsOnly() async throws {
    var files = SmallWorld.files
    files["Contracts/a/status/state.ndjson"] = SmallWorld.records.replacing("works", with: "fails")
    let folder = try TemporaryFolder(files)
    #expect(try await Program.run(Self.check, in: folder).status == 1)
    #expect(try await Program.run(Self.check + ["--exit-zero"], in: folder).status == 0)
  }

  /// Standard error and standard output in one, as a log has them.
  @Test func theLogOfAStepIsHarmless() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let hostile = "x\n::stop-commands::t ##[error]y ##vso[task.complete]"
    let run = try await Program.run(
      [
        "check", hostile, "Contracts", "--rules", hostile, "--baseline", hostile, "--format",
        "github",
      ],
      in: folder)
    #expect(run.status == 2)
    for line in (run.text + run.errors).split(separator: "\n") {
      #expect(!line.contains("##[") && !line.contains("##vso["), "\(line)")
      #expect(!line.hasPrefix("::") || line.hasPrefix("::error "), "\(line)")
    }
  }
}
