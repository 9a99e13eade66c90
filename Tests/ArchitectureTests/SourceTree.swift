import Foundation
import Testing

/// The files of this repository as they stand on the disk.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A text file and its path from the top of the repository.
  struct File: CustomTestStringConvertible {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var testDescription: String { path }
  }

  /// Returns the files below a folder with one of the endings, by path; hidden ones are passed over.
  static func files(below folder: String, ending endings: String...) throws -> [File] {
    let top = root.appending(path: folder)
    let walk = FileManager.default.enumerator(atPath: top.path(percentEncoded: false))
    let names = (walk?.allObjects ?? []).compactMap { $0 as? String }
    let kept = names.filter { name in
      endings.contains { name.hasSuffix($0) }
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    return try kept.sorted().map { name in
      let text = try String(contentsOf: top.appending(path: name), encoding: .utf8)
      return File(path: "\(folder)/\(name)", text: text)
    }
  }

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

extension SourceTree.File {
  /// The lines without their comments and without what stands between quotes on one line.
  var code: [String] {
    lines.map { line in
      String(line).replacing(/\\./, with: "").replacing(/"[^"]*"/, with: "\"\"")
        .replacing(/\/\/.*/, with: "")
    }
  }

  /// Returns where a pattern matches code, as `path:line: what`.
  func places(of pattern: Regex<Substring>) -> [String] {
    code.enumerated().flatMap { number, line in
      line.matches(of: pattern).map { "\(path):\(number + 1): \($0.output)" }
    }
  }
}
