import RuleSyntax

/// A line of a contract or a test, written down again.
extension LineSyntax {
  /// The lines of its text, indented by so many steps.
  func textLines(indent: Int = 0) -> [String] {
    let margin = String(repeating: "  ", count: indent)
    var head = margin + keyword.text
    for value in values {
      if case .comma = value { head += "," } else { head += " " + value.text }
    }
    head += provenance?.text ?? ""
    var lines = [head]
    if let table { lines += table.textLines.map { "\(margin)  \($0)" } }
    guard let block else { return lines }
    if table == nil { lines[0] += " {" } else { lines.append(margin + "{") }
    for line in block { lines += line.textLines(indent: indent + 1) }
    return lines + [margin + "}"]
  }

  var text: String { textLines().joined(separator: "\n") }
}

extension LineSyntax.Value {
  fileprivate var text: String {
    switch self {
    case .name(let name): name.text
    case .text(let text), .found(let text): text.value.quoted
    case .range(let range): range.text
    case .comma: ","
    }
  }
}

extension ProvenanceSyntax {
  fileprivate var text: String {
    switch self {
    case .illustrative: " illustrative"
    case .reported(let phrase, let source):
      " reported \(phrase.value.quoted) in \(source.value.quoted)"
    }
  }
}

extension TableSyntax {
  fileprivate var textLines: [String] {
    let rows = [heads.map(\.text)] + rows.map { $0.cells.map(\.text) }
    return rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }
}

extension RangeSyntax {
  /// The range as a value of a line or a cell: of literals and words.
  var text: String {
    switch form {
    case .any: "any"
    case .given: "given"
    case .none: "none"
    case .atLeast(let limit): "at least \(limit.literalText)"
    case .atMost(let limit): "at most \(limit.literalText)"
    case .moreThan(let limit): "more than \(limit.literalText)"
    case .lessThan(let limit): "less than \(limit.literalText)"
    case .before(let limit): "before \(limit.literalText)"
    case .after(let limit): "after \(limit.literalText)"
    case .onOrBefore(let limit): "on or before \(limit.literalText)"
    case .onOrAfter(let limit): "on or after \(limit.literalText)"
    case .approximately(let value): "approximately \(value.literalText)"
    case .between(let lower, let isLowerIncluded, let upper, let isUpperIncluded):
      (isLowerIncluded ? "" : "above ") + lower.literalText
        + (isUpperIncluded ? " to " : " to below ") + upper.literalText
    case .within(let length, let isBefore, let date):
      "within \(length.literalText) \(isBefore ? "before" : "after") \(date.literalText)"
    case .exactly(let value): value.literalText
    case .either(let parts): parts.map(\.text).joined(separator: " or ")
    }
  }
}

extension ExpressionSyntax {
  /// A literal or a word; nothing else stands in a line, where nothing is calculated.
  fileprivate var literalText: String {
    switch self {
    case .literal(let literal): literal.text
    case .name(let name): name.text
    case .field, .binary, .share, .extreme, .span, .lateness, .shift, .businessDay, .monthDay,
      .forEach, .forEachPeriod, .interest, .counted, .rounded, .parenthesized:
      "any"
    }
  }
}

extension LiteralSyntax {
  fileprivate var text: String {
    switch form {
    case .money(let currency, let digits, let unit):
      "\(currency) \(digits)" + (unit.map { " per \($0.text)" } ?? "")
    case .percent(let digits): "\(digits)%"
    case .number(let digits): digits
    case .quantity(let digits, let unit): "\(digits) \(unit.text)"
    case .date(let text), .month(let text), .instant(let text): text
    case .text(let text): text.quoted
    }
  }
}
