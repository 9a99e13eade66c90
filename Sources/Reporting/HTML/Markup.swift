internal import SourceText

/// Markup that is safe to write: literals are ours, and every text put into one is escaped.
struct Markup: ExpressibleByStringInterpolation, Sendable {
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// Adds a text of anybody's, as it may stand between tags and in the quotes of an attribute.
    mutating func appendInterpolation(_ string: String) { text += Markup.escaped(string) }

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

  /// No language stacks more signs on one letter; a longer stack hides the lines around it.
  private static let mostMarks = 4

  /// Returns the text without anything that a browser, a terminal or a build server would obey.
  private static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    var last: Unicode.Scalar?
    var marks = 0
    for scalar in text.unicodeScalars {
      marks = scalar.properties.isGraphemeExtend ? marks + 1 : 0
      // One that the text begins with would change the sign before it.
      let isVisible = marks > mostMarks || (marks > 0 && last == nil)
      result += isVisible ? visible(scalar) : escaped(scalar, after: last)
      last = scalar
    }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> String {
    switch scalar {
    case "&": return "&amp;"
    case "<": return "&lt;"
    case ">": return "&gt;"
    case "\"": return "&quot;"
    case "'": return "&#39;"
    // A build server looks for its commands, `##[` and `::`, in whatever is printed.
    case "#": return "&#35;"
    case ":" where last == ":": return "&#58;"
    default: break
    }
    if VisibleText.isControl(scalar) || VisibleText.isHidden(scalar) { return visible(scalar) }
    // A document must not contain these at all.
    return scalar.properties.isNoncharacterCodePoint
      ? visible(scalar) : String(Character(scalar))
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "#"), UInt8(ascii: ":"):
      false
    default: (0x20...0x7E).contains(byte)
    }
  }
}

extension [Markup] {
  /// Returns the pieces one after the other, with a piece between any two.
  func joined(separator: Markup) -> Markup {
    guard var all = first else { return "" }
    for next in dropFirst() { all = "\(all)\(separator)\(next)" }
    return all
  }
}
