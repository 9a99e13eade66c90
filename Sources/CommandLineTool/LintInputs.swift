internal import ContractCheck
internal import RuleAnalysis
internal import SourceText

extension LintCommand {
  /// Reads what is looked at, and the rules that it needs.
  func input(finder: inout InputFinder) -> AnalysisInput {
    let rules = finder.files(at: paths(of: ".rules"), ending: ".rules")
    let contracts = finder.files(at: paths(of: ".contract"), ending: ".contract")
    let tests = finder.files(at: paths(of: ".tests"), ending: ".tests")
    for path in strangePaths { finder.complain(path, "lint reads *.rules, *.contract and *.tests") }
    let known = finder.files(at: knownPaths(beside: rules), ending: ".rules")
    let names = Set(rules.map(\.path))
    return AnalysisInput(
      rules: rules.map(\.source),
      knownRules: known.filter { !names.contains($0.path) }.map(\.source),
      contracts: contracts.map(\.source), tests: tests.map(\.source))
  }

  private static let endings = [".rules", ".contract", ".tests"]

  /// The folders, and the files with an ending; what is not there is looked for among the rules.
  private func paths(of ending: String) -> [String] {
    options.paths.filter { path in
      switch host.kind(FilePath.normalized(path), true) {
      case .directory: true
      case .absent, .unreadable:
        path.hasSuffix(ending)
          || ending == ".rules" && !Self.endings.contains(where: path.hasSuffix)
      case .file, .link, .other: path.hasSuffix(ending)
      }
    }
  }

  /// Files of another ending: nothing says how to read them.
  private var strangePaths: [String] {
    options.paths.filter { path in
      switch host.kind(FilePath.normalized(path), true) {
      case .directory, .absent, .unreadable: false
      case .file, .link, .other: !Self.endings.contains(where: path.hasSuffix)
      }
    }
  }

  /// The rules that were named as such, else those that belong to what is looked at.
  ///
  /// A folder with rules holds all of them. A single file stands in a library: the one that `check`
  /// would find if it lies there, else its folder.
  private func knownPaths(beside rules: [InputFile]) -> [String] {
    guard options.rules.isEmpty else { return options.rules }
    let found = host.foundRulePaths(beside: options.paths)
    let named = Set(options.paths.map(FilePath.normalized))
    if rules.isEmpty {
      return found + named.filter { $0.hasSuffix(".tests") }.map(FilePath.folder).sortedByBytes
    }
    return rules.map(\.path).filter(named.contains).flatMap { path in
      let libraries = found.filter { path.hasPrefix($0 + "/") }
      return libraries.isEmpty ? [FilePath.folder(of: path)] : libraries
    }
  }
}

extension InputFile {
  fileprivate var source: SourceFile { SourceFile(path: path, bytes: bytes) }
}
