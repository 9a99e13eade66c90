/// A page read strictly: every element that begins also ends, and every attribute is quoted.
struct HTMLPage {
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  enum Mistake: Error {
    case unquoted(String)
    case notOpen(String, open: [String])
    case notClosed([String])
    case strayBracket(String)
    case repeatedAttribute(String)
  }

  private(set) var elements: [Element] = []
  /// What stands in `style` elements and attributes.
  private(set) var styles: [String] = []

  private static let empty: Set = ["meta", "br"]
  private static let emptyDrawn: Set = ["rect", "line", "circle"]

  init(_ text: String) throws {
    var open: [String] = []
    var rest = text[...]
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst("<!DOCTYPE html>".count) }
    while let start = rest.firstIndex(of: "<") {
      if open.last == "style" { styles.append(String(rest[..<start])) }
      if open.last != "style", rest[..<start].contains(">") {
        throw Mistake.strayBracket(String(rest[..<start]))
      }
      guard let end = Self.end(of: rest[start...]) else { throw Mistake.strayBracket(String(rest)) }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else {
          throw Mistake.notOpen(String(tag), open: open)
        }
        continue
      }
      let element = try Self.element(tag)
      elements.append(element)
      if let style = element.attributes["style"] { styles.append(style) }
      let isClosed = tag.hasSuffix("/") && Self.emptyDrawn.contains(element.name)
      if !isClosed, !Self.empty.contains(element.name) { open.append(element.name) }
    }
    guard open.isEmpty else { throw Mistake.notClosed(open) }
  }

  func elements(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The levels of the headings, in their order.
  var levels: [Int] {
    elements.compactMap { element in
      element.name.count == 2 && element.name.first == "h"
        ? element.name.last?.wholeNumberValue : nil
    }
  }

  /// Returns where a tag ends: at the first bracket outside of quotes.
  private static func end(of text: Substring) -> String.Index? {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ">", !isQuoted { return index }
    }
    return nil
  }

  private static func element(_ tag: Substring) throws -> Element {
    let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
    var rest = tag.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while let start = rest.firstIndex(where: { !$0.isWhitespace && $0 != "/" }) {
      rest = rest[start...]
      guard let match = rest.prefixMatch(of: /([a-z0-9-]+)="([^"<>]*)"/) else {
        throw Mistake.unquoted(String(rest))
      }
      guard attributes.updateValue(String(match.2), forKey: String(match.1)) == nil else {
        throw Mistake.repeatedAttribute(String(tag))
      }
      rest = rest[match.range.upperBound...]
    }
    return Element(name: String(name), attributes: attributes)
  }
}
