internal import ContractCheck
internal import ContractModel
internal import SourceText

/// Reads what one of the two versions is decided with.
struct DiffInputs {
  private var side: DiffSide
  let contents: DiffSide.Contents
  let options: DiffOptions
  /// The machine as it is, for what both versions have in common.
  let host: Host
  let asOf: CivilDate

  /// One line for each path that could not be used.
  private(set) var problems: [String] = []

  init(
    side: DiffSide, contents: DiffSide.Contents, options: DiffOptions, host: Host,
    asOf: CivilDate
  ) {
    self.side = side
    self.contents = contents
    self.options = options
    self.host = host
    self.asOf = asOf
  }

  /// Returns the version's own rules, contracts and records, and for what it lacks those that both have
  /// in common, each of which is read once.
  ///
  /// What of the version itself cannot be read may be the rule or the record that holds money back.
  mutating func read(common: inout InputFinder) -> CheckInput {
    var input = contractsWithRecords(common: &common)
    let hasAllRules: Bool
    if contents.hasRules {
      input.ruleFiles = side.labelled(side.files(ending: ".rules"))
      hasAllRules = side.finder.problems.isEmpty
    } else {
      let before = common.failures
      input.ruleFiles = common.files(at: rulePaths, ending: ".rules")
      hasAllRules = common.failures == before
    }
    if !hasAllRules { input.contractFiles = [] }
    if contents.hasRules, !contents.hasContracts, hasAllRules {
      addDocuments(to: &input, common: &common)
    }
    problems +=
      side.finder.problems.map { side.prefix.isEmpty ? $0 : "at \(side.prefix) \($0)" }
      + common.problems
    return input
  }

  /// The contracts that are decided where the versions hold none.
  var contractPaths: [String] { options.contracts.isEmpty ? ["Contracts"] : options.contracts }

  /// The same by what they are.
  private var paths: CheckPaths {
    contents.hasRules && !contents.hasContracts
      ? CheckPaths(contractPaths, source: options.source, on: host)
      : CheckPaths(contracts: contractPaths, documents: [])
  }

  /// Adds the documents that are decided, each with the source of the version's rules that reads it.
  private mutating func addDocuments(to input: inout CheckInput, common: inout InputFinder) {
    input.takesStatedAsOf = options.asOf == nil
    let documents = paths.documents
    guard !documents.isEmpty else { return }
    let session = CheckSession(CheckTerms(ruleFiles: input.ruleFiles, asOf: asOf))
    do throws(SourceChoice.Problem) {
      let choice = try SourceChoice(session.documentSources, asked: options.source)
      for (source, paths) in try choice.groups(of: documents, standardInputName: "-") {
        for path in common.paths(at: paths, ending: source.endings) {
          guard let file = common.document(at: path) else { continue }
          input.documents.append(file.read(by: source.name))
        }
        input.zoneFiles.merge(common.zones(source.zones)) { first, _ in first }
      }
    } catch {
      let words = error.message
      problems.append(side.prefix.isEmpty ? words : "at \(side.prefix) \(words)")
    }
  }

  private var rulePaths: [String] {
    host.rulePaths(
      options.rules, beside: contents.hasContracts ? [side.path] : contractPaths)
  }

  private mutating func contractsWithRecords(common: inout InputFinder) -> CheckInput {
    guard contents.hasContracts else {
      // The records of the version take the place of those there are.
      common.expectsRecords = !contents.hasRecords
      var input = common.checkInput(contracts: paths.contracts, rules: [], asOf: asOf)
      if contents.hasRecords { replaceRecords(of: &input) }
      return input
    }
    let input = side.contracts(asOf: asOf)
    return CheckInput(
      ruleFiles: [], contractFiles: side.labelled(input.contractFiles),
      recordFiles: Dictionary(
        uniqueKeysWithValues: input.recordFiles.map { path, files in
          (side.prefix + path, side.labelled(files))
        }), zoneFiles: input.zoneFiles, asOf: asOf)
  }

  /// Puts the version's records in the place of those of each contract: all in a folder of them for
  /// all, one file for the one of its name.
  private mutating func replaceRecords(of input: inout CheckInput) {
    let isFolder = side.kind == .directory
    let found = side.recordFiles()
    guard side.finder.problems.isEmpty else {
      input.contractFiles = []
      return
    }
    var isFitting = false
    for contract in input.contractFiles {
      let patterns = ContractCheck.needs(of: contract).recordPatterns
        .compactMap { pattern in
          FileGlob(pattern.text).map { (glob: $0, source: pattern.source) }
        }
      let fitting = found.compactMap { file in
        let path = isFolder ? String(file.path.dropFirst(rootLength)) : FilePath.name(of: file.path)
        return patterns.first { $0.glob.endMatches(path) }.map { file.read(by: $0.source) }
      }
      isFitting = isFitting || !fitting.isEmpty
      let names = Set(fitting.map { FilePath.name(of: $0.path) })
      let kept = (input.recordFiles[contract.path] ?? []).filter {
        !isFolder && !names.contains(FilePath.name(of: $0.path))
      }
      input.recordFiles[contract.path] = kept + side.labelled(fitting)
    }
    if !isFitting {
      problems.append(
        "'\(VisibleText.escaping(side.name))': no contract names such records; "
          + "--contracts PATH says whose they are")
    }
  }

  /// The bytes of the folder's path, with its slash, before that of each file in it.
  private var rootLength: Int { side.path == "." ? 0 : side.path.count + 1 }
}

extension FileGlob {
  /// Whether the end of the pattern fits a path.
  fileprivate func endMatches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(String.init)
    return names.count <= components.count
      && zip(names.reversed(), components.reversed()).allSatisfy { Self.matches($0, $1) }
  }
}

extension FilePath {
  /// Returns the last component of a path.
  fileprivate static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
