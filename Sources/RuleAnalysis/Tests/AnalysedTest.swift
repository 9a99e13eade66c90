import RuleSyntax
import SourceText

/// A test as far as it can be read without running it.
struct AnalysedTest {
  let title: TextSyntax
  /// What its contract begins with, or its own.
  let contract: NameSyntax?
  let expectations: [LineSyntax]
  let cases: TableSyntax?

  init?(_ line: LineSyntax) {
    guard line.keyword.text == "test", case .text(let title)? = line.values.first else {
      return nil
    }
    let lines = line.block ?? []
    self.title = title
    contract = lines.first { $0.keyword.text == "contract" }?.name
    expectations = lines.filter { $0.keyword.text == "expect" }
    cases = lines.first { $0.keyword.text == "cases" }?.table
  }

  /// Whether a stated amount is nothing or more; nil where that cannot be told.
  enum Size { case zero, more }

  /// The amounts that the test expects after a word, on whatever part and day, in whatever case;
  /// nil where one of them cannot be told.
  func sizes(of word: String) -> [Size]? {
    var sizes: [Size] = []
    for line in expectations.flatMap({ $0.block ?? [] }) where line.keyword.text == word {
      guard let value = line.values.first, let found = self.sizes(of: value) else { return nil }
      sizes += found
    }
    return sizes
  }

  private func sizes(of value: LineSyntax.Value) -> [Size]? {
    switch value {
    case .range(let range): return range.size.map { [$0] }
    case .name(let name):
      guard let cases, let column = cases.heads.firstIndex(where: { $0.text == name.text }) else {
        return nil
      }
      let cells = cases.rows.compactMap {
        $0.cells.indices.contains(column) ? $0.cells[column] : nil
      }
      let sizes = cells.compactMap(\.size)
      return sizes.count == cases.rows.count ? sizes : nil
    case .text, .found, .comma: return nil
    }
  }

  /// Where the test expects a fact, as `code late`, and whether it also expects that there is none.
  func expects(_ fact: String, _ word: String?) -> (isStated: Bool, isDenied: Bool) {
    let lines = expectations.flatMap { $0.block ?? [] }
    let isStated = lines.contains { line in
      line.keyword.text == fact && (word == nil || line.name?.text == word)
    }
    let isDenied = lines.contains { $0.keyword.text == "no" && $0.name?.text == fact }
    return (isStated, isDenied)
  }
}

extension RangeSyntax {
  /// The size of an amount as a test states it.
  fileprivate var size: AnalysedTest.Size? {
    switch form {
    case .exactly(.literal(let literal)):
      guard case .money(_, let digits, _) = literal.form else { return nil }
      return digits.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
        ? .more : .zero
    default: return nil
    }
  }
}
