internal import RuleSyntax
package import SourceText

/// A text in the one layout of the language.
package struct FormattedText: Sendable {
  package let bytes: [UInt8]
  /// What could not be read; it stays as it is, byte for byte.
  package let diagnostics: [Diagnostic]
  /// What is not as it has to be: the text must not be written then.
  package let brokenInvariant: String?
}

extension SourceFile {
  /// Returns the text in its layout: only spaces, line ends and blank lines change.
  package func formatted(id: FileID) -> FormattedText {
    let read = SyntaxTree.parsing(self, id: id)
    let bytes = read.value.formatted(self, despite: read.diagnostics)
    return FormattedText(
      bytes: bytes, diagnostics: read.diagnostics,
      brokenInvariant: brokenInvariant(in: SourceFile(path: path, bytes: bytes), of: read.value))
  }
}

extension SyntaxTree {
  fileprivate func formatted(_ source: SourceFile, despite diagnostics: [Diagnostic]) -> [UInt8] {
    let isUnread = diagnostics.contains { $0.id == .fileTooLarge || $0.id == .tooManyTokens }
    guard !isUnread else { return source.bytes }
    let text = TokenText(source, tokens: tokens)
    let chunks = Chunks(of: text, despite: diagnostics)
    let outline = Outline(of: text, chunks: chunks)
    let kept = KeptLines(of: text, outline: outline, chunks: chunks, diagnostics: diagnostics)
    var layout = Layout(text, outline: outline, kept: kept)
    layout.read()
    let columns = Columns(of: layout.lines, text: text, outline: outline)
    return columns.written(layout.lines)
  }
}
