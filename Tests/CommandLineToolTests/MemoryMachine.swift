import CommandLineTool
import ContractCheck
import ContractModel
import Reporting
import SourceText
import Synchronization
import Testing

/// A machine in memory: its files by path, and what a command wrote.
final class MemoryMachine {
  var files: [String: String] = [:]
  /// Paths that are there, and what reading or writing them says.
  var failures: [String: FileError] = [:]
  /// Paths that can be read piece by piece, and what their end says.
  var endings: [String: FileError] = [:]
  /// Paths that can be read piece by piece, and what reading all of them at once says.
  var wholeFailures: [String: FileError] = [:]
  /// Paths that can be read, and what writing them says.
  var writeFailures: [String: FileError] = [:]
  var links: Set<String> = []
  /// Folders that are there without a file.
  var folders: Set<String> = []
  /// Paths that may not be looked at.
  var locked: Set<String> = []
  /// The files about time zones; nil where there are none.
  var zones: [String: [UInt8]]?
  /// What git has, by revision: the text of each file by path.
  var revisions: [String: [String: String]] = [:]
  var environment: [String: String] = [:]
  var standardInput = ""
  var outputFailure: FileError?
  /// What writing any file says.
  var writeFailure: FileError?
  /// What keeping bytes outside of memory says.
  var spoolFailure: FileError?
  private(set) var spoolCount = 0
  var isTerminal = false
  var width: Int?
  var processors = 1

  private(set) var output = ""
  private(set) var errors = ""
  /// The files that were written, in this order.
  private(set) var written: [String] = []
  /// The folders that were listed, in this order.
  private(set) var listed: [String] = []
  /// The files that were read piece by piece and closed, in this order.
  var closed: [String] { closings.paths.withLock { $0 } }
  private let closings = Closings()
  /// What the checker was asked.
  private(set) var input: CheckInput?

  init(_ files: [String: String] = [:]) { self.files = files }

  /// A machine with one contract and its rules.
  static var small: MemoryMachine {
    MemoryMachine(["Contracts/a/a.contract": "contract a", "Rules/a.rules": "rule"])
  }

  /// Runs the arguments of a command line, which are separated by spaces.
  func run(
    _ commandLine: String, patterns: [String] = [], zones: [String] = [],
    outcome: CheckOutcome = .deciding(.pay)
  ) -> CommandLineTool.ExitStatus {
    input = nil
    var left: CheckOutcome? = outcome
    let needs = ContractNeeds(recordPatterns: patterns.map { .init($0) }, zones: zones)
    let checker = Checker(
      begin: { terms in
        Checker.Session(
          rules: .empty, needs: { _ in needs },
          decide: { contract, take in
            if self.input == nil {
              self.input = CheckInput(
                ruleFiles: terms.ruleFiles, contractFiles: [], recordFiles: [:], asOf: terms.asOf)
            }
            self.input?.contractFiles.append(contract.file)
            self.input?.recordFiles[contract.file.path] = contract.records.files
            self.input?.zoneFiles.merge(contract.zones) { first, _ in first }
            if let outcome = left { take(outcome) }
            left = nil
          }, decideAtOnce: { _, _, _ in Issue.record("one outcome is not many") })
      })
    return HoldbackCommand.run(
      arguments: commandLine.split(separator: " ").map(String.init), on: host, checker: checker)
  }

  /// Runs arguments that may have spaces.
  func run(arguments: [String]) -> CommandLineTool.ExitStatus {
    HoldbackCommand.run(arguments: arguments, on: host)
  }

  private func kind(_ path: String) -> FileKind {
    if folders.contains(path) { return .directory }
    if links.contains(path) { return .link }
    if locked.contains(path) { return .unreadable }
    if failures[path] == .notRegular { return .other }
    if files[path] != nil || failures[path] != nil { return .file }
    return names(in: path).isEmpty ? .absent : .directory
  }

  private func names(in folder: String) -> [String] {
    let prefix = folder == "." ? "" : folder + "/"
    let paths = Array(files.keys) + Array(failures.keys) + Array(links)
    return Set(
      paths.filter { $0.hasPrefix(prefix) }
        .map { String($0.dropFirst(prefix.count).prefix { $0 != "/" }) }
    ).sorted()
  }

  private func read(_ path: String, _ limit: Int) throws(FileError) -> [UInt8] {
    if let failure = failures[path] { throw failure }
    guard let text = files[path] else { throw .absent }
    guard text.utf8.count <= limit else { throw .tooLarge(limit: limit) }
    return Array(text.utf8)
  }

  /// A file hands out its bytes, and then fails where it is to have become shorter meanwhile.
  private func open(_ path: String?) throws(FileError) -> IncomingFile {
    let all = if let path { try read(path, .max) } else { Array(standardInput.utf8) }
    let rest = Mutex(all[...])
    let ending = path.flatMap { endings[$0] }
    let closings = closings
    return IncomingFile(
      size: path == nil ? nil : all.count,
      fill: { (buffer, bounds) throws(FileError) in
        let bytes = rest.withLock { rest in
          defer { rest = rest.dropFirst(bounds.count) }
          return rest.prefix(bounds.count)
        }
        if bytes.isEmpty, let ending { throw ending }
        buffer.replaceSubrange(bounds.prefix(bytes.count), with: bytes)
        return bytes.count
      }, close: { closings.paths.withLock { $0.append(path ?? "-") } })
  }

