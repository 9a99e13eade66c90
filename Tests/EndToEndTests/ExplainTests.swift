import Foundation
import Testing

/// `holdback explain`, run as it is used.
@Suite struct Explain {
  private static let asOf = ["--as-of", "2013-12-26", "--color", "never"]

  private func explain(_ arguments: [String], in folder: TemporaryFolder? = nil) async throws -> Run
  {
    try await Program.run(["explain"] + arguments + Self.asOf, in: folder)
  }

  @Test func explainsARuleThatIsMet() async throws {
    let run = try await explain(["Contracts/vermont", "--rule", "statement-reported"])
    #expect(run.status == 0)
    #expect(run.text.contains("✓ launch  statement-reported  met  §Model 9.1"))
    #expect(!run.text.contains("deliverable-works-by-due-date"))
  }

  /// A rule that may yet be met holds what it would take then, though an exception excuses its failure.
  @Test func explainsWhatAnExcusedRuleHolds() async throws {
    var files = SmallWorld.files
    files["Rules/exchange.rules"] = SmallWorld.rules.replacing(
      "otherwise withhold milestone's amount until met\n  }",
      with: """
        then retain USD 250,000 until some capabilities where state is degraded
            otherwise withhold milestone's amount until met
          }
          exception pardoned to deliverable-works for each deliverable {
            cites "3.3"
            when some milestone's pardons
            then excuse
          }
        """
    ).replacing(
      "clause working-exchange",
      with: """
        act pardon asserted by buyer {
          about milestone
          dated date
        }

        clause working-exchange
        """)
    files["Contracts/a/status/state.ndjson"] =
      #"{"record": "pardon", "about": "launch", "by": "buyer", "dated": "2013-11-01"}"#
    let folder = try TemporaryFolder(files)
    let run = try await explain(["Contracts/a", "--rules", "Rules"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("~ accounts  deliverable-works  excused"), "\(run.text)")
    #expect(run.text.contains("so retain USD 250,000"), "\(run.text)")
    #expect(run.text.contains("= USD 250,000.00"), "\(run.text)")
  }

  @Test func explainsOneMilestone() async throws {
    let run = try await explain(["Contracts/new-mexico", "--milestone", "individual"])
    #expect(run.status == 0)
    #expect(run.text.contains("individual-site  deliverable-works  not due"))
    #expect(!run.text.contains("✗ shop"))
  }

  @Test(arguments: [
    (
      ["--milestone", "lanch"], "no contract has a milestone named 'lanch'; did you mean 'launch'?"
    ),
    (
      ["--rule", "charge-suported"],
      "these contracts are not judged by a rule named 'charge-suported'; did you mean 'charge-supported'?"
    ),
  ])
  func refusesWhatIsNotThere(_ arguments: [String], _ message: String) async throws {
    let run = try await explain(["Contracts/vermont"] + arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func spellsTheRecordsThatWouldRelease() async throws {
    let run = try await explain(["Contracts/vermont", "--verbose"])
    #expect(
      run.text.contains(
        #"{"record": "settlement", "about": "milestone launch", "by": "buyer", "dated":"#))
  }

  @Test func isReadByPrograms() async throws {
    let run = try await explain(["Contracts/vermont", "--format", "json"])
    #expect(run.status == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let contract = try #require((report["contracts"] as? [[String: Any]])?.first)
    let amounts = try #require(contract["amounts"] as? [[String: Any]])
    #expect(amounts.map { $0["bucket"] as? String } == ["withheld", "disputed"])
    let cures = try #require(amounts.first?["cures"] as? [[String: Any]])
    #expect(cures.count == 3)
    #expect(cures.first?["pay"] as? String == "5100000.00")
    let findings = try #require(contract["findings"] as? [[String: Any]])
    #expect(findings.allSatisfy { $0["conditions"] is [Any] })
  }

  /// Meanings that read one another are gone through for each that reads them: that has an end.
  @Test func endsWhereManyMeaningsReadOneAnother() async throws {
    let folder = try TemporaryFolder()
    let deep = (2..<60).map { "  m\($0) means greater of m\($0 - 1) and m\($0 - 2)" }
    try folder.write(
      """
      evidence check asserted by buyer {
        about  milestone
        dated  date
        errors number at least 0
      }
      clause deep "Deep" {
        cites "1"
        m0 means latest errors of checks
        m1 means smallest errors of checks
      \(deep.joined(separator: "\n"))
        rule few for each milestone {
          require m59 is at most 2
          otherwise withhold amount until met
        }
      }

      """, to: "a.rules")
    try folder.write(
      """
      contract a "A" {
        party buyer    "B"
        party supplier "S"
        records "*.ndjson"
        incorporates deep
        milestone m "M" {
          due    2013-10-01
          amount USD 100
        }
        invoice i {
          received 2013-11-01
          line l {
            for    milestone m
            amount USD 100
          }
        }
      }

      """, to: "a.contract")
    try folder.write(
      #"{"record": "check", "about": "m", "by": "buyer", "dated": "2013-10-02", "errors": 3}"#,
      to: "a.ndjson")
    let run = try await explain([".", "--rules", "."], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("m59 is 3"))
    #expect(run.text.contains("not every way was tried"))
  }

  @Test func saysThatThereIsNothing() async throws {
    let folder = try TemporaryFolder()
    let run = try await explain(["."], in: folder)
    #expect(run.status == 3)
    #expect(run.errors.contains("nothing to explain: no *.contract in '.'"))
  }

  @Test func explainsWhatCanBeDecidedBesideWhatCannot() async throws {
    let folder = try TemporaryFolder()
    for (path, text) in SmallWorld.files { try folder.write(text, to: path) }
    try folder.write("contract a \"A\" {\n  due yesterday\n}\n", to: "Contracts/a/a.contract")
    let run = try await explain(["Contracts", "--rules", "Rules"], in: folder)
    #expect(run.status == 2)
    #expect(run.text.contains("Sample Exchange"))
  }

  @Test func saysThatAReportCannotBeWritten() async throws {
    let run = try await explain(["Contracts/vermont", "--output", "/nowhere/report.txt"])
    #expect(run.status == 74)
  }
}
