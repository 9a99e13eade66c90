internal import ContractCheck
internal import RuleAnalysis
internal import RuleTesting
internal import SourceText

/// What mending the texts of an analysis came to.
struct LintFixes {
  /// What is found in the mended texts.
  var outcome: AnalysisOutcome
  /// The mended files, whole.
  var files: [(path: String, text: String)] = []
  var count = 0
}

extension AnalysisOutcome {
  /// Applies the fixes of every file that has no mistake, but none that would bring one about.
  func fixed(_ input: AnalysisInput) -> LintFixes {
    var fixes = LintFixes(outcome: self)
    var input = input
    for id in files.files.indices.map(FileID.init) {
      let file = files[id]
      guard !hasMistakes(in: id) else { continue }
      for edits in attempts(in: id) {
        let mended = SourceFile(path: file.path, bytes: file.bytes.applying(edits))
        let trial = input.replacing(mended)
        let outcome = trial.analysed
        guard outcome.mistakeCount <= mistakeCount else { continue }
        (input, fixes.outcome) = (trial, outcome)
        fixes.files.append((file.path, String(decoding: mended.bytes, as: UTF8.self)))
        fixes.count += edits.count
        break
      }
    }
    return fixes
  }

  private var mistakeCount: Int { diagnostics.count(where: \.isError) }

  private func hasMistakes(in file: FileID) -> Bool {
    diagnostics.contains { $0.isError && $0.range.file == file }
  }

  /// All changes of a file that do not touch one another; else, one by one, each of them alone.
  private func attempts(in file: FileID) -> [[Fix]] {
    var edits: [Fix] = []
    for fix in diagnostics.compactMap(\.fix) where fix.range.file == file {
      let touches = edits.contains {
        $0.range.lower < fix.range.upper && fix.range.lower < $0.range.upper
      }
      if !touches { edits.append(fix) }
    }
    return edits.isEmpty ? [] : [edits] + (edits.count > 1 ? edits.map { [$0] } : [])
  }
}

extension [UInt8] {
  /// The bytes with changes made that do not touch one another.
  fileprivate func applying(_ edits: [Fix]) -> [UInt8] {
    var bytes = self
    for edit in edits.sorted(by: { $0.range.lower > $1.range.lower }) {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
    }
    return bytes
  }
}

extension AnalysisInput {
  /// What is wrong with the texts, and what is found in them.
  var analysed: AnalysisOutcome {
    let outcome = RuleAnalysis.run(self)
    let (files, rules) = (outcome.files, outcome.rules)
    return outcome.adding(
      ContractCheck.mistakes(in: outcome.contracts, of: files, under: rules)
        + RuleTesting.mistakes(in: outcome.tests, of: files, under: rules))
  }

  /// The same texts with one of them as it was mended.
  fileprivate func replacing(_ file: SourceFile) -> AnalysisInput {
    func replaced(_ files: [SourceFile]) -> [SourceFile] {
      files.map { $0.path == file.path ? file : $0 }
    }
    return AnalysisInput(
      rules: replaced(rules), knownRules: knownRules, contracts: replaced(contracts),
      tests: replaced(tests))
  }
}
