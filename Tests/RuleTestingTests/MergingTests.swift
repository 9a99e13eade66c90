import RuleSyntax
import RuleTesting
import SourceText
import Testing

/// A contract with the lines of a test, as words in order.
@Suite struct Merging {
  private func merged(_ base: String, _ extra: String) throws -> String {
    func line(_ text: String) throws -> LineSyntax {
      let file = SourceFile(path: "a", bytes: Array("contract a {\n\(text)\n}\n".utf8))
      let tree = SyntaxTree.parsing(file, id: FileID(0))
      try #require(tree.diagnostics.isEmpty)
      guard case .line(let line)? = tree.value.declarations.first else { throw NoLine() }
      return line
    }
    return try line(base).extended(by: line(extra)).block.map(words) ?? ""
  }

  private struct NoLine: Error {}

  private func words(_ lines: [LineSyntax]) -> String {
    lines.map { line in
      let values = line.values.map { value in
        switch value {
        case .name(let name): name.text
        case .text(let text), .found(let text): text.value
        case .comma: ","
        case .range(let range):
          if case .exactly(.literal(let literal)) = range.form,
            case .date(let day) = literal.form
          {
            day
          } else {
            "range"
          }
        }
      }
      let block = line.block.map { " {\(words($0))}" } ?? ""
      return ([line.keyword.text] + values).joined(separator: " ") + block
    }.joined(separator: "; ")
  }

  @Test(arguments: [
    ("calendar a", "calendar b", "calendar b"),
    ("zone \"x\"", "month-end clamp", "zone x; month-end clamp"),
    ("party buyer \"A\"", "party buyer \"B\"", "party buyer B"),
    ("party buyer \"A\"", "party supplier \"B\"", "party buyer A; party supplier B"),
    (
      "milestone a \"A\" {\ndue 2013-10-01\nkind severable\n}", "milestone a {\ndue 2013-10-02\n}",
      "milestone a A {due 2013-10-02; kind severable}"
    ),
    (
      "milestone a {\ndue 2013-10-01\n}", "milestone b {\ndue 2013-10-02\n}",
      "milestone a {due 2013-10-01}; milestone b {due 2013-10-02}"
    ),
    (
      "acceptance {\ndated 2013-10-01\n}", "acceptance {\ndated 2013-10-02\n}",
      "acceptance {dated 2013-10-01}; acceptance {dated 2013-10-02}"
    ),
    ("incorporates a", "incorporates a {\nfloor b\n}", "incorporates a {floor b}"),
    (
      "incorporates a for milestone x {\nfloor b\n}", "incorporates a {\nfloor c\n}",
      "incorporates a for milestone x {floor c}"
    ),
    (
      "incorporates a for milestone x", "incorporates a for milestone y",
      "incorporates a for milestone x; incorporates a for milestone y"
    ),
    (
      "authority {\na outranks b on c\n}", "authority {\na outranks d on c\n}",
      "authority {a outranks b on c; a outranks d on c}"
    ),
    ("calendar a", "calendar b\ncalendar c", "calendar b; calendar c"),
    (
      "milestone a {\nkind b\n}", "milestone a {\nkind c\n}\nmilestone a {\nkind d\n}",
      "milestone a {kind c}; milestone a {kind d}"
    ),
  ])
  func isOfLinesOfOneName(base: String, extra: String, result: String) throws {
    #expect(try merged(base, extra) == result)
  }
}
