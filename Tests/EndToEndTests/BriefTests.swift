import ContractCheck
import ContractModel
import Foundation
import SourceText
import Synchronization
import TestSupport
import Testing

/// What is decided in brief is what is decided as a whole.
@Suite struct DecidingInBrief {
  private static let seed: UInt64 = 20_131_226

  /// Returns what became of documents, decided in brief where that can be, or each as a whole.
  private static func documents(
    _ lines: [String], rules: String, isBrief: Bool, jobs: Int = 1
  ) -> [DecidedDocument] {
    var session = CheckSession(
      CheckTerms(
        ruleFiles: [InputFile(path: "a.rules", bytes: Array(rules.utf8))],
        asOf: CivilDate(year: 2013, month: 12, day: 26)!, isAsOfAsked: false,
        purpose: isBrief ? .sumUp : .decide))
    precondition(!session.rules.diagnostics.contains(where: \.isError), "\(session.rules.errorIDs)")
    let next = Mutex<SourceFile?>(
      SourceFile(path: "a.ndjson", bytes: Array(lines.map { $0 + "\n" }.joined().utf8)))
    var documents: [DecidedDocument] = []
    session.decide(
      by: session.documentSources[0], zones: [:], jobs: jobs,
      next: { next.withLock { $0.take() } }, handingOn: { documents.append($0) })
    return documents
  }

  /// One rule set over made-up contracts: how many of them were decided in brief.
  private static func compare(
    _ lines: [String], rules: String, _ name: String
  ) -> Int {
    let brief = documents(lines, rules: rules, isBrief: true)
    let whole = documents(lines, rules: rules, isBrief: false)
    guard brief.count == whole.count else {
      Issue.record("\(name): \(brief.count) instead of \(whole.count) documents")
      return 0
    }
    var count = 0
    for place in brief.indices {
      guard case .whole(let expected) = whole[place] else { continue }
      switch brief[place] {
      case .brief(let contract):
        count += 1
        let isSame =
          expected.diagnostics.isEmpty && expected.contracts.count == 1
          && BriefDecision(expected.contracts[0]) == contract.decision
        if !isSame {
          Issue.record(
            "\(name), line \(place + 1): \(contract.decision)\nnot \(expected.words)\n\(lines[place])"
          )
        }
      case .nothing: Issue.record("\(name), line \(place + 1): no document")
      case .whole(let outcome):
        if outcome.words != expected.words {
          Issue.record("\(name), line \(place + 1): \(outcome.words)\nnot \(expected.words)")
        }
      }
    }
    return count
  }

  /// Every rule of the pool by itself is one that is decided in brief.
  @Test(arguments: BriefWorld.pool.indices)
  func knowsRule(_ place: Int) {
    var world = BriefWorld(seed: Self.seed + 1_000 + UInt64(place))
    let lines = (0..<40).map { world.document("c\($0)") }
    let rules = BriefWorld.rules(places: [place])
    #expect(Self.compare(lines, rules: rules, "rule \(place)") > 0, "\(BriefWorld.pool[place])")
  }

  /// What is taken in another order, has no end, or does not fit, is decided as a whole.
  @Test(arguments: [
    "for each milestone {\n    require late is 0 calendar days\n    otherwise report x\n"
      + "    otherwise set off sum\n  }",
    "for each milestone {\n    then set off USD 90,000,000,000,000\n  }",
  ])
  func leavesToTheWhole(_ text: String) {
    var world = BriefWorld(seed: Self.seed + 2_000)
    let lines = (0..<40).map { world.document("c\($0)") }
    #expect(Self.compare(lines, rules: BriefWorld.rules([("taken", text)]), text) == 0)
  }

  /// A text of eight bytes is no longer word, though its first bytes with its length look like one.
  @Test(arguments: ["succeeded", "succeedd"])
  func tellsWordsApart(_ written: String) {
    func putting(_ word: String, into text: String) -> String {
      text.split(separator: "\"ok\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\(word)\"")
    }
    var world = BriefWorld(seed: Self.seed + 4_000)
    let lines = (0..<60).map { putting(written, into: world.document("c\($0)")) }
    let rule =
      "for each milestone {\n    require some acceptances where result is accepted\n"
      + "    otherwise withhold amount until met\n  }"
    let rules = BriefWorld.rules(
      [("taken", rule)], source: putting("succeeded", into: BriefWorld.source))
    #expect(Self.compare(lines, rules: rules, written) > 0)
  }

