import ContractCheck
import ContractModel
import Foundation
import SourceText
import TestSupport

/// Portfolios and rule sets made up by a seed, to be decided in brief and as a whole.
struct BriefWorld {
  var random: SplitMix64
  /// How likely something unusual is at each place, in percent.
  var oddity = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<Element>(_ all: [Element]) -> Element { all[below(all.count)] }

  // MARK: Rules

  /// Returns so many rules of the pool, with the source that reads the documents.
  mutating func rules(of count: Int) -> String {
    Self.rules(places: Self.pool.indices.shuffled(using: &random).prefix(count).sorted())
  }

  static func rules(places: [Int]) -> String { rules(places.map { ("r\($0)", pool[$0]) }) }

  static func rules(_ rules: [(name: String, text: String)], source: String = source) -> String {
    kinds + clauseHead + rules.map { "  rule \($0.name) \($0.text)\n" }.joined(separator: "\n")
      + "}\n" + source
  }
}
