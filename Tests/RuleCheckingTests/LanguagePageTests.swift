import RuleChecking
import RuleSyntax
import SourceText
import Testing

/// The page that says what the language is, taken at its word.
@Suite struct LanguagePage {
  @Test func compiles() throws {
    let page = String(decoding: try RuleReading.file("Rules/LANGUAGE.md"), as: UTF8.self)
    let blocks = page.split(separator: "```holdback\n", omittingEmptySubsequences: false)
      .dropFirst().compactMap { $0.split(separator: "\n```").first }
    #expect(blocks.count >= 2)
    var files = SourceFiles()
    var rules: [SyntaxTree] = []
    var contracts: [LineSyntax] = []
    var found: [Diagnostic] = []
    for (number, block) in blocks.enumerated() {
      let path = "block \(number + 1) of LANGUAGE.md"
      let id = files.add(SourceFile(path: path, bytes: Array(block.utf8)))
      let tree = SyntaxTree.parsing(files[id], id: id)
      found += tree.diagnostics
      let declarations = tree.value.declarations
      contracts += declarations.compactMap(\.contractLine)
      rules.append(
        SyntaxTree(
          file: id, tokens: tree.value.tokens,
          declarations: declarations.filter { $0.contractLine == nil }))
    }
    let book = RuleBook.checking(rules, in: files, having: found)
    found += book.diagnostics
    for line in contracts {
      let contract = line.checkedContract(
        in: files, against: book.value, calendars: book.value.calendars)
      found += contract.diagnostics
    }
    #expect(!book.value.clauses.isEmpty && !contracts.isEmpty)
    #expect(found.map { $0.rendered(in: files) }.joined(separator: "\n") == "")
  }
}

extension DeclarationSyntax {
  fileprivate var contractLine: LineSyntax? {
    guard case .line(let line) = self, line.keyword.text == "contract" else { return nil }
    return line
  }
}
