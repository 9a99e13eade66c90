import Foundation
import Testing

/// Every mistake that the program can report has one id, and the page explains them all.
@Suite struct DiagnosticPage {
  static let path = "Rules/DIAGNOSTICS.md"

  /// The ids in the sources, each with the places that spell it.
  static func ids() throws -> [String: [String]] {
    var ids: [String: [String]] = [:]
    for file in try SourceTree.files(below: "Sources", ending: ".swift") {
      for (number, line) in file.lines.enumerated() {
        for match in line.matches(of: /DiagnosticID\("([^"]*)"\)/) {
          ids[String(match.1), default: []].append("\(file.path):\(number + 1)")
        }
      }
    }
    return ids
  }

  /// The ids of the page's rows: `| id | what it means | what to do |`.
  static func rows() throws -> [(id: String, cells: [String])] {
    try SourceTree.text(of: path).split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: /\| `([^`]+)` \| (.*) \| (.*) \|/) else { return nil }
      return (String(match.1), [String(match.2), String(match.3)])
    }
  }

  @Test func idsAreFound() throws { #expect(try Self.ids().count > 100) }

  @Test func anIDIsSpelledOnce() throws {
    #expect(try Self.ids().values.filter { $0.count > 1 }.map { $0.sorted() } == [])
  }

  @Test func idsAreInKebabCase() throws {
    let odd = try Self.ids().keys.filter { $0.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) == nil }
    #expect(odd == [])
  }

  @Test func everyIDIsExplained() throws {
    let explained = Set(try Self.rows().map(\.id))
    #expect(try Self.ids().keys.filter { !explained.contains($0) }.sorted() == [])
  }

  @Test func everyRowIsOfAnID() throws {
    let ids = try Self.ids()
    #expect(try Self.rows().map(\.id).filter { ids[$0] == nil } == [])
  }

  @Test func rowsAreThereOnceAndFull() throws {
    let rows = try Self.rows()
    #expect(Set(rows.map(\.id)).count == rows.count)
    #expect(rows.flatMap(\.cells).filter { $0.trimmingCharacters(in: .whitespaces).isEmpty } == [])
  }
}
