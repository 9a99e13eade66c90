import Foundation
import Testing

/// `holdback rules` on the library of this repository.
@Suite struct Listing {
  @Test func everyClauseOfTheLibraryIsListed() async throws {
    let run = try await Program.run(["rules", "--quiet"])
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    let rules = Program.repository.appending(path: "Rules")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: rules.path(percentEncoded: false)
    )
    .filter { $0.hasSuffix(".rules") }
    .flatMap { file in
      try String(contentsOf: rules.appending(path: file), encoding: .utf8)
        .matches(of: /\n(?:clause|claim|evidence|register|act) ([a-z0-9-]+)/).map { String($0.1) }
    }
    #expect(names.count > 100)
    let words = Set(run.text.split { $0 == " " || $0 == "\n" }.map(String.init))
    #expect(names.filter { !words.contains($0) } == [])
  }

  @Test func theListIsJSON() async throws {
    let run = try await Program.run([
      "rules", "Rules/damages.rules", "Rules/records.rules", "--format", "json",
    ])
    let list = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let clauses = try #require(list["clauses"] as? [[String: Any]])
    let terms = clauses.first { $0["name"] as? String == "weekly-delay-damages" }?["terms"]
    let defaults = (terms as? [[String: Any]])?.map { $0["default"] as? String }
    #expect(defaults == ["a table", "10%"])
    #expect(list["version"] as? Int == 1)
  }
}
