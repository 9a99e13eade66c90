import RuleSyntax

extension LineSyntax {
  /// Returns the lines which, added to a base, make this contract; nil where it lacks or changes a line
  /// that a test cannot take away.
  func remainder(beyond base: LineSyntax) -> LineSyntax? {
    guard let remainder = lines(beyond: base), base.extended(by: remainder).text == text else {
      return nil
    }
    return remainder
  }

  private func lines(beyond base: LineSyntax) -> LineSyntax? {
    var rest = base.block ?? []
    var added: [LineSyntax] = []
    for line in block ?? [] {
      let text = line.text
      if let same = rest.firstIndex(where: { $0.text == text }) {
        rest.remove(at: same)
      } else if let twin = rest.firstIndex(where: { $0.isExtended(by: line) }) {
        let inner = line.joinsBlocks ? line.lines(beyond: rest[twin]) : line
        guard let inner else { return nil }
        added.append(inner)
        rest.remove(at: twin)
      } else {
        added.append(line)
      }
    }
    guard rest.isEmpty else { return nil }
    return LineSyntax(
      keyword: keyword, values: Array(values.prefix(1)), provenance: nil, table: nil, block: added,
      documentation: nil, range: range)
  }
}
