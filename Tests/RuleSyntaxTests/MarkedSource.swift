import RuleSyntax
import SourceText

/// A text in which «…» marks the places where mistakes are expected, in their order.
struct MarkedSource {
  let text: String
  let ranges: [SourceRange]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var ranges: [(start: Int, end: Int)] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": starts.append(bytes.count)
      case "»": ranges.append((starts.removeLast(), bytes.count))
      default: bytes += Array(String(Character(scalar)).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges.sorted { $0.start < $1.start }.map {
      SourceRange(file: FileID(0), lower: $0.start, upper: $0.end)
    }
  }
}

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