  /// What only names something may be written with escapes, and beyond ASCII.
  @Test func takesNamesOfAnyKind() {
    var world = BriefWorld(seed: Self.seed + 5_000)
    let lines = (0..<60).map { world.document("c\($0)") }
    let rules = BriefWorld.rules(places: [0])
    let count = Self.compare(lines, rules: rules, "names")
    #expect(count > 0)
    for name in [#""title":"Soci\u00e9t\u00e9 "#, #""title":"Société "#, #""title":"\"x\" "#] {
      let named = lines.map { $0.replacingOccurrences(of: #""title":"Contract "#, with: name) }
      #expect(Self.compare(named, rules: rules, name) == count)
    }
  }

  /// Deliverables that stand within a milestone come before those that name it, wherever they are read.
  @Test func takesDeliverablesInTheirOrder() throws {
    var world = BriefWorld(seed: Self.seed + 3_000)
    let lines = (0..<60).map { world.document("c\($0)") }
    let source = BriefWorld.source
    let placed = try #require(source.range(of: "    each optional \"functions\""))
    let bills = try #require(source.range(of: "    each optional \"bills\""))
    let milestones = try #require(source.range(of: "    each \"milestones\""))
    let early =
      source[..<milestones.lowerBound] + source[placed.lowerBound..<bills.lowerBound]
      + source[milestones.lowerBound..<placed.lowerBound] + source[bills.lowerBound...]
    let rule =
      "for each deliverable {\n    require tried is at least 1 run\n    otherwise set off sum\n  }"
    for text in [source, String(early)] {
      let rules = BriefWorld.rules([("taken", rule)], source: text)
      #expect(Self.compare(lines, rules: rules, "deliverables") > 0)
    }
  }

  @Test func isDecidingAsAWhole() {
    var count = 0
    for number in 0..<24 {
      print("in brief by seed \(Self.seed + UInt64(number))")
      var world = BriefWorld(seed: Self.seed + UInt64(number))
      let rules = world.rules(of: 4 + number % 8)
      for oddity in [0, 1, 4] {
        world.oddity = oddity
        let lines = (0..<20).map { world.document("c\(oddity)-\($0)") }
        count += Self.compare(lines, rules: rules, "\(number), \(oddity) in a hundred")
      }
    }
    #expect(count > 150, "so few of 1,440 were decided in brief")
  }
}

/// What a reader sees is the same, whether contracts were decided in brief or not.
@Suite struct ReportingInBrief {
  private static func folder() throws -> TemporaryFolder {
    var world = BriefWorld(seed: 20_131_227)
    var lines: [String] = []
    for oddity in [0, 2] {
      world.oddity = oddity
      lines += (0..<60).map { world.document("c\(oddity)-\($0)") }
    }
    // Ids that are taken, a line that is none, one that is blank, and one for which no rule is made.
    lines += [world.document("c0-3"), "{\"id\":", "", "[]", lines[0], "{}"]
    return try TemporaryFolder([
      "Rules/book.rules": BriefWorld.rules(places: [0, 3, 7, 13, 20, 23, 25]),
      "data.ndjson": lines.map { $0 + "\n" }.joined(),
    ])
  }

  /// A report that tells why has every contract decided as a whole.
  @Test(arguments: ["1", "4"])
  func isReportingTheSame(_ jobs: String) async throws {
    let folder = try Self.folder()
    let quiet = ["check", "data.ndjson", "--quiet", "--jobs", jobs]
    for asOf in [[], ["--as-of", "2013-09-30"]] {
      let brief = try await Program.run(quiet + asOf, in: folder)
      let whole = try await Program.run(
        quiet + asOf + ["--report", "json=whole.json"], in: folder)
      #expect(brief.status == whole.status)
      let isSame = brief.output == whole.output
      #expect(isSame && brief.output.count > 1_000)
      let isSameOfErrors = brief.errors == whole.errors
      #expect(isSameOfErrors && brief.errors.contains("contract-twice"))
    }
  }
}

extension CheckOutcome {
  /// All that it says, for comparison.
  fileprivate var words: String {
    let decided = contracts.map { contract in
      "\(contract.contract.id): \(BriefDecision(contract).map { "\($0)" } ?? "none")"
        + contract.findings.map { "\n \($0.rule.rule) \($0.subject.index) \($0.verdict)" }.joined()
    }
    let found = diagnostics.map { "\($0.id) \($0.message)" }
    return (decided + found + [brokenInvariant ?? ""]).joined(separator: "\n")
  }
}
