import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// The texts of an analysis, read and checked as far as they can be.
struct AnalysedTexts {
  private(set) var files = SourceFiles()
  private(set) var clauses: [AnalysedClause] = []
  private(set) var book = RuleBook.empty
  private(set) var contracts: [AnalysedContract] = []
  private(set) var contractFiles: [FileID] = []
  private(set) var tests: [SyntaxTree] = []
  /// All files, as they were read.
  private(set) var trees: [SyntaxTree] = []
  /// What the parser and the checker found.
  private(set) var mistakes: [Diagnostic] = []
  /// Whether no rules file has a mistake: only then does what none of them says mean something.
  private(set) var hasWholeRules = true
  private var known: Set<FileID> = []

  init(reading input: AnalysisInput) {
    let knownPaths = Set(input.knownRules.map(\.path))
    for file in (input.rules + input.knownRules).byPath {
      let tree = parse(file)
      if knownPaths.contains(file.path) { known.insert(tree.file) }
    }
    readRules()
    for file in input.contracts.byPath { readContracts(parse(file)) }
    for file in input.tests.byPath { tests.append(parse(file)) }
  }

  /// Whether findings about a file are wanted.
  func isLookedAt(_ file: FileID) -> Bool { !known.contains(file) }

  private mutating func parse(_ file: SourceFile) -> SyntaxTree {
    let id = files.add(file)
    let tree = SyntaxTree.parsing(file, id: id)
    mistakes += tree.diagnostics
    trees.append(tree.value)
    return tree.value
  }

  private mutating func readRules() {
    let checked = RuleBook.checking(trees, in: files, having: mistakes)
    mistakes += checked.diagnostics
    book = checked.value
    let errors = mistakes.filter(\.isError).map(\.range)
    hasWholeRules = errors.isEmpty
    let written = trees.flatMap(\.declarations).compactMap { declaration in
      if case .clause(let clause) = declaration { clause } else { nil }
    }
    clauses = zip(written, book.clauses).map { syntax, checked in
      AnalysedClause(
        syntax: syntax, checked: checked,
        isWhole: !errors.contains { syntax.range.contains($0) })
    }
  }

  private mutating func readContracts(_ tree: SyntaxTree) {
    contractFiles.append(tree.file)
    let lines = tree.lines
    let calendars = lines.map { $0.checkedCalendar() }
    mistakes += calendars.flatMap(\.diagnostics)
    for line in lines {
      let contract = line.checkedContract(
        in: files, against: book, calendars: calendars.compactMap(\.value))
      mistakes += contract.diagnostics
      if let checked = contract.value {
        contracts.append(AnalysedContract(line: line, checked: checked))
      }
    }
  }
}

/// A clause as written and as understood.
struct AnalysedClause {
  let syntax: ClauseSyntax
  let checked: CheckedClause
  /// Whether nothing in it is a mistake: only then does what is absent say something.
  let isWhole: Bool
  /// The meanings as written, by their names.
  let meanings: [String: MeaningSyntax]

  init(syntax: ClauseSyntax, checked: CheckedClause, isWhole: Bool) {
    self.syntax = syntax
    self.checked = checked
    self.isWhole = isWhole
    meanings = Dictionary(
      syntax.meanings.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A contract as written and as understood.
struct AnalysedContract {
  let line: LineSyntax
  let checked: CheckedContract
}

extension [SourceFile] {
  fileprivate var byPath: [SourceFile] {
    sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
