import Foundation
import Testing

/// A text of this repository.
struct RepositoryFile: CustomTestStringConvertible {
  let path: String
  let bytes: [UInt8]

  var testDescription: String { path }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every file of rules, every contract and every file of tests.
  static let all: [RepositoryFile] = ["Rules", "Contracts"].flatMap { folder in
    let walk = FileManager.default.enumerator(
      atPath: root.appending(path: folder).path(percentEncoded: false))
    return (walk?.allObjects ?? []).compactMap { $0 as? String }.sorted()
      .filter { name in [".rules", ".contract", ".tests"].contains { name.hasSuffix($0) } }
      .compactMap { name in read("\(folder)/\(name)") }
  }

  /// Every block of code on the page of the language.
  static let blocks: [RepositoryFile] = {
    let page = read("Rules/LANGUAGE.md").map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    let matches = page.matches(of: /```holdback(?:-tests)?\n((?:(?!```).*\n)*)```/)
    return matches.enumerated().map { number, match in
      RepositoryFile(
        path: "block \(number + 1) of Rules/LANGUAGE.md", bytes: Array(String(match.1).utf8))
    }
  }()

  private static func read(_ path: String) -> RepositoryFile? {
    guard let data = try? Data(contentsOf: root.appending(path: path)) else { return nil }
    return RepositoryFile(path: path, bytes: Array(data))
  }
}