  var host: Host {
    Host(
      readFile: { (path, limit) throws(FileError) in
        if let failure = self.wholeFailures[path] { throw failure }
        return try self.read(path, limit)
      },
      readStandardInput: { _ in
        defer { self.standardInput = "" }
        return Array(self.standardInput.utf8)
      },
      openInput: { (path) throws(FileError) in try self.open(path) },
      listDirectory: { (path) throws(FileError) in
        self.listed.append(path)
        if self.locked.contains(path) { throw .notPermitted }
        return self.names(in: path)
      },
      kind: { path, _ in self.kind(path) },
      isSameFile: { $0 == $1 },
      readZoneFile: { (zone, _) throws(FileError) in
        guard let zones = self.zones else { return nil }
        guard let file = zones[zone] else { throw .absent }
        return file
      },
      writeOutput: { (bytes) throws(FileError) in
        if let failure = self.outputFailure { throw failure }
        self.output += String(decoding: bytes, as: UTF8.self)
      },
      writeError: { self.errors += $0 },
      beginFile: { (path) throws(FileError) in
        if let failure = self.writeFailure { throw failure }
        if let failure = self.failures[path] ?? self.writeFailures[path] { throw failure }
        var text = ""
        return PartialFile(
          write: { text += String(decoding: $0, as: UTF8.self) },
          finish: {
            self.files[path] = text
            self.written.append(path)
          }, abandon: {})
      },
      appendToFile: { (path, bytes) throws(FileError) in
        if let failure = self.writeFailures[path] { throw failure }
        self.files[path, default: ""] += String(decoding: bytes, as: UTF8.self)
      },
      makeSpool: { () throws(FileError) in
        if let failure = self.spoolFailure { throw failure }
        self.spoolCount += 1
        var bytes: [UInt8] = []
        return SpoolFile(
          append: { bytes += $0 },
          readBack: { (take) throws(FileError) in try take(bytes) })
      },
      makeFolder: { (path) throws(FileError) in
        if let failure = self.writeFailures[path] { throw failure }
        self.folders.insert(path)
        self.written.append(path)
      },
      environment: { self.environment[$0] },
      isOutputTerminal: isTerminal, isErrorTerminal: isTerminal, outputWidth: width,
      dayNumber: { 15_000 },
      revisions: Revisions(
        list: { (revision) throws(RevisionError) in
          guard let files = self.revisions[revision] else { throw .notARevision }
          return files.keys.map {
            RevisionEntry(path: $0, kind: .file, object: "\(revision):\($0)")
          }
        },
        read: { (object, limit) throws(FileError) in
          let parts = object.split(separator: ":", maxSplits: 1).map(String.init)
          return Array((self.revisions[parts[0]]?[parts[1]] ?? "").utf8)
        }), jobs: { $0 ?? self.processors })
  }
}

extension CheckOutcome {
  /// What reading rules without a mistake comes to.
  static var empty: CheckOutcome {
    CheckOutcome(
      contracts: [], diagnostics: [], files: SourceFiles(), brokenInvariant: nil,
      checkedNothing: true)
  }

  /// Returns the outcome of a check that decided contracts so.
  static func deciding(
    _ decisions: Decision..., diagnostics: [Diagnostic.Severity] = [],
    brokenInvariant: String? = nil, checkedNothing: Bool = false, title: String = "A"
  ) -> CheckOutcome {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "Rules/a.rules", bytes: Array("rule\n".utf8)))
    let range = SourceRange(file: file, lower: 0, upper: 4)
    return CheckOutcome(
      contracts: decisions.map { ContractDecision(deciding: $0, title: title, at: range) },
      diagnostics: diagnostics.map { Diagnostic($0, DiagnosticID("sample"), "odd", at: range) },
      files: files, brokenInvariant: brokenInvariant, checkedNothing: checkedNothing)
  }
}

extension ContractDecision {
  init(deciding decision: Decision, title: String, at range: SourceRange) {
    let subject = Subject(kind: .contract, name: "a", title: nil, parent: nil, range: range)
    let contract = Contract(
      id: "a", title: title, documentation: nil, parties: [], ranks: [], currency: nil,
      subjects: [subject], calendar: nil, monthEnd: nil, zone: nil, recordPatterns: [],
      completeThrough: [:], amendments: [], waivers: [], inlineRecords: [], range: range)
    self.init(
      contract: contract, findings: [],
      settled: Settled(
        decision: decision, movements: [], amounts: [:], decisions: [:], blocked: nil,
        carriedForward: [:]))
  }
}

/// The files that were closed: a class, as files are closed wherever they end.
private final class Closings: Sendable {
  let paths = Mutex<[String]>([])
}
