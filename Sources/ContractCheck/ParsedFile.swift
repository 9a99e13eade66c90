import RuleSyntax
import SourceText

/// A file as it was read, with the place that it has among the files of a run.
struct ParsedFile: Sendable {
  let file: SourceFile
  let tree: Diagnosed<SyntaxTree>

  /// Reads a file that comes next after others.
  init(_ input: InputFile, among files: SourceFiles) {
    file = SourceFile(path: input.path, bytes: input.bytes)
    tree = SyntaxTree.parsing(file, id: files.next)
  }

  /// Returns what was read of a file already, if it is this one and comes next after others.
  static func known(
    _ parsed: ParsedFile?, as input: InputFile, among files: SourceFiles
  ) -> ParsedFile? {
    guard let parsed, parsed.tree.value.file == files.next, parsed.file.path == input.path,
      parsed.file.bytes == input.bytes
    else { return nil }
    return parsed
  }
}
