import ContractModel
import RuleChecking
import RuleSyntax
import SourceText

/// What a `.tests` file says, its lines in place but not yet understood.
struct TestFile {
  var bases: [String: LineSyntax] = [:]
  var calendars: [BusinessCalendar] = []
  var tests: [TestText] = []
}

/// One test as written.
struct TestText {
  let title: TextSyntax
  let asOf: LineSyntax
  /// The contract with its base.
  let contract: LineSyntax
  /// The contract of the file that it begins with; nil where it is whole.
  let base: LineSyntax?
  let expectations: [LineSyntax]
  let cases: TableSyntax?
}

extension SyntaxTree {
  /// Returns the tests of a file; one with a mistake in its own lines is left out, and explained.
  func checkedTests() -> Diagnosed<TestFile> {
    var checker = TestFileChecker()
    checker.check(declarations)
    return Diagnosed(checker.file, checker.diagnostics)
  }
}

private struct TestFileChecker {
  var file = TestFile()
  var diagnostics: [Diagnostic] = []
  private var titles: [String: SourceRange] = [:]

  mutating func check(_ declarations: [DeclarationSyntax]) {
    var tests: [LineSyntax] = []
    for declaration in declarations {
      switch declaration {
      case .line(let line) where line.keyword.text == "test": tests.append(line)
      case .line(let line) where line.keyword.text == "contract": addBase(line)
      case .line(let line) where line.keyword.text == "calendar": addCalendar(line)
      case .line(let line):
        diagnostics.append(.notATest(line.keyword.text, at: line.keyword.range))
      case .record(let record):
        diagnostics.append(.notATest(record.nature.text, at: record.name.range))
      case .clause(let clause): diagnostics.append(.notATest("clause", at: clause.name.range))
      }
    }
    for test in tests { addTest(test) }
  }

  private mutating func addBase(_ line: LineSyntax) {
    guard case .name(let name)? = line.values.first else {
      diagnostics.append(.missingValue(line, wanted: "a name"))
      return
    }
    if let first = file.bases[name.text] {
      diagnostics.append(.duplicateName(name, what: "contract", first: first.range))
    } else {
      file.bases[name.text] = line
    }
  }

  private mutating func addCalendar(_ line: LineSyntax) {
    let calendar = line.checkedCalendar()
    diagnostics += calendar.diagnostics
    if let calendar = calendar.value { file.calendars.append(calendar) }
  }

  private mutating func addTest(_ line: LineSyntax) {
    var lines = LineChecker(kinds: [])
    let test = test(line, reading: &lines)
    diagnostics += lines.diagnostics
    if let test, lines.isSound { file.tests.append(test) }
  }

  private mutating func test(_ line: LineSyntax, reading lines: inout LineChecker) -> TestText? {
    var reader = LineReader(line)
    guard let title = reader.takeText() else {
      lines.reportNext(of: reader, wanted: "a title in quotes")
      return nil
    }
    lines.finish(reader, hasBlock: true)
    if let first = titles[title.value] {
      lines.report(.duplicateText(title, what: "test", first: first))
    }
    titles[title.value] = title.range
    let block = lines.sorted(line.block, by: .test)
    if let cites = block.single["cites"] { _ = lines.text(of: cites) }
    let expectations = block.lines("expect")
    if expectations.isEmpty { lines.report(.expectsNothing(title)) }
    let cases = cases(block.single["cases"], of: line, reading: &lines)
    let contract = contract(of: line, in: block, reading: &lines)
    guard let asOf = block.single["as-of"] else {
      lines.report(.missingLine("as-of", in: line, example: "as-of 2013-12-26"))
      return nil
    }
    return contract.map {
      TestText(
        title: title, asOf: asOf, contract: $0, base: base(of: block.single["contract"]),
        expectations: expectations, cases: cases)
    }
  }

  private func cases(
    _ line: LineSyntax?, of test: LineSyntax, reading lines: inout LineChecker
  ) -> TableSyntax? {
    guard let line else { return nil }
    lines.finish(LineReader(line), hasTable: true)
    guard let table = line.table else {
      lines.report(.missingValue(line, wanted: "a table on the next lines"))
      return nil
    }
    let read = (test.block ?? []).filter { $0.keyword.text != "cases" }
      .reduce(into: Set<String>()) { $0.formUnion($1.wordsRead) }
    var seen: [String: SourceRange] = [:]
    for head in table.heads {
      if let first = seen[head.text] {
        lines.report(.duplicateName(head, what: "column", first: first))
      } else if !read.contains(head.text) {
        lines.report(.columnUnread(head, among: Array(read)))
      }
      seen[head.text] = head.range
    }
    return table
  }

  private func base(of contract: LineSyntax?) -> LineSyntax? {
    guard case .name(let name)? = contract?.values.first else { return nil }
    return file.bases[name.text]
  }

  /// The contract of a test: one of its own, with a title, or the base of its name with its lines.
  private func contract(
    of test: LineSyntax, in block: SortedLines, reading lines: inout LineChecker
  ) -> LineSyntax? {
    guard let line = block.single["contract"] else {
      lines.report(.missingLine("contract", in: test, example: "contract base {"))
      return nil
    }
    guard case .name(let name)? = line.values.first else {
      lines.report(.missingValue(line, wanted: "a name"))
      return nil
    }
    let base = base(of: line)
    if base == nil, line.values.count == 1 {
      lines.report(.unknownBase(name, among: file.bases.keys.sorted()))
      return nil
    }
    let contract = base?.extended(by: line) ?? line
    for records in contract.block ?? [] where records.keyword.text == "records" {
      lines.report(.recordFilesOfATest(at: records.range))
    }
    return contract
  }
}

extension BlockWords {
  /// The lines of a test.
  fileprivate static let test = BlockWords(
    owner: "a test", single: ["cites", "as-of", "contract", "cases"], repeated: ["expect"])
}
