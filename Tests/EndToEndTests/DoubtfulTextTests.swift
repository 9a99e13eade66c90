import Foundation
import Testing

/// Texts that could be read in two ways, of which one would pay: neither is taken.
@Suite struct DoubtfulTexts {
  private static let records = """
    act acceptance plural acceptances asserted by buyer {
      about milestone
      dated date
    }

    act report plural reports asserted by buyer {
      about milestone
      dated date
    }


    """

  private static func contract(_ lines: String, amount: String = "USD 50") -> String {
    """
    contract sample "Sample" {
      party buyer    "B"
      party supplier "S"
    \(lines)
      milestone one "One" {
        due    2013-01-01
        amount \(amount)
      }
      invoice i {
        received 2013-02-01
        line l {
          for    milestone one
          amount USD 40
        }
      }
    }

    """
  }

  private func check(
    _ rules: String, _ contract: String, _ options: String...
  ) async throws -> Run {
    let folder = try TemporaryFolder(["Rules/a.rules": rules, "a.contract": contract])
    return try await Program.run(
      ["check", "a.contract", "--as-of", "2013-06-01"] + options, in: folder)
  }

  /// Two clauses may each have a rule of one name; a waiver of it says not which.
  @Test func aWaiverLetsGoOfOneRule() async throws {
    func clause(_ name: String, _ record: String) -> String {
      """
      clause \(name) "\(name)" {
        cites "1"
        rule delivered for each milestone {
          require some \(record)
          otherwise withhold amount until met
        }
      }


      """
    }
    let waiver = """
        waiver w of delivered {
          from     2013-01-01
          through  2014-01-01
          approved "Boss"
          because  "it may wait"
        }
      """
    let rules = Self.records + clause("first", "acceptances") + clause("second", "reports")
    let both = try await check(
      rules, Self.contract("  incorporates first\n  incorporates second\n\(waiver)"))
    #expect(both.status == 2 && both.errors.contains("error[ambiguous-name]"), "\(both.errors)")
    let one = try await check(rules, Self.contract("  incorporates first\n\(waiver)"))
    #expect(one.status == 0, "\(one.errors)")
  }

  /// Two exceptions that hold one sum until different things say different things.
  @Test func exceptionsOfTwoReleasesContradictEachOther() async throws {
    func rules(_ releases: [String]) -> String {
      Self.records + """
        clause first "First" {
          cites "1"
          rule delivered for each milestone {
            require amount is more than USD 1,000
            otherwise withhold amount until met
          }

        """
        + releases.enumerated().map { place, release in
          """
            exception e\(place) to delivered {
              when amount is more than USD 1
              then withhold USD 5 until some \(release)
            }

          """
        }.joined() + "}\n"
    }
    let contract = Self.contract("  incorporates first")
    for releases in [["acceptances", "reports"], ["reports", "acceptances"]] {
      let run = try await check(rules(releases), contract)
      #expect(run.status == 4 && run.text.contains("contested"), "\(run.text)")
    }
    let same = try await check(rules(["reports", "reports"]), contract)
    #expect(same.status == 1 && same.text.contains("pay USD 35.00"), "\(same.text)")
  }

  /// What is a little more than a multiple may be rounded to it.
  @Test func aRoundedBoundMayBeReached() async throws {
    let rules = """
      clause first "First" {
        cites "1"
        fee means 10% of amount rounded down to USD 1
        rule delivered for each milestone {
          require fee is more than USD 5
          otherwise withhold amount until met
        }
      }

      """
    for amount in ["more than USD 50", "USD 50.01"] {
      let run = try await check(
        rules, Self.contract("  incorporates first", amount: amount), "--quiet")
      #expect(run.status != 0 && run.text.contains("pay USD 0.00"), "\(run.text)\(run.errors)")
    }
  }

  /// A document whose number has an exponent that no number has.
  @Test(arguments: ["-9223372036854775808", "9223372036854775807", "-99999999999999999999"])
  func anExponentOutOfReachIsAMistake(_ exponent: String) async throws {
    let odd = DocumentWorld.document("odd").replacing("50000", with: "5e\(exponent)")
    let folder = try DocumentWorld.folder(["data.ndjson": "\(odd)\n\(DocumentWorld.document)\n"])
    let run = try await Program.run(["check", "data.ndjson", "--format", "json"], in: folder)
    #expect(run.status == 2, "\(run.errors)")
    #expect(try ReportJSON(run.output).contracts.map(\.id) == ["c1"])
  }

  /// Two spellings of one id are one, whatever id is spelled between them.
  @Test func neitherOfTwoSpellingsOfAnIDIsDecided() async throws {
    let contracts = ["caf\u{E9}", "caf\u{EA}", "cafe\u{301}"].map { DocumentWorld.document($0) }
    let folder = try TemporaryFolder([
      "Rules/archive.rules": DocumentWorld.rules + DocumentWorld.archive,
      "data.json": "{\"contracts\":[\(contracts.joined(separator: ","))]}\n",
    ])
    let run = try await Program.run(["check", "data.json", "--format", "json"], in: folder)
    #expect(run.status == 2, "\(run.errors)")
    #expect(try ReportJSON(run.output).contracts.map(\.id) == ["caf\u{EA}"])
  }

  /// The day that a document states is read in brief as it is otherwise.
  @Test func aDayByATableIsReadAlikeInBrief() async throws {
    let table =
      "as-of from \"day\"\n      | day | as-of |\n"
      + "      | \"2013-12-01\" | 2013-10-15 |\n      | \"2013-12-02\" | 2013-12-02 |"
    let rules = (DocumentWorld.rules + DocumentWorld.office)
      .replacing("as-of from \"day\"", with: table)
    let documents = (1...6).map { number in
      DocumentWorld.document("c\(number)").replacing(
        "\"day\":\"2013-12-01\"", with: "\"day\":\"2013-12-0\(number == 1 ? 2 : 1)\"")
    }
    let folder = try TemporaryFolder([
      "Rules/office.rules": rules, "data.ndjson": documents.joined(separator: "\n") + "\n",
    ])
    let brief = try await Program.run(["check", "data.ndjson", "--quiet"], in: folder)
    let whole = try await Program.run(
      ["check", "data.ndjson", "--quiet", "--report", "csv=o.csv"], in: folder)
    #expect(brief.status == whole.status && brief.text == whole.text, "\(brief.text)\(whole.text)")
  }
}
