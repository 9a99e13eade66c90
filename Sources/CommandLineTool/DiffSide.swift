internal import ContractCheck
internal import ContractModel

/// One of the two versions that are compared: a path, or a path at a git revision.
struct DiffSide {
  /// What a version can be a version of.
  struct Contents: Equatable {
    let hasRules: Bool
    let hasContracts: Bool
    let hasRecords: Bool

    var isEmpty: Bool { !hasRules && !hasContracts && !hasRecords }

    /// The contents in words: `rules and contracts`.
    var words: String {
      let names = [
        hasRules ? "rules" : nil, hasContracts ? "contracts" : nil, hasRecords ? "records" : nil,
      ].compactMap(\.self)
      return names.isEmpty ? "nothing" : names.joined(separator: " and ")
    }
  }

  /// As the user gave it.
  let name: String
  /// The path, without the revision.
  let path: String
  /// What stands before the path of each file in reports: `main:`.
  let prefix: String
  /// Reads from the machine as the revision has it.
  private(set) var finder: InputFinder

  private static let recordEndings = [".json", ".ndjson", ".jsonl", ".csv"]

  /// Reads `PATH` or `REVISION:PATH`; what is there under the whole name is a path.
  init(_ name: String, on host: Host) throws(RevisionError) {
    self.name = name
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard host.kind(FilePath.normalized(name), true) == .absent, parts.count == 2,
      !parts[0].isEmpty
    else {
      path = FilePath.normalized(name)
      prefix = ""
      finder = InputFinder(host: host)
      return
    }
    let revision = String(parts[0])
    path = FilePath.normalized(String(parts[1]))
    prefix = revision + ":"
    finder = InputFinder(host: try host.viewing(revision))
  }

  var kind: FileKind { finder.host.kind(path, true) }

  /// Looks at what the version holds; records count only where nothing else is there.
  mutating func contents() -> Contents {
    let (hasRules, hasContracts) = (
      !files(ending: ".rules").isEmpty, !files(ending: ".contract").isEmpty
    )
    return Contents(
      hasRules: hasRules, hasContracts: hasContracts,
      hasRecords: !hasRules && !hasContracts && !recordFiles().isEmpty)
  }

  /// Returns the files with an ending, or the one file if it has it.
  mutating func files(ending: String, limit: Int = InputFinder.textLimit) -> [InputFile] {
    guard kind == .directory || path.hasSuffix(ending) else { return [] }
    return finder.files(at: [path], ending: ending, limit: limit)
  }

  mutating func recordFiles() -> [InputFile] {
    Self.recordEndings.flatMap { files(ending: $0, limit: InputFinder.recordLimit) }
  }

  /// Returns the contracts with their records.
  mutating func contracts(asOf: CivilDate) -> CheckInput {
    finder.checkInput(contracts: [path], rules: [], asOf: asOf)
  }

  /// Returns the files of an input under the names that reports give them.
  func labelled(_ files: [InputFile]) -> [InputFile] {
    guard !prefix.isEmpty else { return files }
    return files.map { InputFile(path: prefix + $0.path, bytes: $0.bytes, source: $0.source) }
  }
}
