internal import SourceText
internal import TestSupport

extension MarkedSource {
  var file: SourceFile { SourceFile(path: "records", bytes: bytes) }
}

extension SourceFile {
  init(_ text: String) { self.init(path: "records", bytes: Array(text.utf8)) }
}

extension SourceRange {
  var bytes: Range<Int> { lower..<upper }
}

let fileID = FileID(0)
