/// Markup that is safe to write: literals are ours, and every text put into one is escaped.
struct Markup: ExpressibleByStringInterpolation, Sendable {
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// Adds a text of anybody's, as it may stand between tags and in the quotes of an attribute.
    mutating func appendInterpolation(_ string: String) { text += XMLText.escaping(string) }

    mutating func appendInterpolation(_ number: Int) { text += String(number) }

    mutating func appendInterpolation(_ markup: Markup) { text += markup.text }

    mutating func appendInterpolation(_ markup: Markup?) { text += markup?.text ?? "" }

    mutating func appendInterpolation(_ list: [Markup]) {
      for markup in list { text += markup.text }
    }
  }

  private(set) var text: String

  init(stringLiteral text: String) { self.text = text }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
}

extension [Markup] {
  /// Returns the pieces one after the other, with a piece between any two.
  func joined(separator: Markup) -> Markup {
    guard var all = first else { return "" }
    for next in dropFirst() { all = "\(all)\(separator)\(next)" }
    return all
  }
}
