internal import ContractCheck
internal import RuleFormatting
internal import RuleTesting
internal import SourceText

extension TestCommand {
  /// Writes what comes out of tests into their files, shows the difference, and goes on with them as
  /// they are then; returns how the writing went.
  ///
  /// Nothing is written where the program broke a law of its own.
  func update(_ input: inout TestInput) -> [ExitStatus] {
    let trial = RuleTesting.run(
      TestInput(
        ruleFiles: input.ruleFiles, testFiles: input.testFiles, filter: input.filter,
        updates: true))
    guard trial.brokenInvariant == nil else { return [] }
    var statuses: [ExitStatus] = []
    for file in trial.updates {
      let difference = LayoutDifference(replacingLinesOf: file.old, with: file.new)
      host.writeError(String(decoding: difference.unified(path: file.path), as: UTF8.self))
      let written = host.mend(file.path, to: file.new)
      statuses.append(written)
      guard written == .success else { continue }
      input.testFiles = input.testFiles.map {
        $0.path == file.path ? InputFile(path: file.path, bytes: file.new) : $0
      }
    }
    return statuses
  }
}
