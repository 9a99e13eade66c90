internal import SourceText

/// Text in a cell, a heading or an item of GitHub's Markdown, after a word of ours.
enum MarkdownText {
  /// Returns the text so that it is shown as it is: no markup, link, picture, mention or reference.
  ///
  /// Mentions and references are looked for in what a page shows, where a backslash is gone, so that
  /// an empty comment parts them.
  static func escaping(_ text: String) -> String {
    let visible = VisibleText.escaping(text)
    // A space stands before the first sign and after the last.
    let scalars = [" "] + visible.unicodeScalars + [" "]
    var index = 0
    let escaped = visible.replacingScalars { scalar in
      index += 1
      return escaping(scalar, after: scalars[index - 1], before: scalars[index + 1])
    }
    // A space at the end of a line would be seen as a mistake, two as a break.
    return escaped.hasSuffix(" ") ? escaped.dropLast() + "&#32;" : escaped
  }

  /// Returns what stands for a sign; nil where that is the sign itself.
  private static func escaping(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar, before next: Unicode.Scalar
  ) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    // A reference, as the backslash of a cell's text may stand before it.
    case "|": "&#124;"
    case "@": "@<!-- -->"
    case "#": ("0"..."9").contains(next) ? "\\#<!-- -->" : "\\#"
    // What GitHub itself recommends against being read as the beginning of a formula.
    case "$": "<span>$</span>"
    case "\\", "`", "*", "_", "[", "]", "!", "~": "\\\(scalar)"
    // Neither an address nor the name of a picture, such as a mark that says passed.
    case ":": next == "/" ? "\\:" : next.beginsPicture ? ":<!-- -->" : nil
    // An address of the web needs no more than `www.` to become a link.
    case ".": last == "w" || last == "W" ? "\\." : nil
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether a name such as `white_check_mark` or `+1` may begin so.
  fileprivate var beginsPicture: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "+", "-": true
    default: false
    }
  }
}
