internal import RuleSyntax
internal import SourceText

extension SourceFile {
  /// Returns what a layout of this file lost or changed, nil where it has every token and comment.
  func brokenInvariant(in layout: SourceFile, of tree: SyntaxTree) -> String? {
    guard layout.bytes != bytes else { return nil }
    guard layout.bytes.withoutSpaces.elementsEqual(bytes.withoutSpaces) else {
      return "a layout changes more than spaces"
    }
    let other = SyntaxTree.parsing(layout, id: tree.file).value
    let isSame = tree.tokens.elementsEqual(other.tokens) { old, new in
      old.kind == new.kind
        && bytes[old.lower..<old.upper].elementsEqual(layout.bytes[new.lower..<new.upper])
    }
    return isSame ? nil : "a layout reads otherwise than the text"
  }
}

extension [UInt8] {
  /// The bytes but spaces, tabs, line ends and a byte order mark at the beginning.
  var withoutSpaces: some Sequence<UInt8> {
    dropFirst(starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).lazy.filter { !$0.isSpace }
  }
}
