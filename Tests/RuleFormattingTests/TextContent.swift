import Foundation
import RuleFormatting
import RuleSyntax
import SourceText

/// All that a text says: its words and signs, its comments, and what is wrong with it.
struct TextContent: Equatable {
  let tokens: [String]
  let comments: [String]
  let mistakes: [String]

  init(_ bytes: [UInt8]) {
    let result = SyntaxTree.parsing(SourceFile(path: "a", bytes: bytes), id: FileID(0))
    var comments: [String] = []
    var position = 0
    for token in result.value.tokens {
      for line in bytes[position..<token.lower].split(separator: 0x0A) {
        let text = String(decoding: line, as: UTF8.self)
        guard let comment = text.firstMatch(of: /\/\/.*/) else { continue }
        comments.append(comment.output.trimmingCharacters(in: .whitespaces))
      }
      position = token.upper
    }
    tokens = result.value.tokens.map { token in
      "\(token.kind) \(String(decoding: bytes[token.lower..<token.upper], as: UTF8.self))"
    }
    self.comments = comments
    mistakes = result.diagnostics.map { "\($0.id.rawValue) \($0.message)" }
  }

  /// Returns the declarations of a text without their places.
  static func declarations(_ bytes: [UInt8]) -> String {
    let tree = SyntaxTree.parsing(SourceFile(path: "a", bytes: bytes), id: FileID(0)).value
    return "\(tree.declarations)".replacing(
      /SourceText\.SourceRange\(file: SourceText\.FileID\(index: 0\), lower: \d+, upper: \d+\)/,
      with: "")
  }
}
