import Foundation
import Testing

/// One row of `layers` in the manifest.
struct Layer: CustomTestStringConvertible {
  let name: String
  let imports: Set<String>

  var testDescription: String { name }

  /// The rows, as the manifest writes them.
  static let all: [Layer] = {
    guard let manifest = try? SourceTree.text(of: "Package.swift"),
      let table = manifest.firstMatch(of: /let layers[^=]*= \[\n([\s\S]*?)\n\]/)
    else { return [] }
    return table.1.matches(of: /"(\w+)": \[([^\]]*)\]/).map { row in
      Layer(name: String(row.1), imports: Set(row.2.matches(of: /\w+/).map { String($0.0) }))
    }
  }()
}

@Suite struct Layers {
  /// What only programs may import, beside the libraries.
  static let machine: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Musl", "Dispatch", "Synchronization",
  ]
  static let programs = ["holdback", "benchmarks"]
  /// The files of libraries that may do work on several processors, and what they may import for it.
  static let concurrent = [
    "Sources/CommandLineTool/DocumentPieces.swift",
    "Sources/CommandLineTool/StreamedRecords.swift",
    "Sources/ContractCheck/Evidence/EvidencePieces.swift",
    "Sources/ContractCheck/Sources/DocumentDeciding.swift",
    "Sources/ContractCheck/WorkAtOnce.swift",
    "Sources/RuleTesting/Mutation/Workers.swift",
  ]
  static let concurrency: Set<String> = ["Dispatch", "Synchronization"]

  @Test func areRead() { #expect(Layer.all.count >= 10) }

  @Test(arguments: Layer.all)
  func importOnlyWhatTheirRowsAllow(_ layer: Layer) throws {
    let files = try SourceTree.files(below: "Sources/\(layer.name)", ending: ".swift")
    #expect(!files.isEmpty, "there is no folder for the row '\(layer.name)'")
    for file in files {
      let more = Self.concurrent.contains(file.path) ? Self.concurrency : []
      for found in file.imports where !layer.imports.union(more).contains(found.module) {
        Issue.record("\(file.path):\(found.line): '\(layer.name)' may not import \(found.module)")
      }
    }
  }

  @Test(arguments: Layer.all.enumerated().map { ($0.element, $0.offset) })
  func nameOnlyRowsAbove(_ layer: Layer, place: Int) {
    #expect(layer.imports.isSubset(of: Layer.all[..<place].map(\.name)))
  }

  @Test func haveARowForEachFolder() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: SourceTree.root.appending(path: "Sources").path(percentEncoded: false)
    ).filter { !$0.hasPrefix(".") && !$0.contains(".") }
    let rows = Layer.all.map(\.name) + Self.programs
    #expect(folders.filter { !rows.contains($0) } == [])
  }

  @Test(arguments: programs)
  func programsImportLibrariesAndTheMachine(_ program: String) throws {
    let allowed = Self.machine.union(Layer.all.map(\.name))
    for file in try SourceTree.files(below: "Sources/\(program)", ending: ".swift") {
      #expect(file.imports.map(\.module).filter { !allowed.contains($0) } == [], "\(file.path)")
    }
  }
}

extension SourceTree.File {
  /// Every import: the module, without what it names in it, and its line.
  fileprivate var imports: [(module: String, line: Int)] {
    let pattern =
      /^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?(?:@\w+\s+)*import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)/
    return code.enumerated().compactMap { number, line in
      line.firstMatch(of: pattern).map { (String($0.1), number + 1) }
    }
  }
}
