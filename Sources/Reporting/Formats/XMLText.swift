internal import SourceText

/// Text in XML 1.0, in attributes and between tags alike.
enum XMLText {
  /// Returns the text so that a reader gets it back, save for what is unseen or forbidden, which
  /// becomes visible as in `\u{1}`.
  ///
  /// One of two `#` is written as a reference, which breaks the commands that readers of logs obey.
  static func escaping(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "#", previous == "#" {
        result += "&#35;"
      } else {
        result += escaping(scalar)
      }
      previous = scalar
    }
    return result
  }

  private static func escaping(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    // Always, as `]]>` may stand nowhere.
    case ">": "&gt;"
    case "\"": "&quot;"
    default:
      VisibleText.isControl(scalar) || VisibleText.isHidden(scalar)
        ? VisibleText.escaping(String(scalar)) : String(scalar)
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
