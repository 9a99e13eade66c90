internal import SourceText

/// Text in XML 1.0 and in HTML, between tags and in double quotes alike.
enum XMLText {
  /// No language stacks more signs on one letter; a longer stack hides the lines around it.
  private static let mostMarks = 4

  /// Returns the text so that a reader gets it back, save for what is unseen or forbidden, which
  /// becomes visible as in `\u{1}`.
  ///
  /// A `#`, which may come to stand beside another one, and the second of two `:` are written as
  /// references, which breaks the commands that readers of logs obey.
  static func escaping(_ text: String) -> String {
    // Nearly every text is plain, and a page is made of very many.
    if isPlain(text.utf8.span) { return text }
    var last: Unicode.Scalar?
    var marks = 0
    return text.replacingScalars { scalar in
      defer { last = scalar }
      if scalar.isASCII, UInt8(ascii: scalar).isPlain {
        marks = 0
        return nil
      }
      marks = scalar.properties.isGraphemeExtend ? marks + 1 : 0
      // One that the text begins with would change the sign before it.
      let isShown = marks > mostMarks || (marks > 0 && last == nil)
      return isShown ? VisibleText.escape(of: scalar) : reference(to: scalar, after: last)
    }
  }

  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for place in bytes.indices where !bytes[place].isPlain { return false }
    return true
  }

  /// Returns what stands for a sign; nil where that is the sign itself.
  private static func reference(to scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    // Always, as `]]>` may stand nowhere.
    case ">": "&gt;"
    case "\"": "&quot;"
    case "#": "&#35;"
    case ":" where last == ":": "&#58;"
    default:
      VisibleText.isControl(scalar) || VisibleText.isHidden(scalar)
        ? VisibleText.escape(of: scalar) : nil
    }
  }
}

/// A tag with its attributes, each on one line.
struct XMLTag {
  let name: String
  let attributes: [(name: String, value: String)]

  init(_ name: String, _ attributes: [(name: String, value: String)] = []) {
    self.name = name
    self.attributes = attributes
  }

  /// The tag that opens the element.
  var open: String { "<\(start)>" }
  var close: String { "</\(name)>" }
  /// The element with nothing in it.
  var empty: String { "<\(start)/>" }

  /// Returns the element around lines of untrusted text, which each begin with a label of ours.
  func containing(_ lines: [String]) -> String {
    open + lines.map(XMLText.escaping).joined(separator: "\n") + close
  }

  private var start: String {
    name + attributes.map { " \($0.name)=\"\(XMLText.escaping($0.value))\"" }.joined()
  }
}

extension UInt8 {
  /// Whether it is a visible ASCII character or a space that stands for itself everywhere.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "#"), UInt8(ascii: ":"):
      false
    default: (0x20...0x7E).contains(self)
    }
  }
}
