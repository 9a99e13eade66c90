import Foundation
import RuleSyntax
import SourceText
import Testing

@Suite struct LanguageReference {
  static let blocks: [String] = {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules/LANGUAGE.md")
    guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "```holdback\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }()

  @Test func hasBlocks() { #expect(Self.blocks.count >= 2) }

  @Test(arguments: blocks) func parsesWithoutMistakes(_ block: String) {
    #expect(rendered(block) == "")
    #expect(!parsed(block).value.declarations.isEmpty)
  }
}
