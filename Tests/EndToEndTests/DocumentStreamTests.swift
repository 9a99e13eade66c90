import ContractCheck
import ContractModel
import Foundation
import SourceText
import TestSupport
import Testing

/// Files of documents, decided as they are read.
@Suite struct DocumentStreams {
  private static let seed: UInt64 = 20_131_001
  private static let count = 200

  private static func lines(_ documents: [String]) -> String {
    documents.map { $0 + "\n" }.joined()
  }

  private func check(
    _ folder: TemporaryFolder, _ arguments: [String] = []
  ) async throws -> Run {
    try await Program.run(["check", "data.ndjson"] + arguments, in: folder)
  }

  private func contracts(_ run: Run) throws -> [ContractJSON] {
    try ReportJSON(run.output).contracts
  }

  // MARK: One run is as another

  @Test func isTheSameOnAnyNumberOfProcessors() async throws {
    print("documents by seed \(Self.seed)")
    let documents = DocumentWorld.documents(Self.count, seed: Self.seed)
    let folder = try DocumentWorld.folder(["data.ndjson": Self.lines(documents)])
    var runs: [Run] = []
    for jobs in ["1", "4"] {
      let reports = HostileContracts.formats.map { ["--report", "\($0)=\(jobs)-\($1)"] }.joined()
      runs.append(try await check(folder, ["--jobs", jobs, "--as-of", "2013-12-26"] + reports))
    }
    #expect(runs.map(\.status) == [1, 1], "\(runs[0].errors.prefix(500))")
    let isSame = runs[0].output == runs[1].output && runs[0].errors == runs[1].errors
    #expect(isSame)
    for (format, file) in HostileContracts.formats {
      let report = try folder.text("1-\(file)")
      let isSame = try report == folder.text("4-\(file)")
      #expect(isSame && !report.isEmpty, "\(format)")
    }
    let json = try await check(folder, ["--jobs", "4", "--format", "json"])
    #expect(try contracts(json).map(\.id) == (0..<Self.count).map { "c\($0)" })
    let passed = documents.count { $0.contains("\"ok\":\"y\"") }
    #expect(try contracts(json).count { $0.amounts["pay"] == "500.00" } == passed)
  }

  /// However a text is cut into pieces, it says the same, and the lines have the same numbers.
  @Test func isTheSameHoweverItIsCut() {
    var documents = DocumentWorld.documents(40, seed: Self.seed).map(Optional.some)
    documents[7] = "{"
    documents[20] = ""
    documents[30] = "\u{FEFF}{}"
    let texts = documents.map { ($0 ?? "") + "\n" }
    func words(_ pieces: [SourceFile], jobs: Int) -> [String] {
      DocumentWorld.outcomes(of: pieces, jobs: jobs).flatMap { outcome in
        outcome.diagnostics.map { $0.rendered(in: outcome.files) }
          + outcome.contracts.map { "\($0.contract.id) \($0.settled.decision)" }
      }
    }
    let whole = words([SourceFile(path: "a.ndjson", bytes: Array(texts.joined().utf8))], jobs: 1)
    #expect(whole.count > 35)
    #expect(whole.contains { $0.contains("a.ndjson:8:") })
    for size in [1, 3, 7] {
      var pieces: [SourceFile] = []
      for start in stride(from: 0, to: texts.count, by: size) {
        let part = texts[start..<min(start + size, texts.count)].joined()
        pieces.append(
          SourceFile(path: "a.ndjson", bytes: Array(part.utf8), firstLine: start + 1))
      }
      let isSame = words(pieces, jobs: 1) == whole
      #expect(isSame, "pieces of \(size)")
      let isSameAtOnce = words(pieces, jobs: 3) == whole
      #expect(isSameAtOnce, "pieces of \(size) at once")
    }
  }

