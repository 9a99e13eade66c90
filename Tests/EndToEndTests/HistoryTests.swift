import Foundation
import Testing

/// `diff` over a repository that git keeps, by the built program.
@Suite struct RevisionDiffs {
  /// The shell that makes a repository of the small world with two revisions, and its rules changed.
  private static func repository() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder(SmallWorld.files)
    try folder.write(
      SmallWorld.rules.replacingOccurrences(of: "is works\n", with: "is works or degraded\n"),
      to: "new.rules")
    let git =
      "git -c user.name=a -c user.email=a@b -c init.defaultBranch=main -C '\(folder.path(""))'"
    let run = try await Program.shell(
      """
      \(git) init -q && \(git) add Rules Contracts && \(git) commit -qm one && \(git) tag first &&
      cd '\(folder.path(""))' && sed -i s/works/degraded/ Contracts/b/status/state.ndjson &&
      \(git) commit -qam two && mv new.rules Rules/exchange.rules
      """)
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  private func diff(_ arguments: [String], in folder: TemporaryFolder) async throws -> Run {
    try await Program.run(
      ["diff"] + arguments + ["--as-of", "2013-12-26", "--color", "never"], in: folder,
      environment: ["PATH": "/usr/bin:/bin"])
  }

  @Test func sayWhichEditMovedWhat() async throws {
    let folder = try await Self.repository()
    let run = try await diff(["HEAD:Rules", "Rules"], in: folder)
    #expect(run.status == 1, "\(run.errors)")
    #expect(
      run.text == """
        Sample Exchange · Supplier                                              as of 2013-12-26
          contract  decision         withhold → pay  [1]
          contract  pay              USD 0.00 → USD 5,000,000.00  [1]
          contract  withheld         USD 5,000,000.00 → USD 0.00  [1]
          launch    decision         withhold → pay  [1]
          launch    pay              USD 0.00 → USD 5,000,000.00  [1]
          launch    withheld         USD 5,000,000.00 → USD 0.00  [1]
          one       decision         withhold → pay  [1]
          one       pay              USD 0.00 → USD 5,000,000.00  [1]
          one       withheld         USD 5,000,000.00 → USD 0.00  [1]
            ✓ launch.accounts  deliverable-works  failed → met  [1]
                was: requires finding is works; finding is degraded
                now: finding is degraded

        [1] changed rule deliverable-works of clause working-exchange
              nothing → or degraded
              HEAD:Rules/exchange.rules:13 → Rules/exchange.rules:13

        1 of 2 contracts moves

        """)
  }

  /// git is not waited for while it still has much to write.
  @Test func refuseAFileThatIsTooLarge() async throws {
    let folder = try await Self.repository()
    try folder.write(String(repeating: "// much\n", count: 5 << 20), to: "Rules/large.rules")
    let added = try await Program.shell(
      """
      cd '\(folder.path(""))' && git add Rules/large.rules &&
      git -c user.name=a -c user.email=a@b commit -qm three
      """)
    #expect(added.status == 0, "\(added.errors)")
    let run = try await diff(["HEAD:Rules", "Rules"], in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("at HEAD: 'Rules/large.rules': is larger than 16 MiB"))
  }

  @Test func areMadeWhereNobodyReadsTheOutput() async throws {
    let folder = try await Self.repository()
    let run = try await Program.shell(
      """
      cd '\(folder.path(""))' && "$HOLDBACK" diff HEAD:Rules Rules --as-of 2013-12-26 \
        --output moved.txt >&-
      """)
    #expect(run.status == 1, "\(run.errors)")
    let report = try String(contentsOf: folder.url.appending(path: "moved.txt"), encoding: .utf8)
    #expect(report.contains("1 of 2 contracts moves"))
  }

  @Test func readContractsWithTheRecordsOfTheRevision() async throws {
    let folder = try await Self.repository()
    let run = try await diff(
      ["first:Contracts/b", "HEAD:Contracts/b", "--format", "json"], in: folder)
    #expect(run.status == 0, "the rules of the folder tolerate it: \(run.errors)")
    #expect(run.text.contains("\"file\": \"first:Contracts/b/status/state.ndjson\""))
    #expect(run.text.contains("\"what\": \"record capability about accounts\""))
    let strict = try await diff(["first:.", "HEAD:."], in: folder)
    #expect(strict.status == 1)
    #expect(strict.text.contains("[1] changed record capability about accounts"))
  }

  @Test(arguments: [
    (["nope:Rules", "Rules"], "'nope:Rules': git knows no such revision"),
    (["--", "-x:Rules", "Rules"], "'-x:Rules': git knows no such revision"),
    (["HEAD:../Rules", "Rules"], "'HEAD:../Rules': no such file or folder"),
    (["$(touch hit):Rules", "Rules"], "git knows no such revision"),
  ])
  func refuseWhatIsNoRevision(_ arguments: [String], message: String) async throws {
    let folder = try await Self.repository()
    let run = try await Program.run(
      ["diff", "--as-of", "2013-12-26"] + arguments, in: folder,
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path("hit")))
  }

  @Test func sayThatGitOrARepositoryIsMissing() async throws {
    let folder = try TemporaryFolder(SmallWorld.files)
    let outside = try await diff(["HEAD:Rules", "Rules"], in: folder)
    #expect(outside.status == 2)
    #expect(outside.errors.contains("git says: fatal: not a git repository"), "\(outside.errors)")
    let bare = try await Program.run(
      ["diff", "HEAD:Rules", "Rules", "--as-of", "2013-12-26"], in: folder,
      environment: ["PATH": folder.path("")])
    #expect(bare.status == 2)
    #expect(bare.errors.contains("takes git, which is not installed here"), "\(bare.errors)")
  }
}

