import ContractModel
import RuleSyntax
import SourceText

/// A test as text, to be put into the file of the test that it was made from.
struct WrittenTest {
  private let title: String
  private let text: String
  private let file: FileID
  private let path: String

  init(
    _ seed: PassedTest, _ contract: LineSyntax, _ day: CivilDate, _ line: ExpectedLine,
    _ mutant: Mutant, _ bench: MutationBench
  ) {
    let place = bench.files[mutant.range.file].position(at: mutant.range.lower)
    title = "\(mutant.clause), \(mutant.change.rawValue) at \(place.line):\(place.column)"
    let written = seed.test.base.flatMap { contract.remainder(beyond: $0) } ?? contract.renamed
    let lines =
      ["test \(title.quoted) {", "  as-of \(day.text)"] + written.textLines(indent: 1)
      + ["  expect \(line.part) {", "    \(line.text)", "  }", "}"]
    text = lines.joined(separator: "\n")
    file = seed.test.title.range.file
    path = bench.files[file].path
  }

  func suggestion(isProof: Bool) -> SuggestedTest {
    SuggestedTest(path: path, text: text, isProof: isProof)
  }

  /// Whether the text, read in its file, passes by the rules as they are and not by the mutant.
  func isProof(on bench: MutationBench, against mutated: MutatedRules) -> Bool {
    let bytes = bench.files[file].bytes + Array("\n\(text)\n".utf8)
    let source = SourceFile(path: path, bytes: bytes)
    let tree = SyntaxTree.parsing(source, id: file)
    let tests = tree.value.checkedTests().value
    guard !tree.diagnostics.contains(where: \.isError),
      let test = tests.tests.last, test.title.value == title
    else { return false }
    let filled = FilledTest(test, row: nil, calendars: tests.calendars)
    func status(_ rules: MutatedRules) -> TestResult.Status {
      var trial = TestTrial(
        filled, files: rules.files.replacing(file, with: source), plan: rules.plan)
      trial.run()
      return trial.status
    }
    let rules = MutatedRules(plan: bench.plan, files: bench.files, changesTerms: false)
    return status(rules) == .passed && status(mutated) != .passed
  }
}

extension LineSyntax {
  /// The contract by a name of its own, so that no base is added to it.
  fileprivate var renamed: LineSyntax {
    guard case .name(let name)? = values.first else { return self }
    let other = NameSyntax("\(name.text)-varied", range: name.range)
    return copy(values: [.name(other)] + values.dropFirst(), block: block)
  }
}
