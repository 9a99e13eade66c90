package import RuleSyntax
package import SourceText

/// The values of a line, taken one after another.
package struct LineReader {
  package enum Item {
    case name(NameSyntax)
    case text(TextSyntax)
    case range(RangeSyntax)
    /// A value of a document, which is what it is taken for.
    case found(TextSyntax)
    /// A comma, or the `or` between two names.
    case separator(SourceRange)

    package var range: SourceRange {
      switch self {
      case .name(let name): name.range
      case .text(let text): text.range
      case .range(let range): range.range
      case .found(let text): text.range
      case .separator(let range): range
      }
    }
  }

  package let line: LineSyntax
  private let items: [Item]
  private var position = 0

  package init(_ line: LineSyntax) {
    self.line = line
    var items: [Item] = []
    items.reserveCapacity(line.values.count)
    for value in line.values { Self.add(value, to: &items) }
    self.items = items
  }

  /// The value to be taken next; nil at the end of the line.
  package var next: Item? { position < items.count ? items[position] : nil }

  /// From the next value through the last one; nil at the end of the line.
  var rest: SourceRange? {
    guard let next, let last = items.last else { return nil }
    return next.range.through(last.range)
  }

  /// Words for how large a number is, which the language does not have.
  private static let sizes = ["k", "m", "mn", "bn", "thousand", "million", "billion"]

  /// What to do about values that nobody takes: they may be digits, or a word of a size, of the number
  /// before them, which it would be wrong to leave out.
  var adviceOnRest: String? {
    let before = position > 0 ? items[position - 1] : nil
    switch (before, next) {
    case (.range?, .range?):
      return "if these are digits of the number before, part them by commas, as in 'USD 80,000'"
    case (.range?, .name(let name)?) where Self.sizes.contains(name.text.lowercased()):
      return "write all the digits of the number, as in 'USD 80,000'"
    case (_, .separator?):
      guard position + 1 < items.count, case .name(let name) = items[position + 1] else { break }
      return "write '\(line.keyword.text) \(name.text)' on a line of its own"
    default: break
    }
    return nil
  }

  package mutating func takeName() -> NameSyntax? {
    switch next {
    case .name(let name):
      position += 1
      return name
    case .found(let text) where text.value.canBeName:
      position += 1
      return NameSyntax(text.value, range: text.range)
    case .found, .text, .range, .separator, nil: return nil
    }
  }

  package mutating func takeText() -> TextSyntax? {
    switch next {
    case .text(let text), .found(let text):
      position += 1
      return text
    case .name, .range, .separator, nil: return nil
    }
  }

  package mutating func takeRange() -> RangeSyntax? {
    switch next {
    case .range(let range):
      position += 1
      return range
    case .found(let text):
      guard let literal = LiteralSyntax.reading(text) else { return nil }
      position += 1
      return RangeSyntax(.exactly(.literal(literal)), range: text.range)
    case .name, .text, .separator, nil: return nil
    }
  }

  /// Takes one word if it is the next value.
  package mutating func take(_ word: String) -> Bool {
    guard case .name(let name) = next, name.text == word else { return false }
    position += 1
    return true
  }

  package mutating func takeSeparator() -> Bool {
    guard case .separator = next else { return false }
    position += 1
    return true
  }

  /// Names joined by `or` are names, and a literal text is a text, however they were read.
  private static func add(_ value: LineSyntax.Value, to items: inout [Item]) {
    switch value {
    case .name(let name): items.append(.name(name))
    case .text(let text): items.append(.text(text))
    case .found(let text): items.append(.found(text))
    case .comma(let range): items.append(.separator(range))
    case .range(let range): items += Self.items(of: range)
    }
  }

  private static func items(of range: RangeSyntax) -> [Item] {
    switch range.form {
    case .exactly(.name(let name)): return [.name(name)]
    case .exactly(.literal(let literal)):
      guard case .text(let value) = literal.form else { return [.range(range)] }
      return [.text(TextSyntax(value, range: literal.range))]
    case .either(let parts):
      let names = parts.flatMap(items)
      let areNames = names.allSatisfy { if case .name = $0 { true } else { false } }
      guard areNames, let first = names.first else { return [.range(range)] }
      return names.dropFirst().reduce(into: [first]) { joined, name in
        joined += [.separator(name.range), name]
      }
    case .any, .given, .none, .atLeast, .atMost, .moreThan, .lessThan, .before, .after, .onOrBefore,
      .onOrAfter, .approximately, .between, .within, .exactly:
      return [.range(range)]
    }
  }
}

extension String {
  /// The most bytes that the id of a part may have in a document.
  package static var longestName: Int { 200 }

  /// Whether the text can name a part of a contract: something to be seen, on one line, without
  /// spaces around it.
  var canBeName: Bool {
    let bytes = utf8
    return !bytes.isEmpty && bytes.count <= Self.longestName && bytes.first != UInt8(ascii: " ")
      && bytes.last != UInt8(ascii: " ")
      && unicodeScalars.allSatisfy { !VisibleText.isControl($0) && !VisibleText.isHidden($0) }
  }
}
