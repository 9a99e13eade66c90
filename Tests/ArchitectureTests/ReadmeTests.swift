import Foundation
import Testing

/// What the README shows is what stands in the files and what the program prints.
@Suite struct Readme {
  /// The fenced blocks of the README in one language, each as its lines.
  private static func blocks(in language: String) throws -> [[String]] {
    var blocks: [[String]] = []
    var isOpen = false
    for line in try SourceTree.text(of: "README.md").components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isOpen = line == "```" + language
        if isOpen { blocks.append([]) }
      } else if isOpen {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }

  private static func words(_ lines: [String]) -> String {
    lines.map { String($0.drop(while: { $0 == " " })) }.joined(separator: "\n")
  }

  @Test func quotesRulesAndContractsAsTheyStand() throws {
    let files =
      try SourceTree.files(below: "Rules", ending: ".rules")
      + SourceTree.files(below: "Contracts", ending: ".contract")
    let texts = files.map { Self.words($0.lines.map(String.init)) }
    let blocks = try Self.blocks(in: "holdback")
    #expect(blocks.count == 2)
    for block in blocks {
      #expect(texts.contains { $0.contains(Self.words(block)) }, "\(block.joined(separator: "\n"))")
    }
  }

  @Test func showsTheReportsThatTheProgramPrints() throws {
    let report = try SourceTree.text(of: "Contracts/vermont/expected.txt")
    let explanation = try SourceTree.text(of: "Contracts/vermont/explained.txt")
    let page = try SourceTree.text(of: "README.md")
    #expect(page.contains(report))
    #expect(page.contains(explanation))
  }
}