  /// Of a document with very many contracts each is read again when it is decided, on any processor.
  @Test(arguments: [1, 3])
  func areDecidedInOneDocumentAsByThemselves(_ jobs: Int) {
    func outcomes(_ array: String) -> [CheckOutcome] {
      DocumentWorld.outcomes(
        of: [SourceFile(path: "a.json", bytes: Array("{\"contracts\":[\(array)]}".utf8))],
        rules: DocumentWorld.rules + DocumentWorld.archive, jobs: jobs)
    }
    func words(_ outcomes: [CheckOutcome]) -> [String] {
      outcomes.flatMap(\.contracts).map {
        let amounts = String(describing: $0.settled.amounts[.contract])
        return "\($0.contract.id) \($0.settled.decision) \(amounts) \($0.findings.map(\.message))"
      }
    }
    var random = SplitMix64(seed: Self.seed)
    let documents = DocumentWorld.documents(150, seed: Self.seed).shuffled(using: &random)
    let inOne = words(outcomes(documents.joined(separator: ",")))
    let alone = words(DocumentWorld.outcomes(of: Array(Self.lines(documents).utf8)))
    #expect(inOne.count == 150)
    #expect(inOne == alone.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    // Of those of one id none counts, however far apart they stand.
    let twice = outcomes((documents + [documents[0]]).joined(separator: ","))
    #expect(words(twice).count == 149)
    let ids = twice.flatMap(\.diagnostics).filter(\.isError).map(\.id.rawValue)
    #expect(Set(ids) == ["contract-twice", "contract-undecided"])
    // What is wrong with one leaves all undecided, and is said once.
    let broken = outcomes(
      documents.joined(separator: ",")
        .replacing("\"2013-10-01\",\"cents\"", with: "\"soon\",\"cents\""))
    #expect(words(broken).isEmpty)
    let mistakes = broken.flatMap(\.diagnostics).filter { $0.id == DiagnosticID("not-a-day") }
    #expect(mistakes.count == 150)
  }

  @Test func readsAPipe() async throws {
    let documents = DocumentWorld.documents(60, seed: Self.seed)
    let folder = try DocumentWorld.folder(["data.ndjson": Self.lines(documents)])
    let path = folder.url.path(percentEncoded: false)
    let file = try await check(folder, ["--format", "json", "--as-of", "2013-12-26"])
    let piped = try await Program.shell(
      "cd '\(path)' && cat data.ndjson | \"$HOLDBACK\" check - --source office --format json --as-of 2013-12-26"
        + " --stdin-filename data.ndjson")
    let isSame = piped.output == file.output
    #expect(piped.status == 1 && isSame, "\(piped.errors)")
    let named = try await Program.shell(
      "cd '\(path)' && \"$HOLDBACK\" check - --format json --as-of 2013-12-26"
        + " --stdin-filename data.ndjson < data.ndjson")
    let isSameByName = named.output == file.output
    #expect(isSameByName, "\(named.errors)")
  }

  @Test func digestsAreThoseOfTheFile() async throws {
    let documents = DocumentWorld.documents(200, seed: Self.seed)
    let folder = try DocumentWorld.folder(["data.ndjson": Self.lines(documents)])
    let run = try await check(folder, ["--format", "json"])
    let inputs = try ReportJSON(run.output).top.objects("inputs")
    let digest = try #require(inputs.first { $0.text("path") == "data.ndjson" }).text("sha256")
    let path = folder.url.appending(path: "data.ndjson").path(percentEncoded: false)
    let sum = try await Program.shell("sha256sum '\(path)'")
    #expect(sum.text.split(separator: " ").first.map(String.init) == digest)
  }

  // MARK: What is wrong

  @Test func aMalformedLineLeavesTheOthers() async throws {
    var documents = DocumentWorld.documents(50, seed: Self.seed)
    documents[6] = "{\"id\": \"c6\", \"title\": "
    let folder = try DocumentWorld.folder(["data.ndjson": Self.lines(documents)])
    let run = try await check(folder, ["--format", "json"])
    #expect(run.status == 2)
    #expect(run.errors.contains("data.ndjson:7:"), "\(run.errors)")
    #expect(try contracts(run).map(\.id) == (0..<50).filter { $0 != 6 }.map { "c\($0)" })
  }

  @Test func aWrongValueLeavesItsContract() async throws {
    var documents = DocumentWorld.documents(5, seed: Self.seed)
    documents[2].replace("\"due\":\"2013-10-01\"", with: "\"due\":\"soon\"")
    let folder = try DocumentWorld.folder(["data.ndjson": Self.lines(documents)])
    let run = try await check(folder, ["--format", "json"])
    #expect(run.status == 2)
    #expect(run.errors.contains("error[not-a-day]") && run.errors.contains("data.ndjson:3:"))
    #expect(run.errors.contains("'c2' was not decided"), "\(run.errors)")
    #expect(try contracts(run).map(\.id) == ["c0", "c1", "c3", "c4"])
  }

  @Test func anIDIsUsedOnce() async throws {
    var documents = DocumentWorld.documents(Self.count, seed: Self.seed)
    documents.append(DocumentWorld.document("c3"))
    let folder = try DocumentWorld.folder([
      "data.ndjson": Self.lines(documents), "more.ndjson": DocumentWorld.document("c5"),
    ])
    for jobs in ["1", "4"] {
      let run = try await check(folder, ["more.ndjson", "--jobs", jobs, "--format", "json"])
      #expect(run.status == 2)
      #expect(run.errors.contains("data.ndjson:201:"), "\(run.errors)")
      #expect(run.errors.contains("the first one stands at data.ndjson:4"), "\(run.errors)")
      #expect(run.errors.contains("more.ndjson:1:"), "\(run.errors)")
      #expect(run.errors.contains("the first one stands at data.ndjson:6"), "\(run.errors)")
      #expect(try contracts(run).count == Self.count)
    }
  }

