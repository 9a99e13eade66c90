import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// What was made of the text of one contract file.
struct ContractReading {
  let contracts: [CheckedContract]
  let calendars: [BusinessCalendar]
  /// Found by the parser.
  let syntaxMistakes: [Diagnostic]
  /// Found by the checker.
  let mistakes: [Diagnostic]

  /// Reads bytes as a contract file of its own.
  init(_ bytes: [UInt8], against rules: RuleBook = .sample) {
    var files = SourceFiles()
    let id = files.add(SourceFile(path: "test.contract", bytes: bytes))
    let tree = SyntaxTree.parsing(files[id], id: id)
    var mistakes: [Diagnostic] = []
    let lines = tree.value.declarations.compactMap { declaration in
      if case .line(let line) = declaration { line } else { nil }
    }
    let calendars = lines.map { $0.checkedCalendar() }
    mistakes += calendars.flatMap(\.diagnostics)
    let known = calendars.compactMap(\.value)
    let contracts = lines.map { $0.checkedContract(in: files, against: rules, calendars: known) }
    mistakes += contracts.flatMap(\.diagnostics)
    self.contracts = contracts.compactMap(\.value)
    self.calendars = known
    self.mistakes = mistakes
    syntaxMistakes = tree.diagnostics
  }

  init(_ text: String, against rules: RuleBook = .sample) {
    self.init(Array(text.utf8), against: rules)
  }
}