/// The timelines of sample contracts, byte for byte as they are kept beside them.
@Suite struct SampleTimelines {
  @Test(arguments: ["illustrative", "vermont"])
  func areTheTextsBesideThem(_ name: String) async throws {
    let run = try await Program.run(["timeline", "Contracts/\(name)", "--color", "never"])
    #expect(run.status == 0, "\(run.errors)")
    try SampleReports.expect(run.output, at: "Contracts/\(name)/timeline.txt")
  }

  /// Every step of a timeline is what a check of its day says.
  @Test func areWhatChecksSay() async throws {
    let run = try await Program.run(["timeline", "Contracts", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let report = try JSONDecoder().decode(TimelineText.self, from: run.output)
    #expect(report.contracts.count == SampleReports.names.count)
    let days = Set(report.contracts.flatMap(\.steps).map(\.through)).sorted()
    // A sample of the days, which are many: the laws of the timeline look at all.
    for day in days.enumerated().filter({ $0.offset % 12 == 0 }).map(\.element) {
      let check = try await Program.run(["check", "Contracts", "--as-of", day, "--format", "json"])
      let decided = try JSONDecoder().decode(CheckText.self, from: check.output)
      for contract in report.contracts {
        guard contract.from <= day, day <= contract.to,
          let step = contract.steps.last(where: { $0.from <= day }), step.through <= day
        else { continue }
        let found = try #require(decided.contracts.first { $0.id == contract.id })
        #expect(step.decision == found.decision, "\(contract.id) on \(day)")
        for (name, amount) in found.amounts {
          #expect(step.amounts[name] == amount, "\(contract.id) on \(day): \(name)")
        }
      }
    }
  }
}

private struct TimelineText: Decodable {
  struct Contract: Decodable {
    struct Step: Decodable {
      let from: String
      let through: String
      let decision: String
      let amounts: [String: String]
    }

    let id: String
    let from: String
    let to: String
    let steps: [Step]
  }

  let contracts: [Contract]
}

private struct CheckText: Decodable {
  struct Contract: Decodable {
    let id: String
    let decision: String
    let amounts: [String: String]
  }

  let contracts: [Contract]
}