  @Test(arguments: ["", "\n", "\n \r\n\n"])
  func anEmptyFileIsNothingToCheck(_ text: String) async throws {
    let folder = try DocumentWorld.folder(["data.ndjson": text])
    let run = try await check(folder)
    #expect(run.status == 3, "\(run.errors)")
    #expect(run.errors.contains("no document in 'data.ndjson': nothing of it was checked\n"))
    #expect(!run.errors.contains("nothing to check"), "\(run.errors)")
    #expect(try await check(folder, ["--allow-empty"]).status == 0)
  }

  /// An export that was cut to nothing does not pass beside others.
  @Test(arguments: ["", "\n \n"]) func anEmptyFileBesideOthersIsNoPass(_ text: String) async throws
  {
    let folder = try DocumentWorld.folder([
      "data.ndjson": DocumentWorld.document, "none.ndjson": text,
    ])
    let run = try await check(folder, ["none.ndjson", "--as-of", "2013-12-01"])
    #expect(run.status == 3 && run.errors.contains("no document in 'none.ndjson'"), "\(run.errors)")
    #expect(try await check(folder, ["none.ndjson", "--allow-empty"]).status == 0)
  }

  @Test func lineEndsAndMarksAreNoMatter() async throws {
    let documents = DocumentWorld.documents(3, seed: Self.seed)
    let plain = try DocumentWorld.folder(["data.ndjson": Self.lines(documents)])
    let expected = try contracts(try await check(plain, ["--format", "json"])).map(\.bytes)
    #expect(expected.count == 3)
    for text in [
      documents.joined(separator: "\n"), documents.joined(separator: "\r\n"),
      "\u{FEFF}" + documents.joined(separator: "\n"), documents.joined(separator: "\n\n") + "\n",
    ] {
      let folder = try DocumentWorld.folder(["data.ndjson": text])
      let run = try await check(folder, ["--format", "json"])
      let found = try contracts(run)
      #expect(found.map(\.id) == ["c0", "c1", "c2"], "\(run.errors)")
      if !text.contains("\n\n") && !text.contains("\r") && !text.hasPrefix("\u{FEFF}") {
        let isSame = found.map(\.bytes) == expected
        #expect(isSame)
      }
    }
  }

  @Test func endsQuietlyWhereNobodyReads() async throws {
    let documents = DocumentWorld.documents(100, seed: Self.seed)
    let folder = try DocumentWorld.folder(["data.ndjson": Self.lines(documents)])
    let closed = try await Program.run(["check", "data.ndjson"], in: folder, output: .closedPipe)
    #expect(closed.status == 1, "\(closed.errors)")
    #expect(!closed.errors.contains("error"), "\(closed.errors)")
  }

  // MARK: Choices

  @Test func anUnknownSourceIsRefused() async throws {
    let folder = try DocumentWorld.folder(["data.ndjson": DocumentWorld.document])
    let unknown = try await check(folder, ["--source", "offise"])
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean 'office'?"))
    let json = try await Program.run(["check", "Rules/office.rules", "x.json"], in: folder)
    #expect(json.status == 2)
    try folder.write(DocumentWorld.document, to: "data.json")
    let other = try await Program.run(["check", "data.json"], in: folder)
    #expect(
      other.status == 2 && other.errors.contains("no source of the rules reads such a file"))
    let asked = try await Program.run(["check", "data.json", "--source", "office"], in: folder)
    #expect(asked.status == 0, "\(asked.errors)")
  }

  @Test func theDayThatIsAskedForHolds() async throws {
    let folder = try DocumentWorld.folder(["data.ndjson": DocumentWorld.document])
    let stated = try await check(folder, ["--format", "json"])
    #expect(try contracts(stated).map { $0.object.text("asOf") } == ["2013-12-01"])
    let asked = try await check(folder, ["--format", "json", "--as-of", "2013-09-01"])
    #expect(try contracts(asked).map { $0.object["asOf"] is NSNull } == [true])
    #expect(try contracts(asked).map { $0.amounts["pay"] } == ["0.00"])
  }

  @Test(arguments: [["test"], ["sql", "--dialect", "duckdb"]])
  func otherCommandsReadContractsOnly(_ command: [String]) async throws {
    let folder = try DocumentWorld.folder(["data.ndjson": DocumentWorld.document])
    let run = try await Program.run(command + ["data.ndjson"], in: folder)
    #expect(run.status == 2, "\(run.text)")
    #expect(run.errors.contains("documents are read by check, explain, timeline, and diff"))
  }
}
