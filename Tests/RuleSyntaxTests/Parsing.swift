import RuleSyntax
import SourceText

/// Returns the tree of a text and its mistakes.
func parsed(_ text: String) -> Diagnosed<SyntaxTree> { parsed(Array(text.utf8)) }

func parsed(_ bytes: [UInt8]) -> Diagnosed<SyntaxTree> {
  SyntaxTree.parsing(SourceFile(path: "test.rules", bytes: bytes), id: FileID(0))
}

/// Returns every mistake of a text as people see it.
func rendered(_ text: String, path: String = "test.rules") -> String {
  var files = SourceFiles()
  let id = files.add(SourceFile(path: path, bytes: Array(text.utf8)))
  return SyntaxTree.parsing(files[id], id: id).diagnostics.map { $0.rendered(in: files) }
    .joined(separator: "\n")
}
